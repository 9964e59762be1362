#!/bin/sh
# The lints: layers, sizes, banned functions, format, tests beside every source, man pages.
# Prints each fault and a last line "# P passed, F failed".
cd "$(dirname "$0")/../.."
passed=0
failed=0
sources=$(git ls-files -co --exclude-standard '*.c' '*.h' | grep -E '^(include|base|corpus|ingest|nlp|index|report|pipeline|cli|tests)/')

verdict() { # verdict NAME FAULTS
	if [ -z "$2" ]; then
		passed=$((passed + 1))
	else
		echo "FAIL lint: $1"
		echo "$2" | sed 's/^/     /'
		failed=$((failed + 1))
	fi
}

# What each layer may include. cli, examples and tests see all.
allowed() {
	case $1 in
	base) echo 'base' ;;
	corpus) echo 'base corpus' ;;
	ingest) echo 'base corpus ingest' ;;
	nlp) echo 'base corpus nlp' ;;
	index) echo 'base corpus index' ;;
	report) echo 'base corpus index report' ;;
	pipeline) echo 'base corpus ingest nlp index pipeline' ;;
	esac
}
# The layer that a header of include/gisa/ shows.
shown() {
	case $1 in
	api | version | status | text) echo base ;;
	article | annotation | archive | record | stopword | tokenizer) echo corpus ;;
	extract) echo ingest ;;
	analyze) echo nlp ;;
	store | search) echo index ;;
	*) echo "$1" ;;
	esac
}
faults=
for f in $sources; do
	layer=${f%%/*}
	[ "$layer" = include ] && layer=$(shown "$(basename "$f" .h)")
	may=$(allowed "$layer")
	[ -n "$may" ] || continue
	for to in $(sed -n 's|^#include "\([a-z]*/[a-z_]*\).*|\1|p' "$f" | sort -u); do
		case $to in
		gisa/*) folder=$(shown "${to#gisa/}") ;;
		*) folder=${to%%/*} ;;
		esac
		case " $may " in
		*" $folder "*) ;;
		*) faults="$faults$f includes $to, which $layer/ must not see
" ;;
		esac
	done
done
verdict 'includes run along the arrows' "$faults"
# What the rooms of a layer may include of their own layer, where that is settled.
rooms() {
	case $1 in
	index/store) echo 'index/store' ;;
	index/postings) echo 'index/store index/postings' ;;
	index/query) echo 'index/store index/postings index/query' ;;
	report/draw) echo 'report/draw' ;;
	report/network) echo 'report/network' ;;
	report/trend) echo 'report/draw report/trend' ;;
	report/topics) echo 'report/trend report/topics' ;;
	report/digest) echo 'report/draw report/trend report/topics report/digest' ;;
	report/export) echo 'report/trend report/export' ;;
	esac
}
faults=
for f in $sources; do
	may=$(rooms "${f%/*}")
	[ -n "$may" ] || continue
	for to in $(sed -n 's|^#include "\([a-z]*/[a-z]*\)/.*|\1|p' "$f" | grep "^${f%%/*}/" | sort -u); do
		case " $may " in
		*" $to "*) ;;
		*) faults="$faults$f includes $to/, which ${f%/*}/ must not see
" ;;
		esac
	done
done
verdict 'rooms include along their arrows' "$faults"
verdict 'nlp/train is seen by nobody else' "$(grep -n '#include "nlp/train/' $sources | grep -v '^nlp/train/' | grep -v '^tests/')"
verdict 'includes are written from the root' "$(grep -nE '#include "[^/"]+"' $sources | grep -v '"list.h"')"

faults=
for f in $sources; do
	lines=$(wc -l <"$f")
	[ "$lines" -gt 600 ] && faults="$faults$f has $lines lines; split it (limit 600)
"
done
verdict 'no file over 600 lines' "$faults"
verdict 'no function over 60 lines' "$(awk '
	FNR == 1 { open = 0 }
	/^[a-zA-Z_].*\)$/ { name = $0 }
	/^\{/ { open = FNR }
	/^\}/ { if (open && FNR - open > 61) print FILENAME ":" open ": " FNR - open - 1 " lines: " name; open = 0 }
