/* Decides which articles are new or the same, and assigns row ids. */
#include "index/store/batch.h"

#include "base/mem.h"
#include "index/store/fts_article.h"
#include "index/store/row.h"
#include "index/store/settle.h"
#include "index/store/store_handle.h"
#include "index/store/write.h"

static gisa_status need_batch(const gisa_store *s, gisa_error *err)
{
    if (s->batch.open) return GISA_OK;
    return gisa_fail(err, GISA_EINVAL, "no batch is open: gisa_store_begin comes first");
}

gisa_status gisa_store_begin(gisa_store *s, gisa_error *err)
{
    if (s->read_only) return gisa_fail(err, GISA_EINVAL, "the store was opened read-only");
    if (s->batch.open) return gisa_fail(err, GISA_EINVAL, "a batch is open already");
    gisa_status st = gisa_sql_run(&s->sql, "BEGIN IMMEDIATE", err);
    s->batch.open = st == GISA_OK;
    return st;
}

static void batch_reset(gisa_batch *b)
{
    for (size_t i = 0; i < b->n; i++) gisa_record_clear(&b->items[i].record);
    b->n = 0;
    b->open = false;
    gisa_map_reset(&b->ids);
    gisa_map_reset(&b->rows);
}

void gisa_batch_clear(gisa_batch *b)
{
    batch_reset(b);
    gisa_free(b->items);
    gisa_map_clear(&b->ids);
    gisa_map_clear(&b->rows);
    *b = (gisa_batch){0};
}

/* What the database has of an id. */
typedef struct known {
    uint32_t version; /* the newest; 0: none */
    int64_t current;  /* its row */
    bool same;        /* a stored version has this text, as it is or before it was cleaned */
} known;

static gisa_status find_known(gisa_store *s, const gisa_record *r, const char *digest, known *out,
                              gisa_error *err)
{
    sqlite3_stmt *stmt;
    char first[65] = ""; /* made when it is wanted: of most articles no version is stored */
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT row, version, current, digest, origin FROM article WHERE id = ?1", &stmt,
        err);
    *out = (known){0};
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, r->article.id);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        uint32_t version = (uint32_t)sqlite3_column_int64(stmt, 1);
        if (!*first && (st = gisa_article_digest_first(&r->article, first, err)) < 0) break;
        if (version > out->version) out->version = version;
        if (sqlite3_column_int(stmt, 2)) out->current = sqlite3_column_int64(stmt, 0);
        for (int k = 3; k < 5; k++) {
            gisa_str held = gisa_sql_text(stmt, k);
            if (held.n && (gisa_str_is(held, digest) || gisa_str_is(held, r->origin) ||
                           gisa_str_is(held, first)))
                out->same = true;
        }
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static gisa_str row_key(const int64_t *row)
{
    return (gisa_str){(const char *)row, sizeof *row};
}

/* The next free row id for a time of publication: after all that were ever assigned in its slot, or
 * in the next slot that has room. */
static gisa_status find_free_row(gisa_store *s, gisa_time published, int64_t *row, gisa_error *err)
{
    int64_t first = gisa_row_first(&s->rows, published);
    for (;;) {
        int64_t last = gisa_row_last(&s->rows, first);
        uint64_t *next;
        bool added;
        sqlite3_stmt *stmt;
        if (gisa_map_put(&s->batch.rows, row_key(&first), &next, &added) < 0)
            return gisa_fail_mem(err);
        if (added) {
            gisa_status st = gisa_sql_get(
                &s->sql, "SELECT max(row) FROM article WHERE row BETWEEN ?1 AND ?2", &stmt, err);
            if (st < 0) return st;
            sqlite3_bind_int64(stmt, 1, first);
            sqlite3_bind_int64(stmt, 2, last);
            if ((st = gisa_sql_step(&s->sql, stmt, err)) < 0) return st;
            int64_t taken = sqlite3_column_int64(stmt, 0);
            *next = (uint64_t)(taken ? taken + 1 : first);
            sqlite3_reset(stmt);
        }
        *row = (int64_t)*next;
        if (*row <= last || !gisa_row_is_dated(first)) {
            ++*next;
            return GISA_OK;
        }
        first = last + 1;
    }
}

