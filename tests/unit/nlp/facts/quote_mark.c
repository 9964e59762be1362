#include "nlp/facts/quote_mark.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"a mark that never closes is none", "홍길동 교수는 “값이 내린다고 말했다.",
     "~홍길동 person: 값이 내린다고 | "},
    {"a quotation goes on in the next paragraph",
     "홍길동 교수는 “값이 내린다.\n그것이 문제다”라고 말했다.",
     "홍길동 person: 값이 내린다.\n그것이 문제다 | "},
    {"the wrong mark closes", "홍길동 교수는 “값이 내린다“고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"a closing mark opens", "홍길동 교수는 ”값이 내린다”고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"both marks the wrong way round", "홍길동 교수는 ”값이 내린다“고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"a closing mark in the air opens nothing", "홍길동 교수는 ” 값이 내린다고 말했다.",
     "~홍길동 person: 값이 내린다고 | "},
    {"a quotation in another one of the same marks",
     "홍길동 교수는 “‘낸다’가 아니라 “받는다”고 해야 한다”고 말했다.",
     "홍길동 person: ‘낸다’가 아니라 “받는다”고 해야 한다 | "},
    {"one that was never closed before another",
     "홍길동 교수는 “값이 낮다. 또 “강이 넓다”고 말했다.", "홍길동 person: 강이 넓다 | "},
    {"a straight mark opens, a curly one closes", "홍길동 교수는 \"값이 내린다”고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"a closing mark alone opens nothing",
     "홍길동 교수는 값이 내린다\"고 말하며 \"그것이 문제\"라고 했다.",
     "+~홍길동 person: 값이 내린다\"고 | 홍길동 person: 그것이 문제 | "},
    {"speech of five letters", "홍길동 교수는 “싸졌다”고 말했다.", "홍길동 person: 싸졌다 | "},
    {"single marks hold speech", "홍길동 교수는 ‘값이 내린다’고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"single marks hold a term", "홍길동 교수는 ‘반값’이라고 불렀다.", ""},
    {"a thought between single marks is not said", "홍길동 교수는 ‘값이 내린다’고 생각했다.", ""},
    {"a name is given", "사람들은 이 길을 “비단길”이라고 부른다.", ""},
    {"a law is named", "“가온법 개정안”을 다룬다.", ""},
    {"a title of a book is named", "그는 “값이 내린다”라는 제목의 책을 냈다.", ""},
    {"a noun of saying takes speech up", "홍길동 교수는 “값이 내린다”는 말을 남겼다.",
     "홍길동 person: 값이 내린다 | "},
    {"foreign words in marks are a title", "노래 “Old River” 등이 실렸다.", ""},
    {"a remark after the closing mark", "홍길동 교수는 “값이 내린다”(웃음)고 말했다.",
     "홍길동 person: 값이 내린다 | "},
    {"curly marks inside straight ones",
     "“값이 내린다. 그는 \"길이 좁다\"고 했다”고 홍길동 교수는 말했다.",
     "홍길동 person: 값이 내린다. 그는 \"길이 좁다\"고 했다 | "},
    {"a heading in marks", "“돈은 여기서, 길은 저기서”\n홍길동 교수가 왔다.",
     "? none: 돈은 여기서, 길은 저기서 | "},
    {"what is written on a placard", "벽에는 “길을 넓혀라”라고 적혀 있다.",
     "? none: 길을 넓혀라 | "},
    {"speech alone on its line", "“값은 내리지 않습니다”\n홍길동 교수의 말이다.",
     "홍길동 person: 값은 내리지 않습니다 | "},
    {"a straight mark closes a curly one before another",
     "“길이 막혔다\", “강은 넓다\"라는 댓글이 있었다.",
     "? none: 길이 막혔다 | ? none: 강은 넓다 | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
