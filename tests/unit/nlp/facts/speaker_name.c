#include "nlp/facts/speaker_name.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"a title that nobody listed", "김다람 동장은 “길이 좋아졌다”고 말했다.",
     "김다람 person: 길이 좋아졌다 | "},
    {"a foreign name of several words", "안토니우 코스타 총리는 “길이 좋아졌다”고 말했다.",
     "안토니우 코스타 person: 길이 좋아졌다 | "},
    {"a former title", "홍길동 전 장관은 “길이 좋아졌다”고 말했다.",
     "홍길동 person: 길이 좋아졌다 | "},
    {"a body speaks", "미르연구원은 “값이 내린다고 본다”고 밝혔다.",
     "미르연구원 body: 값이 내린다고 본다 | "},
    {"a county speaks", "가온군은 “값이 내린다고 본다”고 밝혔다.",
     "가온군 body: 값이 내린다고 본다 | "},
    {"a country before an agency is its affiliation", "일본 기상청은 “비가 온다”고 밝혔다.",
     "기상청 body (일본): 비가 온다 | "},
    {"a chief belongs to his agency", "홍길동 기상청장은 “비가 온다”고 밝혔다.",
     "홍길동 person (기상청): 비가 온다 | "},
    {"a role speaks as it is", "경찰 관계자는 “길이 막혔다”고 말했다.",
     "경찰 관계자 role: 길이 막혔다 | "},
    {"many people speak", "주민들은 “길이 막혔다”고 말했다.", "주민들 role: 길이 막혔다 | "},
    {"the people of a firm", "여행사 측은 “길이 막혔다”고 말했다.",
     "여행사 측 role: 길이 막혔다 | "},
    {"a letter for a name", "A씨는 “길이 막혔다”고 말했다.", "A씨 anonymous: 길이 막혔다 | "},
    {"a surname with 모", "김모(34)씨는 “길이 막혔다”고 말했다.",
     "김모(34)씨 anonymous: 길이 막혔다 | "},
    {"a name struck out", "유○○ 씨는 “길이 막혔다”고 말했다.", "유○○ 씨 anonymous: 길이 막혔다 | "},
    {"a surname that nothing resolves", "이씨는 “길이 막혔다”고 말했다.",
     "이씨 anonymous: 길이 막혔다 | "},
    {"a thing says nothing", "사고 원인은 “길이 막혔다”였다.", "? none: 길이 막혔다 | "},
    {"a time says nothing", "지금은 “길이 막혔다”고 한다.", "? none: 길이 막혔다 | "},
    {"a name that no list has before body and title",
     "흥부 가온연구원 과장은 “길이 막혔다”고 말했다.", "흥부 person (가온연구원): 길이 막혔다 | "},
    {"whatever title comes after a name", "홍길동 차관보는 “길이 막혔다”고 말했다.",
     "홍길동 person: 길이 막혔다 | "},
    {"no name before 관계자", "한빛 관계자는 “길이 막혔다”고 말했다.",
     "한빛 관계자 role: 길이 막혔다 | "},
    {"a body inside another word is no name", "한가람 가온농장 사업단장은 “길이 막혔다”고 말했다.",
     "한가람 person: 길이 막혔다 | "},
    {"모 and 씨 in one word", "주민 이 모씨는 “길이 막혔다”고 말했다.",
     "이 모씨 anonymous: 길이 막혔다 | "},
    {"아무개", "이아무개 씨는 “길이 막혔다”고 말했다.", "이아무개 씨 anonymous: 길이 막혔다 | "},
    {"people of an age", "30대가 “길이 막혔다”고 외쳤다.", "30대 role: 길이 막혔다 | "},
    {"주 before a title is a state", "캘리포니아 주 총리는 “길이 막혔다”고 말했다.",
     "캘리포니아 주 총리 role: 길이 막혔다 | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
