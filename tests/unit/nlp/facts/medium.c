#include "nlp/facts/medium.h"

#include "tests/unit/spoken.h"

static const spoken_row rows[] = {
    {"an interview with a broadcaster", "홍길동 교수는 CNBC와의 인터뷰에서 “값이 내린다”고 말했다.",
     "홍길동 person @CNBC: 값이 내린다 | "},
    {"an interview with a paper by its ending",
     "홍길동 교수는 다솜일보 인터뷰에서 “값이 내린다”고 말했다.",
     "홍길동 person @다솜일보: 값이 내린다 | "},
    {"what is written on a network", "홍길동 교수는 페이스북에 “값이 내린다”고 적었다.",
     "홍길동 person @페이스북: 값이 내린다 | "},
    {"an account on a network", "홍길동 교수는 자신의 트위터 계정을 통해 “값이 내린다”고 밝혔다.",
     "홍길동 person @트위터: 값이 내린다 | "},
    {"according to an agency", "연합뉴스에 따르면 홍길동 교수는 “값이 내린다”고 말했다.",
     "홍길동 person @연합뉴스: 값이 내린다 | "},
    {"who speaks is no medium of itself", "NHK는 값이 내린다고 보도했다.",
     "~NHK body: 값이 내린다고 | "},
    {"a broadcaster reports what somebody says",
     "BBC는 홍길동 총리가 값이 내린다고 말했다고 보도했다.",
     "~홍길동 person @BBC: 값이 내린다고 | "},
    {"a network that is talked about", "홍길동 교수는 “페이스북이 문을 닫는다”고 말했다.",
     "홍길동 person: 페이스북이 문을 닫는다 | "},
    {"the talk goes on",
     "홍길동 교수는 YTN 취재진에게 입장을 밝혔습니다. 그는 값이 내린다고 말했습니다.",
     "~홍길동 person @YTN: 값이 내린다고 | "},
    {"a message is not a talk",
     "홍길동 교수는 페이스북에 “값이 내린다”고 적었다. 홍 교수는 회의에서 “아니다”라고 말했다.",
     "홍길동 person @페이스북: 값이 내린다 | 홍길동 person: 아니다 | "},
};

int main(void)
{
    if (OK(analyzed_open(), "the analyser opens")) spoken_test(rows, sizeof rows / sizeof *rows);
    analyzed_close();
    return test_end();
}
