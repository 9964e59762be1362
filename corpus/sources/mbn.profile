name: mbn
outlet: MBN
hosts: mbn.co.kr
confirmed: yes
delay: 2
body: #newsViewArea
noise: .ie10browser_wrapper
