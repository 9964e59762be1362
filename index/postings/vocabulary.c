#include "index/postings/vocabulary.h"

#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

gisa_status gisa_vocabulary_open(gisa_store *s, gisa_vocabulary *out, gisa_error *err)
{
    gisa_store_size size;
    sqlite3_stmt *stmt;
    gisa_vocabulary_clear(out);
    gisa_status st = gisa_store_size_find(s, &size, err);
    if (st < 0) return st;
    out->articles = size.articles;
    if ((st = gisa_store_need_terms(s, err)) < 0) return st;
    st = gisa_sql_get(&s->sql, "SELECT term, doc FROM temp.article_term WHERE doc > 1", &stmt, err);
    if (st < 0) return st;
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        uint64_t *slot;
        if (gisa_map_put(&out->terms, gisa_sql_text(stmt, 0), &slot, NULL) < 0) {
            sqlite3_reset(stmt);
            gisa_vocabulary_clear(out);
            return gisa_fail_mem(err);
        }
        *slot = (uint64_t)sqlite3_column_int64(stmt, 1);
    }
    if (st < 0) gisa_vocabulary_clear(out);
    return st == GISA_END ? GISA_OK : st;
}

void gisa_vocabulary_clear(gisa_vocabulary *v)
{
    gisa_map_clear(&v->terms);
    *v = (gisa_vocabulary){0};
}

uint64_t gisa_vocabulary_count(const gisa_vocabulary *v, gisa_str term)
{
    const uint64_t *n = gisa_map_find(&v->terms, term);
    return n ? *n : 1;
}
