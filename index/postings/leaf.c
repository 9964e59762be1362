#include "index/postings/leaf.h"

#include <string.h>

#include "base/mem.h"

enum {
    STRUCTURE = 10, /* the row that lists the segments */
    FORMAT = 4,
    PAGE_BITS = 31,
    SKIPS_BIT = PAGE_BITS + 5,
    SEGMENT_BIT = SKIPS_BIT + 1,
    MAIN_INDEX = '0' /* precedes every term */
};

gisa_status gisa_leaf_damaged(gisa_sql *q, gisa_error *err)
{
    return gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_DATABASE,
                         "%s: the posting lists are damaged", sqlite3_db_filename(q->db, "main"));
}

static const unsigned char *bytes_of(gisa_str s)
{
    return (const unsigned char *)s.p;
}

/* Finds a record of FTS5's; it is in column 0 until *stmt, set unless the query fails, is reset.
 * Returns: GISA_OK, GISA_END (there is none). */
static gisa_status find_record(gisa_sql *q, int64_t id, sqlite3_stmt **stmt, gisa_error *err)
{
    gisa_status st = gisa_sql_get(q, "SELECT block FROM article_fts_data WHERE id = ?1", stmt, err);
    if (st < 0) {
        *stmt = NULL;
        return st;
    }
    sqlite3_bind_int64(*stmt, 1, id);
    return gisa_sql_step(q, *stmt, err);
}

/* Levels of segments, the newest level first; in a level the oldest segment is first. */
static gisa_status read_segments(gisa_sql *q, gisa_str record, gisa_leaf_segments *out,
                                 gisa_error *err)
{
    const unsigned char *p = bytes_of(record);
    uint64_t levels, total, v[3];
    size_t at = record.n > 4 ? gisa_varint(p, record.n, 4, &levels) : 0;
    if (at && p[4] == 0xff) return GISA_SKIP; /* has tombstones */
    at = at ? gisa_varint(p, record.n, at, &total) : 0;
    at = at ? gisa_varint(p, record.n, at, &v[0]) : 0;
    if (!at || total > GISA_LEAF_SEGMENTS_MAX) return gisa_leaf_damaged(q, err);
    out->items = gisa_calloc((size_t)total + 1, sizeof *out->items);
    if (!out->items) return gisa_fail_mem(err);
    for (uint64_t level = 0; level < levels; level++) {
        at = gisa_varint(p, record.n, at, &v[0]);
        at = at ? gisa_varint(p, record.n, at, &v[1]) : 0;
        if (!at || v[1] > total - out->n) return gisa_leaf_damaged(q, err);
        size_t n = (size_t)v[1];
        for (size_t i = n; i-- > 0;) {
            for (size_t k = 0; k < 3; k++) {
                at = gisa_varint(p, record.n, at, &v[k]);
                if (!at || v[k] > INT32_MAX) return gisa_leaf_damaged(q, err);
            }
            out->items[out->n + i] = (gisa_leaf_segment){(uint32_t)v[0], (uint32_t)v[1],
                                                         (uint32_t)v[2]};
        }
        out->n += n;
    }
    return GISA_OK;
}

gisa_status gisa_leaf_segments_load(gisa_sql *q, gisa_leaf_segments *out, gisa_error *err)
{
    int64_t format;
    sqlite3_stmt *stmt;
    *out = (gisa_leaf_segments){0};
    gisa_status st = gisa_sql_number(q, "SELECT v FROM article_fts_config WHERE k = 'version'", 0,
                                     0, &format, err);
    if (st < 0) return st;
    if (format != FORMAT) return GISA_SKIP;
    st = find_record(q, STRUCTURE, &stmt, err);
    if (st == GISA_OK) st = read_segments(q, gisa_sql_blob(stmt, 0), out, err);
    if (st == GISA_END) st = gisa_leaf_damaged(q, err);
    sqlite3_reset(stmt);
    if (st != GISA_OK) {
        gisa_free(out->items);
        *out = (gisa_leaf_segments){0};
    }
    return st;
}

static int64_t leaf_id(const gisa_leaf_segment *s, uint32_t page)
{
    return ((int64_t)s->id << SEGMENT_BIT) + page;
}

