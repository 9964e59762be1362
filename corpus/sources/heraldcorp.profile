name: heraldcorp
outlet: 헤럴드경제
hosts: heraldcorp.com
confirmed: no
delay: 2
body: #articleText, .article_view
