name: mk
outlet: 매일경제
hosts: mk.co.kr
confirmed: no
feed: https://www.mk.co.kr/rss/30000001/
delay: 2
body: .news_cnt_detail_wrap
subtitle: .midtitle_text
