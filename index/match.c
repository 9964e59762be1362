/* FTS5 walks the posting lists, gisa_collect gives us each row it stops at.
 *
 * The score is BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) with a
 * title occurrence counted as several of the body. Frequencies are known beforehand and lengths
 * stand in the roll, so a row costs its own postings and nothing else.
 *
 * A long question would walk the lists of its most frequent words, which decide little. The bound:
 * the rarest words that hold MOST_IDF of the weight, as long as they occur in no more than
 * MOST_ROWS of the articles together, at least two, choose the rows; all words score them:
 * (rare OR rare) AND (all OR all OR ...), where FTS5 only skips through the long lists. Words of
 * more than LATE of the articles are left out there, as skipping hardly helps; they tell little,
 * and the best articles get their share afterwards, counted in the texts (rerank.c).
 *
 * Where all words are wanted and each stands in more than MOST_MATCHES articles, about so many are
 * ranked, the newest. */
#include "index/match.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/inside.h"

/* Tuned on questions for passages and on headlines for their articles. Two more were tried and left
 * out: terms for pairs of parts, and a bonus for words that stand near each other. */
static const double K1 = 0.9, B = 0.6;
static const double MOST_IDF = 0.85, MOST_ROWS = 0.1, LATE = 0.7;

enum {
    BOUND_FROM = 20000, /* articles: a smaller corpus is walked whole */
    MOST_MATCHES = 20000,
    LEAST_RARE = 2
};

typedef struct collector {
    const gisa_plan *p;
    const gisa_roll *roll;
    size_t cursor;  /* in the roll */
    size_t *set_at; /* cursors in p->sets */
    int64_t first_row;
    gisa_matches *out;
    bool no_memory;
    /* for scores */
    bool ranked;
    int title_column;
    double average_length;
    const gisa_plan_unit **unit_of; /* by phrase of the query; NULL: does not score */
    double *weight_of;              /* by phrase */
    size_t n_phrases, cap_phrases;
} collector;

static gisa_status put_match(gisa_matches *m, size_t at, float score)
{
    if (m->n == m->cap) {
        size_t cap = m->cap ? m->cap * 2 : 1024;
        uint32_t *items = gisa_realloc(m->at, cap * sizeof *items);
        if (items) m->at = items;
        float *scores = items ? gisa_realloc(m->scores, cap * sizeof *scores) : NULL;
        if (!scores) return GISA_ENOMEM;
        m->scores = scores;
        m->cap = cap;
    }
    m->at[m->n] = (uint32_t)at;
    m->scores[m->n++] = score;
    return GISA_OK;
}

void gisa_matches_clear(gisa_matches *m)
{
    gisa_free(m->at);
    gisa_free(m->scores);
    *m = (gisa_matches){0};
}

/* Whether the row filters let an entry of the roll pass; rows come in rising order. */
static bool passes(collector *c, const gisa_roll_entry *e)
{
    const gisa_plan *p = c->p;
    if (e->row < c->first_row || e->row > p->last_row) return false;
    if (p->outlets && (e->outlet >= p->n_outlets || !p->outlets[e->outlet])) return false;
    for (size_t i = 0; i < p->n_sets; i++) {
        const gisa_plan_rows *set = &p->sets[i];
        size_t at = c->set_at[i];
        while (at < set->n && set->rows[at] < e->row) at++;
        c->set_at[i] = at;
        if ((at < set->n && set->rows[at] == e->row) == set->not_) return false;
    }
    return true;
}

double gisa_match_score(double idf, double tf, double length)
{
    return tf > 0 ? idf * tf * (K1 + 1) / (tf + K1 * (1 - B + B * length)) : 0;
}

