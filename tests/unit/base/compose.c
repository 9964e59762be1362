#include "base/compose.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want;
    bool needed;
} rows[] = {
    {"composed text stays", "한빛 café", "한빛 café", false},
    {"syllables of two letters and of three", "\u1112\u1161\u11AB\u1107\u1175\u11BE은 빛",
     "한빛은 빛", true},
    {"an accent", "cafe\u0301 한", "café 한", true},
    {"an accent at the beginning", "\u0301a", "\u0301a", true},
    {"marks in the other order", "a\u0323\u0302", "ậ", true},
    {"a voiced kana", "\u304B\u3099\u3059", "がす", true},
    {"a final after a syllable", "가\u11A8", "각", true},
    {"a compatible ideogram elsewhere in the text stays", "\uF95C \u1100\u1161", "\uF95C 가", true},
    {"a lone vowel", "x\u1161", "x\u1161", true},
    {"other letters of the same first bytes", "Ωßᄂ", "Ωßᄂ", false},
    {"nothing", "", "", false},
};

/* Each piece of composed text leads back to the bytes that it was made of. */
static void test_map(void)
{
    static const struct {
        const char *name, *piece; /* in the composed text */
        const char *was;
    } pieces[] = {
        {"plain text before", "AI ", "AI "},
        {"a composed syllable", "한", "\u1112\u1161\u11AB"},
        {"two of them", "한빛", "\u1112\u1161\u11AB\u1107\u1175\u11BE"},
        {"plain text between", "은 ", "은 "},
        {"over both", "빛은 é", "\u1107\u1175\u11BE은 e\u0301"},
        {"to the end", "é 끝", "e\u0301 끝"},
    };
    gisa_str whole = GISA_STR("제목\nAI \u1112\u1161\u11AB\u1107\u1175\u11BE은 e\u0301 끝");
    gisa_str title = GISA_STR("제목\n");
    gisa_buf made = {0};
    gisa_compose_map map = {0};
    gisa_error err = {0};
    EQUAL(gisa_compose_start(&map, 7), 7, "without a map nothing moves");
    EQUAL(gisa_compose_end(&map, 7), 7, "nor at the end");
    WENT(gisa_compose_mapped(title, 0, &made, &map, &err), err, "a part");
    WENT(gisa_compose_mapped(gisa_str_cut(whole, title.n, whole.n), title.n, &made, &map, &err),
         err, "and the rest");
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        gisa_str piece = gisa_str_from(pieces[i].piece);
        uint32_t at = (uint32_t)gisa_str_find(gisa_buf_view(&made), piece, 0);
        uint32_t from = gisa_compose_start(&map, at);
        uint32_t to = gisa_compose_end(&map, at + (uint32_t)piece.n);
        SAME_C(gisa_str_cut(whole, from, to), pieces[i].was, pieces[i].name);
    }
    gisa_compose_map_clear(&map);
    gisa_buf_clear(&made);
}

int main(void)
{
    gisa_buf out = {0};
    gisa_error err = {0};
    test_map();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str s = gisa_str_from(rows[i].text);
        gisa_buf_reset(&out);
        EQUAL(gisa_compose_needed(s), rows[i].needed, rows[i].name);
        WENT(gisa_compose(s, &out, &err), err, rows[i].name);
        SAME_C(((gisa_str){out.p ? out.p : "", out.n}), rows[i].want, rows[i].name);
    }
    gisa_buf_reset(&out);
    gisa_buf many = {0};
    gisa_buf_add_char(&many, 'e');
    for (int i = 0; i < 1000; i++) gisa_buf_add_c(&many, "\u0301");
    WENT(gisa_compose(gisa_buf_view(&many), &out, &err), err, "a thousand accents on one letter");
    EQUAL(out.n, many.n - 1, "one is composed with it, and none is lost");
    gisa_buf_clear(&many);
    gisa_buf_clear(&out);
    gisa_mem_fail_after(0);
    EQUAL(gisa_compose(GISA_STR("e\u0301"), &out, &err), GISA_ENOMEM, "memory may fail");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_buf_clear(&out);
    return test_end();
}
