#include "index/postings/leaf.h"

#include "base/mem.h"
#include "tests/unit/lists.h"
#include "tests/unit/test.h"

static void test_numbers(void)
{
    static const struct {
        const char *name, *bytes;
        size_t n, end;
        uint64_t value;
    } rows[] = {
        {"one byte", "\x7f", 1, 1, 127},
        {"two bytes, the higher first", "\x81\x00", 2, 2, 128},
        {"nine bytes, the last with all its bits", "\xff\xff\xff\xff\xff\xff\xff\xff\xff", 9, 9,
         UINT64_MAX},
        {"a number that is cut off", "\x81", 1, 0, 0},
        {"nothing", "", 0, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint64_t v = 0;
        size_t end = gisa_varint((const unsigned char *)rows[i].bytes, rows[i].n, 0, &v);
        EQUAL(end, rows[i].end, rows[i].name);
        if (end) OK(v == rows[i].value, rows[i].name);
    }
}

static void test_terms(gisa_store *s, const gisa_leaf_segments *all)
{
    gisa_leaf leaf = {0};
    gisa_error err = {0};
    char term[16];
    bool has_skips, some_skips = false;
    size_t at;
    for (int k = 0; k < LISTS_WORDS; k++) {
        size_t found = 0;
        snprintf(term, sizeof term, "w%d", k);
        for (size_t i = 0; i < all->n; i++) {
            const gisa_leaf_segment *g = &all->items[i];
            gisa_status st = gisa_leaf_find(&s->sql, g, gisa_str_from(term), &leaf, &at, &has_skips,
                                            &err);
            found += st == GISA_OK;
            if (st != GISA_OK || !has_skips) continue;
            gisa_skip *skips = NULL;
            size_t n = 0;
            WENT(gisa_leaf_skips(&s->sql, g, gisa_str_from(term), leaf.page, &skips, &n, &err), err,
                 "a long list has skips");
            OK(n > 2 && skips[n - 1].page <= g->last, "to pages of its segment");
            gisa_free(skips);
            some_skips = true;
        }
        OK(found > 0, term);
    }
    OK(some_skips, "some list is long");
    EQUAL(gisa_leaf_find(&s->sql, all->items, GISA_STR("w"), &leaf, &at, &has_skips, &err),
          GISA_END, "the beginning of a term is none");
    EQUAL(gisa_leaf_find(&s->sql, all->items, GISA_STR("zzz"), &leaf, &at, &has_skips, &err),
          GISA_END, "nor one after all");
    EQUAL(gisa_leaf_load(&s->sql, all->items, all->items->last + 1, &leaf, &err), GISA_END,
          "a segment ends");
    gisa_buf_clear(&leaf.bytes);
}

static gisa_status load_after(gisa_store *s, const char *change)
{
    gisa_leaf_segments all;
    gisa_error err = {0};
    gisa_sql_run(&s->sql, "BEGIN", &err);
    WENT(gisa_sql_run(&s->sql, change, &err), err, change);
    gisa_status st = gisa_leaf_segments_load(&s->sql, &all, &err);
    gisa_free(all.items);
    gisa_sql_run(&s->sql, "ROLLBACK", &err);
    return st;
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_leaf_segments all;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    WENT(gisa_leaf_segments_load(&s->sql, &all, &err), err, "an empty index has a structure");
    EQUAL(all.n, 0, "without segments");
    gisa_free(all.items);
    lists_fill(s);
    WENT(gisa_leaf_segments_load(&s->sql, &all, &err), err, "the segments are read");
    OK(all.n > 1, "there are several");
    test_numbers();
    test_terms(s, &all);
    EQUAL(load_after(s, "UPDATE article_fts_config SET v = 5 WHERE k = 'version'"), GISA_SKIP,
          "another format is left to FTS5");
    EQUAL(load_after(s, "UPDATE article_fts_data SET block = x'00000000FF00000101' WHERE id = 10"),
          GISA_SKIP, "so are tombstones");
    EQUAL(load_after(s, "UPDATE article_fts_data SET block = x'0000000001' WHERE id = 10"),
          GISA_ECORRUPT, "a structure that is cut off is damage");
    EQUAL(load_after(s, "UPDATE article_fts_data SET block = x'00000000010101007F' WHERE id = 10"),
          GISA_ECORRUPT, "as is one of more segments than it says");
    EQUAL(load_after(s, "DELETE FROM article_fts_data WHERE id = 10"), GISA_ECORRUPT,
          "or none at all");
    gisa_free(all.items);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
