. "$HARNESS"
# How many readings of a word are shown, and of how many places; what they are is the model's.
readings() { # readings FILE: the most that one place has
	awk '/^나는/ { n = 0 } /^  [ *] +[-+]/ { n++ } n > most { most = n } /^  margin/ { n = -99 }
		END { print most " readings of a place" }' "$1"
}
for i in 1 2 3 4 5; do printf '나는 나는 나는 나는 나는 '; done >in
"$GISA" analyze --explain 나는 <in >out 2>err
grep -c '^나는 (line 1, ' out
readings out
cat err
"$GISA" analyze --explain 나는 --nbest 2 <in >out 2>err
readings out
for i in 1 2 3 4; do printf '나는 나는 나는 나는 나는 '; done | "$GISA" analyze --explain 나는 2>&1 >out | grep -c explained
# On a terminal what goes on in the next line begins below its text.
on_terminal 36 analyze --explain 열었다 | awk '/^     +[^-+ ]/ { print kind " goes on after " match($0, /[^ ]/) - 1 " blanks"; next }
	{ kind = /^    +[-+][0-9]+  .*:/ ? "a feature" : /^  [a-z]/ ? "a reason" : "a reading" }' | sort -u
# A line is analysed up to its limit.
truncate -s 67108865 line
tr '\0' ' ' <line | run analyze --format tsv
truncate -s 67108864 line
tr '\0' ' ' <line | run analyze --format tsv
