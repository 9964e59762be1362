#!/bin/sh
# The public library: its headers in C and C++, what it exports, and the programs of examples/ built
# on it and run. Usage: tests/examples.sh [BUILD]
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/harness.sh
case $build in /*) ;; *) build=$PWD/$build ;; esac
build=${build%/san} # the examples are built as users build theirs

if ! make --no-print-directory BUILD="$build" all examples >"$dir/make" 2>&1; then
	tail -n 20 "$dir/make"
	echo "# 0 passed, 1 failed"
	exit 1
fi

for header in include/gisa.h include/gisa/*.h; do
	same "${header#include/} alone is C" "" "$(cc -std=c11 -Wall -Wextra -Iinclude -fsyntax-only -x c "$header" 2>&1)"
	same "${header#include/} alone is C++" "" "$(c++ -Wall -Wextra -Iinclude -fsyntax-only -x c++ "$header" 2>&1)"
done

declared=$(cat include/gisa/*.h | tr '\n' ' ' | grep -o 'GISA_API [^;(]*(' | sed 's/(//; s/.*[ *]//' | grep '^gisa_' | LC_ALL=C sort)
exported=$(nm -D --defined-only "$build/libgisa.so" | sed 's/.* //' | LC_ALL=C sort)
same "exactly what the headers show is exported" "$declared" "$exported"

same "a page becomes an article" \
	'{"title":"설 아침에 나온 큐원 2.5…“딥시크만 있는 게 아니다”","published":"2025-01-29T14:20:00+09:00"}' \
	"$("$build/examples/extract" corpus/sample/sites/byeolbit-times/tech/2025/0129-qwen.html |
		python3 -c 'import json, sys
a = json.load(sys.stdin)
print(json.dumps({k: a[k] for k in ("title", "published")}, ensure_ascii=False, separators=(",", ":")))')"
printf '\377\330\377\340\000\020JFIF\000\001' >"$dir/picture.jpg"
same "what is no page says why" "$dir/picture.jpg: an image (JPEG), not a page" \
	"$("$build/examples/extract" "$dir/picture.jpg" 2>&1)"
same "a text is analysed" "딥시크가	딥시크/NNP + 가/JKS
왔다.	오/VV + 았/EP + 다/EF + ./SF
OG	딥시크" "$("$build/examples/analyze" '딥시크가 왔다.')"
same "files become a corpus that answers" "2 articles added
2025-02-10T10:20:00+09:00  ‘딥식’이 뭐길래…사투리 통역기 만든 주말 개발자 셋" \
	"$("$build/examples/import_search" "$dir/news.db" 통역기 corpus/sample/sites/saebyeok-it/news/2025021003.html \
		corpus/sample/sites/saebyeok-it/news/2025022402.html)"
same "a file that is not there is an error or a warning, not an article" "0 articles added" \
	"$("$build/examples/import_search" "$dir/none.db" 통역기 "$dir/no-such-file" 2>/dev/null)"
same "the corpus is exported, from C++" "2 articles exported
2025-02  2 of 2" "$("$build/examples/export" "$dir/news.db" "$dir/export" 딥시크)"
same "the export is whole" "2" "$(wc -l <"$dir/export/articles.jsonl" | tr -d ' ')"
end
