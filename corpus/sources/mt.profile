name: mt
outlet: 머니투데이
hosts: mt.co.kr
confirmed: no
feed: https://rss.mt.co.kr/mt_news.xml
delay: 2
body: #textBody
noise: .relation_news, .articlead
