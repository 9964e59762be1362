#include "corpus/brotli.h"

#include "base/mem.h"
#include "tests/unit/test.h"

/* What the brotli program makes of three sentences, and of a million times "x". */
static const char sentences[] =
    "\033\236\000\370\215\324\121\015\333\335\320\302\043\055\320\313\104"
    "\155\027\165\133\310\365\340\202\060\301\370\362\231\116\077\362"
    "\250\221\142\020\061\304\230\273\037\243\155\100\374\066\262\036"
    "\275\126\031\357\235\205\111\210\327\230\027";
static const char million[] = "\133\077\102\217\137\002\057\036\013\004\362\163\036";
static const char plain[] =
    "새벽시 도서관은 3일 밤 열람실을 연다. 새벽시 도서관은 3일 밤 열람실을 연다. "
    "새벽시 도서관은 3일 밤 열람실을 연다. ";
enum { MANY = 1000000 };

static void test_streams(void)
{
    gisa_str packed = {sentences, sizeof sentences - 1}, much = {million, sizeof million};
    gisa_buf out = {0};
    gisa_error err = {0};
    WENT(gisa_brotli_expand(packed, 1000, &out, &err), err, "a stream is expanded");
    SAME_C(gisa_buf_view(&out), plain, "to what was packed");
    EQUAL(strlen(out.p), out.n, "with a NUL behind it");
    gisa_buf_reset(&out);
    gisa_buf_add_c(&out, ">");
    WENT(gisa_brotli_expand(packed, sizeof plain - 1, &out, &err), err, "a ceiling may be reached");
    EQUAL(out.n, sizeof plain, "after what the buffer held");
    gisa_buf_reset(&out);
    EQUAL(gisa_brotli_expand(packed, sizeof plain - 2, &out, &err), GISA_ELIMIT, "but not passed");
    gisa_buf_reset(&out);
    WENT(gisa_brotli_expand(much, MANY, &out, &err), err, "little expands to much");
    EQUAL(out.n, MANY, "in several steps");
    EQUAL(gisa_brotli_expand(much, MANY - 1, &out, &err), GISA_ELIMIT, "up to the ceiling");
    gisa_buf_clear(&out);
}

static void test_damage(void)
{
    char bytes[sizeof sentences + 1];
    gisa_buf out = {0};
    gisa_error err = {0};
    size_t wrong = 0;
    for (size_t n = 0; n < sizeof sentences - 1; n++) {
        gisa_buf_reset(&out);
        wrong += gisa_brotli_expand((gisa_str){sentences, n}, 1000, &out, &err) != GISA_ECORRUPT;
        wrong += !gisa_str_starts(gisa_str_from(plain), gisa_buf_view(&out));
    }
    EQUAL(wrong, 0, "a stream that is cut off gives what comes before");
    memcpy(bytes, sentences, sizeof sentences);
    EQUAL(gisa_brotli_expand((gisa_str){bytes, sizeof sentences}, 1000, &out, &err), GISA_ECORRUPT,
          "so does one with more after it");
    memset(bytes, 0xFF, sizeof bytes);
    EQUAL(gisa_brotli_expand((gisa_str){bytes, sizeof bytes}, 1000, &out, &err), GISA_ECORRUPT,
          "and what is none");
    gisa_buf_clear(&out);
}

static void test_memory(void)
{
    gisa_str packed = {sentences, sizeof sentences - 1};
    size_t wrong = 0, failures = 0;
    for (uint64_t allowed = 0; allowed < 12; allowed++) {
        gisa_buf out = {0};
        gisa_error err;
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_brotli_expand(packed, 1000, &out, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st != GISA_OK && st != GISA_ENOMEM;
        failures += st == GISA_ENOMEM;
        gisa_buf_clear(&out);
    }
    OK(failures > 3, "allocations fail");
    EQUAL(wrong, 0, "cleanly");
}

int main(void)
{
    test_streams();
    test_damage();
    test_memory();
    return test_end();
}
