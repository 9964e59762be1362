/* One pass over the list of each frequent term. */
#include "index/postings/bounds_make.h"

#include <string.h>

#include "base/mem.h"
#include "index/postings/bounds.h"
#include "index/postings/term_ratios.h"
#include "index/store/store_handle.h"

typedef struct making {
    gisa_store *s;
    gisa_roll roll; /* as the transaction sees it */
    double average;
    gisa_leaf_segments segments;
    uint64_t build;
    size_t n; /* ranges */
    double *ratios;
    uint8_t *steps;
    gisa_buf blob;
} making;

static gisa_status put_blob(making *w, gisa_str term, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_buf_check(&w->blob, "bounds", err);
    if (st < 0) return st;
    st = gisa_sql_get(
        &w->s->sql, "INSERT OR REPLACE INTO term_bound (term, bounds) VALUES (?1, ?2)", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, term);
    sqlite3_bind_blob64(stmt, 2, w->blob.p, w->blob.n, SQLITE_STATIC);
    return gisa_sql_finish(&w->s->sql, stmt, err);
}

static gisa_status make_ranges(making *w, gisa_error *err)
{
    w->n = (w->roll.n + GISA_BOUNDS_RANGE - 1) / GISA_BOUNDS_RANGE;
    int64_t *rows = gisa_calloc(w->n + 1, sizeof *rows);
    w->ratios = gisa_calloc(w->n + 1, sizeof *w->ratios);
    w->steps = gisa_calloc(w->n + 1, sizeof *w->steps);
    gisa_status st = rows && w->ratios && w->steps ? GISA_OK : gisa_fail_mem(err);
    for (size_t i = 0; i < w->n && st == GISA_OK; i++)
        rows[i] = w->roll.items[i * GISA_BOUNDS_RANGE].row;
    if (st == GISA_OK) {
        gisa_bounds_write_ranges(&w->blob, rows, w->n, w->average, &w->build);
        st = put_blob(w, GISA_STR(""), err);
    }
    gisa_free(rows);
    return st;
}

static void raise_range(void *ctx, size_t at, double ratio)
{
    making *w = ctx;
    double *most = &w->ratios[at / GISA_BOUNDS_RANGE];
    if (ratio > *most) *most = ratio;
}

static gisa_status make_term(making *w, gisa_str term, gisa_error *err)
{
    memset(w->ratios, 0, w->n * sizeof *w->ratios);
    gisa_status st = gisa_term_ratios(w->s, &w->segments, term, &w->roll,
                                      (gisa_ratio_sink){raise_range, w}, err);
    if (st < 0) return st;
    for (size_t i = 0; i < w->n; i++) w->steps[i] = gisa_bounds_step(w->ratios[i]);
    gisa_bounds_write_steps(&w->blob, w->steps, w->n, w->build);
    return put_blob(w, term, err);
}

static gisa_status make_terms(making *w, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_buf term = {0};
    gisa_status st = gisa_sql_get(&w->s->sql, "SELECT term FROM term_frequency", &stmt, err);
    if (st < 0) return st;
    while ((st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        gisa_buf_reset(&term);
        gisa_buf_add(&term, gisa_sql_text(stmt, 0));
        st = gisa_buf_check(&term, "a term", err);
        if (st == GISA_OK && term.n) st = make_term(w, gisa_buf_view(&term), err);
        if (st < 0) break;
    }
    sqlite3_reset(stmt);
    gisa_buf_clear(&term);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_bounds_make(gisa_store *s, gisa_error *err)
{
    making w = {.s = s};
    gisa_status st = gisa_sql_run(&s->sql, "DELETE FROM term_bound", err);
    if (st == GISA_OK) st = gisa_leaf_segments_load(&s->sql, &w.segments, err);
    if (st != GISA_OK) return st < 0 ? st : GISA_OK;
    st = gisa_roll_load(&s->sql, &s->rows, &w.roll, err);
    w.average = gisa_roll_average(&w.roll);
    if (st == GISA_OK) st = make_ranges(&w, err);
    if (st == GISA_OK) st = make_terms(&w, err);
    if (st == GISA_OK) st = gisa_roll_settle(&s->sql, &s->rows, &w.roll, err);
    gisa_free(w.segments.items);
    gisa_free(w.ratios);
    gisa_free(w.steps);
    gisa_buf_clear(&w.blob);
    gisa_roll_clear(&w.roll);
    return st;
}
