name: pressian
outlet: 프레시안
hosts: pressian.com
confirmed: no
delay: 2
body: .article_body
