#!/bin/sh
# Writes C that holds the word lists named: corpus/lexicon/lists/NAME.tsv becomes gisa_list_NAME.
# A line is a word, or a word, a tab and a value; lines that begin with "#" are comments.
# Each word is also put into a table of slots by its hash, as corpus/wordlist.c makes it: of its first
# three bytes, its last three and their number, each times a constant small enough for awk's numbers.
# Sets of bits have the hashes of the first and of the last three alone.
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
		function first(s) { return three(s, 1) * 213737881 % 4294967296 }
		function last(s) { return three(s, length(s) > 3 ? length(s) - 2 : 1) * 266410141 % 4294967296 }
		function hash(s) { return (first(s) + last(s) + length(s) * 181497067) % 4294967296 }
		function put_bits(what, set, i, k, word) {
			printf "static const uint32_t %s_%s[] = {", name, what
			for (i = 0; i < 32; i++) {
				word = 0
				for (k = 0; k < 32; k++) if ((i * 32 + k) in set) word += 2 ^ k
				printf "%s%.0fu,", i % 8 ? "" : "\n\t", word
			}
			print "\n};"
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
		length($1) < 3 { short = 1 }
		{
			lengths[length($1)] = 1
			hashes[n_items] = hash($1)
			firsts[int(first($1) / 4194304)] = lasts[int(last($1) / 4194304)] = 1
			print "\t{" text($1) ", " (NF > 1 ? text($2) : "{0, 0}") "},"
		}
		END {
			print "};"
			bits = put_slots()
			if (!short) { put_bits("firsts", firsts); put_bits("lasts", lasts) }
			print "const gisa_wordlist gisa_list_" name " = {"
			print "\t" name ", " n_items ", " longest ", " put_lengths() ", " name "_slots, " bits ","
			print "\t" (short ? "NULL, NULL" : name "_firsts, " name "_lasts") "};"
		}' "$f"
done
