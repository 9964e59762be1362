name: yna
outlet: 연합뉴스
hosts: yna.co.kr
confirmed: no
feed: https://www.yna.co.kr/rss/news.xml
delay: 2
body: .story-news, article.story-news
subtitle: .tit-sub
noise: .writer-zone01, .related-zone, .txt-copyright
