#include "base/printed_date.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want; /* want "": no date */
} parsed[] = {
    {"ISO with Seoul's zone", "2025-02-03T04:37:00+09:00", "2025-02-03T04:37:00+09:00"},
    {"ISO in UTC stays there", "2025-02-02T19:37:00Z", "2025-02-02T19:37:00+00:00"},
    {"ISO without a zone is Korean", "2025-02-03T04:37:00", "2025-02-03T04:37:00+09:00"},
    {"a mail date", "Mon, 03 Feb 2025 04:37:00 +0900", "2025-02-03T04:37:00+09:00"},
    {"as Java prints a date", "Mon Feb 03 04:37:00 KST 2025", "2025-02-03T04:37:00+09:00"},
    {"fourteen digits", "20250203043700", "2025-02-03T04:37:00+09:00"},
    {"ISO in its basic format", "20250203T043700", "2025-02-03T04:37:00+09:00"},
    {"and with a zone", "20250203T043700Z", "2025-02-03T04:37:00+00:00"},
    {"a basic day that is none", "20250231T043700Z", ""},
    {"a basic clock with letters", "20250203T04370x", ""},
    {"twelve digits", "202502030437", "2025-02-03T04:37:00+09:00"},
    {"eight digits are a day", "20250203", "2025-02-03"},
    {"thirteen digits are no date", "2025020304370", ""},
    {"eight digits that are no day", "20250231", ""},
    {"points and the half of the day", "2025.02.03. 오후 4:37", "2025-02-03T16:37:00+09:00"},
    {"noon", "2025.2.3 오후 12:05", "2025-02-03T12:05:00+09:00"},
    {"midnight", "2025.2.3 오전 12:05", "2025-02-03T00:05:00+09:00"},
    {"slashes and brackets", "2025/2/3 (04:37)", "2025-02-03T04:37:00+09:00"},
    {"a weekday between", "2025-02-03(월) 04:37", "2025-02-03T04:37:00+09:00"},
    {"Korean words", "2025년 2월 3일 오후 4시 37분", "2025-02-03T16:37:00+09:00"},
    {"Korean words, the day alone", "2025년 2월 3일", "2025-02-03"},
    {"English, the month first", "February 3, 2025", "2025-02-03"},
    {"English, the day first", "3 Feb 2025", "2025-02-03"},
    {"English, with the month's number", "2월 3, 2025 at 4:37 오후", "2025-02-03T16:37:00+09:00"},
    {"a name glued to the month", "Jane DoeFebruary 3, 2025", "2025-02-03"},
    {"capitals glued to the month", "JANEFEBRUARY 3, 2025", ""},
    {"a point after the day", "Feb 3. 2025", "2025-02-03"},
    {"an ordinal day", "Feb. 3rd, 2025 4:37 PM", "2025-02-03T16:37:00+09:00"},
    {"a leap day", "2024-02-29", "2024-02-29"},
    {"no leap day", "2025년 2월 29일", ""},
    {"month 13", "2025.13.01", ""},
    {"ten past 24 leaves the day", "2025.02.03 24:10", "2025-02-03"},
    {"24:00 is the next day", "2025.02.28 24:00", "2025-03-01T00:00:00+09:00"},
    {"square brackets", "2025/2/3 [04:37]", "2025-02-03T04:37:00+09:00"},
    {"a bar, a point or a dash between", "2025-02-03 · 04:37", "2025-02-03T04:37:00+09:00"},
    {"no second day is a time", "2025.02.03 - 2025.02.05", "2025-02-03"},
    {"a Sunday", "2025.02.02 일요일 04:37", "2025-02-02T04:37:00+09:00"},
    {"four marks between", "2025.02.03 (월) | 04:37", "2025-02-03T04:37:00+09:00"},
    {"but no more", "2025.02.03 (월) | - 04:37", "2025-02-03"},
    {"the half that comes first", "2025.02.03 오전 4:37 PM", "2025-02-03T04:37:00+09:00"},
    {"midnight in English", "Feb. 3, 2025 12:05 AM", "2025-02-03T00:05:00+09:00"},
    {"the last second of a day", "2025.02.03 23:59:59", "2025-02-03T23:59:59+09:00"},
    {"a minute too many", "2025.02.03 22:60", "2025-02-03"},
    {"a second too many", "2025.02.03 22:59:60", "2025-02-03"},
    {"a second after 24:00", "2025.02.03 24:00:01", "2025-02-03"},
    {"an hour too many", "2025.02.03 25:00", "2025-02-03"},
    {"a day of three digits", "2025.02.031", ""},
    {"the first year", "1900.1.1", "1900-01-01"},
    {"the year before", "1899.12.31", ""},
    {"the last year", "2099.12.31", "2099-12-31"},
    {"the year after", "2100.1.1", ""},
    {"79 bytes with a date",
     "2025.02.03 a line of 79 bytes may be a date with words around, a longer one not",
     "2025-02-03"},
    {"80 bytes", "2025.02.03 a line of 79 bytes may be a date with words around, a longer one not.",
     ""},
    {"American points", "February 3, 2025 at 4:37 p.m.", "2025-02-03T16:37:00+09:00"},
    {"two digits for the year", "25.02.03 04:37", ""},
    {"the day first, beyond twelve", "15/12/2025", "2025-12-15"},
    {"the month first, a day beyond twelve", "Thu, 09/25/2025 - 11:38",
     "2025-09-25T11:38:00+09:00"},
    {"a day and a month that are the same", "12.12.2025", "2025-12-12"},
    {"a day and a month that may be each other", "03/04/2025", ""},
    {"the twelfth of which month", "12-11-2025", ""},
    {"two marks", "15/12-2025", ""},
    {"the thirteenth", "13.1.2025", "2025-01-13"},
    {"the year first, then the name of the month", "2025 Feb 3", "2025-02-03"},
    {"a weekday in English between", "2025-02-03 (Mon) PM 4:37", "2025-02-03T16:37:00+09:00"},
    {"a long one", "2025.2.3 Monday, 04:37", "2025-02-03T04:37:00+09:00"},
    {"a year alone", "2025", ""},
    {"before newspapers were online", "1899-01-01", ""},
    {"the zero of a clock", "1970-01-01T00:00:00Z", ""},
    {"the zero of another", "0001-01-01T00:00:00", ""},
    {"a space for the T", "2025-02-03 04:37", "2025-02-03T04:37:00+09:00"},
    {"Sept", "Sept. 3, 2025", "2025-09-03"},
    {"a name that begins like a month", "Mayor 3, 2025", ""},
    {"nothing", "", ""},
};

