#include "ingest/flat/single_line.h"

#include "tests/unit/test.h"

#define MENU   "본문 바로가기 전체 메뉴 정치 경제 사회 문화 연예 날씨 로그인 "
#define TITLE  "한빛연구소, 공개 모델 ‘가온’ 세 번째 판 내놔 "
#define FIRST  "한빛연구소는 3일 공개 모델 ‘가온’의 세 번째 판을 내놓았다고 밝혔다."
#define SECOND "새 모델은 앞선 판보다 매개변수를 절반으로 줄였다."
#define THIRD  "“크기보다 자료의 질이 중요하다는 것을 보였다.”"
#define FOURTH "점수는 73.5점으로 앞선 판과 같다."

static gisa_buf cut(const char *text)
{
    gisa_buf out = {0};
    gisa_error err = {0};
    WENT(gisa_single_line_cut(gisa_str_from(text), &out, &err), err, "a line is cut");
    return out;
}

static bool has_line(const gisa_buf *text, const char *line)
{
    gisa_str rest = gisa_buf_view(text), one;
    while (gisa_str_next_line(&rest, &one))
        if (gisa_str_is(one, line)) return true;
    return false;
}

int main(void)
{
    const char *page = MENU TITLE "뉴스 경제 " TITLE
                                  "기사입력 2025.02.03 04:37 남도현 기자 nam@dawn.example.kr "
                                  "글자 크기 인쇄 공유 목록 " FIRST " " SECOND " " THIRD " " FOURTH
                                  " ⓒ 새벽일보 무단전재 금지";
    gisa_buf lines = cut(page);
    OK(has_line(&lines, "한빛연구소, 공개 모델 ‘가온’ 세 번째 판 내놔"), "the title");
    OK(has_line(&lines, "기사입력 2025.02.03 04:37"), "the date with its label");
    OK(has_line(&lines, "남도현 기자 nam@dawn.example.kr"), "the reporter");
    OK(has_line(&lines, FIRST), "the first sentence, without the menu before it");
    OK(has_line(&lines, SECOND) && has_line(&lines, THIRD), "sentences, quoted ones too");
    OK(has_line(&lines, FOURTH), "a decimal point ends none");
    OK(has_line(&lines, "ⓒ 새벽일보 무단전재 금지"), "the notice");
    gisa_buf_clear(&lines);

    /* a menu is printed twice and is longer than the title; nothing echoes it */
    const char *share = "공유하기 메일 인쇄 글자 크기 크게 보통 작게 새 창 닫기 담기 모아 보기 ";
    gisa_buf text = {0};
    gisa_buf_addf(&text,
                  "%s%s" TITLE TITLE "입력 2025. 02. 03. 오전 10:30 %s[앵커] " FIRST " " SECOND
                  " " FOURTH " 끝 %s",
                  MENU, share, share, share);
    gisa_buf_add_char(&text, 0);
    lines = cut(text.p);
    OK(has_line(&lines, "한빛연구소, 공개 모델 ‘가온’ 세 번째 판 내놔"),
       "a menu said twice is no title");
    OK(has_line(&lines, "[앵커]"), "the mark of a part is a line");
    OK(has_line(&lines, "입력 2025. 02. 03. 오전 10:30"), "a date with stops is one");
    OK(has_line(&lines, "크게"), "a long menu falls into its words");
    OK(has_line(&lines, FIRST), "the sentence after the mark stays whole");
    gisa_buf_clear(&lines);
    gisa_buf_clear(&text);

    lines = cut("짧다.\n\n둘째 줄이다.\n");
    SAME_C(gisa_buf_view(&lines), "짧다.\n\n둘째 줄이다.\n", "lines that are there stay");
    gisa_buf_clear(&lines);

    gisa_buf long_page = {0};
    for (int i = 0; i < 12; i++) gisa_buf_add_c(&long_page, FIRST " " SECOND " ");
    OK(gisa_single_line_is(gisa_buf_view(&long_page)), "a page on one line");
    size_t n = long_page.n;
    for (int i = 0; i < 4; i++) gisa_buf_addf(&long_page, "\n%.*s", (int)n / 9, long_page.p);
    OK(!gisa_single_line_is(gisa_buf_view(&long_page)), "an article on one line among others");
    gisa_buf_clear(&long_page);
    for (int i = 0; i < 80; i++) gisa_buf_add_c(&long_page, MENU);
    OK(!gisa_single_line_is(gisa_buf_view(&long_page)), "a long line without sentences");
    gisa_buf_clear(&long_page);
    OK(!gisa_single_line_is(GISA_STR("")), "nothing");
    return test_end();
}
