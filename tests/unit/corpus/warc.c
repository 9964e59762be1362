#include "corpus/warc.h"

#include "tests/unit/test.h"

static void test_parse(void)
{
    static const struct {
        const char *name, *text;
        gisa_status want;
    } rows[] = {
        {"a whole header", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n", GISA_OK},
        {"names in any case", "WARC/1.1\r\nwarc-type: response\r\nCONTENT-LENGTH: 5\r\n", GISA_OK},
        {"no version", "WARC-Type: response\r\nContent-Length: 5\r\n", GISA_ECORRUPT},
        {"no length", "WARC/1.0\r\nWARC-Type: response\r\n", GISA_ECORRUPT},
        {"a negative length", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n",
         GISA_ECORRUPT},
        {"a length over 64 bits",
         "WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 99999999999999999999\r\n", GISA_ECORRUPT},
        {"no type", "WARC/1.0\r\nContent-Length: 5\r\n", GISA_ECORRUPT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_warc_head h;
        gisa_error err;
        EQUAL(gisa_warc_parse(gisa_str_from(rows[i].text), &h, &err), rows[i].want, rows[i].name);
        if (rows[i].want == GISA_OK) EQUAL(h.length, 5, rows[i].name);
    }
    gisa_warc_head h;
    gisa_error err;
    gisa_warc_parse(GISA_STR("WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 0\r\n"
                             "WARC-Target-URI: <http://a.example/>\r\n"
                             "WARC-Date: 2025-02-03T04:37:00.123456Z\r\n"),
                    &h, &err);
    SAME_C(h.uri, "http://a.example/", "an address in angle brackets, as wget writes it");
    EQUAL(h.date_utc, 1738557420, "a date with a fraction");
}

static void test_unchunk(void)
{
    static const struct {
        const char *name, *body, *want; /* NULL: not chunks */
    } rows[] = {
        {"two chunks", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde"},
        {"a large size in hex", "1A\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n",
         "abcdefghijklmnopqrstuvwxyz"},
        {"a page that is no chunks", "<html>\r\n", NULL},
        {"a size beyond the end", "ffff\r\nabc\r\n0\r\n", NULL},
        {"no last chunk", "3\r\nabc\r\n", NULL},
        {"a size that overflows", "fffffffffffffffffff\r\nabc\r\n0\r\n", NULL},
        {"nothing", "", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf out = {0};
        bool good = gisa_warc_unchunk(gisa_str_from(rows[i].body), &out);
        EQUAL(good, rows[i].want != NULL, rows[i].name);
        SAME_C(gisa_buf_view(&out), rows[i].want ? rows[i].want : "", rows[i].name);
        gisa_buf_clear(&out);
    }
}

static void test_format(void)
{
    gisa_sha256 *h = gisa_sha256_open();
    gisa_buf one = {0}, two = {0}, moved = {0};
    gisa_error err = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:///a"),
                      .content_type = GISA_STR("text/plain"),
                      .fetched_utc = 1738557420,
                      .payload = GISA_STR("abc")};
    WENT(gisa_warc_format(&c, 0, h, &one, &err), err, "a record is written");
    WENT(gisa_warc_format(&c, 0, h, &two, &err), err, "and again");
    WENT(gisa_warc_format(&c, 9, h, &moved, &err), err, "and elsewhere");
    SAME(gisa_buf_view(&one), gisa_buf_view(&two), "the same capture makes the same record");
    OK(!gisa_str_eq(gisa_buf_view(&one), gisa_buf_view(&moved)), "but in another place another id");
    OK(gisa_str_has(gisa_buf_view(&one), GISA_STR("WARC-Date: 2025-02-03T04:37:00Z\r\n")),
       "dates are in UTC");
    gisa_str all = gisa_buf_view(&one);
    size_t at = gisa_str_find(all, GISA_STR("<urn:uuid:"), 0);
    OK(at != GISA_NPOS && all.p[at + 24] == '8' && strchr("89ab", all.p[at + 29]),
       "the id is a UUID of version 8");
    gisa_buf_clear(&one);
    gisa_buf_clear(&two);
    gisa_buf_clear(&moved);
    gisa_sha256_close(h);
}

int main(void)
{
    test_parse();
    test_unchunk();
    test_format();
    return test_end();
}
