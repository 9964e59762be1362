name: bloter
outlet: 블로터
hosts: bloter.net
confirmed: no
feed: https://www.bloter.net/rss/allArticle.xml
delay: 2
body: #article-view-content-div
