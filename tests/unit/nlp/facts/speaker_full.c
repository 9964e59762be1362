#include "nlp/facts/speaker_full.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"a surname and a title lead back",
     "홍길동 교수와 심청 기자가 왔다. 홍 교수는 “값이 내린다고 본다”고 했다.",
     "홍길동 person: 값이 내린다고 본다 | "},
    {"the one who bears the title, not the last",
     "김나루 차장과 김다솜 국장이 왔다. 김 차장은 “값이 내린다”고 했다.",
     "김나루 person: 값이 내린다 | "},
    {"never the reporter", "김나루 기자가 전한다. 김 차장은 “값이 내린다”고 했다.",
     "김 차장 anonymous: 값이 내린다 | "},
    {"nobody who comes later", "김 차장은 “값이 내린다”고 했다. 김나루 차장도 왔다.",
     "김 차장 anonymous: 값이 내린다 | "},
    {"the last part of a foreign name",
     "앤드루 레스터는 법원에 나왔다. 레스터는 “잘못이 없다”고 말했다.",
     "앤드루 레스터 person: 잘못이 없다 | "},
    {"the full name comes after the last part",
     "레스터는 “잘못이 없다”고 말했다. 앤드루 레스터 대통령은 법원에 나왔다.",
     "앤드루 레스터 person: 잘못이 없다 | "},
    {"the last part of a name with a hyphen",
     "카린 장-벨몬드 대변인이 왔다. 장-벨몬드 대변인은 “잘못이 없다”고 말했다.",
     "카린 장-벨몬드 person: 잘못이 없다 | "},
    {"a pronoun leads to the subject before",
     "홍길동 교수는 심청 의원과 만났다. 그는 “값이 내린다고 본다”고 했다.",
     "홍길동 person: 값이 내린다고 본다 | "},
    {"the short name of a body",
     "가온정책위원회(가온위)가 열렸다. 가온위는 “값이 내린다”고 밝혔다.",
     "가온정책위원회 body: 값이 내린다 | "},
    {"this official is the one before",
     "경찰 관계자는 “길이 막혔다”고 말했다. 이 관계자는 “곧 풀린다”고 덧붙였다.",
     "경찰 관계자 role: 길이 막혔다 | 경찰 관계자 role: 곧 풀린다 | "},
    {"a full name does not reach over a line",
     "길이 막혔다는 소식\n가온 강변 연맹(GRF)은 길을 막았다. GRF는 “길이 막혔다”고 말했다.",
     "가온 강변 연맹 body: 길이 막혔다 | "},
    {"a committee without its end", "가온 인수위원회가 열렸다. 인수위는 “길이 막혔다”고 밝혔다.",
     "인수위원회 body: 길이 막혔다 | "},
    {"a title that one person bears", "홍길동 교장은 길을 걸었다. 교장은 “길이 막혔다”고 말했다.",
     "홍길동 person: 길이 막혔다 | "},
    {"a title of two people",
     "홍길동 교장이 왔다. 임꺽정 교장도 왔다. 교장은 “길이 막혔다”고 말했다.",
     "교장 role: 길이 막혔다 | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
