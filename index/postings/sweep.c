/* One article at a time, on all lists at once. A phrase is at an article when all its terms are in
 * it; whether they are side by side is checked only when everything else of the condition holds.
 * Clauses are tried from the rarest on, and the longer lists skip to its article. */
#include "index/postings/sweep.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/index_tuning.h"
#include "index/postings/postings.h"
#include "index/store/store_handle.h"

/* The terms of one position, which are alternatives. */
typedef struct spot {
    gisa_postings *lists;
    size_t n;
    int64_t row;
} spot;

typedef struct places {
    uint64_t *items; /* column and offset, ascending */
    size_t n, cap;
} places;

typedef struct phrase {
    spot *spots;
    size_t n;
    int64_t row;
    gisa_postings *alone; /* of a single term */
    const int64_t *rows;  /* of a unit, instead of spots */
    size_t n_rows, at_row;
    double weight;
    int64_t counted_at; /* the row whose counts these are; 0: none */
    uint32_t in_title, in_body;
    bool begins_title;
} phrase;

typedef struct unit {
    phrase *phrases;
    size_t n;
    phrase *longer; /* where one of these is, the unit is not */
    size_t n_longer;
    bool title;
} unit;

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
    uint32_t title_column;
    unit *units;
    size_t n;
    clause *clauses; /* the rarest first */
    size_t n_clauses;
    clause unwanted; /* its units */
    bool plain;      /* all clauses are */
    int64_t row, next;
    places here, there, beyond;
};

static gisa_status spot_seek(spot *s, int64_t row, gisa_error *err)
{
    int64_t least = GISA_POSTINGS_END;
    for (size_t i = 0; i < s->n; i++) {
        gisa_postings *list = &s->lists[i];
        if (list->row < row) {
            gisa_status st = gisa_postings_seek(list, row, err);
            if (st < 0) return st;
        }
        if (list->row < least) least = list->row;
    }
    s->row = least;
    return GISA_OK;
}

/* To the first of a unit's rows at or after a row. */
static void rows_seek(phrase *p, int64_t row)
{
    size_t low = p->at_row, high = p->n_rows;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (p->rows[mid] < row)
            low = mid + 1;
        else
            high = mid;
    }
    p->at_row = low;
    p->row = low < p->n_rows ? p->rows[low] : GISA_POSTINGS_END;
}

/* To the first article at or after a row that has all the terms. */
static gisa_status phrase_seek(phrase *p, int64_t row, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (p->row >= row) return st;
    if (p->rows) {
        rows_seek(p, row);
        return st;
    }
    for (size_t i = 0, agree = 0; agree < p->n && st == GISA_OK; i = i + 1 == p->n ? 0 : i + 1) {
        st = spot_seek(&p->spots[i], row, err);
        if (p->spots[i].row > row) {
            row = p->spots[i].row;
            agree = 0;
        }
        agree++;
        if (row == GISA_POSTINGS_END) break;
    }
    p->row = row;
    return st;
}

static gisa_status put_place(places *list, uint64_t place, gisa_error *err)
{
    if (GISA_GROW(list->items, list->n, list->cap) < 0) return gisa_fail_mem(err);
    list->items[list->n++] = place;
    return GISA_OK;
}

static int by_place(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Where a spot's terms are in the article, minus `back` positions; each place once. */
static gisa_status list_places(spot *s, int64_t row, uint32_t back, places *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    size_t kept = 0;
    bool several = false;
    out->n = 0;
    for (size_t i = 0; i < s->n && st == GISA_OK; i++) {
        gisa_str positions;
        gisa_position at = {0};
        if (s->lists[i].row != row) continue;
        several = out->n > 0;
        st = gisa_postings_positions(&s->lists[i], &positions, err);
        while (st == GISA_OK && gisa_position_next(positions, &at))
            if (at.offset >= back)
                st = put_place(out, (uint64_t)at.column << 32 | (at.offset - back), err);
    }
    if (!several || st < 0) return st;
    qsort(out->items, out->n, sizeof *out->items, by_place);
    for (size_t i = 0; i < out->n; i++)
        if (kept == 0 || out->items[kept - 1] != out->items[i]) out->items[kept++] = out->items[i];
    out->n = kept;
    return st;
}

static void keep_common(places *a, const places *b)
{
    size_t kept = 0, k = 0;
    for (size_t i = 0; i < a->n; i++) {
        while (k < b->n && b->items[k] < a->items[i]) k++;
        if (k < b->n && b->items[k] == a->items[i]) a->items[kept++] = a->items[i];
    }
    a->n = kept;
}

static void drop_common(places *a, const places *b)
{
    size_t kept = 0, k = 0;
    for (size_t i = 0; i < a->n; i++) {
        while (k < b->n && b->items[k] < a->items[i]) k++;
        if (k == b->n || b->items[k] != a->items[i]) a->items[kept++] = a->items[i];
    }
    a->n = kept;
}

/* Where a phrase begins in the article where all its terms are. */
static gisa_status find_places(gisa_sweep *w, phrase *p, places *out, gisa_error *err)
{
    gisa_status st = list_places(&p->spots[0], p->row, 0, out, err);
    for (size_t i = 1; i < p->n && st == GISA_OK && out->n; i++) {
        st = list_places(&p->spots[i], p->row, (uint32_t)i, &w->there, err);
        if (st == GISA_OK) keep_common(out, &w->there);
    }
    return st;
}

/* Leaves out of w->here where a longer phrase begins. */
static gisa_status drop_longer(gisa_sweep *w, unit *u, int64_t row, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < u->n_longer && st == GISA_OK && w->here.n; i++) {
        phrase *p = &u->longer[i];
        st = phrase_seek(p, row, err);
        if (st < 0 || p->row != row) continue;
        st = find_places(w, p, &w->beyond, err);
        if (st == GISA_OK) drop_common(&w->here, &w->beyond);
    }
    return st;
}

