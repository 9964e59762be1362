name: ytn
outlet: YTN
hosts: ytn.co.kr
confirmed: yes
delay: 2
body: #CmAdContent
noise: .more_box, .ad_box
