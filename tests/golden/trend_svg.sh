. "$HARNESS"
corpus
top 0 trend --by month --svg chart.svg 가온-1
head -c 60 chart.svg
echo
grep -c '<script' chart.svg
top 0 trend --svg folder/chart.svg 가온-1