static const struct {
    const char *name, *text, *want; /* all dates, '|' between, each with its bytes in [] */
} found[] = {
    {"labels around it", "입력 2025.02.03 04:37 | 수정 2025.02.04",
     "2025-02-03T04:37:00+09:00[2025.02.03 04:37]|2025-02-04[2025.02.04]"},
    {"a price is no date", "가격은 2,025.02원", ""},
    {"a longer number holds no date", "접수 번호 12025.02.03", ""},
    {"a date after a word", "May 2, 2025과 maybe 3, 2025", "2025-05-02[May 2, 2025]"},
    {"an ISO time inside", "발행(2025-02-03T04:37+09:00)",
     "2025-02-03T04:37:00+09:00["
     "2025-02-03T04:37+09:00]"},
    {"a printed date after one with a zone", "2025-02-02T19:37Z 2025.02.04 04:37",
     "2025-02-02T19:37:00+00:00[2025-02-02T19:37Z]|"
     "2025-02-04T04:37:00+09:00[2025.02.04 04:37]"},
    {"an ISO time without a zone", "발행(2025-02-03T04:37)",
     "2025-02-03T04:37:00+09:00[2025-02-03T04:37]"},
    {"an ISO day", "발행 2025-02-03", "2025-02-03[2025-02-03]"},
    {"a colon after it", "2025.02.03 04:37: 말", "2025-02-03T04:37:00+09:00[2025.02.03 04:37]"},
    {"the half of the day after it", "Feb. 3, 2025 12:05 AM, news",
     "2025-02-03T00:05:00+09:00[Feb. 3, 2025 12:05 AM]"},
    {"a number before it", "제3호 2025.02.03", "2025-02-03[2025.02.03]"},
    {"a version number", "릴리스 2025.2 배포", ""},
};

