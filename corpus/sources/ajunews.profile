name: ajunews
outlet: 아주경제
hosts: ajunews.com
confirmed: no
delay: 2
body: #articleBody, [itemprop=articleBody]
noise: .related_news
