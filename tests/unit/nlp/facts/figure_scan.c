#include "nlp/facts/figure_scan.h"

#include <inttypes.h>

#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *span, *unit;
    gisa_quantity_kind kind;
} rows[] = {
    {"an amount", "값은 12개다", "12개", "개", GISA_QUANTITY_AMOUNT},
    {"a period", "그 뒤 3년간", "3년", "년", GISA_QUANTITY_PERIOD},
    {"hours", "5시간을", "5시간", "시간", GISA_QUANTITY_HOURS},
    {"a place in a row", "1위에", "1위", "위", GISA_QUANTITY_ORDINAL},
    {"a numbered one", "제35회", "35회", "회", GISA_QUANTITY_ORDINAL},
    {"how often, when it is often", "4만1000번", "4만1000번", "번", GISA_QUANTITY_AMOUNT},
    {"a generation", "3세대 통신", "3세대", "세대", GISA_QUANTITY_ORDINAL},
    {"households", "300세대", "300세대", "세대", GISA_QUANTITY_AMOUNT},
    {"an age", "김하늘(45세)", "45세", "세", GISA_QUANTITY_AGE},
    {"people in their twenties", "한 20대가", "20대", "대", GISA_QUANTITY_AGE},
    {"buses", "버스 20대가", "20대", "대", GISA_QUANTITY_AMOUNT},
    {"buses, as the subject", "버스가 20대", "20대", "대", GISA_QUANTITY_AMOUNT},
    {"a number of machines that is no age", "25대가", "25대", "대", GISA_QUANTITY_AMOUNT},
    {"a numbered parliament", "21대 국회", "21대", "대", GISA_QUANTITY_ORDINAL},
    {"a numbered government", "18대 정부", "18대", "대", GISA_QUANTITY_ORDINAL},
    {"rights", "노동3권을", "3권", "권", GISA_QUANTITY_ORDINAL},
    {"shots", "두 발을", "두 발", "발", GISA_QUANTITY_AMOUNT},
    {"a rank", "5대 그룹", "5대", "대", GISA_QUANTITY_ORDINAL},
    {"a time of day with its half", "오후 3시 30분에", "오후 3시 30분", "시", GISA_QUANTITY_CLOCK},
    {"the longer unit wins", "18개월", "18개월", "개월", GISA_QUANTITY_PERIOD},
    {"a numeral without a space", "다섯개", "다섯개", "개", GISA_QUANTITY_AMOUNT},
    {"a numeral after a mark", "…사흘 만에", "사흘", "일", GISA_QUANTITY_PERIOD},
    {"a sign of money", "€20", "€20", "EUR", GISA_QUANTITY_AMOUNT},
    {"a minus", "성장률 -3%로", "-3%", "%", GISA_QUANTITY_AMOUNT},
};

/* What a text with several has: "value unit; …". */
static const struct {
    const char *name, *text, *want;
} lists[] = {
    {"a unit that two share", "3~5%", "3 %; 5 %; "},
    {"a hyphen that joins a range", "10-15%", "10 %; 15 %; "},
    {"a score is no range", "3-1패, 5-2 승리", ""},
    {"large units that two share", "3~5만 명", "30000 명; 50000 명; "},
    {"thousands that two share", "2∼3천만원", "20000000 KRW; 30000000 KRW; "},
    {"the larger unit only", "3천~5천만원", "30000000 KRW; 50000000 KRW; "},
    {"hundreds that two share", "2~3백 명", "200 명; 300 명; "},
    {"the unit below", "9000~1억원", "90000000 KRW; 100000000 KRW; "},
    {"no unit to share", "5000~1만 명", "5000 명; 10000 명; "},
    {"what is loose in both", "1만 2000~1만 5000명", "12000 명; 15000 명; "},
    {"a minus in both", "(-0.5~-2.5%)", "-0.5 %; -2.5 %; "},
    {"letters after a sum in dollars", "$1.2B, $30M, $3 billion",
     "1200000000 USD; 30000000 USD; 3000000000 USD; "},
    {"a full number of a unit after a space", "1만 50명, 2천 50원", "10050 명; 2050 KRW; "},
    {"another count after a space", "100만 3개 부문, 1000만 12일 만에", "3 개; 12 일; "},
    {"a number without a unit", "조회 1만 2,345", "12345 ; "},
    {"fractions", "3분의1, 100분의 1, 삼분의 이, 10분의 1만",
     "0.333333333333333 배; 0.01 배; 0.666666666666667 배; 0.1 배; "},
    {"minutes of something", "5분의 시간", "5 분; "},
    {"halves", "1년 반, 두 배 반, 한 달 반, 반년", "1.5 년; 2.5 배; 1.5 개월; 0.5 년; "},
    {"how many is not said", "수십 명, 수만 명, 몇 백 명, 한 두 명, 두세 명, 여러 천 명", ""},
    {"units apart", "3 만 명, 5 천 달러", "30000 명; 5000 USD; "},
    {"articles of a law", "제3조, 50조 1항, 3 조 2항", "1 항; 2 항; "},
    {"telephone numbers and codes", "02-123-4567, GPT-4.5, A4-3장, 1.2.3개, 10:38분, 24/7개", ""},
    {"an address with escapes", "wiki/%EC%8B%9D%84%22%88", ""},
    {"words that look like numbers",
     "구조대, 이경자, 백사장, 만경대, 사원, 오만해, 천만 가지, 만개", ""},
    {"a name that ends in pro", "밴드 3 프로", ""},
    {"per cent, as spoken", "3프로", "3 %; "},
    {"a sum and something else", "3조 2명", "2 명; "},
    {"a version before a word that begins like a unit", "아파치 2.0 조건", ""},
    {"a name before a numeral", "가온-1 석 달", "3 개월; "},
};

