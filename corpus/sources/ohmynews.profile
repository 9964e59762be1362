name: ohmynews
outlet: 오마이뉴스
hosts: ohmynews.com
confirmed: no
feed: http://rss.ohmynews.com/rss/ohmynews.xml
delay: 2
body: .at_contents, .article_view
