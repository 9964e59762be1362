#include "index/postings/tally.h"

#include "base/mem.h"
#include "index/postings/bm25.h"
#include "index/postings/bytes.h"
#include "index/postings/unit_lists.h"
#include "index/store/store_handle.h"

enum { WINDOW = 2048 }; /* articles: its arrays stay in the cache */

/* An article of the window that has a phrase. */
typedef struct hit {
    uint32_t at, in_title, in_body;
} hit;

/* A phrase, read once for all units that have it. */
typedef struct source {
    const gisa_phrase *phrase; /* NULL: of one unit only */
    gisa_list_unit *unit;
    gisa_list_phrase *lists;
    hit *hits; /* in no order */
    size_t n;
    bool read; /* in this window */
} source;

typedef struct share {
    source *from;
    double weight;
} share;

typedef struct unit {
    share *shares;
    size_t n;
    bool title;
    gisa_sweep_unit asked;
} unit;

struct gisa_tally {
    const gisa_roll *roll;
    gisa_arena arena;
    gisa_list_counter counter;
    unit *units;
    size_t n;
    source *sources;
    size_t n_sources;
    gisa_list_unit *lists; /* by source or unit */
    size_t n_lists;
    float *left; /* by number of units that were read: what the others add at most */
    double average_length;
    size_t from, to; /* the window: indices into the roll */
    int64_t end_row; /* of what comes after it */
    size_t last;     /* where a search in the roll begins */
    size_t n_touched;
    uint32_t touched[WINDOW]; /* places that have the unit */
    uint16_t slot[WINDOW];    /* of an article within its day */
    double norm[WINDOW];      /* of its length (index/postings/bm25.h) */
    double tf[WINDOW];        /* of the unit; all 0 between two */
    hit newest[WINDOW];       /* of a list in several segments */
    double score[WINDOW];
    double part[WINDOW]; /* of a score: of some units */
    uint8_t state[WINDOW];
};

typedef gisa_tally tally;

enum { IN_NONE, HAS_UNIT, UNWANTED }; /* of a place; the greatest counts */

/* The place of a row in the window; WINDOW: the roll does not have it. Rows ascend within a list.
 * In a day without gaps a row is where its id says. */
static inline size_t find_place(tally *w, int64_t row)
{
    const gisa_roll *r = w->roll;
    uint64_t day = (uint64_t)(row - r->first_day) >> GISA_ROW_DAY_BITS;
    if (row >= r->first_day && day < r->n_days) {
        size_t at = r->days[day] + (uint16_t)row - w->from;
        if (at < w->to - w->from && at + w->from < r->days[day + 1] && w->slot[at] == (uint16_t)row)
            return at;
    }
    size_t at = gisa_roll_seek(r, row, w->last);
    if (at == r->n || r->items[at].row != row) return WINDOW;
    w->last = at;
    return at - w->from;
}

static inline void add_tf(tally *w, size_t at, double tf)
{
    if (!(w->tf[at] > 0)) w->touched[w->n_touched++] = (uint32_t)at;
    w->tf[at] += tf;
}

/* Counts the current entry of a part. */
static gisa_status count_entry(const tally *w, gisa_postings *list, size_t part, hit *out,
                               gisa_error *err)
{
    const gisa_posting_part *from = &list->parts[part];
    const gisa_posting *e = &from->ahead[from->i];
    uint32_t n[2];
    gisa_str positions = {from->leaf.bytes.p + e->at, e->n};
    if (e->n > from->leaf.size - e->at) {
        list->part = part;
        gisa_status st = gisa_postings_positions(list, &positions, err);
        if (st < 0) return st;
    }
    gisa_positions_count(positions, n);
    out->in_title = n[w->counter.title_column != 0];
    out->in_body = n[w->counter.title_column == 0];
    return GISA_OK;
}

/* The same where there are few positions and all are in the body, as they mostly are: 0: look
 * again. A branch that the CPU cannot predict would cost more than everything else. */
static inline uint32_t count_few(const gisa_posting_part *from, const gisa_posting *e)
{
    uint64_t v;
    if (e->n > sizeof v || (size_t)e->at + sizeof v > from->leaf.size) return 0;
    memcpy(&v, from->leaf.bytes.p + e->at, sizeof v);
    v &= ~UINT64_C(0) >> (8 * (sizeof v - e->n) & 63);
    return e->n && !gisa_bytes_have_one(v) ? e->n - gisa_bytes_high(v) : 0;
}

