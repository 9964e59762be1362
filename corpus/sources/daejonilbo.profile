name: daejonilbo
outlet: 대전일보
hosts: daejonilbo.com
confirmed: yes
feed: https://www.daejonilbo.com/rss/allArticle.xml
delay: 2
