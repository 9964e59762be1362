#include "ingest/clean.h"

#include "tests/unit/test.h"

#define T1 "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 열 곳에 들인다."
#define T2 "업계는 반겼다. 무단 전재를 금지한 약관도 논란이라는 지적이 함께 나왔다."

static const struct {
    const char *name, *text, *kept;
    bool faithful;
} rows[] = {
    {"widgets, bylines and notices go",
     "공유하기\n" T1 "\n홍길동 기자 gildong@a.example\n저작권자 © 가나 무단전재 및 재배포 금지", T1,
     false},
    {"a sentence that mentions a notice stays", T1 "\n" T2, T1 "\n" T2, false},
    {"the title printed again goes", "공개 모델을 널리 쓴다\n" T1, T1, false},
    {"a sub-head between two paragraphs stays", T1 "\n◇ 업계의 셈법\n" T2,
     T1 "\n◇ 업계의 셈법\n" T2, false},
    {"scraps above and below go", "경제\n" T1 "\n" T2 "\n사회 면 더 많은 소식", T1 "\n" T2, false},
    {"behind the head of a list of stories nothing stays",
     T1 "\n" T2 "\n관련기사\n다른 기사의 제목이 있다", T1 "\n" T2, false},
    {"a paragraph printed twice stays once", T1 "\n" T2 "\n" T1 "\n" T2, T1 "\n" T2, false},
    {"broadcast marks stay, crew and sign-off go",
     "[앵커]\n" T1 "\n[리포트]\n" T2 "\n다산 뉴스 홍길동입니다.\n영상취재: 이몽룡",
     "[앵커]\n" T1 "\n[리포트]\n" T2, false},
    {"faithful mode keeps what was printed in the article", T1 "\n홍길동 기자\n" T2,
     T1 "\n홍길동 기자\n" T2, true},
};

static const struct {
    const char *name, *line, *title;
    bool same;
} titles[] = {
    {"the same but for marks", "“공개 모델” 널리 쓴다", "공개 모델, 널리 쓴다", true},
    {"another text", "공개 모델을 접는다고 한다", "공개 모델, 널리 쓴다", false},
    {"a title and a little more", "공개 모델을 널리 쓰기로 한 까닭은 - 가나",
     "공개 모델을 널리 쓰기로 한 까닭은", true},
    {"a paragraph that begins like the title",
     "공개 모델을 널리 쓰기로 한 정부는 내년까지 열 곳에 먼저 들이기로 했다",
     "공개 모델을 널리 쓰기로", false},
    {"nothing is no title", "", "", false},
};

int main(void)
{
    gisa_rules *rules;
    gisa_match *match;
    gisa_map seen = {0};
    gisa_lines l = {0};
    gisa_buf got = {0};
    gisa_error err;
    WENT(gisa_rules_open(&rules, &err), err, "rules open");
    WENT(gisa_match_open(&match, &err), err, "a match opens");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_clean c = {.rules = rules,
                        .match = match,
                        .seen = &seen,
                        .trusted = true,
                        .title = GISA_STR("공개 모델을 널리 쓴다"),
                        .faithful = rows[i].faithful};
        gisa_buf_reset(&got);
        WENT(gisa_lines_split(&l, gisa_str_from(rows[i].text), &err), err, rows[i].name);
        WENT(gisa_clean_run(&c, &l, 0, l.n, &err), err, rows[i].name);
        for (size_t k = 0; k < l.n; k++) {
            OK(l.items[k].rule != NULL, "every line has its rule");
            if (!l.items[k].keep) continue;
            if (got.n) gisa_buf_add_char(&got, '\n');
            gisa_buf_add(&got, gisa_line_text(&l, k));
        }
        SAME_C(gisa_buf_view(&got), rows[i].kept, rows[i].name);
    }
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        OK(gisa_same_title(gisa_str_from(titles[i].line), gisa_str_from(titles[i].title)) ==
               titles[i].same,
           titles[i].name);
    gisa_buf_clear(&got);
    gisa_lines_clear(&l);
    gisa_map_clear(&seen);
    gisa_match_close(match);
    gisa_rules_close(rules);
    return test_end();
}
