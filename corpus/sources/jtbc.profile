name: jtbc
outlet: JTBC
hosts: news.jtbc.co.kr jtbc.co.kr
confirmed: no
delay: 2
body: .article_content, #articlebody
