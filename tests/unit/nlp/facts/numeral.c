#include "nlp/facts/numeral.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text;
    gisa_numeral_reading how;
    double value;
    size_t end;
} rows[] = {
    {"digits", "128", GISA_NUMERAL_STRICT, 128, 3},
    {"decimals", "82.4", GISA_NUMERAL_STRICT, 82.4, 4},
    {"a full stop is no point", "82.", GISA_NUMERAL_STRICT, 82, 2},
    {"grouping", "1,214", GISA_NUMERAL_STRICT, 1214, 5},
    {"grouping and decimals", "1,234.5억", GISA_NUMERAL_STRICT, 123450000000, 10},
    {"a comma that groups nothing", "1,21", GISA_NUMERAL_STRICT, 1, 1},
    {"four digits before a comma", "1234,567", GISA_NUMERAL_STRICT, 1234, 4},
    {"full width", "１２，３４５．５", GISA_NUMERAL_STRICT, 12345.5, 24},
    {"ten thousand", "1만", GISA_NUMERAL_STRICT, 1e4, 4},
    {"ten thousands and thousands", "1만2천", GISA_NUMERAL_STRICT, 12e3, 8},
    {"thousands and units", "4천700", GISA_NUMERAL_STRICT, 4700, 7},
    {"thousands and hundreds", "2천5백만", GISA_NUMERAL_STRICT, 25e6, 11},
    {"thousands inside hundred millions", "1백20억", GISA_NUMERAL_STRICT, 12e9, 9},
    {"three groups", "3조5000억20만", GISA_NUMERAL_STRICT, 3500000200000, 16},
    {"the largest unit", "2경3000조", GISA_NUMERAL_STRICT, 2.3e16, 11},
    {"games are no unit", "3경기", GISA_NUMERAL_STRICT, 3, 1},
    {"pieces are none", "3조각", GISA_NUMERAL_STRICT, 3, 1},
    {"a space between groups", "3조 5000억", GISA_NUMERAL_STRICT, 3.5e12, 12},
    {"a space before thousands", "1만 2천", GISA_NUMERAL_STRICT, 12e3, 9},
    {"a space inside a group", "10억 5천 185만", GISA_NUMERAL_STRICT, 1051850000, 17},
    {"decimals of a unit are not joined", "3.5억 200만", GISA_NUMERAL_STRICT, 3.5e8, 6},
    {"decimals of thousands", "2.35천만", GISA_NUMERAL_STRICT, 23500000, 10},
    {"some, inside", "10여만", GISA_NUMERAL_STRICT, 1e5, 8},
    {"digits after a space, strictly", "3억 5000", GISA_NUMERAL_STRICT, 3e8, 4},
    {"digits after a space, loosely", "3억 5000", GISA_NUMERAL_LOOSE, 300005000, 9},
    {"more than the unit before leaves room for", "3만 12345", GISA_NUMERAL_LOOSE, 3e4, 4},
    {"just as much as it leaves room for", "3만 9999", GISA_NUMERAL_LOOSE, 39999, 9},
    {"a unit alone after a space, loosely", "5만 천", GISA_NUMERAL_LOOSE, 51000, 8},
    {"a unit apart, loosely", "3 만", GISA_NUMERAL_LOOSE, 3e4, 5},
    {"a unit apart, strictly", "3 만", GISA_NUMERAL_STRICT, 3, 1},
    {"thousands apart, loosely", "5 천", GISA_NUMERAL_LOOSE, 5000, 5},
    {"groups must fall", "5만3억", GISA_NUMERAL_STRICT, 5e4, 4},
    {"groups must fall after a space", "5만 6만", GISA_NUMERAL_LOOSE, 5e4, 4},
    {"units must fall", "5백3천", GISA_NUMERAL_STRICT, 500, 4},
    {"a number is no unit's multiple of itself", "2천3천", GISA_NUMERAL_STRICT, 2000, 4},
    {"two large units in a row", "3만억", GISA_NUMERAL_STRICT, 3e12, 7},
    {"words inside", "2천오백만", GISA_NUMERAL_STRICT, 25e6, 13},
    {"a josa is no digit", "3천이", GISA_NUMERAL_LOOSE, 3000, 4},
    {"eighteen digits", "100000000000000000", GISA_NUMERAL_STRICT, 1e17, 18},
    {"nineteen are none", "1234567890123456789", GISA_NUMERAL_STRICT, 0, 0},
    {"a version is none", "1.2.3", GISA_NUMERAL_STRICT, 0, 0},
    {"no number", "만", GISA_NUMERAL_STRICT, 0, 0},
    {"nothing", "", GISA_NUMERAL_STRICT, 0, 0},
};

