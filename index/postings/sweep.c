/* One article at a time, on all lists at once. A phrase is at an article when all its terms are in
 * it; whether they are side by side is checked only when everything else of the condition holds.
 * Clauses are tried from the rarest on, and the longer lists skip to its article. */
#include "index/postings/sweep.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/postings/unit_lists.h"
#include "index/store/store_handle.h"

typedef struct clause {
    size_t *units;
    size_t n;
    double articles;
    int64_t row;
    gisa_postings **plain; /* its lists, when each is a single word in any column; else NULL */
    size_t n_plain;
} clause;

struct gisa_sweep {
    gisa_arena arena;
    gisa_list_unit *units;
    size_t n;
    clause *clauses; /* the rarest first */
    size_t n_clauses;
    clause unwanted; /* its units */
    bool plain;      /* all clauses are */
    int64_t row, next;
    gisa_list_counter counter;
};

/* Whether the article has a unit, all of whose phrases are at it or past it. */
static gisa_status has_unit(gisa_sweep *w, gisa_list_unit *u, int64_t row, bool *out,
                            gisa_error *err)
{
    *out = false;
    for (size_t i = 0; i < u->n && !*out; i++) {
        gisa_list_phrase *p = &u->phrases[i];
        if (p->row != row) continue;
        if (p->rows || (p->n == 1 && !u->title && !u->n_longer)) {
            *out = true;
            break;
        }
        gisa_status st = gisa_list_phrase_count(&w->counter, u, p, err);
        if (st < 0) return st;
        *out = p->in_title || (!u->title && p->in_body);
    }
    return GISA_OK;
}

static inline gisa_status plain_seek(clause *c, int64_t row, gisa_error *err)
{
    int64_t least = GISA_POSTINGS_END;
    for (size_t i = 0; i < c->n_plain; i++) {
        gisa_postings *list = c->plain[i];
        gisa_status st = gisa_postings_seek(list, row, err);
        if (st < 0) return st;
        if (list->row < least) least = list->row;
    }
    c->row = least;
    return GISA_OK;
}

static gisa_status clause_seek(gisa_sweep *w, clause *c, int64_t row, gisa_error *err)
{
    int64_t least = GISA_POSTINGS_END;
    for (size_t i = 0; i < c->n; i++) {
        gisa_list_unit *u = &w->units[c->units[i]];
        for (size_t k = 0; k < u->n; k++) {
            gisa_list_phrase *p = &u->phrases[k];
            if (p->row < row) {
                gisa_status st = gisa_list_phrase_seek(p, row, err);
                if (st < 0) return st;
            }
            if (p->row < least) least = p->row;
        }
    }
    c->row = least;
    return GISA_OK;
}

static gisa_status has_clause(gisa_sweep *w, const clause *c, int64_t row, bool *out,
                              gisa_error *err)
{
    gisa_status st = GISA_OK;
    *out = c->plain && c->row == row;
    for (size_t i = 0; i < c->n && !c->plain && !*out && st == GISA_OK; i++)
        st = has_unit(w, &w->units[c->units[i]], row, out, err);
    return st;
}

gisa_status gisa_sweep_next(gisa_sweep *w, int64_t *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    int64_t row = w->next;
    if (!w->n_clauses) return GISA_END;
    for (;;) {
        bool met = true;
        for (size_t i = 0; i < w->n_clauses && met; i++) {
            clause *c = &w->clauses[i];
            st = c->plain ? plain_seek(c, row, err) : clause_seek(w, c, row, err);
            if (st < 0) return st;
            met = c->row == row;
            row = c->row;
        }
        if (row == GISA_POSTINGS_END) return GISA_END;
        if (!met) continue;
        for (size_t i = 0; i < w->n_clauses && met && !w->plain && st == GISA_OK; i++)
            st = has_clause(w, &w->clauses[i], row, &met, err);
        if (met && w->unwanted.n && st == GISA_OK) {
            bool unwanted = false;
            st = w->unwanted.plain ? plain_seek(&w->unwanted, row, err)
                                   : clause_seek(w, &w->unwanted, row, err);
            if (st == GISA_OK) st = has_clause(w, &w->unwanted, row, &unwanted, err);
            met = !unwanted;
        }
        if (st < 0) return st;
        w->next = row + 1;
        if (met) break;
        row++;
    }
    *out = w->row = row;
    return GISA_OK;
}

/* To the first article at or after a row that has all the terms. */
static inline gisa_status phrase_to(gisa_list_phrase *p, int64_t row, gisa_error *err)
{
    if (!p->alone) return gisa_list_phrase_seek(p, row, err);
    gisa_status st = gisa_postings_seek(p->alone, row, err);
    p->row = p->alone->row;
    return st;
}

gisa_status gisa_sweep_count(gisa_sweep *w, size_t at, double *out, gisa_error *err)
{
    gisa_list_unit *u = &w->units[at];
    *out = 0;
    for (size_t i = 0; i < u->n; i++) {
        gisa_list_phrase *p = &u->phrases[i];
        gisa_status st = phrase_to(p, w->row, err);
        if (st == GISA_OK && p->row == w->row) {
            st = gisa_list_phrase_count(&w->counter, u, p, err);
            *out += gisa_list_weigh(p->weight, u->title, p->in_title, p->in_body);
        }
        if (st < 0) return st;
    }
    return GISA_OK;
}

