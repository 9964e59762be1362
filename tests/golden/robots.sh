. "$HARNESS"
cat >robots.txt <<'R'
User-agent: gisa
Disallow: /private/
Allow: /private/press$

User-agent: *
Disallow: /*.pdf$
Disallow: /login
R
run robots --robots robots.txt http://x.example/news/1 http://x.example/private/a /private/press
run robots --robots robots.txt --agent other http://x.example/a.pdf 'http://x.example/a.pdf?x' /login/now
run robots --robots robots.txt /private/a
run robots --robots missing.txt /a
run robots /a
cat >heads.txt <<'R'
User-agent: *
Crawl-delay: 2
User-agent: BadBot
Disallow: /

user-agent OtherBot
disallow /other
R
run robots --robots heads.txt --explain /news/1
run robots --robots heads.txt --explain --agent badbot /news/1
run robots --robots heads.txt --agent OtherBot --explain /news/1 /other/2
# What is reserved against AI.
cat >ai.txt <<'R'
User-agent: *
Content-Signal: search=yes, ai-train=no
Disallow: /admin/

User-agent: GPTBot
User-agent: PerplexityBot
Disallow: /news/
R
run robots --robots ai.txt --explain /news/1 /about
sed 's/Content-Signal.*/Content-Usage: train-ai=y/' ai.txt >usage.txt
run robots --robots usage.txt --explain /about