static const struct {
    const char *name, *text;
    gisa_numeral_reading how;
    double value;
    size_t end;
} words[] = {
    {"thousands and hundreds", "삼천오백", GISA_NUMERAL_STRICT, 3500, 12},
    {"groups", "일억 이천만", GISA_NUMERAL_STRICT, 120000000, 16},
    {"one of a unit", "천백십", GISA_NUMERAL_STRICT, 1110, 9},
    {"ten thousand", "만", GISA_NUMERAL_STRICT, 1e4, 3},
    {"ten thousand and digits", "만5천", GISA_NUMERAL_STRICT, 15000, 7},
    {"of hundred millions it is not known how many", "억", GISA_NUMERAL_STRICT, 0, 0},
    {"nor of ten thousands after a space", "오 만", GISA_NUMERAL_STRICT, 0, 0},
    {"the last digit", "삼십일", GISA_NUMERAL_LOOSE, 31, 9},
    {"which may be a word", "삼십일", GISA_NUMERAL_STRICT, 30, 6},
    {"a mountain is no number", "만경", GISA_NUMERAL_STRICT, 1e4, 3},
    {"no number", "사람", GISA_NUMERAL_STRICT, 0, 0},
};

static const struct {
    const char *text;
    double value;
    size_t end;
} natives[] = {{"한 명", 1, 3},  {"스무 명", 20, 6},   {"스물두 명", 22, 9},
               {"쉰 명", 50, 3}, {"예순여덟", 68, 12}, {"아흔아홉", 99, 12},
               {"넉 달", 4, 3},  {"열세 가지", 13, 6}, {"하나", 0, 0}};

int main(void)
{
    gisa_numeral n;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool found = gisa_numeral_read(gisa_str_from(rows[i].text), 0, rows[i].how, &n);
        EQUAL(found, rows[i].end > 0, rows[i].name);
        if (!found) continue;
        OK(n.value == rows[i].value, rows[i].name);
        EQUAL(n.end, rows[i].end, rows[i].name);
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        bool found = gisa_numeral_read_word(gisa_str_from(words[i].text), 0, words[i].how, &n);
        EQUAL(found, words[i].end > 0, words[i].name);
        if (!found) continue;
        OK(n.value == words[i].value, words[i].name);
        EQUAL(n.end, words[i].end, words[i].name);
    }
    for (size_t i = 0; i < sizeof natives / sizeof *natives; i++) {
        double value;
        EQUAL(gisa_numeral_native(gisa_str_from(natives[i].text), 0, &value), natives[i].end,
              natives[i].text);
        OK(value == natives[i].value, natives[i].text);
    }
    OK(!gisa_numeral_read(GISA_STR("1.2.3%"), 0, GISA_NUMERAL_STRICT, &n) && n.end == 5,
       "digits that are no number are passed over whole");
    OK(gisa_numeral_read(GISA_STR("3천5백만2천"), 0, GISA_NUMERAL_STRICT, &n) && n.first == 3500 &&
           n.lead == 3 && n.chain == 1e7 && n.big == 1e4,
       "the first group tells what a range shares");
    OK(gisa_numeral_read(GISA_STR("1만 50"), 0, GISA_NUMERAL_LOOSE, &n) && n.loose == 2 &&
           n.above == 1e4,
       "what is loose is told");
    OK(gisa_numeral_is_wide_digit(GISA_STR("９"), 0) &&
           !gisa_numeral_is_wide_digit(GISA_STR("9"), 0),
       "a digit of full width");
    return test_end();
}
