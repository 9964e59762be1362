#!/bin/sh
# Writes C that holds the word lists named: corpus/lexicon/lists/NAME.tsv becomes gisa_list_NAME.
# A line is a word, or a word, a tab and a value; lines that begin with "#" are comments.
LC_ALL=C
export LC_ALL
echo '#include "corpus/wordlist.h"'
for f in "$@"; do
	name=${f##*/}
	awk -F '\t' -v name="${name%.tsv}" '
		function text(s) {
			n = length(s)
			gsub(/["\\]/, "\\\\&", s)
			return "{\"" s "\", " n "}"
		}
		/^#/ { next }
		!n_items++ { print "\nstatic const gisa_wordlist_item " name "[] = {" }
		length($1) > longest { longest = length($1) }
		{ print "\t{" text($1) ", " (NF > 1 ? text($2) : "{0, 0}") "}," }
		END { print "};\nconst gisa_wordlist gisa_list_" name " = {" name ", " n_items ", " longest "};" }' "$f"
done
