#include "index/postings/frequency.h"

#include "base/mem.h"
#include "index/postings/postings.h"
#include "index/postings/sweep.h"
#include "index/store/copies.h"
#include "index/store/store_inside.h"

enum {
    FREQUENT = 1000,      /* terms of so many articles are kept in the table */
    SMALL = 20000,        /* a corpus of fewer articles needs no table */
    WALKED_PHRASE = 5000, /* a phrase whose rarest term is rarer is counted by walking */
};

gisa_status gisa_store_need_terms(gisa_store *s, gisa_error *err)
{
    return gisa_sql_run(&s->sql,
                        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_term"
                        " USING fts5vocab(main, article_fts, row)",
                        err);
}

static gisa_status look_up(gisa_store *s, const char *sql, gisa_str key, int64_t *out,
                           gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, sql, &stmt, err);
    *out = -1;
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, key);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) *out = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* Walks a term's list, inside a read: a writer may merge segments meanwhile. */
static gisa_status count_list(gisa_store *s, gisa_str term, double *out, gisa_error *err)
{
    gisa_leaf_segments segments;
    gisa_postings list;
    bool began;
    *out = 0;
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = gisa_leaf_segments_load(&s->sql, &segments, err);
    if (st == GISA_OK) {
        st = gisa_postings_open(&s->sql, &segments, term, &list, err);
        for (; st == GISA_OK && list.row != GISA_POSTINGS_END; *out += 1)
            st = gisa_postings_seek(&list, list.row + 1, err);
        gisa_postings_close(&list);
        gisa_free(segments.items);
    }
    gisa_store_end_read(s, began);
    return st;
}

gisa_status gisa_frequency_find(gisa_store *s, gisa_str term, double *out, gisa_error *err)
{
    int64_t n;
    gisa_status st = look_up(s, "SELECT articles FROM term_frequency WHERE term = ?1", term, &n,
                             err);
    if (st == GISA_OK && n >= 0) {
        *out = (double)n;
        if (s->counted > 0 && s->roll.n > 0) *out *= (double)s->roll.n / (double)s->counted;
        return st;
    }
    if (st == GISA_OK) st = count_list(s, term, out, err);
    if (st != GISA_SKIP) return st;
    st = gisa_store_need_terms(s, err);
    if (st == GISA_OK)
        st = look_up(s, "SELECT doc FROM temp.article_term WHERE term = ?1", term, &n, err);
    *out = st == GISA_OK && n > 0 ? (double)n : 0;
    return st;
}