/* The entries that a part has read ahead, up to the end of the window. In a list of several parts
 * an entry of a newer one counts instead of the older. */
static gisa_status read_entries(tally *w, source *s, gisa_postings *list, size_t part,
                                gisa_error *err)
{
    gisa_posting_part *from = &list->parts[part];
    bool alone = list->n_parts == 1, body_first = w->counter.title_column != 0;
    for (; from->i < from->n_ahead && from->ahead[from->i].row < w->end_row; from->i++) {
        const gisa_posting *e = &from->ahead[from->i];
        size_t at = find_place(w, e->row);
        uint32_t n = body_first ? count_few(from, e) : 0;
        if (at >= WINDOW) continue;
        hit *h = alone ? &s->hits[s->n] : &w->newest[at];
        *h = (hit){(uint32_t)at, 0, n};
        gisa_status st = n ? GISA_OK : count_entry(w, list, part, h, err);
        if (st < 0) return st;
        s->n += alone;
    }
    return GISA_OK;
}

static gisa_status read_part(tally *w, source *s, gisa_postings *list, size_t part, gisa_error *err)
{
    const gisa_posting_part *from = &list->parts[part];
    gisa_status st = GISA_OK;
    w->last = w->from;
    for (;;) {
        st = read_entries(w, s, list, part, err);
        if (st < 0 || from->i < from->n_ahead) return st;
        if ((st = gisa_postings_read_on(list, part, err)) < 0) return st;
    }
}

static gisa_status read_alone(tally *w, source *s, gisa_error *err)
{
    gisa_postings *list = s->lists->alone;
    gisa_status st = GISA_OK;
    for (size_t i = list->n_parts; i-- > 0 && st == GISA_OK;) /* the newest last */
        st = read_part(w, s, list, i, err);
    for (size_t i = 0; list->n_parts > 1 && i < w->to - w->from; i++) {
        if (w->newest[i].in_title || w->newest[i].in_body) s->hits[s->n++] = w->newest[i];
        w->newest[i] = (hit){0};
    }
    return st;
}

/* Finds the articles of the window that have a phrase. */
static gisa_status read_source(tally *w, source *s, gisa_error *err)
{
    gisa_list_phrase *p = s->lists;
    bool alone = p->alone && !s->unit->n_longer;
    int64_t row = w->roll->items[w->from].row;
    if (s->read) return GISA_OK;
    s->read = true;
    s->n = 0;
    gisa_status st = alone ? gisa_postings_skip(p->alone, row, err)
                           : gisa_list_phrase_seek(p, row, err);
    if (st < 0 || alone) return st < 0 ? st : read_alone(w, s, err);
    w->last = w->from;
    while (st == GISA_OK && p->row < w->end_row) {
        size_t at = find_place(w, p->row);
        st = gisa_list_phrase_count(&w->counter, s->unit, p, err);
        if (st == GISA_OK && at < WINDOW && (p->in_title || p->in_body))
            s->hits[s->n++] = (hit){(uint32_t)at, p->in_title, p->in_body};
        if (st == GISA_OK) st = gisa_list_phrase_seek(p, p->row + 1, err);
    }
    return st;
}

/* Adds up how often a unit is in the articles of the window. */
static void count_unit(tally *w, const unit *u)
{
    w->n_touched = 0;
    for (size_t i = 0; i < u->n; i++) {
        const source *s = u->shares[i].from;
        double weight = u->shares[i].weight;
        for (size_t k = 0; k < s->n; k++) {
            double tf = gisa_list_weigh(weight, u->title, s->hits[k].in_title, s->hits[k].in_body);
            if (tf > 0) add_tf(w, s->hits[k].at, tf);
        }
    }
}

/* Adds what a unit scores in the window. */
static void add_unit(tally *w, const unit *u)
{
    const gisa_sweep_unit *asked = &u->asked;
    count_unit(w, u);
    for (size_t i = 0; i < w->n_touched; i++) {
        size_t at = w->touched[i];
        if (asked->not_)
            w->state[at] = UNWANTED;
        else if (w->state[at] == IN_NONE)
            w->state[at] = HAS_UNIT;
        if (asked->counts)
            w->score[at] += gisa_bm25_score(asked->unit->idf, w->tf[at], w->norm[at]);
        w->tf[at] = 0;
    }
}

