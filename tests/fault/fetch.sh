#!/bin/sh
# Fetches from a real nginx on loopback, friendly and hostile: nothing is lost, nothing comes twice,
# what is closed stays closed, and no server costs more than a bounded time.
# Usage: tests/fault/fetch.sh [BUILD]
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/harness.sh
PATH=$PATH:/usr/sbin
unset http_proxy HTTP_PROXY all_proxy ALL_PROXY
serve=$root/corpus/sample/serve.sh
trap 'sh "$serve" stop "$dir/www"; sh "$serve" stop "$dir/bad"; rm -rf "$dir"' EXIT
run() { # run EXIT-CODE NAME ARGS...: gisa fetch ends with that code
	want=$1 name=$2
	shift 2
	timeout 120 "$gisa" --db "$dir/$db.db" fetch --no-ingest "$@" >"$dir/out" 2>"$dir/err"
	code=$?
	[ "$code" -eq "$want" ]
	judge $? "$name: exit $code, want $want" "$dir/out" "$dir/err"
}
column() { # column N: the sum of a column of the summary
	awk -v n="$1" 'NR > 1 { s += $n } END { print s + 0 }' "$dir/out"
}
pages() { # the addresses of all pages in the archive, sorted
	zcat "$dir/$db.warc.gz" | tr -d '\r' | awk '
		/^WARC\/1.1$/ { type = uri = ""; other = 0 }
		/^WARC-Type: / { type = $2 }
		/^WARC-Target-URI: / { uri = $2 }
		/^Gisa-Role: / { other = 1 }
		/^Content-Length: / { if (type == "response" && !other) print uri; type = "" }' | sort
}
listed() { # the addresses that the sample's sitemaps name, closed ones aside
	cat corpus/sample/sites/*/sitemap*.xml | grep -o '<loc>[^<]*</loc>' | sed 's/<[^>]*>//g' |
		grep -v -e '/sitemap' -e '/private/' | sort -u
}

port=$(sh "$serve" start "$dir/www") || exit 1
sed 's/^delay_ms = 0/delay_ms = 20/' corpus/sample/sources >"$dir/slow"
fast="--sources corpus/sample/sources --connect-to 127.0.0.1:$port"
slow="--sources $dir/slow --connect-to 127.0.0.1:$port"
listed >"$dir/listed"

db=whole
run 0 'the sample sites are fetched' $fast
pages >"$dir/pages"
ok 'every page that the sitemaps name is there, once' diff "$dir/listed" "$dir/pages"
ok 'what robots.txt closes was not asked for' sh -c "! grep -q '/private/' '$dir/www/access.log'"
ok 'the User-Agent names gisa' sh -c "! grep -v '\"gisa/' '$dir/www/access.log'"
run 0 'a second run right after' $fast
ok 'finds no source due' grep -q 'no source is due' "$dir/err"
: >"$dir/www/access.log"
run 0 'a forced run' --force $fast
ok 'fetches no page' [ "$(column 3)" = 0 ]
ok 'and asks for feeds with their validators' grep -q 'rss.xml HTTP/1.1" 304' "$dir/www/access.log"
ok 'and for no page at all' sh -c "! grep -q 'GET /view/' '$dir/www/access.log'"
db=unlearned
run 0 'one source that teaches nothing' --no-learn $fast hanbit-wire
pages >"$dir/pages"
ok 'says so at each of its pages' sh -c "[ \"\$(wc -l <'$dir/pages')\" -gt 0 ] &&
	[ \"\$(zcat '$dir/$db.warc.gz' | grep -ac '^Gisa-Learn: no')\" -ge \"\$(wc -l <'$dir/pages')\" ]"
ok 'and nowhere else' sh -c "! zcat '$dir/whole.warc.gz' | grep -aq '^Gisa-Learn'"
db=whole
run 2 'an unknown source' $fast nobody
ok 'is named' grep -q "no source named 'nobody'" "$dir/err"
run 0 'one source by its name' $fast hanbit-wire
ok 'alone' [ "$(wc -l <"$dir/out")" = 2 ]

# kill -9 at several moments; the same command again; everything is there, once.
db=killed
for pause in 0.05 0.2 0.4; do
	"$gisa" --db "$dir/$db.db" fetch --no-ingest $slow >/dev/null 2>&1 &
	pid=$!
	sleep "$pause"
	kill -9 "$pid"
	wait "$pid" 2>/dev/null
done
# A file that no fetch had begun when it was killed would be somebody else's.
[ ! -s "$dir/killed.warc.gz" ] || head -c 60 "$dir/whole.warc.gz" >>"$dir/killed.warc.gz"
run 0 'after kill -9 and a torn record the same command goes on' $slow
pages >"$dir/pages"
ok 'everything is there, once' diff "$dir/listed" "$dir/pages"

# Two at a time, and damage in the middle.
db=two
"$gisa" --db "$dir/$db.db" fetch --no-ingest $slow >/dev/null 2>&1 &
pid=$!
while [ ! -s "$dir/$db.warc.gz" ]; do sleep 0.01; done
run 2 'a second writer is turned away' $fast
ok 'with a word' grep -q 'another gisa is writing' "$dir/err"
[ ! -r /proc/locks ] || ok 'and the process that writes' grep -q "(process $pid)" "$dir/err"
wait "$pid"
# The lock of a process that has ended and left it to one that it started.
python3 -c '
import fcntl, os, sys, time
f = open(sys.argv[1], "r+b")
fcntl.flock(f, fcntl.LOCK_EX)
if not os.fork():
    print(os.getpid(), file=open(sys.argv[2], "w"), flush=True)
    time.sleep(60)
' "$dir/two.warc.gz" "$dir/heir" </dev/null >/dev/null 2>&1
while [ ! -s "$dir/heir" ]; do sleep 0.05; done
run 2 'nobody writes as long as it is held' $fast
if [ -r /proc/locks ]; then
	ok 'which is said' grep -q 'which has ended and left the lock to one that it started' "$dir/err"
	"$gisa" --db "$dir/two.db" doctor >"$dir/out" 2>&1
	same 'by gisa doctor, too' '2 yes' "$? $(tr -s ' \n' ' ' <"$dir/out" | grep -q 'which has ended and left the lock' && echo yes)"
fi
kill "$(cat "$dir/heir")"
db=damaged
cp "$dir/whole.warc.gz" "$dir/damaged.warc.gz"
cp "$dir/whole.db" "$dir/damaged.db"
sqlite3 "$dir/damaged.db" "DELETE FROM capture; DELETE FROM meta WHERE key = 'archive_mark'" # read it all again
size=$(wc -c <"$dir/damaged.warc.gz")
printf 'XXXXXXXX' | dd of="$dir/damaged.warc.gz" bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null
"$gisa" --db "$dir/damaged.db" fetch --force $fast >"$dir/out" 2>"$dir/err"
ok 'damage in the middle is an error, with its place' grep -q 'damaged' "$dir/err"
ok 'and nothing is cut off' [ "$(wc -c <"$dir/damaged.warc.gz")" -ge "$size" ]

# A server as bad as nginx can be made.
mkdir -p "$dir/bad/tmp" "$dir/bad/www"
head -c 30000000 /dev/zero >"$dir/bad/www/huge"
head -c 40000000 /dev/zero | gzip -9 >"$dir/bad/www/bomb"
printf '<p>here</p>' >"$dir/bad/www/good"
printf '<p>slow, slower than anybody waits</p>%2000s' x >"$dir/bad/www/drip"
printf '\377\330\377\340' >"$dir/bad/www/image"
{
	printf '<urlset>'
	for p in good huge bomb drip image circle outside none wait abort; do
		printf '<url><loc>http://bad.example/%s</loc></url>' "$p"
	done
	printf '<url><loc>http://rest.example/busy</loc></url><url><loc>http://rest.example/after</loc></url></urlset>'
} >"$dir/bad/www/sitemap.xml"
bad_port=$((port + 7))
owner=
[ "$(id -u)" = 0 ] && owner='user root;'
cat >"$dir/bad/nginx.conf" <<END
$owner
pid $dir/bad/nginx.pid;
error_log $dir/bad/error.log;
events {}
http {
	access_log $dir/bad/access.log;
	client_body_temp_path $dir/bad/tmp;
	proxy_temp_path $dir/bad/tmp;
	fastcgi_temp_path $dir/bad/tmp;
	uwsgi_temp_path $dir/bad/tmp;
	scgi_temp_path $dir/bad/tmp;
	default_type text/html;
	server {
		listen 127.0.0.1:$bad_port;
		root $dir/bad/www;
		location = /robots.txt { return 200 "User-agent: *\nAllow: /\n"; }
		location = /bomb { add_header Content-Encoding gzip; }
		location = /drip { limit_rate 20; }
		location = /image { default_type image/jpeg; }
		location = /circle { return 302 /circle?again; }
		location = /outside { return 302 ftp://127.0.0.1/x; }
		location = /busy { add_header Retry-After 7200 always; return 429; }
		location = /wait { add_header Retry-After 1 always; return 503; }
		location = /abort { return 444; }
	}
}
END
nginx -p "$dir/bad" -c "$dir/bad/nginx.conf" -e "$dir/bad/error.log" || failed=$((failed + 1))
printf '[bad]\nsitemap = http://bad.example/sitemap.xml\ndelay_ms = 0\n' >"$dir/bad/sources"
hostile="--sources $dir/bad/sources --connect-to 127.0.0.1:$bad_port --timeout 1"
db=bad
run 0 'a hostile server is lived through' --json $hostile
ok 'the good page came' grep -q '"fetched":1,' "$dir/out"
ok 'what a busy server has besides is put off' grep -q '"put_off":1,' "$dir/out"
ok 'and not asked for' sh -c "! grep -q 'GET /after' '$dir/bad/access.log'"
ok 'the ten others failed' grep -q '"failed":10,' "$dir/out"
ok 'a huge page is refused by its size' grep -q 'huge: larger than' "$dir/out"
ok 'and so is a bomb' grep -q 'bomb: larger than' "$dir/out"
ok 'an image is no page' grep -q 'image: no page but image/jpeg' "$dir/out"
ok 'a circle is followed twice' [ "$(grep -c 'GET /circle' "$dir/bad/access.log")" = 2 ]
ok 'a server that asks for two hours is asked once' [ "$(grep -c 'GET /busy' "$dir/bad/access.log")" = 1 ]
ok 'one that asks for a second is asked again' [ "$(grep -c 'GET /wait' "$dir/bad/access.log")" = 3 ]
ok 'the archive stays small' [ "$(wc -c <"$dir/bad.warc.gz")" -lt 20000 ]
: >"$dir/bad/access.log"
run 0 'the same again' --force $hostile
ok 'leaves the busy server alone' sh -c "! grep -q -e 'GET /busy' -e 'GET /after' '$dir/bad/access.log'"
ok 'asks only for what may have got better' sh -c "! grep -E 'GET /(good|huge|bomb|image|circle|none) ' '$dir/bad/access.log'"
sh "$serve" stop "$dir/bad"
run 2 'a server that is gone' --force $hostile
ok 'is told' grep -q 'sitemap.xml: .*[Cc]onnect' "$dir/err"

end
