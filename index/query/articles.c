#include "index/query/articles.h"

#include "base/mem.h"
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

static gisa_status take_rows(gisa_articles *it, const gisa_matches *m, bool no_copies,
                             bool newest_first, gisa_error *err)
{
    it->rows = gisa_calloc(m->n + 1, sizeof *it->rows);
    if (!it->rows) return gisa_fail_mem(err);
    for (size_t i = 0; i < m->n; i++) {
        const gisa_roll_entry *e = &it->s->roll.items[m->at[newest_first ? m->n - 1 - i : i]];
        if (!no_copies || !(e->flags & GISA_ROLL_COPY)) it->rows[it->n++] = e->row;
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
        gisa_selection_opts how = {.exact = opts->exact, .keep_copies = true, .days = opts->days};
        st = gisa_selection_find(s, opts->query, &how, &m, err);
        if (st == GISA_OK) st = take_rows(it, &m, opts->no_copies, opts->newest_first, err);
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

/* The row of the version that is asked for, among the articles whose id begins so. */
static gisa_status find_row(gisa_store *s, gisa_str id, uint32_t version, int64_t *row,
                            gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_buf first = {0};
    bool several = false;
    *row = 0;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "SELECT row, id FROM article WHERE id >= ?1 AND id < ?1 || 'g'"
        " AND CASE WHEN ?2 = 0 THEN current ELSE version = ?2 END ORDER BY id",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, version);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_str found = gisa_sql_text(stmt, 1);
        if (*row && !gisa_str_eq(found, gisa_buf_view(&first))) several = true;
        if (!*row) gisa_buf_add(&first, found);
        if (!*row) *row = sqlite3_column_int64(stmt, 0);
        if (gisa_str_eq(found, id)) break;
    }
    sqlite3_reset(stmt);
    gisa_buf_clear(&first);
    if (st < 0) return st;
    if (several)
        return gisa_fail(err, GISA_EINVAL, "several articles have an id that begins with %.*s",
                         GISA_ARG(id));
    if (!*row && version)
        return gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_VERSION,
                             "article %.*s: no version %u", GISA_ARG(id), version);
    return *row ? GISA_OK
                : gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_ARTICLE,
                                "no article has the id %.*s", GISA_ARG(id));
}

gisa_status gisa_article_find(gisa_store *s, gisa_str id, uint32_t version, gisa_stored *out,
                              gisa_error *err)
{
    int64_t row;
    bool began;
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
