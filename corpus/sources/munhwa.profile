name: munhwa
outlet: 문화일보
hosts: munhwa.com
confirmed: no
delay: 2
body: #News_content, #articleBody
