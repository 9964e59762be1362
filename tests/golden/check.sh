. "$HARNESS"
corpus
run check
"$GISA" check -q --json
echo "exit $?"
dd if=/dev/zero of=gisa.warc.gz bs=1 count=40 seek=9000 conv=notrunc 2>/dev/null
"$GISA" check >out 2>err
echo "exit $?"
grep -c . out
# A path is whole on a terminal, however narrow that is.
shelf=where-the-archive-of-the-old-newspapers-is
mkdir $shelf
cp "$SHELF"/gisa.db $shelf
on_terminal 40 --db $shelf/gisa.db check
