#include "nlp/segment.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want; /* a bar behind each sentence */
} rows[] = {
    {"a full stop ends a sentence", "비가 왔다. 눈도 왔다.", "비가 왔다.|눈도 왔다.|"},
    {"a decimal point is no boundary", "금리는 3.5%다. 올랐다.", "금리는 3.5%다.|올랐다.|"},
    {"a date with points is one thing", "2020.11.22 발표했다.", "2020.11.22 발표했다.|"},
    {"a date with spaced points goes on", "2020. 11. 22. 발표했다.", "2020. 11. 22. 발표했다.|"},
    {"라고 carries on behind a quotation", "그는 \"늘린다.\"라고 밝혔다. 끝이다.",
     "그는 \"늘린다.\"라고 밝혔다.|끝이다.|"},
    {"고 carries on behind curly marks", "그는 “늘린다. 꼭 한다.”고 밝혔다.",
     "그는 “늘린다. 꼭 한다.”고 밝혔다.|"},
    {"stops inside a quotation are hidden", "“간다. 온다.” 그가 말했다.",
     "“간다. 온다.”|그가 말했다.|"},
    {"initials do not end a sentence", "A.I. 시대가 왔다.", "A.I. 시대가 왔다.|"},
    {"a list number opens its sentence", "1. 모델을 고른다.", "1. 모델을 고른다.|"},
    {"a line break ends everything", "제목에는 끝이 없다\n본문이다.",
     "제목에는 끝이 없다|본문이다.|"},
    {"a missing space behind 다 is forgiven", "샀다.그러나 팔았다.", "샀다.|그러나 팔았다.|"},
    {"a version number stays whole", "라마 3.3을 냈다.", "라마 3.3을 냈다.|"},
    {"an address stays whole", "news.example.com에 있다.", "news.example.com에 있다.|"},
    {"a bracketed byline stays with its sentence", "(서울=가온통신) 홍길동 기자 = 정부가 밝혔다.",
     "(서울=가온통신) 홍길동 기자 = 정부가 밝혔다.|"},
    {"question and exclamation marks end sentences", "정말? 그렇다! 좋다.", "정말?|그렇다!|좋다.|"},
    {"an ellipsis behind a josa is a pause", "나는… 모르겠다. 그것은... 아니다",
     "나는… 모르겠다.|그것은... 아니다|"},
    {"an ellipsis behind an ending ends", "모르겠다... 아마도", "모르겠다...|아마도|"},
    {"an ellipsis behind an ending that links is a pause", "값도 싸고... 맛도 좋았다.",
     "값도 싸고... 맛도 좋았다.|"},
    {"abbreviations end no sentence", "Dr. Kim은 Apple Inc. 소속이다. St. Louis에 산다.",
     "Dr. Kim은 Apple Inc. 소속이다.|St. Louis에 산다.|"},
    {"initials with points end none either", "미국 U.S. 상무부다. e.g. 이런 것이다.",
     "미국 U.S. 상무부다.|e.g. 이런 것이다.|"},
    {"one that asks for a number has it", "세계 No. 1이다. 가온 vs. 누리다. Oh, no. 아니다.",
     "세계 No. 1이다.|가온 vs. 누리다.|Oh, no.|아니다.|"},
    {"a line ends at an abbreviation", "그는 Jr.\n끝이다.", "그는 Jr.|끝이다.|"},
    {"a list's items are sentences", "1. 할 일 2. 한 일 3. 못한 일",
     "1. 할 일|2. 한 일|3. 못한 일|"},
    {"an item may end before the next", "1. 고른다. 또 고른다. 2. 끝낸다.",
     "1. 고른다.|또 고른다.|2. 끝낸다.|"},
    {"a list may begin in a sentence", "할 일은 1. 청소 2. 빨래 12. 잠",
     "할 일은 1. 청소 2. 빨래 12.|잠|"},
    {"a number alone is no list", "점수는 3. 그러나 졌다.", "점수는 3.|그러나 졌다.|"},
    {"nor is one that stands in its word", "표1. 값 표2. 이름", "표1.|값 표2.|이름|"},
    {"하고 behind a space takes a quotation up",
     "“비가 온다.” 하고 말했다. “해가 난다!” 라며 웃었다.",
     "“비가 온다.” 하고 말했다.|“해가 난다!” 라며 웃었다.|"},
    {"but no bracket", "했다(안 했다.) 하고 싶다.", "했다(안 했다.)|하고 싶다.|"},
    {"another word does not", "“비가 온다.” 하늘이 흐렸다.", "“비가 온다.”|하늘이 흐렸다.|"},
    {"white space alone is no sentence", " \n \t\n", ""},
    {"a stray quotation mark hides nothing for long", "그는 \"말했다. 끝이다.",
     "그는 \"말했다.|끝이다.|"},
};

int main(void)
{
    gisa_text t = {0};
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_range r;
        gisa_str text = gisa_str_from(rows[i].text);
        OK(gisa_text_put(&t, text, NULL) == GISA_OK, rows[i].name);
        gisa_buf_reset(&got);
        for (uint32_t at = 0; gisa_sentence_next(&t, &at, &r);) {
            gisa_buf_add(&got, gisa_span_text(gisa_text_span(&t, r.from, r.to), text));
            gisa_buf_add_char(&got, '|');
        }
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_range r;
    uint32_t at = 0, n = 0;
    OK(gisa_text_put(&t, GISA_STR(" 딥시크가  왔다. "), NULL) == GISA_OK, "a text");
    while (gisa_eojeol_next(&t, &at, t.n, &r)) n++;
    EQUAL(n, 2, "eojeols are what stands between spaces");
    gisa_buf_clear(&got);
    gisa_text_clear(&t);
    return test_end();
}
