. "$HARNESS"
# On a terminal a long run shows how far it is, and wipes it before anything else is said.
cat >show.py <<'PY'
import os, pty, re, sys
pid, fd = pty.fork()
if pid == 0:
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
text = re.sub(r"\r\x1b\[K[0-9/]+ [a-z]+, [0-9a-z.]+ a second", "", out.decode())  # as slow as it is
sys.stdout.write(text.replace("\r\x1b[K", "[wiped]").replace("\r\n", "\n"))
PY
printf '{"outlet":"naru","title":"등대","body":"등대가 켜졌다."}\n' >in.jsonl
python3 show.py "$GISA" --db t.db import --format jsonl in.jsonl
python3 show.py "$GISA" --db t.db import -q --format jsonl in.jsonl
python3 show.py "$GISA" --db t.db export --out out
