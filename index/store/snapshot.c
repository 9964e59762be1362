#include "index/store/snapshot.h"

#include "index/store/store_handle.h"
#include "index/store/store_meta.h"

gisa_status gisa_store_begin_read(gisa_store *s, bool *began, gisa_error *err)
{
    *began = sqlite3_get_autocommit(s->sql.db) != 0;
    return *began ? gisa_sql_run(&s->sql, "BEGIN", err) : GISA_OK;
}

void gisa_store_end_read(gisa_store *s, bool began)
{
    if (began) sqlite3_exec(s->sql.db, "COMMIT", NULL, NULL, NULL);
}

gisa_status gisa_store_need_roll(gisa_store *s, gisa_error *err)
{
    int64_t version;
    gisa_status st = gisa_sql_number(&s->sql, "PRAGMA data_version", 0, 0, &version, err);
    if (st < 0) return st;
    if (s->roll_seen == version && s->roll_commits == s->commits) return GISA_OK;
    s->roll_seen = -1;
    gisa_map_reset(&s->frequencies);
    gisa_bounds_clear(&s->bounds);
    gisa_copy_links_clear(&s->links);
    st = gisa_roll_load(&s->sql, &s->rows, &s->roll, err);
    if (st == GISA_OK) st = gisa_meta_number(s, "frequency_articles", 0, &s->counted, err);
    if (st < 0) return st;
    s->roll_seen = version;
    s->roll_commits = s->commits;
    return GISA_OK;
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

gisa_status gisa_store_need_terms(gisa_store *s, gisa_error *err)
{
    return gisa_sql_run(&s->sql,
                        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.article_term"
                        " USING fts5vocab(main, article_fts, row)",
                        err);
}
