. "$HARNESS"
# What robots.txt reserves against AI goes with the article, and the crawl is not kept from it.
for site in closed searched signal open; do
	mkdir -p www/$site/view
	cp "$SAMPLE/sites/sori-local/news/read/2303.html" www/$site/view/1.html
done
printf 'User-agent: GPTBot\nDisallow: /view/\n' >www/closed/robots.txt
printf 'User-agent: PerplexityBot\nDisallow: /\n' >www/searched/robots.txt
printf 'User-agent: *\nContent-Signal: search=yes,ai-train=no\nAllow: /\n' >www/signal/robots.txt
printf 'User-agent: *\nAllow: /\n' >www/open/robots.txt
serve_sites www
for site in closed searched signal open; do
	echo "http://$site.example/view/1.html" >$site.txt
	printf '[%s]\nurls = %s.txt\ndelay_ms = 0\n' $site $site >>t.sources
done
"$GISA" --db t.db fetch -q --connect-to "127.0.0.1:$port" >/dev/null
zcat t.warc.gz | tr -d '\r' | awk '/^WARC-Target-URI: / { uri = $2 } /^X-Archive-C(losed|ontent-Sig)/ { print uri, $0 }' | sort
sqlite3 t.db "SELECT DISTINCT substr(url, 1, instr(url, '.example') - 1), coalesce(rights_ai_training, 'null') FROM article ORDER BY 1"
