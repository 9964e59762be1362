name: fnnews
outlet: 파이낸셜뉴스
hosts: fnnews.com
confirmed: no
delay: 2
body: #article_content
