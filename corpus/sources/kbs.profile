name: kbs
outlet: KBS
hosts: news.kbs.co.kr kbs.co.kr
confirmed: yes
delay: 2
body: #cont_newstext
