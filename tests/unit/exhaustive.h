/* Scores every article of a store for a plan without anything that searches use to be fast: the
 * occurrences of all terms come from SQLite's own fts5vocab, each phrase is looked for at each of
 * them, and every article is scored. For tests that a ranking is exact. */
#ifndef GISA_TEST_EXHAUSTIVE_H
#define GISA_TEST_EXHAUSTIVE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "index/index_tuning.h"
#include "index/query/plan.h"
#include "index/store/store_handle.h"

typedef struct exhaustive_word { /* an occurrence */
    int64_t row;
    uint32_t place; /* offset, above it a bit for the title */
    char term[28];
} exhaustive_word;

typedef struct exhaustive {
    gisa_store *s;
    exhaustive_word *words; /* by row, place, term */
    size_t n, cap;
    double *tf;    /* by unit and article */
    double *score; /* by article; below 0: no match */
} exhaustive;

enum { EXHAUSTIVE_TITLE = 1 << 30 };

static inline int exhaustive_compare(const void *a, const void *b)
{
    const exhaustive_word *x = a, *y = b;
    if (x->row != y->row) return x->row < y->row ? -1 : 1;
    if (x->place != y->place) return x->place < y->place ? -1 : 1;
    return strcmp(x->term, y->term);
}

/* Reads all occurrences as the store has them now; the roll must be loaded. */
static inline gisa_status exhaustive_load(gisa_store *s, exhaustive *out, gisa_error *err)
{
    sqlite3_stmt *stmt = NULL;
    gisa_status st = gisa_sql_run(&s->sql,
                                  "CREATE VIRTUAL TABLE IF NOT EXISTS temp.occurrence"
                                  " USING fts5vocab(main, article_fts, instance)",
                                  err);
    out->s = s;
    out->n = 0;
    if (st < 0) return st;
    sqlite3_prepare_v2(s->sql.db, "SELECT doc, offset, col = 'title', term FROM temp.occurrence",
                       -1, &stmt, NULL);
    while (stmt && sqlite3_step(stmt) == SQLITE_ROW) {
        if (GISA_GROW(out->words, out->n, out->cap) < 0) return gisa_fail_mem(err);
        exhaustive_word *w = &out->words[out->n++];
        *w = (exhaustive_word){.row = sqlite3_column_int64(stmt, 0),
                               .place = (uint32_t)sqlite3_column_int64(stmt, 1)};
        if (sqlite3_column_int(stmt, 2)) w->place += EXHAUSTIVE_TITLE;
        snprintf(w->term, sizeof w->term, "%s", (const char *)sqlite3_column_text(stmt, 3));
    }
    sqlite3_finalize(stmt);
    qsort(out->words, out->n, sizeof *out->words, exhaustive_compare);
    return st;
}

static inline bool exhaustive_has(const exhaustive *x, int64_t row, uint32_t place, gisa_str term)
{
    exhaustive_word key = {.row = row, .place = place};
    snprintf(key.term, sizeof key.term, "%.*s", GISA_ARG(term));
    return bsearch(&key, x->words, x->n, sizeof key, exhaustive_compare) != NULL;
}

/* Whether a phrase begins at an occurrence. */
static inline bool exhaustive_begins(const exhaustive *x, const gisa_phrase *p, int64_t row,
                                     uint32_t place)
{
    bool has = false;
    for (size_t i = 0; i < p->n; i++) {
        if (!p->terms[i].colocated && i > 0 && !has) return false;
        if (!p->terms[i].colocated && i > 0) place++;
        if (!p->terms[i].colocated) has = false;
        has = has || exhaustive_has(x, row, place, p->terms[i].form);
    }
    return has;
}

/* Where each article is in the roll, by looking through it. */
static inline size_t exhaustive_at(const gisa_roll *r, int64_t row)
{
    size_t low = 0, high = r->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (r->items[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->n && r->items[low].row == row ? low : r->n;
}

static inline void exhaustive_count(exhaustive *x, const gisa_unit *u, double *tf)
{
    const gisa_roll *r = &x->s->roll;
    for (size_t k = 0; k < u->n; k++) {
        double *counts = calloc(2 * r->n + 2, sizeof *counts);
        for (size_t i = 0; i < x->n && counts; i++) {
            const exhaustive_word *w = &x->words[i];
            bool longer = false, first = i == 0 || w->row != w[-1].row || w->place != w[-1].place;
            if (!first || !exhaustive_begins(x, &u->phrases[k].phrase, w->row, w->place)) continue;
            for (size_t l = 0; l < u->n_longer && !longer; l++)
                longer = exhaustive_begins(x, &u->longer[l], w->row, w->place);
            size_t at = exhaustive_at(r, w->row);
            if (at < r->n && !longer) counts[2 * at + (w->place < EXHAUSTIVE_TITLE)] += 1;
        }
        for (size_t i = 0; i < r->n && counts; i++)
            tf[i] += u->phrases[k].weight *
                     (GISA_TITLE_WEIGHT * counts[2 * i] + (u->title ? 0 : counts[2 * i + 1]));
        free(counts);
    }
    for (size_t i = 0; i < u->n_rows; i++) {
        size_t at = exhaustive_at(r, u->rows[i]);
        if (at < r->n) tf[at] += 1;
    }
}

/* Whether an article has all that is wanted. any: one unit is enough, beside those required. */
static inline bool exhaustive_wants(const exhaustive *x, const gisa_plan *p, bool any, size_t at)
{
    size_t n = x->s->roll.n;
    bool clause = false, every = true, required = true, some = false;
    for (size_t i = 0; i < p->n_units; i++) {
        const gisa_unit *u = &p->units[i];
        bool has = x->tf[i * n + at] > 0, joined = i + 1 < p->n_units && p->units[i + 1].or_;
        if (u->not_ && has) return false;
        if (u->not_) continue;
        clause = u->or_ ? clause || has : has;
        every = every && (joined || clause);
        required = required && (has || !u->required || u->or_ || joined);
        some = some || has;
    }
    return any ? some && required : every;
}

/* Scores all articles for a plan without groups and filters but days. */
static inline void exhaustive_run(exhaustive *x, const gisa_plan *p, bool any)
{
    const gisa_roll *r = &x->s->roll;
    double average = r->n ? (double)r->total_length / (double)r->n : 1;
    free(x->tf);
    free(x->score);
    x->tf = calloc(p->n_units * r->n + 1, sizeof *x->tf);
    x->score = calloc(r->n + 1, sizeof *x->score);
    if (!x->tf || !x->score) return;
    for (size_t i = 0; i < p->n_units; i++) exhaustive_count(x, &p->units[i], x->tf + i * r->n);
    for (size_t at = 0; at < r->n; at++) {
        const gisa_roll_entry *e = &r->items[at];
        bool outside = e->row < p->first_row || e->row > p->last_row;
        double length = e->length / (average < 1 ? 1 : average);
        if (outside || !exhaustive_wants(x, p, any, at)) {
            x->score[at] = -1;
            continue;
        }
        for (size_t i = 0; i < p->n_units; i++) {
            double tf = x->tf[i * r->n + at], k1 = GISA_BM25_K1, b = GISA_BM25_B;
            if (p->units[i].not_ || !(tf > 0)) continue;
            x->score[at] += p->units[i].idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length));
        }
    }
}

static inline void exhaustive_clear(exhaustive *x)
{
    gisa_free(x->words);
    free(x->tf);
    free(x->score);
    *x = (exhaustive){0};
}

#endif