static gisa_status need_terms(gisa_store *s, gisa_record *r, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (r->title_terms.n || r->body_terms.n) return GISA_OK;
    if (r->article.title.n)
        st = gisa_fts_terms(&s->fts, r->article.title, GISA_TOKENIZE_DOCUMENT, &r->title_terms,
                            err);
    if (st == GISA_OK && r->article.body.n)
        st = gisa_fts_terms(&s->fts, r->article.body, GISA_TOKENIZE_DOCUMENT, &r->body_terms, err);
    return st;
}

static gisa_status reserve_item(gisa_batch *b, gisa_error *err)
{
    if (GISA_GROW(b->items, b->n, b->cap) < 0) return gisa_fail_mem(err);
    return GISA_OK;
}

/* Whether a waiting item of the same id has this text, before or after it was cleaned. */
static bool is_waiting(const gisa_batch *b, uint64_t newest, const char *digest, const char *origin)
{
    for (size_t i = (size_t)newest; i > 0; i = b->items[i - 1].same_id) {
        const gisa_batch_item *it = &b->items[i - 1];
        const char *const held[] = {it->digest, it->record.origin};
        for (size_t k = 0; k < 2; k++)
            if (*held[k] && (strcmp(held[k], digest) == 0 || strcmp(held[k], origin) == 0))
                return true;
    }
    return false;
}

static gisa_status take_record(gisa_store *s, gisa_record *record, gisa_batch_item *item,
                               uint64_t *newest, gisa_error *err)
{
    gisa_batch *b = &s->batch;
    gisa_status st = find_free_row(s, record->article.published, &item->row, err);
    if (st == GISA_OK) st = need_terms(s, record, err);
    if (st == GISA_OK) st = reserve_item(b, err);
    if (st < 0) return st;
    item->length = gisa_fts_article_length(&record->title_terms, &record->body_terms);
    if (*newest) {
        b->items[*newest - 1].superseded = true;
        item->same_id = (size_t)*newest;
    }
    item->record = *record;
    *record = (gisa_record){0};
    b->items[b->n++] = *item;
    *newest = b->n;
    return GISA_OK;
}

gisa_status gisa_store_put(gisa_store *s, gisa_record *record, gisa_put_result *result,
                           gisa_error *err)
{
    gisa_batch_item item = {0};
    known stored;
    uint64_t *newest;
    gisa_str id = record->article.id;
    gisa_status st = need_batch(s, err);
    if (st < 0) return st;
    if (!id.n) return gisa_fail(err, GISA_EINVAL, "an article without an id");
    if ((st = gisa_article_digest(&record->article, item.digest, err)) < 0) return st;
    st = gisa_store_put_former_ids(s, &record->article, record->capture, err);
    if (st < 0) return st;
    if ((st = find_known(s, record, item.digest, &stored, err)) < 0) return st;
    if (gisa_map_put(&s->batch.ids, id, &newest, NULL) < 0) return gisa_fail_mem(err);
    if (stored.same || is_waiting(&s->batch, *newest, item.digest, record->origin)) {
        *result = GISA_PUT_SAME;
        gisa_record_clear(record);
        return GISA_OK;
    }
    const gisa_batch_item *before = *newest ? &s->batch.items[*newest - 1] : NULL;
    item.version = (before ? before->version : stored.version) + 1;
    item.replaces = stored.current;
    *result = item.version > 1 ? GISA_PUT_CHANGED : GISA_PUT_ADDED;
    return take_record(s, record, &item, newest, err);
}

gisa_status gisa_store_flush(gisa_store *s, gisa_error *err)
{
    gisa_status st = need_batch(s, err);
    if (st == GISA_OK) st = gisa_batch_write(s, err);
    if (st < 0) return st;
    batch_reset(&s->batch);
    s->batch.open = true;
    return GISA_OK;
}

gisa_status gisa_store_commit(gisa_store *s, gisa_error *err)
{
    gisa_status st = need_batch(s, err);
    if (st < 0) return st;
    st = gisa_batch_write(s, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "COMMIT", err);
    if (st < 0) {
        gisa_store_rollback(s);
        return st;
    }
    batch_reset(&s->batch);
    s->commits++;
    return GISA_OK;
}

void gisa_store_rollback(gisa_store *s)
{
    if (!s->batch.open) return;
    sqlite3_exec(s->sql.db, "ROLLBACK", NULL, NULL, NULL);
    batch_reset(&s->batch);
    gisa_map_reset(&s->names); /* names made in the batch are gone */
    s->articles = -1;
    s->commits++;
}
