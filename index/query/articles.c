#include "index/query/articles.h"

#include "base/mem.h"
#include "index/query/former_id.h"
#include "index/query/selection.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "index/store/stored.h"

struct gisa_articles {
    gisa_store *s;
    int64_t *rows;
    size_t n, at;
    bool no_annotation;
    bool began; /* the read that keeps the view of the store */
};

static gisa_status take_rows(gisa_articles *it, const gisa_matches *m, bool newest_first,
                             gisa_error *err)
{
    it->rows = gisa_calloc(m->n + 1, sizeof *it->rows);
    if (!it->rows) return gisa_fail_mem(err);
    for (size_t i = 0; i < m->n; i++) {
        const gisa_roll_entry *e = &it->s->roll.items[m->at[newest_first ? m->n - 1 - i : i]];
        it->rows[it->n++] = e->row;
    }
    return GISA_OK;
}

/* With the old versions: straight from the table. */
static gisa_status take_all_rows(gisa_articles *it, bool newest_first, gisa_error *err)
{
    sqlite3_stmt *stmt;
    int64_t n;
    gisa_status st = gisa_sql_number(&it->s->sql, "SELECT count(*) FROM article", 0, 0, &n, err);
    if (st == GISA_OK)
        st = gisa_sql_get(&it->s->sql,
                          newest_first ? "SELECT row FROM article ORDER BY row DESC"
                                       : "SELECT row FROM article ORDER BY row",
                          &stmt, err);
    if (st < 0) return st;
    it->rows = gisa_calloc((size_t)n + 1, sizeof *it->rows);
    if (!it->rows) return gisa_fail_mem(err);
    while (it->n < (size_t)n && (st = gisa_sql_step(&it->s->sql, stmt, err)) == GISA_OK)
        it->rows[it->n++] = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_articles_open(gisa_store *s, const gisa_articles_opts *opts, gisa_articles **out,
                               gisa_error *err)
{
    const gisa_articles_opts none = {0};
    gisa_matches m = {0};
    if (!opts) opts = &none;
    *out = NULL;
    gisa_articles *it = gisa_calloc(1, sizeof *it);
    if (!it) return gisa_fail_mem(err);
    it->s = s;
    it->no_annotation = opts->no_annotation;
    gisa_status st = gisa_store_begin_read(s, &it->began, err);
    if (st == GISA_OK && opts->history) {
        st = take_all_rows(it, opts->newest_first, err);
    } else if (st == GISA_OK) {
        gisa_selection_opts how = {
            .exact = opts->exact, .keep_copies = !opts->no_copies, .days = opts->days};
        st = gisa_selection_find(s, opts->query, &how, &m, err);
        if (st == GISA_OK) st = take_rows(it, &m, opts->newest_first, err);
    }
    gisa_matches_clear(&m);
    if (st == GISA_OK) {
        *out = it;
        return st;
    }
    gisa_articles_close(it);
    return st;
}

gisa_status gisa_articles_next(gisa_articles *it, gisa_stored *out, gisa_error *err)
{
    if (it->at == it->n) return GISA_END;
    return gisa_stored_load(it->s, it->rows[it->at++], !it->no_annotation, out, err);
}

uint64_t gisa_articles_total(const gisa_articles *it)
{
    return it->n;
}

void gisa_articles_close(gisa_articles *it)
{
    if (!it) return;
    gisa_store_end_read(it->s, it->began);
    gisa_free(it->rows);
    gisa_free(it);
}

/* The id of the article that an id, or the only one that begins so, leads to. */
static gisa_status resolve_id(gisa_store *s, gisa_str start, gisa_buf *id, bool *several,
                              gisa_error *err)
{
    sqlite3_stmt *stmt;
    *several = false;
    gisa_status st = gisa_sql_get(&s->sql,
                                  "SELECT id FROM article WHERE id >= ?1 AND id < ?1 || 'g'"
                                  " AND current ORDER BY id",
                                  &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, start);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        if (id->n) *several = true;
        if (!id->n) gisa_buf_add(id, gisa_sql_text(stmt, 0));
        if (gisa_str_eq(gisa_buf_view(id), start)) break;
    }
    sqlite3_reset(stmt);
    if (st >= 0) st = gisa_buf_check(id, "an id", err);
    if (st < 0 || id->n) return st;
    st = gisa_former_id_find(s, start, id, several, err);
    size_t end = gisa_str_find_byte(gisa_buf_view(id), '\n', 0);
    if (st >= 0 && end != GISA_NPOS) gisa_buf_cut(id, end);
    return st;
}

static gisa_status find_version(gisa_store *s, gisa_str id, uint32_t version, int64_t *row,
                                gisa_error *err)
{
    sqlite3_stmt *stmt;
    *row = 0;
    gisa_status st = gisa_sql_get(&s->sql,
                                  "SELECT row FROM article WHERE id = ?1"
                                  " AND CASE WHEN ?2 = 0 THEN current ELSE version = ?2 END",
                                  &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, version);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) *row = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* The row of the version that is asked for. */
static gisa_status find_row(gisa_store *s, gisa_str start, uint32_t version, int64_t *row,
                            gisa_error *err)
{
    gisa_buf id = {0};
    bool several;
    *row = 0;
    gisa_status st = resolve_id(s, start, &id, &several, err);
    if (st >= 0 && several)
        st = gisa_fail(err, GISA_EINVAL, "several articles have an id that begins with %.*s",
                       GISA_ARG(start));
    if (st >= 0 && id.n) st = find_version(s, gisa_buf_view(&id), version, row, err);
    if (st >= 0 && !*row && id.n)
        st = gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_VERSION,
                           "article %.*s: no version %u", GISA_ARG(start), version);
    else if (st >= 0 && !*row)
        st = gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_ARTICLE, "no article has the id %.*s",
                           GISA_ARG(start));
    gisa_buf_clear(&id);
    return st;
}

gisa_status gisa_article_find(gisa_store *s, gisa_str id, uint32_t version, gisa_stored *out,
                              gisa_error *err)
{
    int64_t row;
    bool began;
    if (id.n && id.p[0] == GISA_ARTICLE_ID_MARK) id = gisa_str_cut(id, 1, id.n);
    if (id.n < 4 || id.n > GISA_ARTICLE_ID_CHARS)
        return gisa_fail(err, GISA_ENOTFOUND, "'%.*s' is no article id: ids have 16 hex digits",
                         GISA_ARG(gisa_str_cut(id, 0, 40)));
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = find_row(s, id, version, &row, err);
    if (st == GISA_OK) st = gisa_stored_load(s, row, true, out, err);
    gisa_store_end_read(s, began);
    return st;
}
