#include "index/store/fts_article.h"

#include "index/store/store_handle.h"

static uint32_t count_positions(const gisa_terms *t)
{
    uint32_t n = 0;
    for (size_t i = 0; i < t->n; i++) n += !t->items[i].colocated || i == 0;
    return n;
}

uint32_t gisa_fts_article_length(const gisa_terms *title, const gisa_terms *body)
{
    return count_positions(title) + count_positions(body);
}

static gisa_status fts_put(gisa_store *s, const char *sql, int64_t row, gisa_str title,
                           gisa_str body, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, sql, &stmt, err);
    if (st < 0) return st;
    s->fts.err = (gisa_error){0};
    sqlite3_bind_int64(stmt, 1, row);
    gisa_sql_bind(stmt, 2, title);
    gisa_sql_bind(stmt, 3, body);
    st = gisa_sql_finish(&s->sql, stmt, err);
    if (st < 0 && s->fts.err.code < 0) { /* what the tokenizer said says more */
        if (err) *err = s->fts.err;
        return s->fts.err.code;
    }
    return st;
}

gisa_status gisa_fts_article_delete(gisa_store *s, int64_t row, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT title, body FROM article_document WHERE row = ?1", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK)
        st = fts_put(s,
                     "INSERT INTO article_fts (article_fts, rowid, title, body)"
                     " VALUES ('delete', ?1, ?2, ?3)",
                     row, gisa_sql_text(stmt, 0), gisa_sql_text(stmt, 1), err);
    sqlite3_reset(stmt);
    if (st < 0) return st;
    return gisa_sql_run_on(&s->sql,
                           "DELETE FROM name_article WHERE row = ?1"
                           " AND name IN (SELECT name FROM mention WHERE row = ?1)",
                           row, err);
}

gisa_status gisa_fts_article_put(gisa_store *s, const gisa_record *r, int64_t row, gisa_error *err)
{
    s->fts.ready[0] = (gisa_fts_ready){r->article.title, &r->title_terms};
    s->fts.ready[1] = (gisa_fts_ready){r->article.body, &r->body_terms};
    gisa_status st = fts_put(s, "INSERT INTO article_fts (rowid, title, body) VALUES (?1, ?2, ?3)",
                             row, r->article.title, r->article.body, err);
    s->fts.ready[0] = s->fts.ready[1] = (gisa_fts_ready){GISA_NONE, NULL};
    return st;
}