static double score_row(const collector *c, const Fts5ExtensionApi *api, Fts5Context *fts,
                        uint32_t length)
{
    double score = 0, tf = 0, relative = (double)length / c->average_length;
    for (size_t i = 0; i < c->n_phrases; i++) {
        Fts5PhraseIter it;
        int column, offset;
        const gisa_plan_unit *unit = c->unit_of[i];
        if (!unit) continue;
        if (api->xPhraseFirst(fts, (int)i, &it, &column, &offset) == SQLITE_OK) {
            for (; column >= 0; api->xPhraseNext(fts, &it, &column, &offset))
                tf += c->weight_of[i] * (column == c->title_column ? GISA_TITLE_WEIGHT : 1);
        }
        bool last = i + 1 == c->n_phrases || c->unit_of[i + 1] != unit;
        if (last) score += gisa_match_score(unit->idf, tf, relative);
        if (last) tf = 0;
    }
    return score;
}

static void collect_row(void *ctx, const Fts5ExtensionApi *api, Fts5Context *fts)
{
    collector *c = ctx;
    int64_t row = api->xRowid(fts);
    size_t at = gisa_roll_seek(c->roll, row, c->cursor);
    c->cursor = at;
    if (at == c->roll->n || c->roll->items[at].row != row) return;
    const gisa_roll_entry *e = &c->roll->items[at];
    if (!passes(c, e)) return;
    double score = c->ranked ? score_row(c, api, fts, e->length) : 0;
    if (put_match(c->out, at, (float)score) < 0) c->no_memory = true;
}

static gisa_status collector_open(collector *c, gisa_store *s, const gisa_plan *p,
                                  gisa_matches *out, gisa_error *err)
{
    size_t n_phrases = 0;
    for (size_t i = 0; i < p->n_units; i++) n_phrases += p->units[i].n;
    *c = (collector){.p = p, .roll = &s->roll, .out = out, .first_row = p->first_row};
    out->n = 0;
    c->title_column = s->title_first ? 0 : 1;
    c->average_length = gisa_roll_average(&s->roll);
    c->cap_phrases = 2 * n_phrases + 1; /* each may stand in a condition and once more for scores */
    c->set_at = gisa_calloc(p->n_sets + 1, sizeof *c->set_at);
    c->unit_of = gisa_calloc(c->cap_phrases, sizeof *c->unit_of);
    c->weight_of = gisa_calloc(c->cap_phrases, sizeof *c->weight_of);
    if (c->set_at && c->unit_of && c->weight_of) return GISA_OK;
    return gisa_fail_mem(err);
}

static void collector_close(collector *c)
{
    gisa_free(c->set_at);
    gisa_free(c->unit_of);
    gisa_free(c->weight_of);
}

/* Writes a unit and notes whose phrases its phrases are. */
static void add_unit(collector *c, gisa_buf *match, const gisa_plan_unit *u, bool scores)
{
    gisa_plan_add_unit(match, u);
    for (size_t i = 0; i < u->n && c->n_phrases < c->cap_phrases; i++) {
        c->unit_of[c->n_phrases] = scores ? u : NULL;
        c->weight_of[c->n_phrases++] = u->phrases[i].weight;
    }
}

static void add_unwanted(collector *c, gisa_buf *match)
{
    for (size_t i = 0; i < c->p->n_units; i++) {
        if (!c->p->units[i].not_) continue;
        gisa_buf_add_c(match, " NOT ");
        add_unit(c, match, &c->p->units[i], false);
    }
}

/* (a) AND (b OR c) NOT (d) */
static void add_all(collector *c, gisa_buf *match)
{
    bool first = true;
    for (size_t i = 0; i < c->p->n_units; i++) {
        const gisa_plan_unit *u = &c->p->units[i];
        if (u->not_) continue;
        if (u->or_)
            gisa_buf_add_c(match, " OR ");
        else
            gisa_buf_add_c(match, first ? "((" : ") AND (");
        add_unit(c, match, u, true);
        first = false;
    }
    gisa_buf_add_c(match, "))");
    add_unwanted(c, match);
}

