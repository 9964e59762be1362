name: itchosun
outlet: IT조선
hosts: it.chosun.com
confirmed: no
delay: 2
body: #article-view-content-div
