#include "index/store/snapshot.h"

#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void test_moment(gisa_store *reader, gisa_store *writer)
{
    gisa_error err = {0};
    int64_t n = 0;
    bool began, nested;
    WENT(gisa_store_begin_read(reader, &began, &err), err, "a read begins");
    OK(began, "where none was");
    gisa_store_need_roll(reader, &err);
    EQUAL(reader->roll.n, 1, "it sees what is there");
    tiny_add(writer, tiny_record("0002", "2025-01-02", NULL, "글", "말"));
    gisa_store_need_roll(reader, &err);
    EQUAL(reader->roll.n, 1, "and not what is written meanwhile");
    gisa_store_begin_read(reader, &nested, &err);
    OK(!nested, "a read within it does not begin another");
    gisa_store_end_read(reader, nested);
    gisa_store_count_articles(reader, &n, &err);
    EQUAL(n, 1, "nor end it");
    gisa_store_end_read(reader, began);
    gisa_store_begin_read(reader, &began, &err);
    gisa_store_need_roll(reader, &err);
    EQUAL(reader->roll.n, 2, "the next read sees it");
    gisa_store_end_read(reader, began);
}

static void test_roll(gisa_store *s)
{
    gisa_error err = {0};
    int64_t n = 0;
    gisa_store_need_roll(s, &err);
    const gisa_roll_entry *items = s->roll.items;
    gisa_store_need_roll(s, &err);
    OK(items == s->roll.items, "a roll that is up to date is not loaded again");
    gisa_store_count_articles(s, &n, &err);
    tiny_add(s, tiny_record("0003", "2025-01-03", NULL, "글", "말"));
    gisa_store_need_roll(s, &err);
    EQUAL(s->roll.n, 3, "the store's own commits count as well");
    gisa_store_count_articles(s, &n, &err);
    EQUAL(n, 3, "in the number of articles too");
}

int main(void)
{
    char folder[64];
    gisa_store *writer = NULL, *reader = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &writer, &err);
    tiny_add(writer, tiny_record("0001", "2025-01-01", NULL, "글", "말"));
    WENT(tiny_store(folder, true, &reader, &err), err, "a reader opens");
    test_moment(reader, writer);
    test_roll(writer);
    gisa_store_close(reader);
    gisa_store_close(writer);
    tiny_remove(folder);
    return test_end();
}
