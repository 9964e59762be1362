#include "ingest/fields/credit_line.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *line, *want;
} rows[] = {
    {"writer and photographer", "글 문소담 · 사진 길마루", "문소담"},
    {"the photographer first", "사진 길마루 글 문소담", "문소담"},
    {"one person for both", "글·사진=문소담", "문소담"},
    {"with a slash and blanks", "사진 / 글 : 문소담", "문소담"},
    {"bars between", "글 문소담 | 사진 길마루 | 그림 채소라", "문소담"},
    {"a sign after each label", "글=문소담 기자·사진=길마루 기자", "문소담"},
    {"in brackets", "[취재 : 문소담 / 영상취재 : 길마루 / 영상편집 : 채소라]", "문소담"},
    {"underscores", "글_문소담 사진_길마루", "문소담"},
    {"a magazine's", "Editor 문소담 Photographer 길마루", "문소담"},
    {"two writers", "글 문소담, 길마루 사진 채소라", "문소담|길마루"},
    {"a role after the name", "취재·사진 문소담 수습기자", "문소담"},
    {"an address after it", "글·사진 문소담 기자 sodam@a.example", "문소담<sodam@a.example>"},
    {"a translator", "글 제임스 하트웰 / 옮긴이 문소담", "제임스 하트웰"},
    {"English", "Words by Ann Lee, photos by Joe Roe", "Ann Lee"},
    {"a name of two syllables after a sign", "글=차돌", "차돌"},
    {"but not without one", "글 차돌", ""},
    {"pictures alone", "사진=길마루 기자", ""},
    {"makers of a film alone", "영상편집 길마루 / 자막 문소담", ""},
    {"an office", "글 홍보팀 / 사진 길마루", ""},
    {"a sentence that begins like one", "글 쓰는 사람들이 모였다", ""},
    {"one whose second word is like a name", "글 공모전 심사 결과", ""},
    {"another", "취재 도움 받은 곳", ""},
    {"a word that begins like a label", "글월 문소담", ""},
    {"a label alone", "글", ""},
    {"nothing", "", ""},
};

int main(void)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_byline_names p = {0};
        bool read = gisa_credit_line_read(gisa_str_from(rows[i].line), GISA_NONE, &p);
        gisa_buf_reset(&got);
        for (size_t k = 0; k < p.n; k++) {
            if (k) gisa_buf_add_char(&got, '|');
            gisa_buf_add(&got, p.items[k].name);
            if (p.items[k].email.n) gisa_buf_addf(&got, "<%.*s>", GISA_ARG(p.items[k].email));
        }
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), rows[i].want, rows[i].name);
        EQUAL(read, p.n > 0, "it says whether it names somebody");
    }
    OK(gisa_is_credit_line(GISA_STR("사진 길마루 객원기자")), "pictures alone are credits");
    OK(gisa_is_credit_line(GISA_STR("글=차돌")), "so is a short name after a sign");
    OK(!gisa_is_credit_line(GISA_STR("사진 공모전 심사")), "a sentence is none");
    OK(!gisa_is_credit_line(GISA_STR("문소담 기자")), "nor is a byline");
    gisa_byline_names full = {.n = GISA_BYLINE_NAMES_MAX};
    OK(!gisa_credit_line_read(GISA_STR("글=문소담"), GISA_NONE, &full), "a full list stays");
    gisa_buf_clear(&got);
    return test_end();
}
