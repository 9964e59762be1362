name: newsis
outlet: 뉴시스
hosts: newsis.com
confirmed: no
feed: https://www.newsis.com/RSS/sokbo.xml
delay: 2
body: .viewer article, .articleView, #textBody
