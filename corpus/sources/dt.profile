name: dt
outlet: 디지털타임스
hosts: dt.co.kr
confirmed: no
delay: 2
body: .article_view, #article_body
