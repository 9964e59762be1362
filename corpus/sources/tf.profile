name: tf
outlet: 더팩트
hosts: tf.co.kr
confirmed: no
delay: 2
body: #readBody, .cntBox
