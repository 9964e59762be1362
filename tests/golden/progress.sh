. "$HARNESS"
# On a terminal a long run shows how far it is, and wipes it before anything else is said.
show() {
	wiped=$(printf '\r\033')'\[K' # the speed is that of the machine
	python3 "$ROOT/tests/terminal.py" 80 "$GISA" "$@" |
		sed -E "s/$wiped[0-9\/]+ [a-z]+, [0-9a-z.]+ a second//g; s/$wiped/[wiped]/g"
}
printf '{"outlet":"naru","title":"등대","body":"등대가 켜졌다."}\n' >in.jsonl
show --db t.db import --format jsonl in.jsonl
show --db t.db import -q --format jsonl in.jsonl
show --db t.db export --out out