gisa_status gisa_leaf_load(gisa_sql *q, const gisa_leaf_segment *s, uint32_t page, gisa_leaf *leaf,
                           gisa_error *err)
{
    sqlite3_stmt *stmt;
    if (page > s->last) return GISA_END;
    gisa_status st = find_record(q, leaf_id(s, page), &stmt, err);
    gisa_buf_reset(&leaf->bytes);
    if (st == GISA_OK) gisa_buf_add(&leaf->bytes, gisa_sql_blob(stmt, 0));
    sqlite3_reset(stmt);
    if (st == GISA_END) return gisa_leaf_damaged(q, err);
    if (st < 0 || (st = gisa_buf_check(&leaf->bytes, "an index page", err)) < 0) return st;
    size_t n = leaf->bytes.n;
    const unsigned char *p = (const unsigned char *)leaf->bytes.p;
    uint64_t end;
    if (n < GISA_LEAF_HEADER) return gisa_leaf_damaged(q, err);
    leaf->page = page;
    leaf->first_row = (size_t)p[0] << 8 | p[1];
    leaf->size = (size_t)p[2] << 8 | p[3];
    if (leaf->size < GISA_LEAF_HEADER || leaf->size > n || leaf->first_row >= leaf->size)
        return gisa_leaf_damaged(q, err);
    leaf->end = leaf->size;
    if (leaf->size == n) return GISA_OK;
    if (!gisa_varint(p, n, leaf->size, &end) || end < GISA_LEAF_HEADER || end > leaf->size)
        return gisa_leaf_damaged(q, err);
    leaf->end = (size_t)end;
    return GISA_OK;
}

/* Searches the terms of a page. Each after the first is stored without the prefix it shares with
 * the one before. */
static gisa_status find_on_leaf(gisa_sql *q, gisa_str term, gisa_leaf *leaf, size_t *out,
                                gisa_error *err)
{
    const unsigned char *p = (const unsigned char *)leaf->bytes.p;
    uint64_t shared = 0, more, step, start;
    size_t n = leaf->bytes.n, foot, common = 0; /* bytes of the wanted term that matched */
    if (leaf->size == n) return GISA_END;
    foot = gisa_varint(p, n, leaf->size, &start);
    for (bool first = true; foot; first = false) {
        size_t at = (size_t)start;
        if (!first) at = gisa_varint(p, leaf->size, at, &shared);
        if (at) at = gisa_varint(p, leaf->size, at, &more);
        if (!at || more > leaf->size - at) return gisa_leaf_damaged(q, err);
        bool last = foot >= n;
        foot = last ? 0 : gisa_varint(p, n, foot, &step);
        if (!last && (!foot || step > leaf->size - start)) return gisa_leaf_damaged(q, err);
        start = last ? leaf->size : start + step;
        if (shared < common) return GISA_END; /* the terms are past it */
        if (shared > common) continue;
        size_t rest = (size_t)more, i = 0;
        while (i < rest && common < term.n + 1 &&
               p[at + i] == (common ? (unsigned char)term.p[common - 1] : MAIN_INDEX))
            i++, common++;
        if (i < rest || common < term.n + 1) continue;
        leaf->end = (size_t)start;
        *out = at + rest;
        return GISA_OK;
    }
    return GISA_END;
}

/* The term as article_fts_idx has it: a blob, not text. */
static gisa_status bind_term(sqlite3_stmt *stmt, const gisa_leaf_segment *s, gisa_str term,
                             gisa_buf *text, gisa_error *err)
{
    gisa_buf_add_char(text, MAIN_INDEX);
    gisa_buf_add(text, term);
    gisa_status st = gisa_buf_check(text, "a term", err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, s->id);
    sqlite3_bind_blob64(stmt, 2, text->p, text->n, SQLITE_STATIC);
    return GISA_OK;
}