static const struct {
    const char *name, *url, *want;
} urls[] = {
    {"folders for year, month and day", "http://a.example/2025/02/03/1.html", "2025-02-03"},
    {"folders for year and month", "http://a.example/2025/02/1.html", ""},
    {"a day without an end", "http://a.example/2025/02/03", ""},
    {"a folder that is no day", "http://a.example/2025/02/30/1.html", ""},
    {"a longer number before", "http://a.example/12025/02/03/1.html", ""},
    {"a path alone", "/2025/02/03/1.html", "2025-02-03"},
    {"a folder at the end", "/2025/02/03/", "2025-02-03"},
    {"a word that begins so", "2025/02/03/1.html", ""},
    {"a port is no year", "http://a.example:2025/02/03/04/1.html", "2025-02-03"},
    {"no address", "", ""},
};

static gisa_str show(const gisa_time *t, char text[GISA_TIME_CHARS])
{
    return (gisa_str){text, gisa_time_format(t, text)};
}

static void test_find(void)
{
    gisa_buf got = {0};
    char text[GISA_TIME_CHARS];
    for (size_t i = 0; i < sizeof found / sizeof found[0]; i++) {
        gisa_str s = test_exact(found[i].text);
        gisa_time t;
        size_t at = 0, start, end;
        gisa_buf_reset(&got);
        while (gisa_printed_date_find(s, at, &t, &start, &end)) {
            if (got.n) gisa_buf_add_char(&got, '|');
            gisa_buf_add(&got, show(&t, text));
            gisa_buf_addf(&got, "[%.*s]", GISA_ARG(gisa_str_cut(s, start, end)));
            at = end;
        }
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), found[i].want, found[i].name);
        free((char *)(uintptr_t)s.p);
    }
    gisa_buf_clear(&got);
}

/* What follows the label of a date. */
static const struct {
    const char *name, *text, *want;
} shorts[] = {
    {"points and a time", " 25.07.03 14:30", "2025-07-03T14:30:00+09:00"},
    {"a colon before, hyphens", " : 25-7-3", "2025-07-03"},
    {"an apostrophe and words", "'25년 7월 3일 오후 2시 30분", "2025-07-03T14:30:00+09:00"},
    {"the century before", "99.12.31", "1999-12-31"},
    {"its first year", "69.1.1", "1969-01-01"},
    {"and the last one of this", "68.1.1", "2068-01-01"},
    {"what may come before a date, alone", " : ", ""},
    {"a day that none is", "25.02.30", ""},
    {"the day first, as others write", "03.07.2025", ""},
    {"a number of four digits", "2025.07.03", ""},
    {"a word", "어제", ""},
    {"nothing", "", ""},
};

static void test_short(void)
{
    char text[GISA_TIME_CHARS];
    for (size_t i = 0; i < sizeof shorts / sizeof shorts[0]; i++) {
        gisa_time t = {0};
        size_t start = 0, end = 0;
        gisa_str s = test_exact(shorts[i].text);
        bool good = gisa_printed_date_read_short(s, &t, &start, &end);
        EQUAL(good, shorts[i].want[0] != 0, shorts[i].name);
        if (good) SAME_C(show(&t, text), shorts[i].want, shorts[i].name);
        if (good)
            OK(start < end && end == s.n && gisa_str_find_byte(s, s.p[start], 0) == start,
               "and says where it is");
        free((char *)(uintptr_t)s.p);
    }
}

