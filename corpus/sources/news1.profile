name: news1
outlet: 뉴스1
hosts: news1.kr
confirmed: no
delay: 2
body: #articleBodyContent, #articles_detail
