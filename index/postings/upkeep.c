/* Periodic work on a store: links near-duplicates that wait, merges posting lists, counts frequent
 * terms and makes their bounds. */
#include "index/postings/upkeep.h"

#include "index/index_tuning.h"
#include "index/postings/bounds_make.h"
#include "index/store/copies.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "index/store/store_meta.h"

/* Whether one in `part` articles has come in since the last count. */
static gisa_status has_grown(gisa_store *s, int part, bool *out, gisa_error *err)
{
    int64_t n = 0, counted = 0;
    gisa_status st = gisa_store_count_articles(s, &n, err);
    if (st == GISA_OK) st = gisa_meta_number(s, "frequency_articles", 0, &counted, err);
    *out = st == GISA_OK && n >= GISA_UPKEEP_FROM && n - n / part >= counted;
    return st;
}

gisa_status gisa_store_count_terms(gisa_store *s, gisa_error *err)
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
        sqlite3_bind_int64(stmt, 1, GISA_FREQUENT_ARTICLES);
        st = gisa_sql_finish(&s->sql, stmt, err);
    }
    if (st == GISA_OK) st = gisa_bounds_make(s, err);
    if (st == GISA_OK) st = gisa_meta_set_number(s, "frequency_articles", articles, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "COMMIT", err);
    if (st < 0) sqlite3_exec(s->sql.db, "ROLLBACK", NULL, NULL, NULL);
    s->commits++;
    return st;
}

/* Merges what batches wrote into one list a term, in steps of a transaction each. That takes a
 * tenth less space, and a term is read from one place. SQLite's documentation of FTS5, "The 'merge'
 * Command".
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

/* Merges and counts when the articles have grown by so much. *done: they have. */
static gisa_status merge_and_count(gisa_store *s, int part, bool *done, gisa_error *err)
{
    gisa_status st = has_grown(s, part, done, err);
    if (st == GISA_OK && *done) st = merge_all(s, err);
    if (st == GISA_OK && *done) st = gisa_store_count_terms(s, err);
    return st;
}

gisa_status gisa_store_keep_up(gisa_store *s, gisa_error *err)
{
    bool done;
    return merge_and_count(s, GISA_UPKEEP_GROWTH_RUN, &done, err);
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

static gisa_status settle_store(gisa_store *s, bool *merged, gisa_error *err)
{
    gisa_status st = link_waiting(s, err);
    return st < 0 ? st : merge_and_count(s, GISA_UPKEEP_GROWTH_END, merged, err);
}

gisa_status gisa_store_settle(gisa_store *s, gisa_error *err)
{
    bool merged;
    return settle_store(s, &merged, err);
}

gisa_status gisa_store_optimize(gisa_store *s, gisa_error *err)
{
    bool merged = false;
    gisa_status st = settle_store(s, &merged, err);
    if (st == GISA_OK && !merged)
        st = gisa_sql_run(&s->sql,
                          "INSERT INTO article_fts (article_fts, rank) VALUES ('merge', 500)", err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "PRAGMA optimize", err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "PRAGMA wal_checkpoint(TRUNCATE)", err);
    return st;
}