enum { FIRST_POSITION = 2 }; /* as a position list of the first column begins with it */

/* One term: each number ends with a byte below 0x80; the start of a column adds one more. */
static void count_one(const gisa_sweep *w, gisa_str positions, phrase *p)
{
    gisa_position at = {0};
    uint32_t n[2] = {0, 0};
    size_t i = 0;
    if (positions.n && positions.p[0] != 1) { /* the first column */
        while (i < positions.n && positions.p[i] != 1) {
            while (i + 1 < positions.n && (unsigned char)positions.p[i] >= 0x80) i++;
            n[0]++;
            i++;
        }
    }
    at.at = i;
    while (gisa_position_next(positions, &at)) n[at.column != 0]++;
    p->in_title = n[w->title_column];
    p->in_body = n[!w->title_column];
    p->begins_title = p->in_title && (w->title_column || positions.p[0] == FIRST_POSITION);
}

/* Counts a phrase of a unit in the article where all its terms are. */
static gisa_status count_phrase(gisa_sweep *w, unit *u, phrase *p, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (p->counted_at == p->row) return st;
    p->counted_at = p->row;
    p->in_title = p->in_body = 0;
    if (p->rows) {
        p->in_body = 1;
        return st;
    }
    if (p->alone && !u->n_longer) {
        gisa_str positions;
        st = gisa_postings_positions(p->alone, &positions, err);
        if (st == GISA_OK) count_one(w, positions, p);
        return st;
    }
    st = find_places(w, p, &w->here, err);
    if (st == GISA_OK) st = drop_longer(w, u, p->row, err);
    for (size_t i = 0; i < w->here.n && st == GISA_OK; i++)
        ++*(w->here.items[i] >> 32 == w->title_column ? &p->in_title : &p->in_body);
    p->begins_title = p->in_title && (w->title_column || w->here.items[0] == 0);
    return st;
}

