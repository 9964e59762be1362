name: hani
outlet: 한겨레
hosts: hani.co.kr
confirmed: yes
feed: https://www.hani.co.kr/rss/
delay: 2
body: .article-text .text, [itemprop=articleBody]
subtitle: .article-text .subtitle
