#include "corpus/gzip.h"

#include <stdlib.h>
#include <zlib.h>

#include "tests/unit/test.h"

/* Text in one of the three wrappers: 31 gzip, 15 zlib, -15 raw. */
static void deflate_at(int level, int window_bits, gisa_str text, gisa_buf *out)
{
    z_stream z = {0};
    char *to = gisa_buf_reserve(out, text.n + 100);
    deflateInit2(&z, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
    z.next_in = (z_const Bytef *)text.p;
    z.avail_in = (uInt)text.n;
    z.next_out = (Bytef *)to;
    z.avail_out = (uInt)text.n + 100;
    deflate(&z, Z_FINISH);
    out->n += z.total_out;
    deflateEnd(&z);
}

static void deflate_as(int window_bits, gisa_str text, gisa_buf *out)
{
    deflate_at(6, window_bits, text, out);
}

static void test_wrappers(void)
{
    static const struct {
        const char *name;
        int window_bits;
    } rows[] = {{"gzip", 31}, {"zlib", 15}, {"raw deflate", -15}};
    gisa_str text = GISA_STR("한국어 본문, 한국어 본문, 한국어 본문");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf packed = {0}, plain = {0};
        gisa_error err = {0};
        deflate_as(rows[i].window_bits, text, &packed);
        WENT(gisa_gzip_expand(gisa_buf_view(&packed), 1000, &plain, &err), err, rows[i].name);
        SAME(gisa_buf_view(&plain), text, rows[i].name);
        gisa_buf_reset(&plain);
        WENT(gisa_gzip_expand(gisa_buf_view(&packed), text.n, &plain, &err), err,
             "the ceiling may be reached");
        gisa_buf_reset(&plain);
        EQUAL(gisa_gzip_expand(gisa_buf_view(&packed), text.n - 1, &plain, &err), GISA_ELIMIT,
              "but not passed");
        gisa_buf_reset(&plain);
        gisa_str cut = gisa_str_cut(gisa_buf_view(&packed), 0, packed.n / 2);
        EQUAL(gisa_gzip_expand(cut, 1000, &plain, &err), GISA_ECORRUPT, "half of it is an error");
        gisa_buf_clear(&packed);
        gisa_buf_clear(&plain);
    }
}

/* Little that expands to much: the input is used up long before the output ends. */
static void test_much(void)
{
    enum { MUCH = 1 << 20 };
    gisa_buf text = {0}, packed = {0}, plain = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < MUCH; i++) gisa_buf_add_char(&text, 'x');
    deflate_as(31, gisa_buf_view(&text), &packed);
    WENT(gisa_gzip_expand(gisa_buf_view(&packed), MUCH, &plain, &err), err, "a megabyte expands");
    OK(gisa_str_eq(gisa_buf_view(&plain), gisa_buf_view(&text)), "to itself");
    for (size_t n = packed.n - 12; n < packed.n; n++) {
        gisa_buf_reset(&plain);
        gisa_str cut = gisa_str_cut(gisa_buf_view(&packed), 0, n);
        EQUAL(gisa_gzip_expand(cut, MUCH, &plain, &err), GISA_ECORRUPT, "but not when it is cut");
    }
    gisa_buf_clear(&text);
    gisa_buf_clear(&packed);
    gisa_buf_clear(&plain);
}

static void test_members(void)
{
    gisa_deflater *d = NULL;
    gisa_buf out = {0}, plain = {0};
    gisa_error err = {0};
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, GISA_STR("하나"), &out);
    size_t first = out.n;
    gisa_deflater_put(d, GISA_STR(""), &out);
    gisa_deflater_put(d, GISA_STR("둘"), &out);
    EQUAL(gisa_gzip_skip_length(gisa_buf_view(&out)), first, "a member says how long it is");
    EQUAL(gisa_gzip_skip_length(gisa_str_cut(gisa_buf_view(&out), 0, 20)), 0,
          "a cut header says nothing");
    WENT(gisa_gzip_expand(gisa_buf_view(&out), 100, &plain, &err), err, "members expand");
    SAME_C(gisa_buf_view(&plain), "하나둘", "one after the other");
    gisa_deflater_close(d);
    gisa_buf_clear(&out);
    gisa_buf_clear(&plain);
}

