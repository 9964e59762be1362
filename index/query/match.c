/* Reads the posting lists (index/postings/sweep.h) and scores what passes the filters.
 *
 * The score is BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with an
 * occurrence in the title counted as several of the body. Document frequencies are known beforehand
 * and the roll has the lengths, so a row costs its own postings and nothing else.
 *
 * Where any word counts, lists are read one after another (index/postings/tally.h), and in a large
 * corpus no more of them than the best articles need (best.h). */
#include "index/query/match.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/index_tuning.h"
#include "index/postings/bm25.h"
#include "index/postings/bounds.h"
#include "index/postings/match_fts.h"
#include "index/postings/sweep.h"
#include "index/postings/tally.h"
#include "index/query/best.h"
#include "index/query/grouped.h"
#include "index/store/store_handle.h"

typedef struct collector {
    gisa_store *s;
    const gisa_plan *p;
    const gisa_roll *roll;
    size_t cursor;  /* in the roll */
    size_t *set_at; /* cursors in p->sets */
    int64_t first_row;
    gisa_matches *out;
    gisa_sweep_unit *units; /* the condition */
    size_t n;
    gisa_sweep *sweep;
    gisa_match_fts *fts; /* instead */
    gisa_grouped *grouped;
    bool wordless; /* an article may be wanted that has none of the words */
    size_t others; /* entries of the roll before it were looked at, then */
    bool ranked;
    const gisa_match_opts *opts; /* of what is ranked */
    bool cut;                    /* others match */
    bool all;                    /* the words are wanted, so that a title may be the query */
    double average_length;
} collector;

gisa_status gisa_matches_put(gisa_matches *m, size_t at, float score, gisa_error *err)
{
    size_t cap = m->cap; /* of both arrays */
    if (GISA_GROW(m->at, m->n, cap) < 0 || GISA_GROW(m->scores, m->n, m->cap) < 0)
        return gisa_fail_mem(err);
    m->at[m->n] = (uint32_t)at;
    m->scores[m->n++] = score;
    return GISA_OK;
}

gisa_status gisa_matches_merge(gisa_matches *m, const gisa_matches *other, gisa_error *err)
{
    gisa_matches both = {.ceiling = m->ceiling};
    gisa_status st = GISA_OK;
    for (size_t i = 0, k = 0; (i < m->n || k < other->n) && st == GISA_OK;) {
        bool mine = i < m->n && (k == other->n || m->at[i] <= other->at[k]);
        const gisa_matches *from = mine ? m : other;
        size_t at = mine ? i : k;
        if (k < other->n && from->at[at] == other->at[k]) k++;
        st = gisa_matches_put(&both, from->at[at], from->scores[at], err);
        i += mine;
    }
    gisa_matches rest = st < 0 ? both : *m;
    if (st == GISA_OK) *m = both;
    gisa_matches_clear(&rest);
    return st;
}

void gisa_matches_clear(gisa_matches *m)
{
    gisa_free(m->at);
    gisa_free(m->scores);
    gisa_free(m->titled);
    gisa_free(m->levels);
    *m = (gisa_matches){0};
}

/* Whether an entry of the roll passes the row filters; cheap where rows come in ascending order. */
static bool passes(collector *c, const gisa_roll_entry *e)
{
    const gisa_plan *p = c->p;
    if (e->row < c->first_row || e->row > p->last_row) return false;
    if (p->outlets && (e->outlet >= p->n_outlets || !p->outlets[e->outlet])) return false;
    for (size_t i = 0; i < p->n_sets; i++) {
        const gisa_plan_rows *set = &p->sets[i];
        size_t at = c->set_at[i];
        if (at && set->rows[at - 1] >= e->row) at = 0;
        while (at < set->n && set->rows[at] < e->row) at++;
        c->set_at[i] = at;
        if ((at < set->n && set->rows[at] == e->row) == set->not_) return false;
    }
    return true;
}

