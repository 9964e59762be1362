name: mbc
outlet: MBC
hosts: imnews.imbc.com imbc.com
confirmed: yes
delay: 2
body: .news_txt[itemprop=articleBody], .news_txt
caption: .news_img .caption
