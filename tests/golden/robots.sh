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
