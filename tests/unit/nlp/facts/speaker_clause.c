#include "nlp/facts/speaker_clause.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"the subject after the quotation", "“값이 내린다고 본다”고 홍길동 교수는 말했다.",
     "홍길동 person: 값이 내린다고 본다 | "},
    {"whose statement it is", "“값이 내린다고 본다”는 게 홍길동 교수의 설명이다.",
     "홍길동 person: 값이 내린다고 본다 | "},
    {"the sentence after says so", "“값은 내리지 않아요.” 홍길동 교수의 말이다.",
     "홍길동 person: 값은 내리지 않아요. | "},
    {"the sentence before says so", "홍길동 교수는 고개를 저었다. “값은 내리지 않아요.”",
     "홍길동 person: 값은 내리지 않아요. | "},
    {"an adverb goes on", "홍길동 교수는 “값이 내린다”고 말했다. 이어 “그것이 문제”라고 덧붙였다.",
     "홍길동 person: 값이 내린다 | 홍길동 person: 그것이 문제 | "},
    {"two subjects, each their own", "여당은 “값이 내렸다”고 했고 야당은 “값이 올랐다”고 했다.",
     "여당 body: 값이 내렸다 | 야당 body: 값이 올랐다 | "},
    {"a body that is followed by 역시", "미르연구원 역시 “값이 내린다”고 밝혔다.",
     "미르연구원 body: 값이 내린다 | "},
    {"a body with 에서는", "미르연구원에서는 “값이 내린다”고 밝혔다.",
     "미르연구원 body: 값이 내린다 | "},
    {"a place with 에서는 is none", "홍길동 교수가 왔다. 가온시에서는 “값이 내린다”고 말했다.",
     "? none: 값이 내린다 | "},
    {"according to a body", "미르연구원에 따르면 “값이 내린다”.",
     "미르연구원 body: 값이 내린다 | "},
    {"a question of others", "홍길동 교수는 “값이 내리느냐”는 물음에 “모른다”고 답했다.",
     "? none: 값이 내리느냐 | 홍길동 person: 모른다 | "},
    {"said by whom the words after it tell",
     "한빛일보는 “값이 내린다”고 말한 관리의 편지를 실었다.", "? none: 값이 내린다 | "},
    {"an unknown voice after 라는", "홍길동 교수가 왔다. 그 자리에서 “값이 내린다”는 말이 나왔다.",
     "? none: 값이 내린다 | "},
    {"what others say of a criticism", "정부는 “값이 비싸다”는 비판을 받았다.",
     "? none: 값이 비싸다 | "},
    {"a body with 에서 where nobody else speaks", "대통령실에서 “값이 내린다”고 밝혔다.",
     "대통령실 body: 값이 내린다 | "},
    {"a stranger ends what was said before",
     "홍길동 교수는 “값이 내린다”고 말했다. 그림 속 나비는 봄날에 “온다”는 말로 읽혔다.",
     "홍길동 person: 값이 내린다 | ? none: 온다 | "},
    {"a subject that did not speak, two sentences on",
     "홍길동 교수가 왔다.\n회의가 열렸다.\n“값이 비싸다”라는 글이다.", "? none: 값이 비싸다 | "},
    {"an embedded subject does not speak",
     "홍길동 교수는 심청이 값을 올렸다고 밝히며 “그것이 문제”라고 말했다.",
     "~홍길동 person: 심청이 값을 올렸다고 | 홍길동 person: 그것이 문제 | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
