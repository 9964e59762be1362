name: segye
outlet: 세계일보
hosts: segye.com
confirmed: no
delay: 2
body: #article_txt, .viewBox2
noise: .precis
