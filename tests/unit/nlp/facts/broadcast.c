#include "nlp/facts/broadcast.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"name and role in square brackets", "[정경패/대학생 : \"친구들이 다 써요.\"]",
     "정경패 person: 친구들이 다 써요. | "},
    {"the body of the role", "[정경패/가온부 대변인 : \"상황을 보겠습니다.\"]",
     "정경패 person (가온부): 상황을 보겠습니다. | "},
    {"an interview on the line before",
     "▶ 인터뷰 : 정경패 / 가온시 동산동\n- \"친구들이 다 써요.\"",
     "정경패 person: 친구들이 다 써요. | "},
    {"angle brackets", "<정경패 / 대학생> \"친구들이 다 써요.\"",
     "정경패 person: 친구들이 다 써요. | "},
    {"a label of its own line", "[정경패/대학생]\n\"친구들이 다 써요.\"",
     "정경패 person: 친구들이 다 써요. | "},
    {"kind of recording first", "<녹취> 정경패(대학생) : \"친구들이 다 써요.\"",
     "정경패 person: 친구들이 다 써요. | "},
    {"a name kept back", "[정○○/대학생 : \"친구들이 다 써요.\"]",
     "정○○ anonymous: 친구들이 다 써요. | "},
    {"a role alone", "[피해자/음성변조 : \"친구들이 다 써요.\"]",
     "피해자 role: 친구들이 다 써요. | "},
    {"a name and a colon", "정경패: “친구들이 다 써요.”", "정경패 person: 친구들이 다 써요. | "},
    {"what is too long for a label",
     "가나다라마바사아자차가나다라마바사아자차가나다라마바사아자차가나다라마바사아자차/대학생 : "
     "“친구들이 다 써요.”",
     "? none: 친구들이 다 써요. | "},
    {"any colon is no label", "그날의 느낌: “친구들이 다 써요.”", "? none: 친구들이 다 써요. | "},
    {"a telephone beside the kind", "▶ 인터뷰(☎) : 정경패 / 주민\n“친구들이 다 써요.”",
     "정경패 person: 친구들이 다 써요. | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
