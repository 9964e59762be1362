name: seoul
outlet: 서울신문
hosts: seoul.co.kr
confirmed: no
delay: 2
body: #articleContent, #atic_txt1, .viewContent
