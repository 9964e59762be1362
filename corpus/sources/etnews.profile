name: etnews
outlet: 전자신문
hosts: etnews.com
confirmed: no
feed: https://rss.etnews.com/Section901.xml
delay: 2
body: #articleBody, .article_body
