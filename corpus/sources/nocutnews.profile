name: nocutnews
outlet: 노컷뉴스
hosts: nocutnews.co.kr
confirmed: no
delay: 2
body: #pnlContent
