#!/bin/sh
# Writes C that holds the word lists named: corpus/lexicon/lists/NAME.tsv becomes gisa_list_NAME.
# A line is a word, or a word, a tab and a value; lines that begin with "#" are comments.
# Each word is also put into a table of slots by its hash, as corpus/wordlist.c makes it: of its first
# three bytes, its last three and their number, each times a constant small enough for awk's numbers.
LC_ALL=C
export LC_ALL
echo '#include "corpus/wordlist.h"'
for f in "$@"; do
	name=${f##*/}
	awk -F '\t' -v name="${name%.tsv}" '
		BEGIN { for (i = 1; i < 256; i++) value[sprintf("%c", i)] = i }
		function text(s) {
			n = length(s)
			gsub(/["\\]/, "\\\\&", s)
			return "{\"" s "\", " n "}"
		}
		function three(s, at) {
			return value[substr(s, at, 1)] * 65536 + value[substr(s, at + 1, 1)] * 256 + value[substr(s, at + 2, 1)]
		}
		function hash(s) {
			n = length(s)
			h = three(s, 1) * 213737881 % 4294967296 + n * 181497067
			return (h + three(s, n > 3 ? n - 2 : 1) * 266410141) % 4294967296
		}
		function put_slots(bits, size, i, at, line) {
			for (bits = 2; 2 ^ bits < 2 * n_items; bits++);
			size = 2 ^ bits
			for (i = 1; i <= n_items; i++) {
				for (at = int(hashes[i] * size / 4294967296); at in slots; at = (at + 1) % size);
				slots[at] = i
			}
			printf "static const uint16_t %s_slots[] = {", name
			for (at = 0; at < size; at++) printf "%s%d,", at % 32 ? "" : "\n\t", slots[at]
			print "\n};"
			return bits
		}
		function put_lengths(i, all) {
			for (i = 1; i < 64; i++) if (i in lengths) all = all " | UINT64_C(1) << " i
			return substr(all, 4)
		}
		/^#/ { next }
		!n_items++ { print "\nstatic const gisa_wordlist_item " name "[] = {" }
		length($1) > longest { longest = length($1) }
		{
			lengths[length($1)] = 1
			hashes[n_items] = hash($1)
			print "\t{" text($1) ", " (NF > 1 ? text($2) : "{0, 0}") "},"
		}
		END {
			print "};"
			bits = put_slots()
			print "const gisa_wordlist gisa_list_" name " = {"
			print "\t" name ", " n_items ", " longest ", " put_lengths() ", " name "_slots, " bits "};"
		}' "$f"
done
