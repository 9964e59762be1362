#include "index/store/copies.h"

#include <stdlib.h>

#include "base/mem.h"
#include "corpus/neardup.h"
#include "index/index_tuning.h"
#include "index/store/store_handle.h"
#include "index/store/store_meta.h"
#include "index/store/stored.h"

typedef struct linking {
    gisa_store *s;
    gisa_neardup *d;
    gisa_map touched; /* rows whose flags may have changed */
    int64_t settled;  /* the copy that was given its source last */
    gisa_stored loaded;
    gisa_fingerprint print;
} linking;

/* The blocks of fingerprints whose links were looked for, and those that wait. */
typedef struct progress {
    bool kept; /* the table meta has it */
    int64_t linked;
    int64_t linked_bytes, waiting_bytes;
} progress;

static gisa_str row_key(const int64_t *row)
{
    return (gisa_str){(const char *)row, sizeof *row};
}

static gisa_status note(gisa_map *rows, int64_t row, gisa_error *err)
{
    uint64_t *slot;
    return gisa_map_put(rows, row_key(&row), &slot, NULL) < 0 ? gisa_fail_mem(err) : GISA_OK;
}

/* Databases created when links could not wait have no such number: nothing waits there. */
static gisa_status find_progress(gisa_store *s, progress *out, gisa_error *err)
{
    *out = (progress){0};
    gisa_status st = gisa_meta_number(s, "copies_linked", -1, &out->linked, err);
    out->kept = out->linked >= 0;
    if (st == GISA_OK && out->kept)
        st = gisa_meta_number(s, "copies_bytes", 0, &out->linked_bytes, err);
    if (st == GISA_OK && !out->kept)
        st = gisa_sql_number(&s->sql, "SELECT max(block) FROM shingle_block", 0, 0, &out->linked,
                             err);
    if (st == GISA_OK && !out->kept)
        st = gisa_sql_number(&s->sql, "SELECT sum(length(entries)) FROM shingle_block", 0, 0,
                             &out->linked_bytes, err);
    if (st == GISA_OK)
        st = gisa_sql_number(&s->sql,
                             "SELECT sum(length(entries)) FROM shingle_block WHERE block > ?1",
                             out->linked, 0, &out->waiting_bytes, err);
    return st;
}

static gisa_status keep_progress(gisa_store *s, int64_t linked, int64_t bytes, gisa_error *err)
{
    gisa_status st = gisa_meta_set_number(s, "copies_linked", linked, err);
    return st < 0 ? st : gisa_meta_set_number(s, "copies_bytes", bytes, err);
}

static gisa_status add_article(linking *w, const gisa_article *a, int64_t row, bool stored,
                               gisa_error *err)
{
    gisa_status st = gisa_fingerprint_make(a->body, &w->print, err);
    if (st < 0) return st;
    gisa_neardup_entry entry = {.row = row,
                                .stored = stored,
                                .precedence = gisa_precedence_find(a),
                                .sample = gisa_fingerprint_view(&w->print)};
    return gisa_neardup_add(w->d, &entry, err);
}

typedef gisa_status (*block_fn)(gisa_neardup *d, gisa_str block, gisa_error *err);

