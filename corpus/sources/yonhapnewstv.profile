name: yonhapnewstv
outlet: 연합뉴스TV
hosts: yonhapnewstv.co.kr
confirmed: yes
delay: 2
body: #articleBody
noise: .videoWrap, .detail-rel