/* How many articles have the least frequent clause, about. */
static double least_frequent(const gisa_plan *p)
{
    double least = -1, clause = 0;
    for (size_t i = 0; i < p->n_units; i++) {
        const gisa_plan_unit *u = &p->units[i];
        if (u->not_) continue;
        clause = u->or_ ? clause + u->articles : u->articles;
        bool last = i + 1 == p->n_units || !p->units[i + 1].or_;
        if (last && (least < 0 || clause < least)) least = clause;
    }
    return least;
}

/* Moves the first row up to where about MOST_MATCHES of the least frequent word's articles are
 * left; false where that is all of them. */
static bool bound_rows(collector *c)
{
    const gisa_plan *p = c->p;
    const gisa_roll *r = c->roll;
    if (r->n <= BOUND_FROM || p->outlets || p->n_sets) return false;
    size_t from = gisa_roll_seek(r, p->first_row, 0);
    size_t to = p->last_row == INT64_MAX ? r->n : gisa_roll_seek(r, p->last_row + 1, from);
    double expected = least_frequent(p) * (double)(to - from) / (double)r->n;
    if (expected <= MOST_MATCHES || to <= from) return false;
    size_t kept = (size_t)((double)(to - from) * MOST_MATCHES / expected);
    c->first_row = r->items[to - (kept ? kept : 1)].row;
    return true;
}

bool gisa_match_is_late(const gisa_plan *p, const gisa_plan_unit *u, size_t n_articles)
{
    double most = LATE * (double)n_articles;
    size_t rarer = 0;
    if (u->not_ || u->or_ || u->must || u->articles <= most) return false;
    for (size_t i = 0; i < p->n_units; i++) {
        if (p->units[i].or_) return false;
        rarer += !p->units[i].not_ && p->units[i].articles <= most;
    }
    return rarer >= LEAST_RARE;
}

typedef struct rank_order {
    const gisa_plan_unit *unit;
    size_t at;
} rank_order;

static int rarest_first(const void *a, const void *b)
{
    const rank_order *x = a, *y = b;
    if (x->unit->articles != y->unit->articles)
        return x->unit->articles < y->unit->articles ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* Writes the condition that the rarest words set; false when the bound does not pay. */
static bool add_rarest(collector *c, gisa_buf *match, rank_order *order, size_t n)
{
    double sum = 0, held = 0, rows = 0, n_articles = (double)c->roll->n;
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) sum += order[i].unit->idf;
    qsort(order, n, sizeof *order, rarest_first);
    while (kept < n) {
        bool enough = held >= MOST_IDF * sum ||
                      rows + order[kept].unit->articles > MOST_ROWS * n_articles;
        if (kept >= LEAST_RARE && enough) break;
        held += order[kept].unit->idf;
        rows += order[kept++].unit->articles;
    }
    if (kept == n) return false;
    for (size_t i = 0; i < kept; i++) {
        gisa_buf_add_c(match, i ? " OR " : "(");
        add_unit(c, match, order[i].unit, false);
    }
    gisa_buf_add_c(match, ") AND ");
    return true;
}

static gisa_status add_any(collector *c, gisa_buf *match, const gisa_match_opts *opts,
                           bool *bounded, gisa_error *err)
{
    const gisa_plan *p = c->p;
    size_t n = 0, n_must = 0;
    rank_order *order = gisa_calloc(p->n_units + 1, sizeof *order);
    if (!order) return gisa_fail_mem(err);
    gisa_buf_add_char(match, '(');
    for (size_t i = 0; i < p->n_units; i++) {
        const gisa_plan_unit *u = &p->units[i];
        if (u->not_) continue;
        order[n] = (rank_order){u, n};
        n++;
        if (!u->must || opts->loose || u->or_ || (i + 1 < p->n_units && p->units[i + 1].or_))
            continue;
        add_unit(c, match, u, false);
        gisa_buf_add_c(match, " AND ");
        n_must++;
    }
    if (!opts->exact && n_must == 0 && c->roll->n > BOUND_FROM)
        *bounded = add_rarest(c, match, order, n);
    gisa_free(order);
    bool first = true;
    for (size_t i = 0; i < p->n_units; i++) {
        if (p->units[i].not_ || (*bounded && gisa_match_is_late(p, &p->units[i], c->roll->n)))
            continue;
        gisa_buf_add_c(match, first ? "(" : " OR ");
        add_unit(c, match, &p->units[i], true);
        first = false;
    }
    gisa_buf_add_c(match, "))");
    add_unwanted(c, match);
    return GISA_OK;
}

