. "$HARNESS"
# Where databases and inputs may be: a mistyped path makes no folders, no HOME is no folder, a pipe is a
# file, and a folder without pages says so.
cat >article.jsonl <<'END'
{"url":"https://a.example/1","title":"등대 소식","body":"등대가 다시 켜졌다."}
END
run --db no/such/news.db import article.jsonl
GISA_DB=no/such/news.db run import article.jsonl
GISA_DB=no/such/news.db run rebuild
ls
unset XDG_DATA_HOME HOME
run search 등대
run import article.jsonl
run fetch --sources article.jsonl
XDG_DATA_HOME=relative run import article.jsonl
XDG_DATA_HOME=$PWD/data "$GISA" import -q article.jsonl && ls data/gisa
mkfifo pipe
cat article.jsonl >pipe &
run --db news.db import pipe
mkdir folder
run --db news.db import folder
run --db news.db search --count 등대
# Asked anywhere, with any other option.
"$GISA" --db news.db --help | head -n 1
"$GISA" -q -h | head -n 1
for where in '--version' '--db x --version' 'search --version' 'search 등대 --version' '-q --version import'; do
	"$GISA" $where | sed 's/[0-9.]*$/N/'
done
run --threads 1
