#include "index/postings/postings.h"

#include "base/mem.h"
#include "tests/unit/lists.h"
#include "tests/unit/test.h"

/* The next row and its positions, as FTS5 itself gives them. */
static bool next_instance(sqlite3_stmt *stmt, int64_t *row, int *column, int *offset)
{
    if (sqlite3_step(stmt) != SQLITE_ROW) return false;
    *row = sqlite3_column_int64(stmt, 0);
    *column = strcmp((const char *)sqlite3_column_text(stmt, 1), "title") == 0;
    *offset = sqlite3_column_int(stmt, 2);
    return true;
}

/* Compares a list with the table fts5vocab, kind "instance". */
static void compare(gisa_store *s, const gisa_leaf_segments *all, const char *term)
{
    gisa_error err = {0};
    gisa_postings list;
    sqlite3_stmt *stmt = NULL;
    int64_t row;
    int column, offset;
    size_t wrong = 0, n = 0;
    sqlite3_prepare_v2(s->sql.db, "SELECT doc, col, offset FROM temp.instance WHERE term = ?1", -1,
                       &stmt, NULL);
    sqlite3_bind_text(stmt, 1, term, -1, SQLITE_STATIC);
    WENT(gisa_postings_open(&s->sql, all, gisa_str_from(term), &list, &err), err, term);
    while (list.row != GISA_POSTINGS_END) {
        gisa_str positions;
        gisa_position at = {0};
        uint32_t in[2] = {0, 0}, counted[2];
        wrong += gisa_postings_positions(&list, &positions, &err) < 0;
        while (gisa_position_next(positions, &at)) {
            n++;
            in[at.column != 0]++;
            if (!next_instance(stmt, &row, &column, &offset) || row != list.row ||
                column != (int)at.column || offset != (int)at.offset)
                wrong++;
        }
        wrong += at.at != positions.n;
        gisa_positions_count(positions, counted);
        wrong += counted[0] != in[0] || counted[1] != in[1];
        wrong += gisa_postings_seek(&list, list.row + 1, &err) < 0;
    }
    OK(!next_instance(stmt, &row, &column, &offset), "nothing is left out");
    EQUAL(wrong, 0, term);
    OK(n > 0, "the term is somewhere");
    sqlite3_finalize(stmt);
    gisa_postings_close(&list);
}

/* Seeks rows with strides of all sizes and compares with a list read in order. */
static void test_seeks(gisa_store *s, const gisa_leaf_segments *all, const char *term)
{
    gisa_error err = {0};
    gisa_postings list;
    int64_t *rows = gisa_calloc(LISTS_ARTICLES + 1, sizeof *rows);
    size_t n = 0, wrong = 0;
    gisa_postings_open(&s->sql, all, gisa_str_from(term), &list, &err);
    for (; n < LISTS_ARTICLES && list.row != GISA_POSTINGS_END; n++) {
        rows[n] = list.row;
        gisa_postings_seek(&list, list.row + 1, &err);
    }
    gisa_postings_close(&list);
    for (size_t stride = 1; stride < n; stride = stride * 3 + 1) {
        gisa_postings_open(&s->sql, all, gisa_str_from(term), &list, &err);
        for (size_t i = stride; i < n; i += stride) {
            int64_t row = rows[i - 1] + 1; /* between two, or at the later one */
            wrong += gisa_postings_seek(&list, row, &err) < 0 || list.row != rows[i];
        }
        gisa_postings_seek(&list, rows[n - 1] + 1, &err);
        wrong += list.row != GISA_POSTINGS_END;
        gisa_postings_close(&list);
    }
    EQUAL(wrong, 0, term);
    gisa_free(rows);
}

/* Reads everything; what is damaged must be reported, never followed. */
static bool reads(gisa_store *s)
{
    gisa_error err = {0};
    gisa_leaf_segments all;
    char term[16];
    gisa_status st = gisa_leaf_segments_load(&s->sql, &all, &err);
    for (int k = 0; k < LISTS_WORDS && st == GISA_OK; k++) {
        gisa_postings list;
        gisa_str positions;
        snprintf(term, sizeof term, "w%d", k);
        st = gisa_postings_open(&s->sql, &all, gisa_str_from(term), &list, &err);
        if (st < 0) break;
        while (st == GISA_OK && list.row != GISA_POSTINGS_END) {
            gisa_position at = {0};
            st = gisa_postings_positions(&list, &positions, &err);
            while (st == GISA_OK && gisa_position_next(positions, &at)) continue;
            if (st == GISA_OK) st = gisa_postings_seek(&list, list.row + (k ? 1 : 900), &err);
        }
        gisa_postings_close(&list);
    }
    gisa_free(all.items);
    return st == GISA_OK || st == GISA_ECORRUPT || st == GISA_SKIP;
}

static void test_damage(gisa_store *s)
{
    gisa_error err = {0};
    uint32_t state = 3;
    size_t odd = 0;
    char text[256];
    for (int i = 0; i < 120; i++) {
        unsigned at = lists_random(&state) % (i % 2 ? 4000 : 40), byte = lists_random(&state) & 255;
        snprintf(text, sizeof text,
                 "UPDATE article_fts_data SET block = CAST(substr(block, 1, %u) || x'%02X' ||"
                 " substr(block, %u) AS BLOB) WHERE length(block) > %u AND id > 1 AND"
                 " (id * 2654435761) %% 7 = %d",
                 at, byte, at + 2, at + 1, i % 7);
        gisa_sql_run(&s->sql, "BEGIN", &err);
        gisa_sql_run(&s->sql, text, &err);
        odd += !reads(s);
        gisa_sql_run(&s->sql, "ROLLBACK", &err);
    }
    EQUAL(odd, 0, "a changed byte is damage or goes unseen");
    gisa_sql_run(&s->sql, "BEGIN", &err);
    gisa_sql_run(&s->sql, "DELETE FROM article_fts_data WHERE id > 10 AND id % 3 = 0", &err);
    OK(reads(s), "so is a page that is gone");
    gisa_sql_run(&s->sql, "ROLLBACK", &err);
}

int main(void)
{
    char folder[64], term[16];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_leaf_segments all;
    gisa_postings list;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    gisa_sql_run(&s->sql,
                 "CREATE VIRTUAL TABLE temp.instance USING fts5vocab(main, article_fts, instance)",
                 &err);
    for (int merged = 0; merged < 2; merged++) {
        WENT(gisa_leaf_segments_load(&s->sql, &all, &err), err, "the segments are read");
        for (int k = 0; k < LISTS_WORDS; k++) {
            snprintf(term, sizeof term, "w%d", k);
            compare(s, &all, term);
            if (k < 6) test_seeks(s, &all, term);
        }
        gisa_postings_open(&s->sql, &all, GISA_STR("none"), &list, &err);
        OK(list.row == GISA_POSTINGS_END, "an unknown term has an empty list");
        WENT(gisa_postings_seek(&list, 5, &err), err, "in which one may seek");
        gisa_postings_close(&list);
        gisa_free(all.items);
        if (!merged) test_damage(s);
        gisa_sql_run(&s->sql,
                     merged ? "" : "INSERT INTO article_fts (article_fts) VALUES ('optimize')",
                     &err);
    }
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
