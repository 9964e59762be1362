name: edaily
outlet: 이데일리
hosts: edaily.co.kr
confirmed: no
delay: 2
body: .news_body
noise: .gg_textshow
