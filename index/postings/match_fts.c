/* FTS5 reads the posting lists; gisa_collect gives us each row it stops at. */
#include "index/postings/match_fts.h"

#include "base/mem.h"
#include "index/index_tuning.h"
#include "index/store/store_handle.h"

struct gisa_match_fts {
    gisa_match_sink sink;
    const gisa_sweep_unit *units;
    size_t n;
    int title_column;
    gisa_buf text;
    size_t *first_phrase; /* by unit: the number in the query of its first phrase that counts;
                             SIZE_MAX: none */
    size_t n_phrases;
    const Fts5ExtensionApi *api; /* while the sink runs */
    Fts5Context *context;
    gisa_status st;
    gisa_error *err;
};

static void add_unit(gisa_match_fts *w, size_t i, bool counts)
{
    const gisa_unit *u = w->units[i].unit;
    if (u->title) gisa_buf_add_c(&w->text, "title : ");
    gisa_buf_add_char(&w->text, '(');
    for (size_t k = 0; k < u->n; k++) {
        if (k) gisa_buf_add_c(&w->text, " OR ");
        gisa_phrase_write_fts5(&w->text, &u->phrases[k].phrase);
    }
    gisa_buf_add_char(&w->text, ')');
    if (counts) w->first_phrase[i] = w->n_phrases;
    w->n_phrases += u->n;
}

/* (a OR b) AND (c) AND (a OR b OR c OR d) NOT (e): the clauses; then everything that counts, when
 * some units count without being in a clause; then what is unwanted. */
static void write_query(gisa_match_fts *w)
{
    size_t most = 0;
    bool free_ones = false, first = true;
    for (size_t i = 0; i < w->n; i++) {
        const gisa_sweep_unit *u = &w->units[i];
        w->first_phrase[i] = SIZE_MAX;
        if (u->clause > most) most = u->clause;
        free_ones = free_ones || (!u->not_ && u->counts && !u->clause);
    }
    for (size_t k = 0; k <= most; k++) {
        bool all = k == most;
        if (all && !free_ones) break;
        gisa_buf_add_c(&w->text, k ? " AND (" : "(");
        first = true;
        for (size_t i = 0; i < w->n; i++) {
            const gisa_sweep_unit *u = &w->units[i];
            if (u->not_ || (all ? !u->counts : u->clause != k + 1)) continue;
            if (!first) gisa_buf_add_c(&w->text, " OR ");
            add_unit(w, i, u->counts && (all || !free_ones));
            first = false;
        }
        gisa_buf_add_char(&w->text, ')');
    }
    for (size_t i = 0; i < w->n; i++) {
        if (!w->units[i].not_) continue;
        gisa_buf_add_c(&w->text, " NOT ");
        add_unit(w, i, false);
    }
}

static void take_row(void *ctx, const Fts5ExtensionApi *api, Fts5Context *context)
{
    gisa_match_fts *w = ctx;
    if (w->st < 0) return;
    w->api = api;
    w->context = context;
    w->st = w->sink.row(w->sink.ctx, api->xRowid(context), w->err);
}

double gisa_match_fts_count(const gisa_match_fts *w, size_t unit)
{
    const gisa_unit *u = w->units[unit].unit;
    double tf = 0;
    for (size_t i = 0; i < u->n && w->first_phrase[unit] != SIZE_MAX; i++) {
        Fts5PhraseIter it;
        int column, offset, at = (int)(w->first_phrase[unit] + i);
        double in_title = 0, in_body = 0;
        if (w->api->xPhraseFirst(w->context, at, &it, &column, &offset) != SQLITE_OK) continue;
        for (; column >= 0; w->api->xPhraseNext(w->context, &it, &column, &offset))
            *(column == w->title_column ? &in_title : &in_body) += 1;
        tf += u->phrases[i].weight * (GISA_TITLE_WEIGHT * in_title + in_body);
    }
    return tf;
}

static gisa_status run_query(gisa_store *s, gisa_match_fts *w, int64_t first, int64_t last,
                             gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql,
                                  "SELECT gisa_collect(article_fts) FROM article_fts"
                                  " WHERE article_fts MATCH ?1 AND rowid BETWEEN ?2 AND ?3",
                                  &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_buf_view(&w->text));
    sqlite3_bind_int64(stmt, 2, first);
    sqlite3_bind_int64(stmt, 3, last);
    s->fts.collector = (gisa_fts_collector){take_row, w};
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK && w->st >= 0) continue;
    s->fts.collector = (gisa_fts_collector){NULL, NULL};
    sqlite3_reset(stmt);
    if (w->st < 0) return w->st;
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_match_fts_run(gisa_store *s, const gisa_sweep_unit *units, size_t n, int64_t first,
                               int64_t last, gisa_match_sink sink, gisa_match_fts **out,
                               gisa_error *err)
{
    gisa_match_fts w = {.sink = sink, .units = units, .n = n, .err = err};
    w.title_column = s->title_first ? 0 : 1;
    w.first_phrase = gisa_calloc(n + 1, sizeof *w.first_phrase);
    if (!w.first_phrase) return gisa_fail_mem(err);
    *out = &w;
    write_query(&w);
    gisa_status st = gisa_buf_check(&w.text, "a query", err);
    if (st == GISA_OK) st = run_query(s, &w, first, last, err);
    *out = NULL;
    gisa_buf_clear(&w.text);
    gisa_free(w.first_phrase);
    return st;
}