/* Members that are stored as they are, between such that are compressed. */
static void test_stored(void)
{
    static char large[GISA_GZIP_STORED_MAX];
    gisa_buf out = {0}, plain = {0};
    gisa_error err = {0};
    memset(large, 'x', sizeof large);
    gisa_gzip_put_stored(GISA_STR("하나"), &out);
    EQUAL(out.n, GISA_GZIP_HEAD + 5 + 6 + 8, "a stored member is its text and a frame");
    EQUAL(gisa_gzip_skip_length(gisa_buf_view(&out)), out.n, "and says how long it is");
    OK(gisa_str_has(gisa_buf_view(&out), GISA_STR("하나")), "and can be read by eye");
    gisa_gzip_put_stored((gisa_str){large, sizeof large}, &out);
    gisa_gzip_put_stored(GISA_STR(""), &out);
    WENT(gisa_gzip_expand(gisa_buf_view(&out), 1 << 20, &plain, &err), err, "members expand");
    EQUAL(plain.n, 6 + sizeof large, "to what was put");
    OK(gisa_str_starts(gisa_buf_view(&plain), GISA_STR("하나x")), "one after the other");
    gisa_buf_clear(&out);
    gisa_buf_clear(&plain);
}

static void test_heads(void)
{
    gisa_deflater *d = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, (gisa_str){"", UINT32_MAX}, &out);
    EQUAL(gisa_buf_status(&out), GISA_ELIMIT, "four gigabytes are too many for a member");
    gisa_buf_reset(&out);
    gisa_deflater_put(d, GISA_STR("하나"), &out);
    gisa_deflater_close(d);
    gisa_str head = gisa_str_cut(gisa_buf_view(&out), 0, GISA_GZIP_HEAD);
    EQUAL(gisa_gzip_skip_length(head), out.n, "the head alone says the length");
    EQUAL(gisa_gzip_skip_length(gisa_str_cut(head, 0, head.n - 1)), 0, "but not a part of it");
    SAME(gisa_str_cut(head, 10, 16), GISA_STR("\x0c\0sl\x08\0"), "in a field that others read");
    out.p[12] = 'x';
    EQUAL(gisa_gzip_skip_length(head), 0, "nor another extra field");
    out.p[12] = 's';
    out.p[1] = 'x';
    EQUAL(gisa_gzip_skip_length(head), 0, "nor other magic bytes");
    gisa_buf_clear(&out);
}

/* Raw deflate may begin like the wrappers do, but for one of their two bytes. A stored block is
 * 1 of 8 kinds of a first byte, then its length, and the complement of that. */
