. "$HARNESS"
# A family's name finds articles that name a member of it alone; the member finds no other.
GISA_DB=gisa.db
export GISA_DB
cat >a.jsonl <<'J'
{"url":"http://a.example/1","outlet":"a","title":"새 추론 모델","published":"2025-03-01","body":"추론 모델 R1이 값을 내렸다. 다른 회사도 따랐다."}
{"url":"http://a.example/2","outlet":"a","title":"딥시크 소식","published":"2025-03-02","body":"딥시크가 앱을 고쳤다."}
{"url":"http://a.example/3","outlet":"a","title":"값 싸움","published":"2025-03-03","body":"앤트로픽이 오퍼스 4를 냈다. 모델 값은 그대로다."}
{"url":"http://a.example/4","outlet":"a","title":"딥시크 V3","published":"2025-03-04","body":"딥시크가 V3 값을 내렸다."}
J
run -q import --no-learn a.jsonl
for q in 딥시크 R1 클로드 '딥시크 값' '-딥시크' '(딥시크 회사) OR 클로드' 'title:클로드'; do
	run search --sort date --csv --fields title,snippet -- "$q"
	run search -q --count -- "$q"
done
run search --exact --csv --fields title 딥시크
run search --json --fields title,matches 클로드
run search --kwic 클로드
run search --facet month 딥시크
run trend --by month --csv 딥시크 R1
run search -q --save 가 딥시크
printf '{"url":"http://a.example/5","outlet":"a","title":"또","published":"2025-03-05","body":"추론 모델 R1 값이 또 내렸다."}\n' >b.jsonl
run -q import --no-learn b.jsonl
run alert 가