' $sources)"
verdict 'no line over 100 columns' "$(awk '{ s = $0; gsub(/[\200-\277]/, "", s); if (length(s) > 100) print FILENAME ":" FNR }' $(echo "$sources" | grep -v '^tests/'))"

own=$(echo "$sources" | grep -vE '^tests/')
library=$(echo "$own" | grep -vE '^(cli|nlp/train)/')
verdict 'banned: unbounded or locale-bound C functions' "$(grep -nE '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol|atof|strtod|strtof|scanf|sscanf|isalpha|isdigit|isalnum|isspace|isupper|islower|tolower|toupper|setlocale|localtime|gmtime|mktime|ctime|asctime|strftime|strerror|rand|srand|alloca|system|popen|tmpnam|mktemp)\(' $own)"
verdict 'the library allocates through base/mem.h' "$(grep -nE '(^|[^_a-zA-Z0-9])(malloc|calloc|realloc|strdup|strndup|asprintf|vasprintf)\(' $own | grep -v '^base/mem\.')"
verdict 'the library never prints, exits or aborts' "$(grep -nE '\b(printf|puts|putchar|fprintf|perror|exit|abort|_exit)\(' $library)"
verdict 'commands print through cli/screen.c alone' "$(grep -nE '\b(v?f?d?printf|puts|putchar|fputs?|fputc|putc|fwrite|perror|gisa_fd_write)\(|[^.a-z_]write\(' $(echo "$own" | grep '^cli/') | grep -vE '^cli/(screen|output|pager|message|progress|interrupt)\.c:')"
verdict 'only base/time.c asks the clock' "$(grep -nE '\b(time|clock_gettime|gettimeofday|clock)\((NULL|&|CLOCK|\))' $library | grep -v '^base/time.c')"
verdict 'no mutable globals' "$(grep -nE '^(static )?(_Thread_local )?(int|unsigned|size_t|uint[0-9]+_t|int[0-9]+_t|bool|char|double|float|struct [a-z_]+|gisa_[a-z_]+)[ *]+\**[a-z_]+(\[[^]]*\])*( = [^(]*)?;' $library | grep -v 'const' | grep -v '^base/mem.c')"
verdict 'no utils, helpers, common, misc' "$(echo "$sources" | grep -E '(utils?|helpers?|common|misc)\.[ch]$')"
verdict 'public names begin with gisa_' "$(grep -nE '^[a-z][a-zA-Z_0-9 ]*[ *]+[a-z_]+\(' $(echo "$library" | grep '\.h$') | grep -vE '(static inline|typedef|gisa_|__attribute__)')"

faults=
for f in $(echo "$library" | grep '\.c$'); do
	[ -f "tests/unit/$f" ] || faults="${faults}$f has no tests/unit/$f
"
done
verdict 'every source has its unit test' "$faults"
verdict 'no two sources of the library share a name' "$(echo "$library" | grep -v '^include/' | sed 's|.*/||' | sort | uniq -d)"
verdict 'every unit test asserts something' "$(for f in $(find tests/unit -name '*.c' ! -name runner.c); do grep -qE '\b(OK|SAME|SAME_C|EQUAL|WENT)\(' "$f" || echo "$f"; done)"

if command -v clang-format >/dev/null; then
	verdict 'clang-format finds nothing to change' "$(clang-format --dry-run $sources 2>&1 | grep 'warning:' | cut -d: -f1 | sort | uniq -c)"
fi
if command -v mandoc >/dev/null && ls docs/man/*.[1-9] >/dev/null 2>&1; then
	verdict 'man pages are sound' "$(mandoc -Tlint -W warning docs/man/*.[1-9] 2>&1)"
	faults=
	for c in $(sed -n 's/^    {"\([a-z]*\)", cmd_.*/\1/p' cli/main.c); do
		[ -f "docs/man/gisa-$c.1" ] || faults="${faults}gisa $c has no man page
"
	done
	verdict 'every command has a man page' "$faults"
fi
if command -v python3 >/dev/null; then
	verdict 'corpus/sample is what its articles make it' "$(python3 corpus/sample/render.py --check 2>&1 || true)"
fi
echo "# $passed passed, $failed failed"
[ "$failed" = 0 ]