/* As a record may state it. */
static const struct {
    const char *name, *text, *want;
} stated[] = {
    {"a year", "2025", "2025"},
    {"a month", "2025-02", "2025-02"},
    {"the day of a table", "20250317", "2025-03-17"},
    {"points", "2025.03.15", "2025-03-15"},
    {"points, spaced and closed", "2025. 3. 15.", "2025-03-15"},
    {"words", "2025년 3월 16일", "2025-03-16"},
    {"a word", "어제", ""},
    {"days since 1900", "45733", ""},
    {"an order that nobody can know", "3/4/2025", ""},
};

static void test_stated(void)
{
    char text[GISA_TIME_CHARS];
    for (size_t i = 0; i < sizeof stated / sizeof stated[0]; i++) {
        gisa_time t = {0};
        bool good = gisa_stated_date_parse(gisa_str_from(stated[i].text), &t);
        EQUAL(good, stated[i].want[0] != 0, stated[i].name);
        if (good) SAME_C(show(&t, text), stated[i].want, stated[i].name);
    }
}

/* Whether a text is a date that shows as `want`; "": it is none. */
static void check(const char *printed, const char *want, const char *name)
{
    char text[GISA_TIME_CHARS];
    gisa_time t = {0};
    gisa_str s = test_exact(printed);
    bool good = gisa_printed_date_parse(s, &t);
    EQUAL(good, *want != 0, name);
    if (good) SAME_C(show(&t, text), want, name);
    free((char *)(uintptr_t)s.p);
}

static void test_words(void)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    static const char *const marks[] = {"(",  "[",  ")",  "]",  "|",  "/",      ",",
                                        "-",  "T",  "·",  "ㅣ", "at", "월",     "화",
                                        "수", "목", "금", "토", "일", "월요일", "일요일"};
    static const char *const halves[] = {"오후 4:37", "PM 4:37", "p.m 4:37",
                                         "4:37 오후", "4:37 PM", "4:37 p.m"};
    static const char *const days[] = {"3", "3rd", "3st", "3nd", "3th"};
    char printed[64], want[GISA_TIME_CHARS];
    for (int m = 0; m < 12; m++) {
        snprintf(want, sizeof want, "2025-%02d-03", m + 1);
        snprintf(printed, sizeof printed, "%s 3, 2025", months[m]);
        check(printed, want, "a month in full");
        snprintf(printed, sizeof printed, "3 %.3s 2025", months[m]);
        check(printed, want, "or in three letters");
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        snprintf(printed, sizeof printed, "2025-02-03 %s 04:37", marks[i]);
        check(printed, "2025-02-03T04:37:00+09:00", marks[i]);
    }
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        snprintf(printed, sizeof printed, "2025-02-03 %s", halves[i]);
        check(printed, "2025-02-03T16:37:00+09:00", halves[i]);
    }
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        snprintf(printed, sizeof printed, "Feb %s, 2025", days[i]);
        check(printed, "2025-02-03", days[i]);
        snprintf(printed, sizeof printed, "%s Feb 2025", days[i]);
        check(printed, "2025-02-03", days[i]);
    }
}

int main(void)
{
    char text[GISA_TIME_CHARS];
    test_words();
    test_stated();
    for (size_t i = 0; i < sizeof parsed / sizeof parsed[0]; i++)
        check(parsed[i].text, parsed[i].want, parsed[i].name);
    test_find();
    test_short();
    for (size_t i = 0; i < sizeof urls / sizeof urls[0]; i++) {
        gisa_time t = {0};
        gisa_str url = test_exact(urls[i].url);
        bool good = gisa_printed_date_in_url(url, &t);
        free((char *)(uintptr_t)url.p);
        EQUAL(good, urls[i].want[0] != 0, urls[i].name);
        if (good && urls[i].want[0]) SAME_C(show(&t, text), urls[i].want, urls[i].name);
    }
    return test_end();
}
