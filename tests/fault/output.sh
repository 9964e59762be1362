#!/bin/sh
# Standard output that takes nothing: a full disk, a pipe nobody reads, a closed descriptor. Every
# command ends with 2, says why once (a reader that left needs no word), and writes nowhere else.
# Usage: tests/fault/output.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
PATH=$PATH:/usr/sbin
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
serve=$root/corpus/sample/serve.sh
trap 'sh "$serve" stop "$dir/www"; rm -rf "$dir"' EXIT
port=$(sh "$serve" start "$dir/www") || exit 1
GISA_DB=$dir/news.db
export GISA_DB
"$gisa" -q import corpus/sample/text >/dev/null
"$gisa" -q search --save robots 누리챗 >/dev/null
echo '누리챗이 서비스를 마쳤다.' >"$dir/text"
printf '{"url":"https://saebyeok.example/9","title":"누리챗 소식","body":"누리챗 이야기다."}\n' >"$dir/new.jsonl"
"$gisa" -q import "$dir/new.jsonl"
cp "$dir/news.db" "$dir/kept.db"
printf 'User-agent: *\nDisallow: /private/\n' >"$dir/robots.txt"

# What each command is asked here; those that are silent say nothing on standard output.
cat >"$dir/rows" <<END
analyze <$dir/text
analyze --format tsv <$dir/text
analyze --explain 누리챗 <$dir/text
fetch --no-ingest --force --sources corpus/sample/sources --connect-to 127.0.0.1:$port hanbit-wire
sources --sources corpus/sample/sources
sources add --sources $dir/none --connect-to 127.0.0.1:$port http://hanbit-wire.example/
search 누리챗
search --json 누리챗
search --csv 누리챗
search --count 누리챗
search --kwic 누리챗
search --queries $dir/text
trend 누리챗
topics --from 2025-01 --to 2025-12
digest --period month --date 2025-04
digest --period month --date 2025-04 --format html
alert --json
alert --list
show ID
authors 누리챗
entities 누리챗
quotes 누리챗
facts 누리챗
extract corpus/sample/text/$(ls corpus/sample/text | head -n 1)
robots --robots $dir/robots.txt https://saebyeok.example/private/1
doctor
completions bash
completions zsh
completions fish
help
help search
--help
--version
END
id=$("$gisa" -q search --json 누리챗 | sed -n '1s/.*"id":"\([^"]*\)".*/\1/p')
sed -i "s/ ID\$/ $id/" "$dir/rows"
for silent in import export rebuild check; do echo "$silent --help"; done >>"$dir/rows"
"$gisa" --help | sed -n 's/^  \([a-z]*\) .*/\1/p' >"$dir/commands"
ok 'the help names the commands' [ -s "$dir/commands" ]
while read -r command; do
	ok "$command is tried" grep -q "^$command\( \|\$\)" "$dir/rows"
	echo "$command --help" >>"$dir/rows"
done <"$dir/commands"

python3 - "$gisa" "$dir" <<'PY' >"$dir/found"
import os, shlex, subprocess, sys
gisa, folder = sys.argv[1:]

def run(row, stdout, closed=False):
    words, stdin = shlex.split(row), os.devnull
    if words[-1].startswith("<"):
        stdin = words.pop()[1:]
    with open(stdin) as given:
        return subprocess.run([gisa, *words], stdin=given, stdout=stdout, stderr=subprocess.PIPE,
                              preexec_fn=(lambda: os.close(1)) if closed else None, text=True)

def judge(row, where, result, words):
    lines = [s for s in result.stderr.splitlines() if "standard output" in s or "shut" in s]
    good = result.returncode == 2 and len(lines) == (words is not None)
    good = good and (words is None or words in lines[0])
    print("ok" if good else "bad", f"{row}: {where}: exit {result.returncode}, {result.stderr!r}")

for row in open(folder + "/rows").read().splitlines():
    with open("/dev/full", "w") as full:
        judge(row, "a full disk", run(row, full), "No space left on device")
    read, write = os.pipe()
    os.close(read)
    judge(row, "a pipe nobody reads", run(row, write), None)
    os.close(write)
    judge(row, "a closed descriptor", run(row, None, closed=True), "Bad file descriptor")
PY
while read -r verdict name; do
	[ "$verdict" = ok ]
	judge $? "$name"
done <"$dir/found"
ok 'each row was tried three times' [ "$(wc -l <"$dir/found")" = $((3 * $(wc -l <"$dir/rows"))) ]
ok 'the database is sound' "$gisa" -q check

# Files that are asked for by name.
for command in 'digest --period month --date 2025-04 -o /dev/full' 'trend 누리챗 --svg /dev/full'; do
	"$gisa" -q $command >"$dir/out" 2>"$dir/err"
	same "$command: exit" 2 $?
	ok "$command says why" grep -q '/dev/full: cannot write: No space' "$dir/err"
done

# Closed descriptors are not lent to the files that a command opens.
size=$(wc -c <"$dir/news.warc.gz")
printf '{"url":"https://saebyeok.example/10","title":"등대 소식","body":"등대 이야기다."}\n' >"$dir/more.jsonl"
"$gisa" import "$dir/more.jsonl" <&- >&- 2>&-
ok 'an import without descriptors writes the archive' [ "$(wc -c <"$dir/news.warc.gz")" -gt "$size" ]
ok 'and nothing else into its files' "$gisa" -q check
end
