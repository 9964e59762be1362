#!/bin/sh
# Makes the tagger's model from the data folder: nlp/train/model.sh TRAINER DATA WORK MODEL [--held-out]
# Labels raw text with the pinned teacher (installed into WORK/venv), lists hunspell-ko's words, brings the gold corpora
# into one form, and trains. --held-out: leaves aside what tests/bench measures on. Every step's output is kept in
# WORK; remove it to start anew.
set -eu
trainer=$1
data=$2
work=$3
model=$4
apart=${5:-}
here=$(dirname "$0")
mkdir -p "$work"
if [ ! -f "$work/kiwi.txt" ]; then
	if ! "${PYTHON:-python3}" -c 'import kiwipiepy' 2>/dev/null; then
		[ -x "$work/venv/bin/python" ] || python3 -m venv "$work/venv"
		"$work/venv/bin/python" -m pip install -q kiwipiepy==0.24.1 kiwipiepy_model==0.24.0
		PYTHON=$work/venv/bin/python
	fi
	"${PYTHON:-python3}" "$here/label.py" "$data" "$work" $apart
fi
[ -f "$work/dev-gsd.txt" ] || python3 "$here/gold.py" "$data" "$work" $apart
if [ ! -f "$work/words.txt" ]; then
	[ -f /usr/share/hunspell/ko_KR.dic ] || {
		echo "model.sh: needs Debian's hunspell-ko (apt-get install hunspell-ko)" >&2
		exit 2
	}
	python3 "$here/words.py" /usr/share/hunspell/ko_KR.dic "$work/words.txt"
fi
"$trainer" "$work" "$model"
