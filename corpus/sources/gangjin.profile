name: gangjin
outlet: 강진군
hosts: gangjin.go.kr
confirmed: yes
delay: 2
body: .text_viewbox
title: .view_titlebox h3
