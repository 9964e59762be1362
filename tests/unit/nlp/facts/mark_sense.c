#include "nlp/facts/mark_sense.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"a word that a verb of saying takes up", "홍길동 교수는 “네”라고 답했다.",
     "홍길동 person: 네 | "},
    {"a few words inside what is reported", "홍길동 교수는 이번 일이 “역사적인” 결정이라고 말했다.",
     "~홍길동 person: 이번 일이 “역사적인” 결정이라고 | 홍길동 person: 역사적인 | "},
    {"a verb is attached to the words", "홍길동 교수는 다리를 “바로 철거”하겠다고 밝혔다.",
     "~홍길동 person: 다리를 “바로 철거”하겠다고 | 홍길동 person: 바로 철거 | "},
    {"the object of a verb of saying", "홍길동 교수는 “전면 중단”을 선언했다.",
     "홍길동 person: 전면 중단 | "},
    {"a noun of saying follows at once", "홍길동 교수는 “사실무근” 입장을 냈다.",
     "홍길동 person: 사실무근 | "},
    {"a noun of saying after 등의", "홍길동 교수는 “느린 행정”이라는 등의 비판을 했다.",
     "홍길동 person: 느린 행정 | "},
    {"a quotation takes no notice of what it is called",
     "홍길동 교수는 노래 “달밤에 다리를 건너면 강이 보인다”라고 말했다.",
     "홍길동 person: 달밤에 다리를 건너면 강이 보인다 | "},
    {"a thing bears the name", "홍길동 교수는 영화 “달밤”을 다시 보겠다고 말했다.",
     "~홍길동 person: 영화 “달밤”을 다시 보겠다고 | "},
    {"a title with 은", "홍길동 교수의 신곡은 “달밤”이다.", ""},
    {"대책 is no book", "홍길동 교수는 이 대책 “강화”를 촉구했다.", "홍길동 person: 강화 | "},
    {"a law, though something is said of it",
     "홍길동 교수는 “강변 보존 특별법”을 없애겠다고 말했다.",
     "~홍길동 person: “강변 보존 특별법”을 없애겠다고 | "},
    {"a word, and nothing that tells: speech", "홍길동 교수는 “행정”을 들었다.",
     "홍길동 person: 행정 | "},
    {"what is called so", "이른바 “달밤 사건”을 두고 말이 많다.", ""},
    {"a counter is attached to a name", "배 “가온”호가 닿았다.", ""},
    {"what owns another noun is a name", "“달밤 사건”의 파문이 크다.", ""},
    {"few words, and names between single marks: speech",
     "‘가온길’을 두고 홍길동 교수는 “느린 행정”을 들었다.", "홍길동 person: 느린 행정 | "},
    {"few words, and nothing that tells: speech", "홍길동 교수는 “느린 행정”을 들었다.",
     "홍길동 person: 느린 행정 | "},
    {"few words, and names between double marks: a name",
     "“가온길”의 이름을 두고 홍길동 교수는 “느린 행정”을 들었다.", ""},
    {"a term comes again", "홍길동 교수는 “느린 행정”을 들었다. 느린 행정은 병이다.", ""},
    {"a line after a label is speech, however it ends",
     "[홍길동/상인]\n“그래서 저희가 가 봤는데 아무도 없고”",
     "홍길동 person: 그래서 저희가 가 봤는데 아무도 없고 | "},
    {"a question between single marks", "홍길동 교수는 ‘왜 이제냐’고 물었다.",
     "홍길동 person: 왜 이제냐 | "},
    {"such is said", "홍길동 교수가 ‘두 자리를 요구했다’ 이런 얘기를 했다.",
     "홍길동 person: 두 자리를 요구했다 | "},
    {"such a thing is none that is said", "홍길동 교수가 ‘두 자리를 요구했다’ 이런 책을 썼다.", ""},
    {"whose statement it is, between single marks",
     "‘길이 막혔는데 차가 돌진했다’는 운전자의 주장은 달랐다.",
     "운전자 role: 길이 막혔는데 차가 돌진했다 | "},
    {"what a term is", "“강변 주민의 기초 재원”이란 돈을 말한다.", ""},
    {"a study by its name", "심청은 “강변 주민의 기초 재원” 보고서를 썼다.", ""},
    {"a title between single marks", "홍길동 교수는 ‘왜 이제냐’라는 책을 썼다.", ""},
    {"what is talked about by its name", "홍길동 교수는 “잊힌 다리”에 대한 책을 썼다.", ""},
    {"a thing gets its name", "새 길은 “강변 주민의 넓은 다리”로 불렸다.", ""},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