static void list_all(gisa_str text, gisa_buf *out)
{
    gisa_quantity q;
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    for (size_t at = 0; gisa_quantity_next(text, &at, &q);) {
        gisa_buf_addf(out, "%.15g ", q.value);
        gisa_buf_add(out, q.unit);
        gisa_buf_add_c(out, "; ");
    }
}

/* A number is written in one of the press's ways and read back. */
static uint64_t next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

static const char *const digit_words[] = {"", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
static const char *const big_words[] = {"", "만", "억", "조", "경"};

typedef enum way {
    WAY_DIGITS,    /* 12345678 */
    WAY_COMMAS,    /* 12,345,678 */
    WAY_WIDE,      /* １２３４ */
    WAY_GROUPS,    /* 1234만5678 */
    WAY_THOUSANDS, /* 1천234만5천678 */
    WAY_HUNDREDS,  /* 1천2백34만 */
    WAY_WORDS,     /* 천이백삼십사만 */
    WAY_DECIMAL,   /* 12.3억 */
    WAY_COUNT
} way;

static void write_section(gisa_buf *out, unsigned n, way w, bool inner_space)
{
    static const char *const units[] = {"천", "백", "십"};
    unsigned unit = 1000;
    if (w == WAY_GROUPS || w == WAY_DECIMAL) {
        gisa_buf_addf(out, "%u", n);
        return;
    }
    for (int i = 0; i < 3; i++, unit /= 10) {
        unsigned d = n / unit % 10;
        bool written = w == WAY_WORDS || i == 0 || (w == WAY_HUNDREDS && i == 1);
        if (!d || !written) continue;
        if (w == WAY_WORDS)
            gisa_buf_add_c(out, d == 1 ? "" : digit_words[d]);
        else
            gisa_buf_addf(out, "%u", d);
        gisa_buf_add_c(out, units[i]);
        n -= d * unit;
        if (inner_space && n && w != WAY_WORDS) gisa_buf_add_char(out, ' ');
    }
    if (!n) return;
    if (w == WAY_WORDS)
        gisa_buf_add_c(out, digit_words[n]);
    else
        gisa_buf_addf(out, "%u", n);
}

static void write_groups(gisa_buf *out, uint64_t n, way w, bool spaced, bool inner_space)
{
    unsigned groups[5];
    size_t from = out->n;
    for (int i = 0; i < 5; i++, n /= 10000) groups[i] = (unsigned)(n % 10000);
    for (int i = 4; i >= 0; i--) {
        if (!groups[i]) continue;
        if (spaced && out->n > from) gisa_buf_add_char(out, ' ');
        write_section(out, groups[i], w, inner_space);
        gisa_buf_add_c(out, big_words[i]);
    }
}

static void write_number(gisa_buf *out, uint64_t n, way w, uint64_t dice)
{
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%" PRIu64, n);
    switch (w) {
    case WAY_DIGITS: gisa_buf_add_c(out, digits); break;
    case WAY_COMMAS:
        for (int i = 0; i < len; i++) {
            if (i && (len - i) % 3 == 0) gisa_buf_add_char(out, ',');
            gisa_buf_add_char(out, digits[i]);
        }
        break;
    case WAY_WIDE:
        for (int i = 0; i < len; i++) {
            const char wide[] = {'\xEF', '\xBC', (char)(0x90 + digits[i] - '0')};
            gisa_buf_add(out, (gisa_str){wide, 3});
        }
        break;
    default: write_groups(out, n, w, dice & 1, (dice & 2) != 0);
    }
}

/* Tenths or hundredths of the largest unit: 12.3억. */
static uint64_t write_decimal(gisa_buf *out, uint64_t dice)
{
    uint64_t unit = 10000, tenths = 1 + dice % 99999;
    int which = 1 + (int)(dice / 100000 % 3);
    for (int i = 1; i < which; i++) unit *= 10000;
    gisa_buf_addf(out, "%" PRIu64, tenths / 100);
    if (tenths % 100)
        gisa_buf_addf(out, tenths % 10 ? ".%02d" : ".%d",
                      (int)(tenths % 10 ? tenths % 100 : tenths % 100 / 10));
    gisa_buf_add_c(out, big_words[which]);
    return tenths * (unit / 100);
}

static uint64_t some_number(uint64_t *state)
{
    uint64_t n = 1;
    for (uint64_t i = next_random(state) % 15; i > 0; i--) n *= 10;
    n = 1 + (next_random(state) << 31 | next_random(state)) % (n * 10);
    for (uint64_t unit = 10; next_random(state) % 3 && unit < n; unit *= 10) n -= n % unit;
    return n;
}

static void numbers_read_back(void)
{
    static const char *const units[][2] = {
        {"명", "명"}, {"원", "KRW"}, {"달러", "USD"}, {"건", "건"}, {"표", "표"}};
    enum { NUMBERS = 20000 };
    uint64_t state = 20260101, wrong = 0;
    gisa_buf text = {0};
    for (int i = 0; i < NUMBERS; i++) {
        way w = (way)(next_random(&state) % WAY_COUNT);
        uint64_t n = some_number(&state), dice = next_random(&state), unit = dice / 8 % 5;
        /* in words, one digit and 조 are other words, or nobody writes them so */
        if (w == WAY_WORDS && (n < 20 || n == 100 || n == 1000 || n / 1000000000000 % 10000 == 1 ||
                               n > 9999999999999))
            n = 1234 + n % 1000;
        gisa_buf_reset(&text);
        gisa_buf_add_c(&text, "이 가운데 ");
        size_t start = text.n;
        if (w == WAY_DECIMAL)
            n = write_decimal(&text, dice);
        else
            write_number(&text, n, w, w == WAY_WORDS ? dice & 2 : dice);
        if (dice & 4) gisa_buf_add_char(&text, ' ');
        gisa_buf_add_c(&text, units[unit][0]);
        size_t end = text.n, at = 0;
        gisa_buf_add_c(&text, "을 세었다");
        gisa_quantity q = {0};
        gisa_str view = gisa_buf_view(&text);
        bool good = gisa_quantity_next(view, &at, &q) && q.span.start == start &&
                    q.span.end == end && q.value == (double)n &&
                    gisa_str_is(q.unit, units[unit][1]) && !gisa_quantity_next(view, &at, &q);
        if (!good && wrong++ < 20) printf("%.*s is not %" PRIu64 "\n", GISA_ARG(view), n);
    }
    EQUAL(wrong, 0, "any number, written in any of the press's ways, reads back as itself");
    gisa_buf_clear(&text);
}

int main(void)
{
    gisa_quantity q;
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t at = 0;
        gisa_str s = gisa_str_from(rows[i].text);
        if (!OK(gisa_quantity_next(s, &at, &q), rows[i].name)) continue;
        SAME_C(gisa_span_text(q.span, s), rows[i].span, rows[i].name);
        SAME_C(q.unit, rows[i].unit, rows[i].name);
        EQUAL(q.kind, rows[i].kind, rows[i].name);
        OK(!gisa_quantity_next(s, &at, &q), "there is one");
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        list_all(gisa_str_from(lists[i].text), &out);
        SAME_C(gisa_buf_view(&out), lists[i].want, lists[i].name);
    }
    size_t at = 0;
    OK(!gisa_quantity_next(GISA_STR("한글과 GPT-4, 두려움"), &at, &q), "a name is no quantity");
    numbers_read_back();
    gisa_buf_clear(&out);
    return test_end();
}
