name: g-enews
outlet: 글로벌이코노믹
hosts: g-enews.com
confirmed: no
delay: 2
body: .vtxt.detailCont, [itemprop=articleBody]
