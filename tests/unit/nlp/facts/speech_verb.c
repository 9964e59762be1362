#include "nlp/facts/speech_verb.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"a subject that another verb keeps",
     "홍길동 교수가 왔다. 임꺽정 의원이 지지를 표명한 데 대해 “고맙다”고 답했다.",
     "홍길동 person: 고맙다 | "},
    {"the noun after 열린 is its own subject",
     "홍길동 교수가 15일 열린 회의에서 “값이 내린다”고 말했다.", "홍길동 person: 값이 내린다 | "},
    {"a subject that keeps an auxiliary of going on",
     "홍길동 교수가 왔다. 임꺽정 의원이 추진해온 계획과 관련해서는 “고맙다”고 답했다.",
     "홍길동 person: 고맙다 | "},
    {"the noun after 앉아 있는 is its own subject",
     "홍길동 교수가 앉아 있는 사람들 앞에서 “값이 내린다”고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"a clause with a subject of its own before a noun",
     "홍길동 교수는 손님이 남아 있다는 걱정에 “고맙다”고 답했다.", "홍길동 person: 고맙다 | "},
    {"the subject changes after 자", "정부가 값을 올리자 홍길동 교수는 “잘못이다”라고 말했다.",
     "홍길동 person: 잘못이다 | "},
    {"nobody says what is known", "값이 내린다고 알려졌다.", ""},
    {"hearsay is nobody's", "값이 내린다고 한다.", ""},
    {"했다 after a clause is said", "가온시는 값이 내린다고 했다.",
     "~가온시 body: 값이 내린다고 | "},
    {"a noun of saying with its verb", "가온시는 값이 내린다고 공지를 올렸다.",
     "~가온시 body: 값이 내린다고 | "},
    {"a thought is not said", "가온시는 값이 내린다고 생각했다.", ""},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
