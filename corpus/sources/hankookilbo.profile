name: hankookilbo
outlet: 한국일보
hosts: hankookilbo.com
confirmed: yes
delay: 2
body: [itemprop=articleBody], .editor-p
