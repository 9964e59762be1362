name: sbs
outlet: SBS
hosts: news.sbs.co.kr sbs.co.kr
confirmed: yes
delay: 2
body: [itemprop=articleBody], .text_area
