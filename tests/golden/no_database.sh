. "$HARNESS"
for c in 'search 딥시크' entities quotes facts authors 'trend 딥시크' topics 'show 0011223344556677' digest \
	check 'export --out out' rebuild; do
	run --db none.db $c
done
ls
