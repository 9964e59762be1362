. "$HARNESS"
corpus
run entities -n 4 --network net.dot
cat net.dot
run entities -q -n 3 --network net.graphml 딥시크
cat net.graphml
run entities -q -n 30 --network net.svg
head -n 3 net.svg
grep -c '<circle' net.svg
run entities --network net.png
run entities --network net.dot 없는말없는말
run entities --network /nowhere/net.dot
