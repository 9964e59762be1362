#include "nlp/facts/speech_sentence.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"a bracket between title and josa", "홍길동 교수(경제학)는 “값이 내린다”고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"a bracket of several words", "가온위원회(위원장 임꺽정)는 “값이 내린다”고 밝혔다.",
     "가온위원회 body: 값이 내린다 | "},
    {"a mark right after the josa", "홍길동 교수는“값이 내린다”고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"marks inside speech end no sentence",
     "홍길동 교수는 “값이 내린다. 그것이 문제다.”라고 말했다.",
     "홍길동 person: 값이 내린다. 그것이 문제다. | "},
    {"a name that the tagger cuts up", "양소유 한빛연구소 책임연구원은 “값이 내린다”고 말했다.",
     "양소유 person (한빛연구소): 값이 내린다 | "},
    {"a name between marks", "‘가온방송’은 “값이 내린다”고 밝혔다.",
     "가온방송 body: 값이 내린다 | "},
    {"a department before a title", "홍길동 한빛대 경제학과 교수는 “값이 내린다”고 말했다.",
     "홍길동 person (한빛대): 값이 내린다 | "},
    {"what takes speech up is no clause", "홍길동 교수는 “다리를 놓을 계획”이라고 말했다.",
     "홍길동 person: 다리를 놓을 계획 | "},
    {"an order whose verb is 말다", "홍길동 교수는 길을 막지 말라고 요구했다.",
     "~홍길동 person: 길을 막지 말라고 | "},
    {"what is said in 했습니다", "홍길동 교수는 길이 막힌다고 했습니다.",
     "~홍길동 person: 길이 막힌다고 | "},
    {"a thing in 건 does not speak", "홍길동 교수는 길이 막힌 건 아니라고 말했다.",
     "~홍길동 person: 길이 막힌 건 아니라고 | "},
    {"a clause in 도 does not say how", "가온부는 길에 들어가도 문은 열겠다고 밝혔다.",
     "~가온부 body: 길에 들어가도 문은 열겠다고 | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
