name: kmib
outlet: 국민일보
hosts: kmib.co.kr
confirmed: no
delay: 2
body: #articleBody, .tx
