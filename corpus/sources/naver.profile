name: naver
outlet: 네이버뉴스
hosts: n.news.naver.com news.naver.com
confirmed: yes
portal: yes
delay: 2
body: #dic_area, #newsct_article, #articeBody, #articleBodyContents
published: [data-date-time]@data-date-time
press: meta[name="twitter:creator"]@content
caption: .img_desc
noise: .end_photo_org em, .vod_player_wrap
