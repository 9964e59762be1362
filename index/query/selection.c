#include "index/query/selection.h"

#include "index/query/collapse.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

gisa_status gisa_selection_find(gisa_store *s, gisa_str query, const gisa_selection_opts *opts,
                                gisa_matches *out, gisa_error *err)
{
    gisa_plan plan = {0};
    gisa_status st = gisa_store_need_roll(s, err);
    if (st == GISA_OK)
        st = gisa_plan_make(s, query, &(gisa_plan_opts){.exact = opts->exact, .days = opts->days},
                            &plan, err);
    if (st == GISA_OK) st = gisa_match_all(s, &plan, out, err);
    if (st == GISA_OK && !opts->keep_copies)
        st = opts->counted ? gisa_collapse_count(s, &plan, out, err)
                           : gisa_collapse_run(s, out, NULL, err);
    gisa_plan_clear(&plan);
    return st;
}

gisa_status gisa_selection_table(gisa_store *s, const gisa_matches *m, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_run(
        &s->sql,
        "CREATE TEMP TABLE IF NOT EXISTS selection (row INTEGER PRIMARY KEY);"
        "DELETE FROM temp.selection",
        err);
    for (size_t i = 0; i < m->n && st == GISA_OK; i++) {
        st = gisa_sql_get(&s->sql, "INSERT INTO temp.selection (row) VALUES (?1)", &stmt, err);
        if (st < 0) return st;
        sqlite3_bind_int64(stmt, 1, s->roll.items[m->at[i]].row);
        st = gisa_sql_finish(&s->sql, stmt, err);
    }
    return st;
}
