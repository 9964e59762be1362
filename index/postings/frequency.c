#include "index/postings/frequency.h"

#include <string.h>

#include "base/mem.h"
#include "index/index_tuning.h"
#include "index/postings/postings.h"
#include "index/postings/sweep.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum { MAX_KEPT = 4096 }; /* terms whose frequency is remembered */

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

/* Reads a term's posting list inside a read transaction, as a writer may merge segments at the same
 * time. */
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

static gisa_status find_anew(gisa_store *s, gisa_str term, double *out, gisa_error *err)
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

/* A query asks for a term more than once: strictly and loosely, by itself and in phrases. Nothing
 * is kept while this store may write. */
gisa_status gisa_frequency_find(gisa_store *s, gisa_str term, double *out, gisa_error *err)
{
    uint64_t *slot = s->read_only ? gisa_map_find(&s->frequencies, term) : NULL;
    if (slot) {
        memcpy(out, slot, sizeof *out);
        return GISA_OK;
    }
    gisa_status st = find_anew(s, term, out, err);
    if (st < 0 || !s->read_only) return st;
    if (s->frequencies.n >= MAX_KEPT) gisa_map_reset(&s->frequencies);
    if (gisa_map_put(&s->frequencies, term, &slot, NULL) < 0) return gisa_fail_mem(err);
    memcpy(slot, out, sizeof *out);
    return st;
}

gisa_status gisa_frequency_of_phrase(gisa_store *s, const gisa_phrase *phrase, double rarest,
                                     double *out, gisa_error *err)
{
    double n;
    *out = rarest;
    if (rarest > GISA_WALKED_PHRASE) return GISA_OK;
    gisa_status st = gisa_sweep_frequency(s, phrase, &n, err);
    if (st == GISA_OK) *out = n;
    return st < 0 ? st : GISA_OK;
}
