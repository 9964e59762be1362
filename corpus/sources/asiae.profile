name: asiae
outlet: 아시아경제
hosts: asiae.co.kr
confirmed: no
delay: 2
body: #txt_area, .article
