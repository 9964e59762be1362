name: khan
outlet: 경향신문
hosts: khan.co.kr
confirmed: yes
feed: https://www.khan.co.kr/rss/rssdata/total_news.xml
delay: 2
body: #articleBody, .art_body