static void test_raw(void)
{
    static const struct {
        const char *name;
        unsigned char first, length;
    } rows[] = {
        {"a second byte as in gzip", 0x01, 0x8b},
        {"a sum as in zlib", 0x01, 23},
        {"a first byte as in zlib", 0x08, 5},
        {"neither", 0x01, 5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf packed = {0}, plain = {0};
        gisa_error err = {0};
        char head[5] = {(char)rows[i].first, (char)rows[i].length, 0, (char)~rows[i].length,
                        (char)0xff};
        gisa_buf_add_bytes(&packed, head, 5);
        for (size_t k = 0; k < rows[i].length; k++) gisa_buf_add_char(&packed, 'x');
        if (!(rows[i].first & 1)) gisa_buf_add_bytes(&packed, "\x03\x00", 2); /* the last block */
        WENT(gisa_gzip_expand(gisa_buf_view(&packed), 1000, &plain, &err), err, rows[i].name);
        EQUAL(plain.n, rows[i].length, rows[i].name);
        OK(plain.p && plain.p[plain.n] == '\0', "a NUL ends what was expanded");
        gisa_buf_clear(&packed);
        gisa_buf_clear(&plain);
    }
    gisa_buf none = {0};
    gisa_error err = {0};
    WENT(gisa_gzip_expand(GISA_STR("\x03\x00"), 0, &none, &err), err, "nothing, in two bytes");
    EQUAL(none.n, 0, "expands to nothing");
    gisa_buf_clear(&none);
}

static void test_padding(void)
{
    static const struct {
        const char *name;
        gisa_str padding;
        gisa_status want;
    } rows[] = {
        {"zeroes are passed over", {"\0\0\0", 3}, GISA_OK},
        {"so are letters", {"xy", 2}, GISA_OK},
        {"and a byte that a member begins with", {"\x1f", 1}, GISA_OK},
        {"or with another after it", {"\x1fx", 2}, GISA_OK},
        {"or its second", {"x\x8b", 2}, GISA_OK},
        {"but both begin a member that is cut off", {"\x1f\x8b", 2}, GISA_ECORRUPT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf packed = {0}, plain = {0};
        gisa_error err = {0};
        deflate_as(31, GISA_STR("본문"), &packed);
        gisa_buf_add(&packed, rows[i].padding);
        EQUAL(gisa_gzip_expand(gisa_buf_view(&packed), 1000, &plain, &err), rows[i].want,
              rows[i].name);
        SAME_C(gisa_buf_view(&plain), "본문", rows[i].name);
        gisa_buf_clear(&packed);
        gisa_buf_clear(&plain);
    }
}

/* What a record costs: the measured balance of time and room. */
static void test_level(void)
{
    gisa_deflater *d = NULL;
    gisa_buf text = {0}, ours = {0}, less = {0}, more = {0};
    gisa_error err = {0};
    for (unsigned i = 0, r = 1; i < 4000; i++) {
        r = r * 1103515245 + 12345;
        gisa_buf_addf(&text, "%u번째 %u ", r >> 16 & 63, r >> 24 & 7);
    }
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, gisa_buf_view(&text), &ours);
    deflate_at(3, 31, gisa_buf_view(&text), &less);
    deflate_at(6, 31, gisa_buf_view(&text), &more);
    OK(ours.n < less.n, "a member is smaller than the fast levels make it");
    OK(ours.n > more.n, "and takes no time for the rest");
    gisa_deflater_close(d);
    gisa_buf_clear(&text);
    gisa_buf_clear(&ours);
    gisa_buf_clear(&less);
    gisa_buf_clear(&more);
}

static void test_bomb(void)
{
    gisa_buf zeros = {0}, packed = {0}, plain = {0};
    gisa_error err = {0};
    size_t n = 20u << 20;
    char *to = gisa_buf_reserve(&zeros, n);
    memset(to, 0, n);
    zeros.n = n;
    deflate_as(31, gisa_buf_view(&zeros), &packed);
    EQUAL(gisa_gzip_expand(gisa_buf_view(&packed), 1 << 20, &plain, &err), GISA_ELIMIT,
          "a bomb stops at the ceiling");
    OK(plain.n <= 1 << 20, "and no byte above it is kept");
    gisa_buf_reset(&plain);
    WENT(gisa_gzip_expand(gisa_buf_view(&packed), n, &plain, &err), err, "where there is room");
    EQUAL(plain.n, n, "it is expanded whole, a part at a time");
    gisa_buf_clear(&zeros);
    gisa_buf_clear(&packed);
    gisa_buf_clear(&plain);
}

int main(void)
{
    test_wrappers();
    test_much();
    test_members();
    test_stored();
    test_heads();
    test_raw();
    test_padding();
    test_level();
    test_bomb();
    return test_end();
}
