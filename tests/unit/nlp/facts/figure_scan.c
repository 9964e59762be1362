#include "nlp/facts/figure_scan.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *span, *unit;
    gisa_quantity_kind kind;
} rows[] = {
    {"an amount", "값은 12개다", "12개", "개", GISA_QUANTITY_AMOUNT},
    {"a period", "그 뒤 3년간", "3년", "년", GISA_QUANTITY_PERIOD},
    {"hours", "5시간을", "5시간", "시간", GISA_QUANTITY_HOURS},
    {"a place in a row", "1위에", "1위", "위", GISA_QUANTITY_ORDINAL},
    {"a time of day with its half", "오후 3시 30분에", "오후 3시 30분", "시", GISA_QUANTITY_CLOCK},
    {"the longer unit wins", "18개월", "18개월", "개월", GISA_QUANTITY_PERIOD},
    {"a numeral without a space", "다섯개", "다섯개", "개", GISA_QUANTITY_AMOUNT},
    {"a sign of money", "€20", "€20", "EUR", GISA_QUANTITY_AMOUNT},
};

int main(void)
{
    gisa_quantity q;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = 0;
        gisa_str s = gisa_str_from(rows[i].text);
        if (!OK(gisa_quantity_next(s, &at, &q), rows[i].name)) continue;
        SAME_C(gisa_span_text(q.span, s), rows[i].span, rows[i].name);
        SAME_C(q.unit, rows[i].unit, rows[i].name);
        EQUAL(q.kind, rows[i].kind, rows[i].name);
        OK(!gisa_quantity_next(s, &at, &q), "there is one");
    }
    size_t at = 0;
    OK(!gisa_quantity_next(GISA_STR("한글과 GPT-4, 두려움"), &at, &q), "a name is no quantity");
    return test_end();
}