/* Whether the article has a unit, all of whose phrases are at it or past it. */
static gisa_status has_unit(gisa_sweep *w, unit *u, int64_t row, bool *out, gisa_error *err)
{
    *out = false;
    for (size_t i = 0; i < u->n && !*out; i++) {
        phrase *p = &u->phrases[i];
        if (p->row != row) continue;
        if (p->rows || (p->n == 1 && !u->title && !u->n_longer)) {
            *out = true;
            break;
        }
        gisa_status st = count_phrase(w, u, p, err);
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
        unit *u = &w->units[c->units[i]];
        for (size_t k = 0; k < u->n; k++) {
            phrase *p = &u->phrases[k];
            if (p->row < row) {
                gisa_status st = phrase_seek(p, row, err);
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
static inline gisa_status phrase_to(phrase *p, int64_t row, gisa_error *err)
{
    if (!p->alone) return phrase_seek(p, row, err);
    gisa_status st = gisa_postings_seek(p->alone, row, err);
    p->row = p->alone->row;
    return st;
}

gisa_status gisa_sweep_count(gisa_sweep *w, size_t at, double *out, gisa_error *err)
{
    unit *u = &w->units[at];
    *out = 0;
    for (size_t i = 0; i < u->n; i++) {
        phrase *p = &u->phrases[i];
        gisa_status st = phrase_to(p, w->row, err);
        if (st == GISA_OK && p->row == w->row) {
            st = count_phrase(w, u, p, err);
            *out += p->weight * (GISA_TITLE_WEIGHT * p->in_title + (u->title ? 0 : p->in_body));
        }
        if (st < 0) return st;
    }
    return GISA_OK;
}

bool gisa_sweep_titled(const gisa_sweep *w, size_t at, bool first)
{
    const unit *u = &w->units[at];
    bool titled = false;
    for (size_t i = 0; i < u->n && !titled; i++) {
        const phrase *p = &u->phrases[i];
        if (p->row == w->row && p->counted_at == w->row)
            titled = first ? p->begins_title : p->in_title > 0;
    }
    return titled;
}

/* Opens the lists of one phrase. */
static gisa_status open_phrase(gisa_sweep *w, gisa_store *s, const gisa_leaf_segments *segments,
                               const gisa_phrase *from, phrase *p, gisa_error *err)
{
    gisa_status st = GISA_OK;
    p->spots = gisa_arena_calloc(&w->arena, from->n + 1, sizeof *p->spots);
    gisa_postings *lists = gisa_arena_calloc(&w->arena, from->n + 1, sizeof *lists);
    if (!p->spots || !lists) return gisa_fail_mem(err);
    for (size_t i = 0; i < from->n && st == GISA_OK; i++) {
        const gisa_phrase_term *term = &from->terms[i];
        if (!term->colocated) p->spots[p->n++].lists = &lists[i];
        st = gisa_postings_open(&s->sql, segments, term->form, &lists[i], err);
        if (st == GISA_OK) p->spots[p->n - 1].n++;
    }
    if (p->n == 0) p->row = GISA_POSTINGS_END;
    if (p->n == 1 && p->spots[0].n == 1) p->alone = p->spots[0].lists;
    return st;
}

static gisa_status open_unit(gisa_sweep *w, gisa_store *s, const gisa_leaf_segments *segments,
                             const gisa_unit *from, unit *u, gisa_error *err)
{
    gisa_status st = GISA_OK;
    u->title = from->title;
    u->phrases = gisa_arena_calloc(&w->arena, from->n + 2, sizeof *u->phrases);
    if (!u->phrases) return gisa_fail_mem(err);
    for (size_t i = 0; i < from->n && st == GISA_OK; i++) {
        phrase *p = &u->phrases[u->n++];
        p->weight = from->phrases[i].weight;
        st = open_phrase(w, s, segments, &from->phrases[i].phrase, p, err);
    }
    if (from->n_rows)
        u->phrases[u->n++] = (phrase){.rows = from->rows, .n_rows = from->n_rows, .weight = 1};
    u->longer = gisa_arena_calloc(&w->arena, from->n_longer + 1, sizeof *u->longer);
    if (!u->longer) return gisa_fail_mem(err);
    for (size_t i = 0; i < from->n_longer && st == GISA_OK; i++)
        st = open_phrase(w, s, segments, &from->longer[i], &u->longer[u->n_longer++], err);
    return st;
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
        const unit *u = &w->units[c->units[i]];
        if (u->title || u->n_longer) return GISA_OK;
        for (size_t k = 0; k < u->n; k++, n++)
            if (!u->phrases[k].alone) return GISA_OK;
    }
    gisa_postings **plain = gisa_arena_calloc(&w->arena, n + 1, sizeof(gisa_postings *));
    if (!plain) return gisa_fail_mem(err);
    c->plain = plain;
    for (size_t i = 0; i < c->n; i++) {
        const unit *u = &w->units[c->units[i]];
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
        w->title_column = s->title_first ? 0 : 1;
        w->units = gisa_arena_calloc(&w->arena, n + 1, sizeof *w->units);
        if (!w->units) st = gisa_fail_mem(err);
    }
    for (size_t i = 0; i < n && st == GISA_OK; i++)
        st = open_unit(w, s, &segments, units[i].unit, &w->units[w->n++], err);
    if (st == GISA_OK) st = lay_out(w, units, err);
    gisa_free(segments.items);
    if (st == GISA_OK) {
        *out = w;
        return st;
    }
    gisa_sweep_close(w);
    return st;
}

static void close_phrases(const phrase *phrases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < phrases[i].n; k++)
            for (size_t m = 0; m < phrases[i].spots[k].n; m++)
                gisa_postings_close(&phrases[i].spots[k].lists[m]);
}

void gisa_sweep_close(gisa_sweep *w)
{
    if (!w) return;
    for (size_t i = 0; i < w->n; i++) {
        close_phrases(w->units[i].phrases, w->units[i].n);
        close_phrases(w->units[i].longer, w->units[i].n_longer);
    }
    gisa_free(w->here.items);
    gisa_free(w->there.items);
    gisa_free(w->beyond.items);
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