/* The number that article_fts_idx has beside a term; `otherwise` when it has none. */
static gisa_status look_up(gisa_sql *q, const char *sql, const gisa_leaf_segment *s, gisa_str term,
                           int64_t otherwise, int64_t *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_buf text = {0};
    gisa_status st = gisa_sql_get(q, sql, &stmt, err);
    *out = otherwise;
    if (st == GISA_OK) st = bind_term(stmt, s, term, &text, err);
    if (st == GISA_OK) st = gisa_sql_step(q, stmt, err);
    if (st == GISA_OK) *out = sqlite3_column_int64(stmt, 0);
    if (st >= 0) sqlite3_reset(stmt);
    gisa_buf_clear(&text);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_leaf_find(gisa_sql *q, const gisa_leaf_segment *s, gisa_str term, gisa_leaf *leaf,
                           size_t *at, bool *has_skips, gisa_error *err)
{
    int64_t found;
    gisa_status st = look_up(q,
                             "SELECT pgno FROM article_fts_idx WHERE segid = ?1 AND term <= ?2"
                             " ORDER BY term DESC LIMIT 1",
                             s, term, 0, &found, err);
    if (st < 0) return st;
    uint32_t page = (uint32_t)(found >> 1);
    *has_skips = found & 1 && page >= s->first;
    if (page < s->first) page = s->first;
    st = gisa_leaf_load(q, s, page, leaf, err);
    if (st == GISA_OK) st = find_on_leaf(q, term, leaf, at, err);
    if (st == GISA_OK && leaf->end < leaf->size) *has_skips = false; /* another term's */
    return st;
}

typedef struct skipping {
    gisa_skip *items;
    size_t n, cap;
} skipping;

static gisa_status put_skip(skipping *w, uint32_t page, int64_t row, gisa_error *err)
{
    if (GISA_GROW(w->items, w->n, w->cap) < 0) return gisa_fail_mem(err);
    w->items[w->n++] = (gisa_skip){row, page};
    return GISA_OK;
}

/* One record: flags, a page, its row id, then for each page after it the difference of its row id,
 * or a 0 byte when no row id begins there. */
static gisa_status read_skips(gisa_sql *q, gisa_str record, skipping *w, bool *more,
                              gisa_error *err)
{
    const unsigned char *p = bytes_of(record);
    uint64_t page = 0, row = 0, delta;
    size_t at = record.n ? gisa_varint(p, record.n, 1, &page) : 0;
    at = at ? gisa_varint(p, record.n, at, &row) : 0;
    if (!at) return gisa_leaf_damaged(q, err);
    *more = p[0] & 1;
    gisa_status st = put_skip(w, (uint32_t)page, (int64_t)row, err);
    for (; at < record.n && st == GISA_OK;) {
        page++;
        at = gisa_varint(p, record.n, at, &delta);
        if (!at) return gisa_leaf_damaged(q, err);
        row += delta;
        if (delta) st = put_skip(w, (uint32_t)page, (int64_t)row, err);
    }
    return st;
}

gisa_status gisa_leaf_skips(gisa_sql *q, const gisa_leaf_segment *s, gisa_str term, uint32_t page,
                            gisa_skip **out, size_t *n, gisa_error *err)
{
    int64_t next, id = leaf_id(s, page) + ((int64_t)1 << SKIPS_BIT);
    skipping w = {0};
    sqlite3_stmt *stmt;
    bool more = true;
    gisa_status st = look_up(q,
                             "SELECT pgno >> 1 FROM article_fts_idx WHERE segid = ?1"
                             " AND term > ?2 ORDER BY term LIMIT 1",
                             s, term, INT32_MAX, &next, err);
    while (st == GISA_OK && more && page < next) {
        st = find_record(q, id++, &stmt, err);
        page++;
        if (st == GISA_OK) st = read_skips(q, gisa_sql_blob(stmt, 0), &w, &more, err);
        sqlite3_reset(stmt);
    }
    for (size_t i = 0; i < w.n && st >= 0; i++) {
        bool rises = i == 0 ||
                     (w.items[i].row > w.items[i - 1].row && w.items[i].page > w.items[i - 1].page);
        if (!rises || w.items[i].page < s->first || w.items[i].page > s->last)
            st = gisa_leaf_damaged(q, err);
    }
    if (st >= 0) {
        *out = w.items;
        *n = w.n;
        return GISA_OK;
    }
    gisa_free(w.items);
    return st;
}