double gisa_match_score(double idf, double tf, double length)
{
    return tf > 0 ? gisa_bm25_score(idf, tf, gisa_bm25_norm(length)) : 0;
}

static gisa_status count_unit(void *ctx, size_t unit, double *out, gisa_error *err)
{
    collector *c = ctx;
    if (c->sweep) return gisa_sweep_count(c->sweep, unit, out, err);
    *out = gisa_match_fts_count(c->fts, unit);
    return GISA_OK;
}

static gisa_status score_row(collector *c, uint32_t length, double *score, gisa_error *err)
{
    double tf, relative = (double)length / c->average_length;
    *score = 0;
    for (size_t i = 0; i < c->n; i++) {
        if (!c->units[i].counts || c->units[i].unit->not_) continue;
        gisa_status st = count_unit(c, i, &tf, err);
        if (st < 0) return st;
        *score += gisa_match_score(c->units[i].unit->idf, tf, relative);
    }
    return GISA_OK;
}

/* Notes an article whose title has all the words, the first of them at its beginning. */
static gisa_status note_title(collector *c, size_t at, gisa_error *err)
{
    gisa_matches *m = c->out;
    bool first = true;
    for (size_t i = 0; i < c->n; i++) {
        if (!c->units[i].counts) continue;
        if (!gisa_sweep_titled(c->sweep, i, first)) return GISA_OK;
        first = false;
    }
    if (GISA_GROW(m->titled, m->n_titled, m->cap_titled) < 0) return gisa_fail_mem(err);
    m->titled[m->n_titled++] = (uint32_t)at;
    return GISA_OK;
}

/* The entries up to one that have none of the words: the groups may want them nevertheless. */
static gisa_status take_others(collector *c, size_t to, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (; c->others < to && st == GISA_OK; c->others++) {
        const gisa_roll_entry *e = &c->roll->items[c->others];
        bool wanted = passes(c, e);
        if (wanted) st = gisa_grouped_holds(c->grouped, e, (gisa_grouped_counter){0}, &wanted, err);
        if (wanted && st == GISA_OK) st = gisa_matches_put(c->out, c->others, 0, err);
    }
    return st;
}

/* Whether the groups want an entry that has some of the words. */
static gisa_status ask_groups(collector *c, size_t at, bool *wanted, gisa_error *err)
{
    const gisa_roll_entry *e = &c->roll->items[at];
    gisa_status st = c->wordless ? take_others(c, at, err) : GISA_OK;
    c->others = at + 1;
    *wanted = st == GISA_OK && passes(c, e);
    if (!*wanted) return st;
    return gisa_grouped_holds(c->grouped, e, (gisa_grouped_counter){count_unit, c}, wanted, err);
}

static gisa_status take_row(void *ctx, int64_t row, gisa_error *err)
{
    collector *c = ctx;
    double score = 0;
    bool wanted;
    size_t at = gisa_roll_seek(c->roll, row, c->cursor);
    c->cursor = at;
    if (at == c->roll->n || c->roll->items[at].row != row) return GISA_OK;
    const gisa_roll_entry *e = &c->roll->items[at];
    gisa_status st = GISA_OK;
    if (c->grouped)
        st = ask_groups(c, at, &wanted, err);
    else
        wanted = passes(c, e);
    if (st < 0 || !wanted) return st;
    st = c->ranked ? score_row(c, e->length, &score, err) : GISA_OK;
    if (st == GISA_OK && c->ranked && c->all && c->sweep) st = note_title(c, at, err);
    if (st < 0) return st;
    return gisa_matches_put(c->out, at, (float)score, err);
}

static gisa_status collector_open(collector *c, gisa_store *s, const gisa_plan *p,
                                  gisa_matches *out, gisa_error *err)
{
    *c = (collector){.s = s, .p = p, .roll = &s->roll, .out = out, .first_row = p->first_row};
    out->n = out->n_titled = 0;
    out->ceiling = 0;
    for (size_t i = 0; i < p->n_units; i++)
        if (!p->units[i].not_) out->ceiling += gisa_bm25_ceiling(p->units[i].idf);
    c->average_length = gisa_roll_average(&s->roll);
    c->set_at = gisa_calloc(p->n_sets + 1, sizeof *c->set_at);
    c->units = gisa_calloc(p->n_units + 1, sizeof *c->units);
    return c->set_at && c->units ? GISA_OK : gisa_fail_mem(err);
}

