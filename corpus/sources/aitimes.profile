name: aitimes
outlet: AI타임스
hosts: aitimes.com aitimes.kr
confirmed: no
feed: https://www.aitimes.com/rss/allArticle.xml
delay: 2
body: #article-view-content-div
