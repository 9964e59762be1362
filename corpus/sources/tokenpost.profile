name: tokenpost
outlet: 토큰포스트
hosts: tokenpost.kr
confirmed: no
delay: 2
body: .article_content, #articleContentArea
