#include "index/store/learned.h"

#include "index/store/fts_article.h"
#include "index/store/store_handle.h"
#include "index/store/write_rows.h"

gisa_status gisa_learned_put_line(gisa_store *s, gisa_str site, gisa_str line, uint64_t capture,
                                  gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "INSERT OR IGNORE INTO site_line (site, line, capture) VALUES (?1, ?2, ?3)", &stmt,
        err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, site);
    gisa_sql_bind(stmt, 2, line);
    sqlite3_bind_int64(stmt, 3, (int64_t)capture);
    return gisa_sql_finish(&s->sql, stmt, err);
}

gisa_status gisa_learned_put_articles(gisa_store *s, gisa_str site, gisa_str bytes, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "INSERT OR REPLACE INTO site_block (site, entries) VALUES (?1, ?2)", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, site);
    sqlite3_bind_blob64(stmt, 2, bytes.p, bytes.n, SQLITE_STATIC);
    return gisa_sql_finish(&s->sql, stmt, err);
}

gisa_status gisa_learned_each(gisa_store *s, const gisa_learned_sink *sink, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, "SELECT site, line FROM site_line ORDER BY site, line",
                                  &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK)
        st = sink->line(sink->ctx, gisa_sql_text(stmt, 0), gisa_sql_text(stmt, 1), err);
    if (st < 0) return st;
    st = gisa_sql_get(&s->sql, "SELECT site, entries FROM site_block ORDER BY site", &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK)
        st = sink->articles(sink->ctx, gisa_sql_text(stmt, 0), gisa_sql_blob(stmt, 1), err);
    return st < 0 ? st : GISA_OK;
}

/* Where an article is stored, and what the store has of it. */
typedef struct place {
    gisa_batch_item item; /* record, row, length, digest */
    gisa_roll_entry entry;
} place;

static gisa_status find_place(gisa_store *s, const gisa_record *record, place *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_str id = record->article.id;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "SELECT row, outlet, section, copy_of IS NOT NULL, coalesce(origin, digest),"
        " EXISTS (SELECT 1 FROM article c WHERE c.copy_of = a.row) FROM article a"
        " WHERE id = ?1 AND current",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, id);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_END) return gisa_fail(err, GISA_ENOTFOUND, "no article %.*s", GISA_ARG(id));
    if (st < 0) return st;
    gisa_str origin = gisa_sql_text(stmt, 4);
    size_t n = origin.n < sizeof out->item.record.origin ? origin.n : 0;
    unsigned flags = record->article.published.precision;
    if (sqlite3_column_int(stmt, 3)) flags |= GISA_ROLL_COPY;
    if (sqlite3_column_int(stmt, 5)) flags |= GISA_ROLL_SOURCE;
    *out = (place){.item = {.record = *record, .row = sqlite3_column_int64(stmt, 0)}};
    memcpy(out->item.record.origin, origin.p, n);
    out->entry = (gisa_roll_entry){
        .row = out->item.row,
        .length = gisa_fts_article_length(&record->title_terms, &record->body_terms),
        .outlet = (uint32_t)sqlite3_column_int64(stmt, 1),
        .section = (uint32_t)sqlite3_column_int64(stmt, 2),
        .minute = (uint16_t)gisa_row_minute(record->article.published),
        .flags = (uint8_t)flags};
    sqlite3_reset(stmt);
    return gisa_article_digest(&record->article, out->item.digest, err);
}

static gisa_status set_text(gisa_store *s, const place *p, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "UPDATE article SET digest = ?2, origin = ?3 WHERE row = ?1", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, p->item.row);
    gisa_sql_bind(stmt, 2, gisa_str_from(p->item.digest));
    gisa_sql_bind(stmt, 3, gisa_str_from(p->item.record.origin));
    st = gisa_sql_finish(&s->sql, stmt, err);
    if (st == GISA_OK)
        st = gisa_sql_get(&s->sql, "UPDATE body SET text = ?2 WHERE row = ?1", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, p->item.row);
    gisa_sql_bind(stmt, 2, p->item.record.article.body);
    return gisa_sql_finish(&s->sql, stmt, err);
}

/* Takes out what analysis found in the old text. */
static gisa_status forget_annotation(gisa_store *s, int64_t row, gisa_error *err)
{
    static const char *const sqls[] = {
        "DELETE FROM mention WHERE row = ?1", "DELETE FROM quote WHERE row = ?1",
        "DELETE FROM date WHERE row = ?1", "DELETE FROM figure WHERE row = ?1"};
    gisa_status st = gisa_fts_article_delete(s, row, err);
    for (size_t i = 0; i < sizeof sqls / sizeof *sqls && st == GISA_OK; i++)
        st = gisa_sql_run_on(&s->sql, sqls[i], row, err);
    return st;
}

gisa_status gisa_learned_revise(gisa_store *s, const gisa_record *record, gisa_error *err)
{
    place p;
    gisa_status st = gisa_store_flush(s, err);
    if (st == GISA_OK) st = find_place(s, record, &p, err);
    if (st == GISA_OK) st = forget_annotation(s, p.item.row, err);
    if (st == GISA_OK) st = set_text(s, &p, err);
    if (st == GISA_OK) st = gisa_write_annotation(s, &p.item, err);
    if (st == GISA_OK) st = gisa_fts_article_put(s, record, p.item.row, err);
    return st < 0 ? st : gisa_roll_update(&s->sql, &s->rows, &p.entry, 1, NULL, 0, err);
}
