#include "nlp/facts/figure_sign.h"
#include "tests/unit/test.h"

/* The figure begins at the last digit 3 of the text. */
static const struct {
    const char *name, *text;
    bool share;
    const char *sign; /* NULL: none */
} rows[] = {
    {"a hyphen after a space", "성장률 -3%", true, "-"},
    {"a count", "취업자는 -3만 명", false, "-"},
    {"the sign of mathematics", "성장률 −3%", true, "−"},
    {"in brackets", "(-3%)", true, "-"},
    {"after a tilde", "-1~-3%", true, "-"},
    {"after a digit it divides", "2-3%", true, NULL},
    {"after a digit and a space", "2 -3%", true, NULL},
    {"after a word it divides", "서울-3개 구", false, NULL},
    {"at the beginning, a share", "-3% 성장", true, "-"},
    {"at the beginning, a bullet", "-3개 구", false, NULL},
    {"at the beginning of a line, a bullet", "구\n -3개 구", false, NULL},
    {"a triangle in brackets", "(△3%)", true, "△"},
    {"a triangle that lists", "△3% 인상", true, NULL},
    {"a triangle that lists counts", "(△3명)", false, NULL},
    {"triangles that rise and fall", "(△3%) 1% (▽2%)", true, NULL},
    {"a black triangle where something fell", "매출은 감소했다(▲3%)", true, "▲"},
    {"a black triangle that rises", "코스피(▲3%)", true, NULL},
    {"black triangles that rise and fall", "하락 (▲3%) (▼2%)", true, NULL},
    {"the word", "마이너스 3%", true, "마이너스 "},
    {"the word and the sign", "마이너스(-) 3%", true, "마이너스(-) "},
    {"another word", "플러스 3%", true, NULL},
    {"nothing before it", "3%", true, NULL},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        size_t number = (size_t)(strrchr(rows[i].text, '3') - rows[i].text), start = number;
        bool minus = gisa_figure_sign(text, rows[i].share, &start);
        EQUAL(minus, rows[i].sign != NULL, rows[i].name);
        SAME_C(gisa_str_cut(text, start, number), rows[i].sign ? rows[i].sign : "", rows[i].name);
    }
    return test_end();
}
