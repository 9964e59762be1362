#include "nlp/facts/reported.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"reported speech of a body", "미르연구원은 내년에 값이 크게 내릴 것이라고 밝혔다.",
     "~미르연구원 body: 내년에 값이 크게 내릴 것이라고 | "},
    {"how it was said comes before it",
     "미르연구원은 오늘 보도자료를 통해 값이 크게 내린다고 밝혔다.",
     "~미르연구원 body: 값이 크게 내린다고 | "},
    {"the subject before the verb", "값이 크게 내릴 것이라고 미르연구원은 밝혔다.",
     "~미르연구원 body: 값이 크게 내릴 것이라고 | "},
    {"an order", "가온시는 시장에게 내일까지 돌아오라고 지시했다.",
     "~가온시 body: 시장에게 내일까지 돌아오라고 | "},
    {"a proposal", "가온시는 함께 가자고 제안했다.", "~가온시 body: 함께 가자고 | "},
    {"a question", "기자들은 왜 값을 올렸느냐고 물었다.", "~기자들 role: 왜 값을 올렸느냐고 | "},
    {"without a subject the same goes on",
     "가온시는 값을 내린다고 밝혔다. 또 길을 넓힌다고 덧붙였다.",
     "~가온시 body: 값을 내린다고 | ~가온시 body: 길을 넓힌다고 | "},
    {"two clauses in a sentence", "가온시는 값을 내린다고 밝히면서, 길도 넓힌다고 덧붙였다.",
     "~가온시 body: 값을 내린다고 | ~가온시 body: 길도 넓힌다고 | "},
    {"after a quotation", "가온시는 “값이 비싸다”며 곧 값을 내린다고 말했다.",
     "가온시 body: 값이 비싸다 | ~가온시 body: 곧 값을 내린다고 | "},
    {"its subjects are not the speaker", "보고서는 가온시가 값을 내린다고 지적했다.",
     "~보고서 role: 가온시가 값을 내린다고 | "},
    {"a sentence without a verb of saying", "가온시는 값을 내린다고 해서 놀라지 않는다.", ""},
    {"만 after 고", "가온시는 값을 내린다고만 답했다.", "~가온시 body: 값을 내린다고 | "},
    {"how it was said comes after it", "홍길동 교수는 새 다리를 놓는다고 보도자료를 통해 밝혔다.",
     "~홍길동 person: 새 다리를 놓는다고 | "},
    {"a verb in 지 says nothing of how", "홍길동 교수는 문을 열지 않겠다고 하자 모두 떠났다.",
     "~홍길동 person: 문을 열지 않겠다고 | "},
    {"a source in place of a subject", "가온연구원에 따르면 새 다리를 놓는다고 발표했다.",
     "~가온연구원 body: 새 다리를 놓는다고 | "},
    {"a name in marks at the beginning", "홍길동 교수는 ‘가온길’을 넓힌다고 밝혔다.",
     "~홍길동 person: ‘가온길’을 넓힌다고 | "},
    {"a linking word is outside", "홍길동 교수는 나아가 새 다리를 놓는다고 말했다.",
     "~홍길동 person: 새 다리를 놓는다고 | "},
    {"what is measured is part of what is said", "열차의 운행률은 낮아졌다고 밝혔다.",
     "~? none: 열차의 운행률은 낮아졌다고 | "},
    {"of whom the paragraph before is does not go on to speak",
     "홍길동 교수는 길을 걸었다.\n새 다리를 놓는다고 밝혔다.", "~? none: 새 다리를 놓는다고 | "},
    {"the subject of the sentence before goes on",
     "홍길동 교수는 길을 걸었다. 새 다리를 놓는다고 밝혔다.",
     "~홍길동 person: 새 다리를 놓는다고 | "},
    {"a thing that is a topic does not speak",
     "소방청은 산을 살폈다. 등산화는 발에 잘 맞아야 한다고 밝혔다.",
     "~소방청 body: 등산화는 발에 잘 맞아야 한다고 | "},
    {"those asked answer, not who asked", "가온연구원은 길이 막힌다고 답한 주민이 늘었다고 밝혔다.",
     "~가온연구원 body: 길이 막힌다고 답한 주민이 늘었다고 | "},
    {"the subject of who says it in a relative clause",
     "홍길동 교수가 길이 막힌다고 말한 사실이 알려졌다.", "~홍길동 person: 길이 막힌다고 | "},
    {"내다보다", "주민들은 길이 막힌다고 내다보았다.", "~주민들 role: 길이 막힌다고 | "},
    {"what is heard", "길이 막혔다고 하는데 어떤가.", ""},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