gisa_status gisa_frequency_of_phrase(gisa_store *s, const gisa_phrase *phrase, double rarest,
                                     double *out, gisa_error *err)
{
    double n;
    *out = rarest;
    if (rarest > WALKED_PHRASE) return GISA_OK;
    gisa_status st = gisa_sweep_frequency(s, phrase, &n, err);
    if (st == GISA_OK) *out = n;
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_store_count_articles(gisa_store *s, int64_t *out, gisa_error *err)
{
    gisa_roll roll = {0};
    int64_t version;
    gisa_status st = gisa_sql_number(&s->sql, "PRAGMA data_version", 0, 0, &version, err);
    if (st == GISA_OK && (s->articles < 0 || s->articles_seen != version)) {
        st = gisa_roll_load(&s->sql, &s->rows, &roll, err);
        s->articles = st == GISA_OK ? (int64_t)roll.n : -1;
        s->articles_seen = version;
        gisa_roll_clear(&roll);
    }
    *out = s->articles;
    return st;
}

/* How much growth since the last count calls for the next: more on the way, where the sum of all
 * counts and merges stays twice the last one. */
typedef enum growth { BY_A_QUARTER = 5, TWOFOLD = 2 } growth;

static gisa_status has_grown(gisa_store *s, growth by, bool *out, gisa_error *err)
{
    int64_t n = 0, counted = 0;
    gisa_status st = gisa_store_count_articles(s, &n, err);
    if (st == GISA_OK) st = gisa_meta_number(s, "frequency_articles", 0, &counted, err);
    *out = st == GISA_OK && n >= SMALL && n - n / by >= counted;
    return st;
}

gisa_status gisa_frequency_refresh(gisa_store *s, gisa_error *err)
{
    int64_t articles = 0;
    gisa_status st = gisa_store_need_terms(s, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "BEGIN IMMEDIATE", err);
    if (st < 0) return st;
    sqlite3_stmt *stmt;
    st = gisa_store_count_articles(s, &articles, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "DELETE FROM term_frequency", err);
    if (st == GISA_OK)
        st = gisa_sql_get(&s->sql,
                          "INSERT INTO term_frequency (term, articles)"
                          " SELECT term, doc FROM temp.article_term WHERE doc >= ?1",
                          &stmt, err);
    if (st == GISA_OK) {
        sqlite3_bind_int64(stmt, 1, FREQUENT);
        st = gisa_sql_finish(&s->sql, stmt, err);
    }
    if (st == GISA_OK) st = gisa_meta_set_number(s, "frequency_articles", articles, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "COMMIT", err);
    if (st < 0) sqlite3_exec(s->sql.db, "ROLLBACK", NULL, NULL, NULL);
    s->commits++;
    return st;
}

/* Makes one list a term of all that batches wrote, in steps of a transaction each: a tenth less
 * room, and one place to read a term from. SQLite's documentation of FTS5, "The 'merge' Command".
 */
static gisa_status merge_all(gisa_store *s, gisa_error *err)
{
    int before;
    do {
        before = sqlite3_total_changes(s->sql.db);
        gisa_status st = gisa_sql_run(
            &s->sql, "INSERT INTO article_fts (article_fts, rank) VALUES ('merge', -4000)", err);
        if (st < 0) return st;
    } while (sqlite3_total_changes(s->sql.db) - before >= 2);
    return GISA_OK;
}

/* Merges and counts when the articles have grown by so much. *done: they had. */
static gisa_status merge_and_count(gisa_store *s, growth by, bool *done, gisa_error *err)
{
    gisa_status st = has_grown(s, by, done, err);
    if (st == GISA_OK && *done) st = merge_all(s, err);
    if (st == GISA_OK && *done) st = gisa_frequency_refresh(s, err);
    return st;
}

gisa_status gisa_store_keep_up(gisa_store *s, gisa_error *err)
{
    bool done;
    return merge_and_count(s, TWOFOLD, &done, err);
}

static gisa_status link_waiting(gisa_store *s, gisa_error *err)
{
    bool wait = false;
    gisa_status st = gisa_copies_wait(s, &wait, err);
    if (st < 0 || !wait) return st;
    if ((st = gisa_sql_run(&s->sql, "BEGIN IMMEDIATE", err)) < 0) return st;
    st = gisa_copies_link(s, NULL, 0, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "COMMIT", err);
    if (st < 0) sqlite3_exec(s->sql.db, "ROLLBACK", NULL, NULL, NULL);
    s->commits++;
    return st;
}

static gisa_status settle(gisa_store *s, bool *merged, gisa_error *err)
{
    gisa_status st = link_waiting(s, err);
    return st < 0 ? st : merge_and_count(s, BY_A_QUARTER, merged, err);
}

gisa_status gisa_store_settle(gisa_store *s, gisa_error *err)
{
    bool merged;
    return settle(s, &merged, err);
}

gisa_status gisa_store_optimize(gisa_store *s, gisa_error *err)
{
    bool merged = false;
    gisa_status st = settle(s, &merged, err);
    if (st == GISA_OK && !merged)
        st = gisa_sql_run(&s->sql,
                          "INSERT INTO article_fts (article_fts, rank) VALUES ('merge', 500)", err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "PRAGMA optimize", err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "PRAGMA wal_checkpoint(TRUNCATE)", err);
    return st;
}
