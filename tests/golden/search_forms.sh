# One word in its forms: compounds and their parts, verbs, spacing, widths, letters apart, Hanja.
. "$HARNESS"
cat >articles.jsonl <<'EOF'
{"url":"https://bada.example/1","outlet":"바다일보","published":"2026-03-02T09:00:00+09:00","title":"국가돌봄로봇위원회 첫 회의","body":"국가돌봄로봇위원회가 2일 첫 회의를 열었다. 반도체산업진흥법도 다뤘다. 물음은 심각한데 답은 아름답지 않았다."}
{"url":"https://bada.example/2","outlet":"바다일보","published":"2026-03-03T09:00:00+09:00","title":"위원회, 가게 문 닫은 사정 듣는다","body":"오픈소스 가게가 문을 닫는다고 밝혔다. 위원회는 사정을 물었고, 값은 ３００원이었다."}
{"url":"https://bada.example/3","outlet":"바다일보","published":"2026-03-04T09:00:00+09:00","title":"美, 새 모델에 문 열다","body":"오픈 소스 모델이 가까운 나라에서 빨라졌다."}
EOF
"$GISA" -q --db forms.db import articles.jsonl
GISA_DB=forms.db
export GISA_DB
for query in 위원회 로봇 '돌봄 로봇 위원회' 진흥법 반도체산업 닫기 닫다 열다 심각 심각하다 아름다운 묻다 빠르다 가깝다 오픈소스 '오픈 소스' 300원 미국; do
	run search --fields title "$query"
done
run search --fields title "$(printf '\341\204\213\341\205\261\341\204\213\341\205\257\341\206\253\341\204\222\341\205\254')"
