#include "base/buf.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static void ceilings(void)
{
    gisa_error err;
    gisa_buf b = gisa_buf_make(5);
    gisa_buf_add_c(&b, "abc");
    gisa_buf_add_c(&b, "def");
    gisa_buf_add_c(&b, "g");
    SAME_C(gisa_buf_view(&b), "abc",
           "an append over the ceiling changes nothing, nor do later ones");
    EQUAL(gisa_buf_check(&b, "the line", &err), GISA_ELIMIT, "the ceiling is told when asked");
    SAME_C(gisa_str_from(err.text), "the line is over its limit of 5 bytes", "and says which");
    gisa_buf_reset(&b);
    gisa_buf_add_c(&b, "12345");
    EQUAL(gisa_buf_status(&b), GISA_OK, "a reset buffer holds exactly its ceiling");
    gisa_buf_clear(&b);
    EQUAL(b.max, 5, "clearing keeps the ceiling");
}

static void test_room(void)
{
    gisa_buf b = {0};
    gisa_buf_cut(&b, 0);
    SAME_C(gisa_buf_view(&b), "", "nothing can be cut from nothing");
    gisa_buf_addf(&b, "%s", "");
    OK(b.p && b.p[0] == '\0', "after an empty text too there is a NUL");
    gisa_buf_clear(&b);
    OK(gisa_buf_reserve(&b, 63) != NULL, "a part of it is filled in place");
    EQUAL(b.cap, 64, "63 bytes and their NUL take 64");
    memset(b.p, 'x', 63);
    b.n = 63;
    gisa_mem_fail_after(0);
    OK(gisa_buf_reserve(&b, 0) != NULL, "what fits asks for no memory");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_buf_clear(&b);
}

int main(void)
{
    gisa_buf b = {0};
    SAME_C(gisa_buf_view(&b), "", "an empty buffer is the empty text, not the unknown");
    gisa_buf_add(&b, GISA_STR("기"));
    gisa_buf_add_char(&b, '-');
    gisa_buf_addf(&b, "%d/%s", 42, "x");
    gisa_buf_add_cp(&b, 0xC0AC);
    SAME_C(gisa_buf_view(&b), "기-42/x사", "appends of every kind stand in order");
    EQUAL(b.p[b.n], 0, "a NUL stands behind the contents");
    gisa_buf_cut(&b, 3);
    SAME_C(gisa_buf_view(&b), "기", "cutting shortens");
    gisa_buf_cut(&b, 30);
    EQUAL(b.n, 3, "cutting never lengthens");
    for (int i = 0; i < 5000; i++) gisa_buf_addf(&b, "%04d", i);
    EQUAL(b.n, 20003, "a long row of appends grows the buffer");
    OK(memcmp(b.p + 3 + 4 * 1234, "1234", 4) == 0, "growing keeps the contents");
    gisa_buf_clear(&b);
    gisa_buf_add_cp(&b, 0xD800);
    SAME_C(gisa_buf_view(&b), "\xEF\xBF\xBD", "a surrogate becomes U+FFFD");
    gisa_buf_clear(&b);
    ceilings();
    test_room();
    gisa_mem_fail_after(0);
    gisa_buf_add_c(&b, "x");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    EQUAL(gisa_buf_status(&b), GISA_ENOMEM, "lack of memory sticks");
    gisa_buf part = {0};
    gisa_buf_take_status(&b, &part);
    EQUAL(gisa_buf_status(&b), GISA_ENOMEM, "whatever becomes of a part");
    gisa_buf_take_status(&part, &b);
    EQUAL(gisa_buf_status(&part), GISA_ENOMEM, "and what is made of it has failed as well");
    gisa_buf_clear(&part);
    gisa_buf_clear(&b);
    return test_end();
}