static void collector_close(collector *c)
{
    gisa_grouped_close(c->grouped);
    gisa_free(c->set_at);
    gisa_free(c->units);
}

/* Every clause is wanted. */
static void want_all(collector *c)
{
    size_t clause = 0;
    for (size_t i = 0; i < c->p->n_units; i++) {
        const gisa_unit *u = &c->p->units[i];
        if (!u->not_ && (!u->or_ || !clause)) clause++;
        c->units[c->n++] = (gisa_sweep_unit){
            .unit = u, .clause = u->not_ ? 0 : clause, .not_ = u->not_, .counts = !u->not_};
    }
}

/* One word is wanted, and what is typed as a phrase or for the title. */
static void want_any(collector *c, const gisa_match_opts *opts)
{
    const gisa_plan *p = c->p;
    size_t n_required = 0;
    for (size_t i = 0; i < p->n_units; i++) {
        const gisa_unit *u = &p->units[i];
        bool joined = u->or_ || (i + 1 < p->n_units && p->units[i + 1].or_);
        bool optional = u->title ? opts->optional_titles : opts->optional_phrases;
        bool required = u->required && !u->not_ && !optional && !joined;
        c->units[c->n++] = (gisa_sweep_unit){
            .unit = u, .clause = required ? ++n_required : 0, .not_ = u->not_, .counts = !u->not_};
    }
    for (size_t i = 0; i < c->n && !n_required; i++) c->units[i].clause = !c->units[i].not_;
}

static gisa_status take_scored(void *ctx, size_t at, double score, gisa_error *err)
{
    collector *c = ctx;
    if (!passes(c, &c->roll->items[at])) return GISA_OK;
    return gisa_matches_put(c->out, at, (float)score, err);
}

/* Whether one clause has all the wanted units. */
static bool is_any(const collector *c)
{
    for (size_t i = 0; i < c->n; i++)
        if (!c->units[i].not_ && c->units[i].clause != 1) return false;
    return true;
}

static bool passes_at(void *ctx, size_t at)
{
    collector *c = ctx;
    return passes(c, &c->roll->items[at]);
}

/* Scores what has any of the words. */
static gisa_status score_lists(collector *c, gisa_error *err)
{
    const gisa_match_opts *o = c->opts;
    size_t from = gisa_roll_seek(c->roll, c->first_row, 0), to = c->roll->n;
    if (c->p->last_row < INT64_MAX) to = gisa_roll_seek(c->roll, c->p->last_row + 1, from);
    gisa_status st = o->best ? gisa_bounds_need(c->s, err) : GISA_OK;
    if (st < 0) return st;
    if (!o->best || !c->s->bounds.n)
        return gisa_tally_run(c->s, c->units, c->n, from, to, (gisa_tally_sink){take_scored, c},
                              err);
    const gisa_best_opts how = {.want = o->best,
                                .folds = o->folds,
                                .also = o->also,
                                .n_also = o->n_also,
                                .from = from,
                                .to = to,
                                .passes = passes_at,
                                .ctx = c};
    return gisa_best_find(c->s, c->units, c->n, &how, c->out, &c->cut, err);
}