/* Passes the blocks of a query, from or up to `block`, to the search. */
static gisa_status read_blocks(linking *w, const char *sql, int64_t block, block_fn take,
                               gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&w->s->sql, sql, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, block);
    while ((st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK)
        if ((st = take(w->d, gisa_sql_blob(stmt, 0), err)) < 0) break;
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* A newest version's present source; 0: none. *current: whether the row is a newest version. */
static gisa_status look_up(linking *w, int64_t row, int64_t *source, bool *current, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&w->s->sql, "SELECT current, copy_of FROM article WHERE row = ?1",
                                  &stmt, err);
    *source = 0;
    *current = false;
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    st = gisa_sql_step(&w->s->sql, stmt, err);
    if (st == GISA_OK) {
        *current = sqlite3_column_int(stmt, 0) != 0;
        *source = sqlite3_column_int64(stmt, 1);
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static gisa_status set_source(linking *w, int64_t row, int64_t source, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&w->s->sql, "UPDATE article SET copy_of = ?2 WHERE row = ?1",
                                  &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    sqlite3_bind_int64(stmt, 2, source);
    st = gisa_sql_finish(&w->s->sql, stmt, err);
    if (st == GISA_OK) st = note(&w->touched, row, err);
    return st < 0 ? st : note(&w->touched, source, err);
}

/* A link gives a source when the copy has none, or one that the new source precedes. */
static gisa_status take_link(linking *w, const gisa_neardup_link *link, gisa_error *err)
{
    int64_t present = 0, ignored;
    bool copy_current = false, source_current = false;
    gisa_status st = look_up(w, link->source, &ignored, &source_current, err);
    if (st == GISA_OK) st = look_up(w, link->copy, &present, &copy_current, err);
    if (st < 0 || !source_current || !copy_current) return st;
    if (present && link->copy == w->settled) return st; /* the first holds */
    if (present) {
        st = gisa_stored_load(w->s, present, false, &w->loaded, err);
        if (st < 0) return st;
        gisa_precedence held = gisa_precedence_find(&w->loaded.record.article);
        if (!gisa_precedence_before(&link->precedence, &held)) return st;
        if ((st = note(&w->touched, present, err)) < 0) return st;
    }
    w->settled = link->copy;
    return set_source(w, link->copy, link->source, err);
}

static gisa_status write_block(linking *w, gisa_error *err)
{
    gisa_buf bytes = {0};
    sqlite3_stmt *stmt;
    gisa_neardup_block(w->d, &bytes);
    gisa_status st = gisa_buf_check(&bytes, "a block of fingerprints", err);
    if (st == GISA_OK && bytes.n) {
        st = gisa_sql_get(&w->s->sql, "INSERT INTO shingle_block (entries) VALUES (?1)", &stmt,
                          err);
        if (st == GISA_OK) {
            sqlite3_bind_blob64(stmt, 1, bytes.p, bytes.n, SQLITE_STATIC);
            st = gisa_sql_finish(&w->s->sql, stmt, err);
        }
    }
    gisa_buf_clear(&bytes);
    return st;
}

static int by_row(const void *a, const void *b)
{
    int64_t x = ((const gisa_roll_flags *)a)->row, y = ((const gisa_roll_flags *)b)->row;
    return x < y ? -1 : x > y;
}

/* Writes the flags of what was touched into the roll. */
static gisa_status flag_touched(linking *w, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_roll_flags *flags = gisa_calloc(w->touched.n + 1, sizeof *flags);
    if (!flags) return gisa_fail_mem(err);
    for (size_t i = 0; i < w->touched.n && st == GISA_OK; i++) {
        int64_t row, source, copies;
        bool current;
        memcpy(&row, w->touched.items[i].key.p, sizeof row);
        st = look_up(w, row, &source, &current, err);
        if (st == GISA_OK)
            st = gisa_sql_number(&w->s->sql, "SELECT 1 FROM article WHERE copy_of = ?1 LIMIT 1",
                                 row, 0, &copies, err);
        if (st < 0) break;
        uint8_t value = (uint8_t)((source ? GISA_ROLL_COPY : 0) | (copies ? GISA_ROLL_SOURCE : 0));
        flags[i] = (gisa_roll_flags){row, value};
    }
    if (st == GISA_OK && w->touched.n) {
        qsort(flags, w->touched.n, sizeof *flags, by_row);
        st = gisa_roll_flag(&w->s->sql, &w->s->rows, flags, w->touched.n, err);
    }
    gisa_free(flags);
    return st;
}

static gisa_status look_for_links(linking *w, const int64_t *orphans, size_t n_orphans,
                                  gisa_error *err)
{
    progress at;
    gisa_neardup_link link;
    int64_t last = 0;
    gisa_status st = find_progress(w->s, &at, err);
    if (st == GISA_OK) st = gisa_neardup_open(NULL, &w->d, err);
    if (st == GISA_OK)
        st = read_blocks(w, "SELECT entries FROM shingle_block WHERE block > ?1 ORDER BY block",
                         at.linked, gisa_neardup_add_block, err);
    for (size_t i = 0; i < n_orphans && st == GISA_OK; i++) {
        st = gisa_stored_load(w->s, orphans[i], false, &w->loaded, err);
        if (st == GISA_OK && !w->loaded.current) continue;
        if (st == GISA_OK) st = add_article(w, &w->loaded.record.article, orphans[i], true, err);
        if (st == GISA_OK) st = note(&w->touched, orphans[i], err);
    }
    if (st == GISA_OK)
        st = read_blocks(w, "SELECT entries FROM shingle_block WHERE block <= ?1 ORDER BY block",
                         at.linked, gisa_neardup_scan, err);
    if (st == GISA_OK) st = gisa_neardup_finish(w->d, err);
    while (st == GISA_OK && (st = gisa_neardup_next(w->d, &link)) == GISA_OK)
        st = take_link(w, &link, err);
    if (st == GISA_END) st = flag_touched(w, err);
    if (st == GISA_OK)
        st = gisa_sql_number(&w->s->sql, "SELECT max(block) FROM shingle_block", 0, 0, &last, err);
    return st < 0 ? st : keep_progress(w->s, last, at.linked_bytes + at.waiting_bytes, err);
}

static void linking_clear(linking *w)
{
    gisa_neardup_close(w->d);
    gisa_map_clear(&w->touched);
    gisa_stored_clear(&w->loaded);
    gisa_fingerprint_clear(&w->print);
}

gisa_status gisa_copies_put(gisa_store *s, const gisa_batch_item *const *items, size_t n, bool *due,
                            gisa_error *err)
{
    linking w = {.s = s};
    progress at;
    gisa_status st = find_progress(s, &at, err);
    if (st == GISA_OK && !at.kept) st = keep_progress(s, at.linked, at.linked_bytes, err);
    if (st == GISA_OK) st = gisa_neardup_open(NULL, &w.d, err);
    for (size_t i = 0; i < n && st == GISA_OK; i++)
        if (!items[i]->superseded)
            st = add_article(&w, &items[i]->record.article, items[i]->row, false, err);
    if (st == GISA_OK) st = write_block(&w, err);
    if (st == GISA_OK) st = find_progress(s, &at, err);
    *due = at.waiting_bytes >= GISA_COPIES_WAIT_BYTES ||
           at.waiting_bytes >= at.linked_bytes / GISA_COPIES_WAIT_PART ||
           at.linked_bytes <= GISA_COPIES_SCAN_FREELY;
    linking_clear(&w);
    return st;
}

gisa_status gisa_copies_link(gisa_store *s, const int64_t *orphans, size_t n_orphans,
                             gisa_error *err)
{
    linking w = {.s = s};
    gisa_status st = look_for_links(&w, orphans, n_orphans, err);
    linking_clear(&w);
    return st;
}

gisa_status gisa_copies_wait(gisa_store *s, bool *out, gisa_error *err)
{
    progress at;
    gisa_status st = find_progress(s, &at, err);
    *out = at.waiting_bytes > 0;
    return st;
}

gisa_status gisa_copies_root(gisa_store *s, int64_t row, int64_t *out, gisa_error *err)
{
    *out = s->links.known ? gisa_copy_links_root(&s->links, row) : row;
    for (int i = 0; i < GISA_COPY_CHAIN && !s->links.known; i++) {
        int64_t source;
        gisa_status st = gisa_sql_number(&s->sql, "SELECT copy_of FROM article WHERE row = ?1",
                                         *out, 0, &source, err);
        if (st < 0 || !source) return st;
        *out = source;
    }
    return GISA_OK;
}

/* Nothing is kept while this store may write. */
gisa_status gisa_copies_know(gisa_store *s, gisa_error *err)
{
    if (!s->read_only || s->links.known) return GISA_OK;
    return gisa_copy_links_load(&s->sql, &s->links, err);
}
