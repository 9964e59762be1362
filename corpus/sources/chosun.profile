name: chosun
outlet: 조선일보
hosts: chosun.com
confirmed: yes
feed: https://www.chosun.com/arc/outboundfeeds/rss/?outputType=xml
delay: 2
body: section.article-body, #news_body_id
