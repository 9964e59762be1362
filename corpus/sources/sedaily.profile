name: sedaily
outlet: 서울경제
hosts: sedaily.com
confirmed: no
delay: 2
body: .article_view
noise: .art_rel
