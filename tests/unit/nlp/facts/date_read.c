#include "nlp/facts/date_read.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *text;
    size_t want; /* bytes that are the date */
} rows[] = {
    {"a day", "3일 밝혔다", 4},
    {"a list is read whole", "3, 4일 밝혔다", 7},
    {"a range with blanks", "3 ~ 5일", 8},
    {"a hyphen with blanks is a dash of the sentence", "3 - 5일", 0},
    {"a list that no unit ends", "3, 4명", 0},
    {"a list beyond the calendar", "3, 45일", 0},
    {"a year by its last digits needs a mark", "25년", 0},
    {"a quarter of four", "1/4분기", 9},
    {"a third of a month inside another word", "3월 초등학교", 4},
    {"a side without a date", "지난 것은", 0},
};

int main(void)
{
    gisa_date_context none = {0};
    gisa_date_parts p;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        EQUAL(gisa_date_read(gisa_str_from(rows[i].text), 0, &none, &p), rows[i].want,
              rows[i].name);
    gisa_date_read(GISA_STR("7, 8, 9월에"), 0, &none, &p);
    EQUAL(p.month, 7, "the first of a list");
    EQUAL(p.n_list, 2, "and the others");
    EQUAL(p.list[1].number, 9, "in order");
    OK(p.list_unit == GISA_DATE_MONTHS, "months");
    OK(gisa_date_may_begin(GISA_STR("이날"), 0) && !gisa_date_may_begin(GISA_STR("한글"), 0),
       "few syllables begin a date");
    OK(gisa_date_ends(GISA_STR("일엔"), 3) && !gisa_date_ends(GISA_STR("일본"), 3),
       "a date ends before 엔, inside no word");
    EQUAL(gisa_date_dash(GISA_STR("7월 ~ 8월"), 4), 7, "a tilde with its blanks");
    return test_end();
}
