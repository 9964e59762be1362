name: jeonnam
outlet: 전라남도
hosts: jeonnam.go.kr
confirmed: yes
delay: 2
body: .bbs_view_contnet
noise: #nuri
