#include "index/query/former_id.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void add(gisa_store *s, const char *id, const char *former, uint64_t capture)
{
    gisa_record r = tiny_record(id, "2025-03-03", "hangang", id, "본문");
    gisa_article_add_former_id(&r.article, gisa_str_from(former));
    r.capture = capture;
    tiny_add(s, r);
}

int main(void)
{
    static const struct {
        const char *name, *start, *want;
        bool several;
    } rows[] = {
        {"one article", "aaaaaaaaaaaaaaaa", "0000000000000001", false},
        {"by the beginning", "aaaa", "0000000000000001", false},
        {"two, the last one first", "bbbbbbbbbbbbbbbb", "0000000000000003\n0000000000000002",
         false},
        {"two by the beginning", "bbbbb", "0000000000000003\n0000000000000002", false},
        {"one of two that begin so", "cccc000000000000", "0000000000000004", false},
        {"the beginning of two", "cccc", "", true},
        {"none", "dddd", "", false},
        {"a present id is none", "0000000000000001", "", false},
    };
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_buf ids = {0};
    char folder[64];
    if (!OK(tiny_folder(folder) != NULL, "a scratch folder")) return test_end();
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    add(s, "0000000000000001", "aaaaaaaaaaaaaaaa", 10);
    add(s, "0000000000000002", "bbbbbbbbbbbbbbbb", 20);
    add(s, "0000000000000003", "bbbbbbbbbbbbbbbb", 30);
    add(s, "0000000000000004", "cccc000000000000", 40);
    add(s, "0000000000000005", "ccccffffffffffff", 50);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool several;
        WENT(gisa_former_id_find(s, gisa_str_from(rows[i].start), &ids, &several, &err), err,
             rows[i].name);
        SAME_C(((gisa_str){ids.n ? ids.p : "", ids.n}), rows[i].want, rows[i].name);
        EQUAL(several, rows[i].several, rows[i].name);
    }
    gisa_buf_clear(&ids);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
