#!/bin/sh
# Makes the model of sections from the data folder: nlp/train/sections.sh TRAINER DATA WORK MODEL [--held-out]
# --held-out: without the headlines that tests/bench/sections.py measures on.
set -eu
trainer=$1
data=$2
work=$3
model=$4
parts='train val'
[ "${5:-}" != --held-out ] || parts=train
mkdir -p "$work"
for part in $parts; do
	python3 - "$data/topics/ynat-$part.csv.gz" <<-'PY'
		import csv, gzip, sys
		with gzip.open(sys.argv[1], "rt", encoding="utf-8") as f:
		    for row in csv.DictReader(f):
		        print(" ".join(row["title"].split()), row["topic"], sep="\t")
	PY
done >"$work/headlines.txt"
"$trainer" sections "$work/headlines.txt" "$model"
