. "$HARNESS"
# A database of an earlier version may hold titles of any length. What they cost follows what is printed of them.
printf '{"title":"고래가 지나갔다","url":"http://a.example/1","body":"고래가 동해를 지나갔다. 3명이 보았다."}\n{"title":"고래가 쉬었다","body":"고래가 쉬었다."}\n' >a.jsonl
"$GISA" --db t.db import -q a.jsonl
sqlite3 t.db "UPDATE article SET title = '고래' || replace(hex(zeroblob(800000)), '0', '가') WHERE url IS NOT NULL"
cat >terminal.py <<'PY'
import os, pty, sys
pid, fd = pty.fork()
if pid == 0:
    os.environ["PAGER"] = "cat"
    os.execv(sys.argv[1], sys.argv[1:])
out = b""
while True:
    try:
        data = os.read(fd, 65536)
    except OSError:
        break
    if not data:
        break
    out += data
os.waitpid(pid, 0)
print(" ".join(sys.argv[4:]) + ":", len(out.decode().split("\r\n")), "lines")
PY
for c in 'search 고래' 'search --kwic 고래' 'search --fields rank,title 고래'; do
	timeout 30 python3 terminal.py "$GISA" --db t.db $c
done
for c in 'search --fields title,id 고래' 'search --json 고래'; do
	timeout 30 "$GISA" --db t.db $c | wc -c | awk -v c="$c" '{ print c ": " ($1 < 6000000 ? "once" : $1 " bytes") }'
done
