#include "ingest/fetch/source_custom.h"

#include "tests/unit/test.h"

enum { WEEK = 7 };

/* A row is the pages of each day, the last day first: a digit, A to F for 10 to 60; blanks part
 * weeks. Days beyond its end are like the week before them. */
static gisa_source_days days_of(const char *text)
{
    gisa_source_days d = {.known = GISA_CUSTOM_DAYS};
    size_t n = 0;
    for (; *text && n < GISA_CUSTOM_DAYS; text++) {
        if (*text == ' ') continue;
        d.pages[n++] = *text <= '9' ? (uint64_t)(*text - '0') : (uint64_t)(*text - 'A' + 1) * 10;
    }
    for (; n < GISA_CUSTOM_DAYS; n++) d.pages[n] = d.pages[n - WEEK];
    return d;
}

static const struct {
    const char *name, *days;
    size_t before, known; /* 0: all days are */
    bool silent;
    unsigned shrunk; /* in so many days; 0: not */
} rows[] = {
    {"as always", "AAAAAAA", 0, 0, false, 0},
    {"a day without a page may be", "0AAAAAA AAAAAAA", 0, 0, false, 0},
    {"two are silence where pages come every day", "00AAAAA AAAAAAA", 0, 0, true, 0},
    {"unless it pauses for two days every now and then", "00AAAAA A00AAAA AA00AAA AAAAAAA", 0, 0,
     false, 0},
    {"and once may have been the crawler's rest", "00AAAAA A00AAAA AAAAAAA", 0, 0, true, 0},
    {"where few come each day it takes as long as eight of them", "0003333 3333333", 0, 0, true, 0},
    {"and no less", "0033333 3333333", 0, 0, false, 0},
    {"on Sunday nobody misses an outlet that has no weekend", "00AAAAA", 0, 0, false, 0},
    {"nor on Monday", "000AAAA 00AAAAA", 0, 0, false, 0},
    {"but on Tuesday", "0000AAA A00AAAA AA00AAA AAA00AA AAAA00A", 0, 0, false, 0},
    {"two days on which pages come are missed", "00AAA00 AAAAA00", 0, 0, true, 0},
    {"and two around a weekend", "000A0AA AA0A0AA", 0, 0, true, 0},
    {"a page on a Saturday does not make it a working day",
     "000AAAA 01AAAAA 01AAAAA 00AAAAA 01AAAAA", 0, 0, false, 0},
    {"a weekly one is missed on no other day", "000000B", 0, 0, false, 0},
    {"nor when it is a day late", "0000000 B000000", 1, 0, false, 0},
    {"nor for a week", "B000000 B000000", 12, 0, false, 0},
    {"nor twice on its day, when the last one came the day before",
     "B00000B 000000B 000000B 0000000", 8, 0, false, 0},
    {"but when two are missing", "B000000 B000000", 15, 0, true, 0},
    {"one that comes once early, once late has no day of its own",
     "0000000 0B00000 00000B0 00B0000", 0, 0, false, 0},
    {"what has been silent for a year is silent", "AAAAAAA", 365, 0, true, 0},
    {"what comes once a month is not missed after three weeks", "5000000 0000000 0000000 0000000 5",
     21, 0, false, 0},
    {"nothing is known of what is two weeks old", "00AAAAA AAAAAAA", 0, 13, false, 0},
    {"of what is older it is", "00AAAAA AAAAAAA", 0, 16, true, 0},

    {"a tenth of the usual in two days", "11AAAAA AAAAAAA", 0, 0, false, 2},
    {"a third is within what may be", "43AAAAA AAAAAAA", 0, 0, false, 0},
    {"two days as poor as some are now and then", "11AAAAA A11AAAA AA11AAA AAAAAAA", 0, 0, false,
     0},
    {"and once may have been the crawler's fault", "11AAAAA A1AAAAA AAAAAAA", 0, 0, false, 2},
    {"weekends are poor", "11AAAAA", 0, 0, false, 0},
    {"of few pages nothing follows", "1177777 7777777", 0, 0, false, 0},
    {"a poor week where any two days may be poor", "1111111 33AAA33", 0, 0, false, 7},
    {"a week of half the usual", "5555555 AAAAAAA", 0, 0, false, 0},
    {"the first crawl brought ten times as much", "AAAAAAA AAAAAAA AAAAAAA AAAAAAA FFFFFFF", 0, 0,
     false, 0},
    {"a weekly one with a poor edition", "0000003 000000B", 0, 0, false, 0},
    {"with two of them", "0000003 0000003 000000B", 0, 0, false, 14},
    {"is judged by two weeks, as one may be late", "0000000 B000000 B000000", 0, 0, false, 0},
    {"also when it is a week late", "B000000 B000000 B000000", 7, 0, false, 0},
    {"nothing is known of the young ones", "11AAAAA AAAAAAA", 0, 20, false, 0},
    {"nor of what comes at random", "0000000 E000000 0000000 0000000 E000000", 0, 0, false, 0},
};

static void test_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_source_days d = days_of(rows[i].days);
        d.before = rows[i].before;
        if (rows[i].known) d.known = rows[i].known;
        const gisa_source_custom custom = gisa_source_custom_of(&d);
        const gisa_source_span *span = gisa_source_custom_shrunk(&custom, false);
        EQUAL(custom.silent, rows[i].silent, rows[i].name);
        if (!custom.silent) EQUAL(span ? span->days : 0, rows[i].shrunk, rows[i].name);
    }
}

static void test_numbers(void)
{
    gisa_source_days d = days_of("1234567 1111111 2222222 3333333 4444444");
    gisa_source_custom c = gisa_source_custom_of(&d);
    EQUAL(c.week, 28, "this week's pages");
    OK(c.usual > 13.9 && c.usual < 14.1, "of four weeks the lower of the middle two");
    d.known = 15;
    c = gisa_source_custom_of(&d);
    OK(c.usual > 6.9 && c.usual < 7.1, "a week that is not known whole does not count");
    d.known = 9;
    d.pages[9] = 30;
    for (size_t i = 10; i < GISA_CUSTOM_DAYS; i++) d.pages[i] = 0;
    c = gisa_source_custom_of(&d);
    OK(c.usual > 31.9 && c.usual < 32.1, "without a whole week it is what came before this one");
    OK(!c.spans[0].usual && !c.spans[1].usual, "which says nothing");
    d = days_of("11BBBBB BBBBBBB");
    c = gisa_source_custom_of(&d);
    const gisa_source_span *span = gisa_source_custom_shrunk(&c, false);
    EQUAL(span ? span->pages : 0, 2, "pages of two days");
    EQUAL(span ? (int)span->usual : 0, 40, "where forty come");
    d = days_of("99BBBBB BBBBBBB");
    c = gisa_source_custom_of(&d);
    OK(!gisa_source_custom_shrunk(&c, false), "nearly half of them is not so few");
    OK(gisa_source_custom_shrunk(&c, true), "but too few for what had shrunk to be well again");
    d = days_of("AABBBBB BBBBBBB");
    c = gisa_source_custom_of(&d);
    OK(!gisa_source_custom_shrunk(&c, true), "half of them is enough");
}

int main(void)
{
    test_rows();
    test_numbers();
    return test_end();
}
