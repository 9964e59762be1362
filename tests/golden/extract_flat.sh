. "$HARNESS"
# A page as a crawler leaves it: menus, headlines of other stories, a story with a subhead, widgets.
cat >page.txt <<'END'
정치 경제 사회
  • 가나시 새 다리 놓는다..."내년 봄"
  • 다라군 축제 다음 달 열린다
  • 마바구 도서관 새로 연다

공개 모델 널리 쓴다

2025년 02월 03일 04시 37분
작은 크기 폰트
큰 크기 폰트

정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다.

업계는 반겼다. 한 회사 대표는 “걱정하던 일이 풀렸다”고 말했다.

비용이 관건

다만 전기요금이 부담이라는 목소리도 있다. 전문가들은 서둘러서는 안 된다고 입을 모았다.

김말이 기자 mari@a.example
ⓒ 가나이코노미. 무단전재 및 재배포 금지

이 기사 어땠나요?
많이 본 기사
  • 가나시 새 다리 놓는다..."내년 봄"
  • 사아동 시장 새 단장
END
run extract --explain page.txt

# What a text browser prints at 60 columns, under the head of a crawler: each rule is named.
cat >wrapped.txt <<'END'
---
title: "공개 모델 \"가온\" 널리 쓴다"
author: 남도현
date: 2025-02-03
---
[1]정치 [2]경제 [3]사회
[4]문화 [5]날씨 [6]로그인

공개 모델 "가온" 널리 쓴다

정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지
모두 열 곳에 들인다는 계획이며 먼저 두 곳에서 시험 삼아 써
본다. 들어가는 돈은 모두 칠십억 원이다.

업계는 반겼다. 한 회사 대표는 “걱정하던 일이 풀렸다”고
말했다. 다만 전기요금이 부담이라는 목소리도 있다. 전문가들은
서둘러서는 안 된다고 입을 모았다.

남도현 기자

References

1. https://a.example/1
2. https://a.example/2
END
run extract --explain wrapped.txt

# Decks whose headline is not there: why there is no title is said.
cat >decks.txt <<'DECKS'
정부, 공개 모델 계획 첫 발표
업계 "걱정하던 비용 풀렸다" 환영
전문가 "전기요금이 관건" 지적
정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다.
업계는 반겼다. 한 회사 대표는 “비용 걱정이 풀렸다”고 말했다.
다만 전기요금이 부담이라는 목소리도 있다. 전문가들은 서둘러서는 안 된다고 입을 모았다.
DECKS
run extract --explain decks.txt
