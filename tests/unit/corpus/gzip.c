#include "corpus/gzip.h"

#include <stdlib.h>
#include <zlib.h>

#include "tests/unit/test.h"

/* Text in one of the three wrappers: 31 gzip, 15 zlib, -15 raw. */
static void deflate_as(int window_bits, gisa_str text, gisa_buf *out)
{
    z_stream z = {0};
    char *to = gisa_buf_reserve(out, text.n + 100);
    deflateInit2(&z, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
    z.next_in = (z_const Bytef *)text.p;
    z.avail_in = (uInt)text.n;
    z.next_out = (Bytef *)to;
    z.avail_out = (uInt)text.n + 100;
    deflate(&z, Z_FINISH);
    out->n += z.total_out;
    deflateEnd(&z);
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
    gisa_buf_clear(&zeros);
    gisa_buf_clear(&packed);
    gisa_buf_clear(&plain);
}

int main(void)
{
    test_wrappers();
    test_members();
    test_bomb();
    return test_end();
}
