name: joongang
outlet: 중앙일보
hosts: joongang.co.kr joins.com
confirmed: no
delay: 2
body: #article_body
caption: .caption
