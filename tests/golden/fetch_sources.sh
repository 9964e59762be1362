. "$HARNESS"
# Where the sources file is looked for, and what is said of one that is of no use.
unset XDG_CONFIG_HOME
export HOME=home
run --db news.db fetch
export HOME=
run --db news.db fetch
export HOME=home XDG_CONFIG_HOME=
run --db news.db fetch
export XDG_CONFIG_HOME=config
run --db news.db fetch
mkdir -p config/gisa
printf '[naru]\nfeed = http://naru.example/rss\n' >config/gisa/sources
run --db news.db fetch --limit 1 nobody
: >news.sources
run --db news.db fetch
run --db news fetch
run --db other.db fetch nobody
printf '[naru\n' >news.sources
run --db news.db fetch
run --db news.db fetch --sources config/gisa/sources nobody
run --db news.db fetch --sources missing
