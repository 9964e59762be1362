# One noun that looks like another with its josa, like a verb's form, or like a word that counts little.
. "$HARNESS"
cat >articles.jsonl <<'EOF'
{"url": "http://a.example/a", "title": "이중섭 특별전 열린다", "outlet": "a", "published": "2025-03-01", "body": "화가의 편지도 나온다. 화가는 제주에서 살았다. 그 화가를 기린다."}
{"url": "http://b.example/b", "title": "강남 AI 스타트업 몰린다", "outlet": "b", "published": "2025-03-01", "body": "서울 강남구 테헤란로에 AI 스타트업이 몰린다. 테헤란로의 임대료가 올랐다."}
{"url": "http://c.example/c", "title": "유조선 피격", "outlet": "c", "published": "2025-03-01", "body": "걸프만에서 유조선이 공격받았다. 걸프만의 긴장이 높아졌다."}
{"url": "http://d.example/d", "title": "비만 치료", "outlet": "d", "published": "2025-03-01", "body": "제약사가 약을 내놨다. 약의 값은 비싸다. 이 약은 먹는다."}
{"url": "http://e.example/e", "title": "코딩 대회 수상", "outlet": "e", "published": "2025-03-01", "body": "초등학생 가은이 상을 받았다. 가은은 게임을 만들었다."}
{"url": "http://f.example/f", "title": "우주 발사 성공", "outlet": "f", "published": "2025-03-01", "body": "누리호가 하늘을 갈랐다. 누리호의 3단이 분리됐다. 누리호를 지켜봤다."}
{"url": "http://g.example/g", "title": "이어폰 시장", "outlet": "g", "published": "2025-03-01", "body": "에어팟과 이어팟이 팔린다. 이어팟을 찾는 이가 늘었다."}
{"url": "http://h.example/h", "title": "철도 노선", "outlet": "h", "published": "2025-03-01", "body": "기차역에서 사람들이 기다렸다. 기차역은 붐볐다."}
{"url": "http://i.example/i", "title": "모델 압축", "outlet": "i", "published": "2025-03-01", "body": "연구진은 양자화를 손봤다. 이소화 교수가 도왔다. 화가 난 사람은 없었다."}
EOF
"$GISA" -q --db nouns.db import --no-learn articles.jsonl
GISA_DB=nouns.db
export GISA_DB
for query in 테헤란로 테헤란로의 걸프만 화가 화가의 약 이어팟 가은 누리호 기차 사람 사람들이; do
	run search --fields title "$query"
done
run trend --by month 화가
