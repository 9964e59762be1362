name: zdnet-korea
outlet: 지디넷코리아
hosts: zdnet.co.kr
confirmed: no
feed: https://feeds.feedburner.com/zdkorea
delay: 2
body: #articleBody, .view_cont