static gisa_status read_unit(tally *w, const unit *u, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < u->n && st == GISA_OK; i++) st = read_source(w, u->shares[i].from, err);
    return st;
}

/* Adds what a unit scores to parts of scores. Returns the highest of these. */
static double add_part(tally *w, const unit *u)
{
    double most = 0;
    count_unit(w, u);
    for (size_t i = 0; i < w->n_touched; i++) {
        size_t at = w->touched[i];
        w->part[at] += gisa_bm25_score(u->asked.unit->idf, w->tf[at], w->norm[at]);
        w->tf[at] = 0;
        if (w->part[at] > most) most = w->part[at];
    }
    return most;
}

/* Reads unit after unit until none of the articles can reach what is wanted. *reaches: some may
 * (MaxScore: Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995). */
static gisa_status try_window(tally *w, const gisa_tally_limit *limit, bool *reaches,
                              gisa_error *err)
{
    gisa_status st = GISA_OK;
    double most = 0;
    w->left[w->n] = 0;
    for (size_t i = w->n; i-- > 0;)
        w->left[i] = w->left[i + 1] + limit->bounds[limit->order[i] * limit->stride];
    memset(w->part, 0, (w->to - w->from) * sizeof *w->part);
    *reaches = true;
    for (size_t i = 0; i < w->n && st == GISA_OK && *reaches; i++) {
        const unit *u = &w->units[limit->order[i]];
        if (!u->asked.counts) continue;
        st = read_unit(w, u, err);
        double part = st == GISA_OK ? add_part(w, u) : 0;
        if (part > most) most = part;
        *reaches = (most + (double)w->left[i + 1]) * (1 + 1e-5) >= limit->least;
    }
    return st;
}

static void begin_window(tally *w)
{
    const gisa_roll *r = w->roll;
    size_t n = w->to - w->from;
    w->end_row = w->to < r->n ? r->items[w->to].row : GISA_POSTINGS_END;
    for (size_t i = 0; i < n; i++) {
        const gisa_roll_entry *e = &r->items[w->from + i];
        w->slot[i] = (uint16_t)e->row;
        w->norm[i] = gisa_bm25_norm((double)e->length / w->average_length);
    }
    for (size_t i = 0; i < w->n_sources; i++) w->sources[i].read = false;
}

static gisa_status run_window(tally *w, gisa_tally_limit *limit, gisa_tally_sink sink,
                              gisa_error *err)
{
    gisa_status st = GISA_OK;
    size_t n = w->to - w->from;
    bool reaches = true;
    begin_window(w);
    if (limit) st = try_window(w, limit, &reaches, err);
    if (st < 0) return st;
    if (!reaches) {
        limit->cut = true;
        return st;
    }
    memset(w->score, 0, n * sizeof *w->score);
    memset(w->state, IN_NONE, n);
    for (size_t i = 0; i < w->n && st == GISA_OK; i++) {
        st = read_unit(w, &w->units[i], err);
        if (st == GISA_OK) add_unit(w, &w->units[i]);
    }
    for (size_t i = 0; i < n && st == GISA_OK; i++)
        if (w->state[i] == HAS_UNIT) st = sink.put(sink.ctx, w->from + i, w->score[i], err);
    return st;
}

/* Takes a phrase in as a source, at the first article that is asked for. */
static gisa_status put_source(tally *w, gisa_list_unit *u, gisa_list_phrase *lists,
                              const gisa_phrase *phrase, source **out, gisa_error *err)
{
    source *s = *out = &w->sources[w->n_sources];
    s->hits = gisa_arena_alloc(&w->arena, WINDOW * sizeof *s->hits);
    if (!s->hits) return gisa_fail_mem(err);
    s->phrase = phrase;
    s->unit = u;
    s->lists = lists;
    w->n_sources++;
    return GISA_OK;
}

/* The source of a phrase that units may share. */
static gisa_status share_phrase(tally *w, gisa_store *s, const gisa_leaf_segments *segments,
                                const gisa_phrase *phrase, source **out, gisa_error *err)
{
    for (size_t i = 0; i < w->n_sources; i++) {
        *out = &w->sources[i];
        if ((*out)->phrase && gisa_phrase_eq((*out)->phrase, phrase)) return GISA_OK;
    }
    gisa_list_unit *u = &w->lists[w->n_lists++];
    u->phrases = gisa_arena_calloc(&w->arena, 1, sizeof *u->phrases);
    if (!u->phrases) return gisa_fail_mem(err);
    u->n = 1;
    gisa_status st = gisa_list_phrase_open(&w->arena, s, segments, phrase, u->phrases, err);
    return st < 0 ? st : put_source(w, u, u->phrases, phrase, out, err);
}

