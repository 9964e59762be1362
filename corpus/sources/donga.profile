name: donga
outlet: 동아일보
hosts: donga.com
confirmed: yes
feed: https://rss.donga.com/total.xml
delay: 2
body: .view_body, .article_txt
