name: inews24
outlet: 아이뉴스24
hosts: inews24.com
confirmed: no
delay: 2
body: #articleBody, .article_body
