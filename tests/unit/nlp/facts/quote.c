#include "nlp/facts/quote.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"the subject before speaks", "홍길동 교수는 “값이 내린다고 본다”고 말했다.",
     "홍길동 person: 값이 내린다고 본다 | "},
    {"straight marks", "홍길동 교수는 \"값이 내린다고 본다\"고 말했다.",
     "홍길동 person: 값이 내린다고 본다 | "},
    {"speech goes on after 며", "홍길동 교수는 “값이 내린다고 본다”며 “그것이 문제다”라고 했다.",
     "홍길동 person: 값이 내린다고 본다 | 홍길동 person: 그것이 문제다 | "},
    {"a term in marks is no speech", "업계는 “오픈소스”를 말한다. 오픈소스는 길다.", ""},
    {"marks inside marks stay", "홍길동 교수는 “‘공짜’라는 말은 틀렸다”고 했다.",
     "홍길동 person: ‘공짜’라는 말은 틀렸다 | "},
    {"what is reported comes in the order of the text",
     "가온시는 다리를 고친다고 밝히며 “연말에 끝난다”고 말했다.",
     "~가온시 body: 다리를 고친다고 | 가온시 body: 연말에 끝난다 | "},
    {"a text without speech has none", "값이 내렸다.", ""},
    {"an empty body has none", "", ""},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