static gisa_status run(gisa_store *s, collector *c, gisa_str match, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql,
                                  "SELECT gisa_collect(article_fts) FROM article_fts"
                                  " WHERE article_fts MATCH ?1 AND rowid BETWEEN ?2 AND ?3",
                                  &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, match);
    sqlite3_bind_int64(stmt, 2, c->first_row);
    sqlite3_bind_int64(stmt, 3, c->p->last_row);
    s->fts.collector = (gisa_fts_collector){collect_row, c};
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK && !c->no_memory) continue;
    s->fts.collector = (gisa_fts_collector){NULL, NULL};
    sqlite3_reset(stmt);
    if (c->no_memory) return gisa_fail_mem(err);
    return st < 0 ? st : GISA_OK;
}

/* Everything that passes the filters, but what the unwanted words match. */
static gisa_status match_filters(gisa_store *s, collector *c, gisa_error *err)
{
    gisa_matches unwanted = {0};
    gisa_buf match = {0};
    gisa_status st = GISA_OK;
    bool first = true;
    for (size_t i = 0; i < c->p->n_units; i++) {
        if (!first) gisa_buf_add_c(&match, " OR ");
        add_unit(c, &match, &c->p->units[i], false);
        first = false;
    }
    if (!first) {
        gisa_matches *out = c->out;
        c->out = &unwanted;
        st = gisa_buf_check(&match, "a query", err);
        if (st == GISA_OK) st = run(s, c, gisa_buf_view(&match), err);
        c->out = out;
    }
    for (size_t i = 0; i < c->p->n_sets; i++) c->set_at[i] = 0;
    size_t k = 0, at = gisa_roll_seek(c->roll, c->p->first_row, 0);
    for (; at < c->roll->n && st == GISA_OK; at++) {
        while (k < unwanted.n && unwanted.at[k] < at) k++;
        if (k < unwanted.n && unwanted.at[k] == at) continue;
        if (passes(c, &c->roll->items[at]) && put_match(c->out, at, 0) < 0) st = gisa_fail_mem(err);
    }
    gisa_matches_clear(&unwanted);
    gisa_buf_clear(&match);
    return st;
}

static gisa_status match(gisa_store *s, const gisa_plan *p, const gisa_match_opts *opts,
                         gisa_matches *out, bool *bounded, gisa_error *err)
{
    collector c;
    gisa_buf text = {0};
    gisa_status st = collector_open(&c, s, p, out, err);
    c.ranked = opts != NULL;
    if (bounded) *bounded = false;
    if (st == GISA_OK && !p->nothing) {
        if (p->n_wanted == 0) {
            st = match_filters(s, &c, err);
        } else {
            if (opts && opts->any)
                st = add_any(&c, &text, opts, bounded, err);
            else
                add_all(&c, &text);
            if (opts && !opts->any && !opts->exact) *bounded = bound_rows(&c);
            if (st == GISA_OK) st = gisa_buf_check(&text, "a query", err);
            if (st == GISA_OK) st = run(s, &c, gisa_buf_view(&text), err);
        }
    }
    gisa_buf_clear(&text);
    collector_close(&c);
    return st;
}

gisa_status gisa_match_all(gisa_store *s, const gisa_plan *p, gisa_matches *out, gisa_error *err)
{
    return match(s, p, NULL, out, NULL, err);
}

gisa_status gisa_match_ranked(gisa_store *s, const gisa_plan *p, const gisa_match_opts *opts,
                              gisa_matches *out, bool *bounded, gisa_error *err)
{
    return match(s, p, opts, out, bounded, err);
}