static gisa_status open_unit(tally *w, gisa_store *s, const gisa_leaf_segments *segments,
                             const gisa_sweep_unit *asked, gisa_error *err)
{
    const gisa_unit *from = asked->unit;
    unit *u = &w->units[w->n++];
    gisa_status st = GISA_OK;
    u->asked = *asked;
    bool shares = !from->n_longer && !from->n_rows;
    u->title = from->title;
    u->shares = gisa_arena_calloc(&w->arena, from->n + 2, sizeof *u->shares);
    if (!u->shares) return gisa_fail_mem(err);
    if (shares) {
        for (size_t i = 0; i < from->n && st == GISA_OK; i++) {
            share *to = &u->shares[u->n++];
            to->weight = from->phrases[i].weight;
            st = share_phrase(w, s, segments, &from->phrases[i].phrase, &to->from, err);
        }
        return st;
    }
    gisa_list_unit *lists = &w->lists[w->n_lists++];
    st = gisa_list_unit_open(&w->arena, s, segments, from, lists, err);
    for (size_t i = 0; i < lists->n && st == GISA_OK; i++) {
        share *to = &u->shares[u->n++];
        to->weight = lists->phrases[i].weight;
        st = put_source(w, lists, &lists->phrases[i], NULL, &to->from, err);
    }
    return st;
}

static gisa_status open_units(tally *w, gisa_store *s, const gisa_sweep_unit *units, size_t n,
                              gisa_error *err)
{
    gisa_leaf_segments segments;
    size_t most = 0;
    gisa_status st = gisa_leaf_segments_load(&s->sql, &segments, err);
    if (st != GISA_OK) return st;
    for (size_t i = 0; i < n; i++) most += units[i].unit->n + 1;
    w->units = gisa_arena_calloc(&w->arena, n + 1, sizeof *w->units);
    w->sources = gisa_arena_calloc(&w->arena, most + 1, sizeof *w->sources);
    w->lists = gisa_arena_calloc(&w->arena, most + 1, sizeof *w->lists);
    w->left = gisa_arena_calloc(&w->arena, n + 1, sizeof *w->left);
    if (!w->units || !w->sources || !w->lists || !w->left) st = gisa_fail_mem(err);
    for (size_t i = 0; i < n && st == GISA_OK; i++) st = open_unit(w, s, &segments, &units[i], err);
    gisa_free(segments.items);
    return st;
}

gisa_status gisa_tally_open(gisa_store *s, const gisa_sweep_unit *units, size_t n, gisa_tally **out,
                            gisa_error *err)
{
    tally *w = gisa_calloc(1, sizeof *w);
    *out = NULL;
    if (!w) return gisa_fail_mem(err);
    w->roll = &s->roll;
    w->average_length = gisa_roll_average(&s->roll);
    w->counter = gisa_list_counter_make(s);
    gisa_status st = open_units(w, s, units, n, err);
    if (st == GISA_OK)
        *out = w;
    else
        gisa_tally_close(w);
    return st;
}

void gisa_tally_close(gisa_tally *w)
{
    if (!w) return;
    for (size_t i = 0; i < w->n_lists; i++) gisa_list_unit_close(&w->lists[i]);
    gisa_list_counter_clear(&w->counter);
    gisa_arena_clear(&w->arena);
    gisa_free(w);
}

gisa_status gisa_tally_score(gisa_tally *w, size_t from, size_t to, gisa_tally_limit *limit,
                             gisa_tally_sink sink, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (; from < to && st == GISA_OK; from = w->to) {
        w->from = from;
        w->to = to - from < WINDOW ? to : from + WINDOW;
        st = run_window(w, limit, sink, err);
    }
    return st;
}

gisa_status gisa_tally_run(gisa_store *s, const gisa_sweep_unit *units, size_t n, size_t from,
                           size_t to, gisa_tally_sink sink, gisa_error *err)
{
    gisa_tally *w;
    gisa_status st = gisa_tally_open(s, units, n, &w, err);
    if (st == GISA_OK) st = gisa_tally_score(w, from, to, NULL, sink, err);
    gisa_tally_close(w);
    return st;
}
