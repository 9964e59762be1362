/* Posting lists whose pages hold any bytes: rows still rise, positions end, and nothing is read
 * that is not there. An input is pages to put in place of those of a sound index: the page's number
 * (one byte), its length (two), its bytes. */
#include <stdlib.h>

#include "base/mem.h"
#include "index/postings/postings.h"
#include "tests/unit/test.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ROWS = 400, STEPS = 100000 };

/* Small pages, so that a list of few rows has many, and two segments. */
static const char set_up[] =
    "CREATE VIRTUAL TABLE article_fts USING fts5(body, title, content='', tokenize='ascii');"
    "INSERT INTO article_fts(article_fts, rank) VALUES ('pgsz', 64);"
    "INSERT INTO article_fts(article_fts, rank) VALUES ('automerge', 0);";

static const char fill[] =
    "WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 2 FROM n WHERE i < 400)"
    "INSERT INTO article_fts(rowid, body, title) SELECT i * i * 1000, 'w0 ' ||"
    " CASE WHEN i % 3 THEN 'w1 w1 w2' ELSE 'w3' END || CASE WHEN i % 50 THEN '' ELSE"
    " replace(hex(zeroblob(200)), '0', ' w4') END, 'w' || i % 7 FROM n";

static gisa_sql *open_once(void)
{
    static gisa_sql q; /* the fuzzer calls us a million times with one index */
    gisa_error err;
    if (q.db) return &q;
    if (gisa_sql_open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &q, &err) < 0 ||
        gisa_sql_run(&q, set_up, &err) < 0 || gisa_sql_run_on(&q, fill, 1, &err) < 0 ||
        gisa_sql_run_on(&q, fill, 2, &err) < 0 ||
        gisa_sql_run(&q, "CREATE TABLE page AS SELECT id FROM article_fts_data ORDER BY id", &err) <
            0) {
        fprintf(stderr, "%s\n", err.text);
        abort();
    }
    return &q;
}

static void put_page(gisa_sql *q, unsigned page, gisa_str bytes)
{
    sqlite3_stmt *stmt;
    gisa_error err;
    if (gisa_sql_get(q,
                     "UPDATE article_fts_data SET block = ?2 WHERE id = (SELECT id FROM page WHERE "
                     "rowid = ?1 + 1)",
                     &stmt, &err) < 0)
        abort();
    sqlite3_bind_int(stmt, 1, (int)page);
    sqlite3_bind_blob64(stmt, 2, bytes.p, bytes.n, SQLITE_STATIC);
    gisa_sql_finish(q, stmt, &err);
}

static void read_positions(gisa_postings *p)
{
    gisa_str positions;
    gisa_position at = {0};
    gisa_error err;
    size_t n = 0;
    if (gisa_postings_positions(p, &positions, &err) < 0) return;
    while (gisa_position_next(positions, &at))
        if (++n > positions.n) abort();
}

/* Walks a list; step 0: row by row. */
static void walk(gisa_sql *q, const gisa_leaf_segments *all, gisa_str term, int64_t step)
{
    gisa_postings p = {0};
    gisa_error err;
    if (gisa_postings_open(q, all, term, &p, &err) < 0) return;
    for (size_t n = 0; p.row != GISA_POSTINGS_END; n++) {
        int64_t row = p.row;
        if (n > STEPS) abort();
        read_positions(&p);
        if (row > INT64_MAX - 1 - step) break;
        if (gisa_postings_seek(&p, row + 1 + step, &err) < 0) break;
        if (p.row <= row) abort();
    }
    gisa_postings_close(&p);
}

/* Reads the list of each segment by itself. */
static void read_parts(gisa_sql *q, const gisa_leaf_segments *all, gisa_str term)
{
    gisa_postings p = {0};
    gisa_error err;
    if (gisa_postings_open(q, all, term, &p, &err) < 0) return;
    for (size_t i = 0; i < p.n_parts; i++) {
        gisa_posting_part *part = &p.parts[i];
        int64_t last = -1;
        for (size_t n = 0; n < STEPS; n++) {
            for (; part->i < part->n_ahead; part->i++) {
                if (part->ahead[part->i].row <= last) abort();
                last = part->ahead[part->i].row;
            }
            if (last == GISA_POSTINGS_END || gisa_postings_read_on(&p, i, &err) < 0) break;
            if (n + 1 == STEPS) abort();
        }
    }
    gisa_postings_close(&p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gisa_sql *q = open_once();
    gisa_leaf_segments all = {0};
    gisa_error err;
    char term[3] = "w0";
    gisa_sql_run(q, "BEGIN", &err);
    for (size_t at = 0; at + 3 <= size;) {
        size_t n = (size_t)data[at + 1] | (size_t)data[at + 2] << 8;
        if (n > size - at - 3) n = size - at - 3;
        put_page(q, data[at], (gisa_str){(const char *)data + at + 3, n});
        at += 3 + n;
    }
    if (gisa_leaf_segments_load(q, &all, &err) == GISA_OK) {
        for (int i = 0; i < 8; i++) {
            term[1] = (char)('0' + i);
            walk(q, &all, gisa_str_from(term), 0);
            walk(q, &all, gisa_str_from(term), 5000000);
            read_parts(q, &all, gisa_str_from(term));
        }
    }
    gisa_free(all.items);
    gisa_sql_run(q, "ROLLBACK", &err);
    return 0;
}
