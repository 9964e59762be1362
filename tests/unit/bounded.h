/* A store of posting lists (tests/unit/lists.h) with bounds, also of terms that are not frequent.
 */
#ifndef GISA_TEST_BOUNDED_H
#define GISA_TEST_BOUNDED_H

#include "index/postings/bounds_make.h"
#include "tests/unit/lists.h"

static inline gisa_status bounded_make(gisa_store *s, gisa_error *err)
{
    gisa_status st = gisa_store_need_terms(s, err);
    if (st == GISA_OK)
        st = gisa_sql_run(&s->sql,
                          "BEGIN; DELETE FROM term_frequency; INSERT INTO term_frequency"
                          " SELECT term, doc FROM temp.article_term WHERE doc > 99",
                          err);
    if (st == GISA_OK) st = gisa_bounds_make(s, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "COMMIT", err);
    s->commits++;
    return st == GISA_OK ? gisa_store_need_roll(s, err) : st;
}

#endif
