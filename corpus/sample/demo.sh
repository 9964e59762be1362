#!/bin/sh
# The main job on the sample corpus, as a user would do it: serve, fetch, import, ask, report.
# Usage: corpus/sample/demo.sh [PROGRAM]   (make demo calls it)
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
gisa=${1:-build/gisa}
case $gisa in /*) ;; *) gisa=$root/$gisa ;; esac
sample=$root/corpus/sample
out=$root/build/demo
rm -rf "$out"
mkdir -p "$out"
GISA_DB=$out/demo.db
export GISA_DB

step() {
	printf '\n\033[1m== %s\033[0m\n' "$1"
}
show() { # runs gisa and shows how it was called
	printf '\033[2m$ gisa %s\033[0m\n' "$*"
	"$gisa" "$@" || [ $? -eq 1 ]
}

step "A web server on loopback serves eight invented press sites"
port=$(sh "$sample/serve.sh" start "$out/www")
trap 'sh "$sample/serve.sh" stop "$out/www"' EXIT
echo "nginx listens on 127.0.0.1:$port"

step "Fetch them by their feeds and sitemaps"
show fetch --sources "$sample/sources" --connect-to "127.0.0.1:$port"

step "Add a folder of flattened text pages"
show import "$sample"/text/*.txt

step "Search: every spelling of a name"
show search --limit 5 딥시크

step "Who and what was in the news in August 2025"
show entities --from 2025-08 --to 2025-08 --limit 12

step "When it was in the news"
show trend --by month 딥시크 누리챗 가온

step "A digest and a corpus to take away"
show digest --period month --date 2025-08-15 --format html -o "$out/digest.html"
show export --force --out "$out/export"
step "Check that nothing was lost"
show check
printf '\nThe digest:  %s\nThe corpus:  %s\nThe database: %s\n' "$out/digest.html" "$out/export" "$GISA_DB"
