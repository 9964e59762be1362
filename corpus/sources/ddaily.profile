name: ddaily
outlet: 디지털데일리
hosts: ddaily.co.kr
confirmed: no
delay: 2
body: #article-view-content-div, .article_content