static gisa_status walk_lists(collector *c, gisa_error *err)
{
    gisa_store *s = c->s;
    int64_t row;
    if (c->ranked && !c->all && !c->grouped && is_any(c)) {
        gisa_status st = score_lists(c, err);
        if (st != GISA_SKIP) return st;
    }
    gisa_status st = gisa_sweep_open(s, c->units, c->n, c->first_row, &c->sweep, err);
    if (st == GISA_SKIP)
        return gisa_match_fts_run(s, c->units, c->n, c->first_row, c->p->last_row,
                                  (gisa_match_sink){take_row, c}, &c->fts, err);
    while (st == GISA_OK && (st = gisa_sweep_next(c->sweep, &row, err)) == GISA_OK) {
        if (row > c->p->last_row) break;
        st = take_row(c, row, err);
    }
    gisa_sweep_close(c->sweep);
    c->sweep = NULL;
    return st < 0 ? st : GISA_OK;
}

/* Everything that passes the filters, except what the unwanted words match. */
static gisa_status match_filters(collector *c, gisa_error *err)
{
    gisa_matches unwanted = {0}, *out = c->out;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < c->p->n_units; i++)
        c->units[c->n++] = (gisa_sweep_unit){.unit = &c->p->units[i], .clause = 1};
    c->out = &unwanted;
    if (c->n) st = walk_lists(c, err);
    c->out = out;
    for (size_t i = 0; i < c->p->n_sets; i++) c->set_at[i] = 0;
    size_t k = 0, at = gisa_roll_seek(c->roll, c->p->first_row, 0);
    for (; at < c->roll->n && st == GISA_OK; at++) {
        while (k < unwanted.n && unwanted.at[k] < at) k++;
        if (k < unwanted.n && unwanted.at[k] == at) continue;
        if (passes(c, &c->roll->items[at])) st = gisa_matches_put(c->out, at, 0, err);
    }
    gisa_matches_clear(&unwanted);
    return st;
}

/* What the groups of a query want: the rows that have the words they cannot do without, one by one.
 * Where they can do without any, all rows are looked at. */
static gisa_status match_grouped(collector *c, gisa_error *err)
{
    const gisa_plan *p = c->p;
    size_t n, *clause = gisa_calloc(p->n_units + 1, sizeof *clause);
    if (!clause) return gisa_fail_mem(err);
    gisa_status st = gisa_grouped_clauses(p, clause, &n, err);
    c->wordless = n == 0;
    c->others = gisa_roll_seek(c->roll, p->first_row, 0);
    for (size_t i = 0; i < p->n_units; i++)
        c->units[c->n++] = (gisa_sweep_unit){
            .unit = &p->units[i], .clause = n ? clause[i] : 1, .counts = true};
    gisa_free(clause);
    if (st == GISA_OK) st = gisa_grouped_open(p, &c->grouped, err);
    if (st == GISA_OK && c->n) st = walk_lists(c, err);
    return st == GISA_OK && c->wordless ? take_others(c, c->roll->n, err) : st;
}

static gisa_status match(gisa_store *s, const gisa_plan *p, const gisa_match_opts *opts,
                         gisa_matches *out, bool *cut, gisa_error *err)
{
    collector c;
    gisa_status st = collector_open(&c, s, p, out, err);
    c.opts = opts;
    if (st == GISA_OK && !p->no_terms && p->query.grouped) {
        c.ranked = opts != NULL;
        st = match_grouped(&c, err);
    } else if (st == GISA_OK && !p->no_terms && p->n_wanted == 0) {
        st = match_filters(&c, err);
    } else if (st == GISA_OK && !p->no_terms) {
        c.ranked = opts != NULL;
        if (opts && opts->any_word)
            want_any(&c, opts);
        else
            want_all(&c);
        c.all = !opts || !opts->any_word;
        st = walk_lists(&c, err);
    }
    if (cut) *cut = c.cut;
    collector_close(&c);
    return st;
}

gisa_status gisa_match_all(gisa_store *s, const gisa_plan *p, gisa_matches *out, gisa_error *err)
{
    return match(s, p, NULL, out, NULL, err);
}

gisa_status gisa_match_ranked(gisa_store *s, const gisa_plan *p, const gisa_match_opts *opts,
                              gisa_matches *out, bool *cut, gisa_error *err)
{
    return match(s, p, opts, out, cut, err);
}
