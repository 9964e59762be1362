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
    {"a name that the tagger cuts up", "양소유 미르연구원 책임연구원은 “값이 내린다”고 말했다.",
     "양소유 person (미르연구원): 값이 내린다 | "},
    {"a name between marks", "‘가온방송’은 “값이 내린다”고 밝혔다.",
     "가온방송 body: 값이 내린다 | "},
    {"a department before a title", "홍길동 한빛대 경제학과 교수는 “값이 내린다”고 말했다.",
     "홍길동 person (한빛대): 값이 내린다 | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