bool gisa_sweep_titled(const gisa_sweep *w, size_t at, bool first)
{
    const gisa_list_unit *u = &w->units[at];
    bool titled = false;
    for (size_t i = 0; i < u->n && !titled; i++) {
        const gisa_list_phrase *p = &u->phrases[i];
        if (p->row == w->row && p->counted_at == w->row)
            titled = first ? p->begins_title : p->in_title > 0;
    }
    return titled;
}

static int rarest_first(const void *a, const void *b)
{
    const clause *x = a, *y = b;
    if (x->articles != y->articles) return x->articles < y->articles ? -1 : 1;
    return x->units[0] < y->units[0] ? -1 : 1;
}

/* Notes the lists of a clause when every article on one of them matches it. */
static gisa_status find_plain(gisa_sweep *w, clause *c, gisa_error *err)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++) {
        const gisa_list_unit *u = &w->units[c->units[i]];
        if (u->title || u->n_longer) return GISA_OK;
        for (size_t k = 0; k < u->n; k++, n++)
            if (!u->phrases[k].alone) return GISA_OK;
    }
    gisa_postings **plain = gisa_arena_calloc(&w->arena, n + 1, sizeof(gisa_postings *));
    if (!plain) return gisa_fail_mem(err);
    c->plain = plain;
    for (size_t i = 0; i < c->n; i++) {
        const gisa_list_unit *u = &w->units[c->units[i]];
        for (size_t k = 0; k < u->n; k++) plain[c->n_plain++] = u->phrases[k].alone;
    }
    return GISA_OK;
}

/* Assigns the units to their clauses. */
static gisa_status lay_out(gisa_sweep *w, const gisa_sweep_unit *units, gisa_error *err)
{
    for (size_t i = 0; i < w->n; i++)
        if (!units[i].not_ && units[i].clause > w->n_clauses) w->n_clauses = units[i].clause;
    w->clauses = gisa_arena_calloc(&w->arena, w->n_clauses + 1, sizeof *w->clauses);
    if (!w->clauses) return gisa_fail_mem(err);
    for (size_t i = 0; i < w->n_clauses + 1; i++) {
        clause *c = i < w->n_clauses ? &w->clauses[i] : &w->unwanted;
        c->units = gisa_arena_calloc(&w->arena, w->n + 1, sizeof *c->units);
        if (!c->units) return gisa_fail_mem(err);
    }
    for (size_t i = 0; i < w->n; i++) {
        clause *c = units[i].not_ ? &w->unwanted : NULL;
        if (!c && units[i].clause) c = &w->clauses[units[i].clause - 1];
        if (!c) continue;
        c->units[c->n++] = i;
        c->articles += units[i].unit->articles;
    }
    qsort(w->clauses, w->n_clauses, sizeof *w->clauses, rarest_first);
    gisa_status st = find_plain(w, &w->unwanted, err);
    w->plain = true;
    for (size_t i = 0; i < w->n_clauses && st == GISA_OK; i++) {
        st = find_plain(w, &w->clauses[i], err);
        w->plain = w->plain && w->clauses[i].plain;
    }
    return st;
}

gisa_status gisa_sweep_open(gisa_store *s, const gisa_sweep_unit *units, size_t n,
                            int64_t first_row, gisa_sweep **out, gisa_error *err)
{
    gisa_leaf_segments segments;
    *out = NULL;
    gisa_status st = gisa_leaf_segments_load(&s->sql, &segments, err);
    if (st != GISA_OK) return st;
    gisa_sweep *w = gisa_calloc(1, sizeof *w);
    if (!w) st = gisa_fail_mem(err);
    if (st == GISA_OK) {
        w->next = first_row > 1 ? first_row : 1;
        w->counter = gisa_list_counter_make(s);
        w->units = gisa_arena_calloc(&w->arena, n + 1, sizeof *w->units);
        if (!w->units) st = gisa_fail_mem(err);
    }
    for (size_t i = 0; i < n && st == GISA_OK; i++)
        st = gisa_list_unit_open(&w->arena, s, &segments, units[i].unit, &w->units[w->n++], err);
    if (st == GISA_OK) st = lay_out(w, units, err);
    gisa_free(segments.items);
    if (st == GISA_OK) {
        *out = w;
        return st;
    }
    gisa_sweep_close(w);
    return st;
}

void gisa_sweep_close(gisa_sweep *w)
{
    if (!w) return;
    for (size_t i = 0; i < w->n; i++) gisa_list_unit_close(&w->units[i]);
    gisa_list_counter_clear(&w->counter);
    gisa_arena_clear(&w->arena);
    gisa_free(w);
}

gisa_status gisa_sweep_frequency(gisa_store *s, const gisa_phrase *terms, double *out,
                                 gisa_error *err)
{
    gisa_sweep *w;
    int64_t row;
    gisa_unit_phrase typed = {.phrase = *terms, .weight = 1};
    const gisa_unit word = {.phrases = &typed, .n = 1};
    const gisa_sweep_unit asked = {.unit = &word, .clause = 1};
    *out = 0;
    gisa_status st = gisa_sweep_open(s, &asked, 1, 1, &w, err);
    if (st != GISA_OK) return st;
    while ((st = gisa_sweep_next(w, &row, err)) == GISA_OK) *out += 1;
    gisa_sweep_close(w);
    return st < 0 ? st : GISA_OK;
}
