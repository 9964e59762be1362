#include "cli/hits.h"

#include "tests/unit/test.h"

#define T(text)                                                                                    \
    {                                                                                              \
        text, sizeof text - 1                                                                      \
    }

#define ABC "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

enum { MARCH_4 = 1741046400 };

static gisa_kwic_line lines[] = {
    {.id = T("0001"),
     .outlet = T("naru"),
     .published = {MARCH_4, GISA_PRECISION_MINUTE, 0},
     .left = T("밤새 "),
     .match = T("등대"),
     .right = T("가 켜졌다")},
    {.published = {MARCH_4, GISA_PRECISION_YEAR, 0},
     .left = T(ABC),
     .match = T("a-match-of-the-room-that-there-is-then"),
     .right = T(ABC)},
    {.id = T("0002"), .left = T(ABC), .match = T("-match-"), .right = T(ABC)},
};

static const struct {
    const char *name, *want;
    cli_format format;
    unsigned columns;
} tests[] = {
    {"matches stand below each other",
     "2025-03-04                       밤새 등대가 켜졌다\n"
     "2025        ABCDEFGHIJKLMNOPQRSTUVWXYZa-match-of-the-room-that-there-is-thenabc\n"
     "no date     ABCDEFGHIJKLMNOPQRSTUVWXYZ-match-abcdefghijklmnopqrstuvwxyz01234567\n",
     CLI_TABLE, 80},
    {"a match that is wider than its room is cut",
     "2025-03-04             밤새 등대가 켜졌다\n"
     "2025        KLMNOPQRSTUVWXYZa-match-of-the-room-that-there-…\n"
     "no date     KLMNOPQRSTUVWXYZ-match-abcdefghijklmnopqrstuvwx\n",
     CLI_TABLE, 60},
    {"no line is shorter than its least",
     "2025-03-04   새 등대가 켜졌다\n"
     "2025        WXYZa-match-of-the-room…\n"
     "no date     WXYZ-match-abcdefghijkl\n",
     CLI_TABLE, 20},
    {"programs get them whole",
     "id,published,outlet,left,match,right\r\n"
     "0001,2025-03-04T09:00:00+09:00,naru,밤새 ,등대,가 켜졌다\r\n"
     ",2025,," ABC ",a-match-of-the-room-that-there-is-then," ABC "\r\n"
     "0002,,," ABC ",-match-," ABC "\r\n",
     CLI_CSV, 80},
    {"as JSON too",
     "{\"id\":\"0001\",\"published\":\"2025-03-04T09:00:00+09:00\",\"outlet\":\"naru\","
     "\"left\":\"밤새 \",\"match\":\"등대\",\"right\":\"가 켜졌다\"}\n"
     "{\"id\":null,\"published\":\"2025\",\"outlet\":null,\"left\":\"" ABC
     "\",\"match\":\"a-match-of-the-room-that-there-is-then\",\"right\":\"" ABC "\"}\n"
     "{\"id\":\"0002\",\"published\":null,\"outlet\":null,\"left\":\"" ABC
     "\",\"match\":\"-match-\",\"right\":\"" ABC "\"}\n",
     CLI_JSON, 80},
};

/* Hangul leaves a column of its room empty, after it. */
static void test_cut(void)
{
    const cli c = {.columns = 20};
    gisa_kwic_line line = {.left = T(ABC), .match = T("가나다라마바사아자차카타파하")};
    gisa_buf out = {0};
    hits_print_kwic(&c, CLI_TABLE, &(gisa_kwic){.items = &line, .n = 1}, &out);
    SAME_C(gisa_buf_view(&out), "no date     WXYZ가나다라마바사아자… \n",
           "a match that is cut begins where all do");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_cut();
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        const cli c = {.columns = tests[i].columns};
        const gisa_kwic kwic = {.items = lines, .n = 3};
        gisa_buf out = {0};
        hits_print_kwic(&c, tests[i].format, &kwic, &out);
        SAME_C(gisa_buf_view(&out), tests[i].want, tests[i].name);
        gisa_buf_clear(&out);
    }
    return test_end();
}
