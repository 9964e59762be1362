name: daum
outlet: 다음뉴스
hosts: v.daum.net news.v.daum.net
confirmed: yes
portal: yes
delay: 2
body: section[dmcf-sid], .article_view, #harmonyContainer
press: meta[property="og:article:author"]@content
caption: .txt_caption
