#include "index/postings/tally.h"

#include "base/mem.h"
#include "index/postings/bm25.h"
#include "index/postings/unit_lists.h"
#include "index/store/store_handle.h"

enum { WINDOW = 2048 }; /* articles: its arrays stay in the cache */

typedef struct tally {
    const gisa_roll *roll;
    gisa_arena arena;
    gisa_list_counter counter;
    gisa_list_unit *units;
    size_t n;
    double average_length;
    size_t from, to; /* the window: indices into the roll */
    int64_t end_row; /* of what comes after it */
    size_t last;     /* where a search in the roll begins */
    size_t n_touched;
    uint32_t touched[WINDOW]; /* places that have the unit */
    uint16_t slot[WINDOW];    /* of an article within its day */
    double norm[WINDOW];      /* of its length (index/postings/bm25.h) */
    double tf[WINDOW];        /* of the unit; all 0 between two */
    double newest[WINDOW];    /* of a list in several segments */
    double score[WINDOW];
    uint8_t state[WINDOW];
} tally;

enum { IN_NONE, HAS_UNIT, UNWANTED }; /* of a place; the greatest counts */

/* The place of a row in the window; SIZE_MAX: the roll does not have it. Rows ascend within a list.
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
    if (at == r->n || r->items[at].row != row) return SIZE_MAX;
    w->last = at;
    return at - w->from;
}

static inline void add_tf(tally *w, size_t at, double tf)
{
    if (!(w->tf[at] > 0)) w->touched[w->n_touched++] = (uint32_t)at;
    w->tf[at] += tf;
}

/* Eight bytes that are 1, and their highest bits. */
#define ONES UINT64_C(0x0101010101010101)
#define HIGH (ONES << 7)

/* Bytes of positions that begin none of the first column's numbers and are not its end. */
static inline size_t count_first(const unsigned char *p, size_t n, uint32_t *count)
{
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t v, marks;
        memcpy(&v, p + i, sizeof v);
        marks = v ^ ONES;
        if ((marks - ONES) & ~marks & HIGH) break; /* a byte is 1 */
        *count += 8 - (uint32_t)((v >> 7 & ONES) * ONES >> 56);
    }
    return i;
}

/* Counts positions in the first column and in the others: each number ends with a byte below 0x80,
 * and a number 1 is before that of a column. */
static inline void count_positions(const unsigned char *p, size_t n, uint32_t out[2])
{
    uint32_t first = 0;
    size_t i = n < 8 ? 0 : count_first(p, n, &first);
    bool inside = i && p[i - 1] >= 0x80;
    for (; i < n && (p[i] != 1 || inside); i++) {
        inside = p[i] >= 0x80;
        first += !inside;
    }
    out[0] = first;
    out[1] = 0;
    for (; i < n; i++) {
        bool column = p[i] == 1 && !inside;
        for (i += column; column && i < n && p[i] >= 0x80;) i++;
        inside = !column && p[i] >= 0x80;
        out[1] += !column && !inside;
    }
}

/* What the current entry of a part counts for its phrase. */
static gisa_status count_entry(tally *w, gisa_postings *list, size_t part, const gisa_list_unit *u,
                               gisa_list_phrase *p, double *out, gisa_error *err)
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
    count_positions((const unsigned char *)positions.p, positions.n, n);
    p->in_title = n[w->counter.title_column != 0];
    p->in_body = n[w->counter.title_column == 0];
    *out = gisa_list_phrase_weigh(u, p);
    return GISA_OK;
}

/* The same where there are few positions and all are in the body, as they mostly are: 0: look
 * again. A branch that the CPU cannot predict would cost more than everything else. */
static inline uint32_t count_few(const gisa_posting_part *from, const gisa_posting *e)
{
    uint64_t v;
    if (e->n > sizeof v || (size_t)e->at + sizeof v > from->leaf.size) return 0;
    memcpy(&v, from->leaf.bytes.p + e->at, sizeof v);
    uint64_t mask = ~UINT64_C(0) >> (8 * (sizeof v - e->n) & 63), marks = (v ^ ONES) | ~mask;
    if (!e->n || ((marks - ONES) & ~marks & HIGH)) return 0;
    return e->n - (uint32_t)(((v & mask) >> 7 & ONES) * ONES >> 56);
}

/* The entries that a part has read ahead, up to the end of the window. In a list of several parts
 * an entry of a newer one counts instead of the older. */
static gisa_status read_entries(tally *w, gisa_postings *list, size_t part, const gisa_list_unit *u,
                                gisa_list_phrase *p, gisa_error *err)
{
    gisa_posting_part *from = &list->parts[part];
    bool alone = list->n_parts == 1, few = w->counter.title_column && !u->title;
    for (; from->i < from->n_ahead && from->ahead[from->i].row < w->end_row; from->i++) {
        const gisa_posting *e = &from->ahead[from->i];
        size_t at = find_place(w, e->row);
        uint32_t n = few ? count_few(from, e) : 0;
        double tf = p->weight * n;
        if (at == SIZE_MAX) continue;
        gisa_status st = n ? GISA_OK : count_entry(w, list, part, u, p, &tf, err);
        if (st < 0) return st;
        if (!alone)
            w->newest[at] = tf;
        else if (tf > 0)
            add_tf(w, at, tf);
    }
    return GISA_OK;
}

static gisa_status read_part(tally *w, gisa_postings *list, size_t part, const gisa_list_unit *u,
                             gisa_list_phrase *p, gisa_error *err)
{
    const gisa_posting_part *from = &list->parts[part];
    gisa_status st = GISA_OK;
    w->last = w->from;
    for (;;) {
        st = read_entries(w, list, part, u, p, err);
        if (st < 0 || from->i < from->n_ahead) return st;
        if ((st = gisa_postings_read_on(list, part, err)) < 0) return st;
    }
}

static gisa_status read_alone(tally *w, const gisa_list_unit *u, gisa_list_phrase *p,
                              gisa_error *err)
{
    gisa_postings *list = p->alone;
    gisa_status st = GISA_OK;
    for (size_t i = list->n_parts; i-- > 0 && st == GISA_OK;) /* the newest last */
        st = read_part(w, list, i, u, p, err);
    for (size_t i = 0; list->n_parts > 1 && i < w->to - w->from; i++) {
        if (w->newest[i] > 0) add_tf(w, i, w->newest[i]);
        w->newest[i] = 0;
    }
    return st;
}

static gisa_status read_phrase(tally *w, gisa_list_unit *u, gisa_list_phrase *p, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (p->alone && !u->n_longer) return read_alone(w, u, p, err);
    w->last = w->from;
    while (st == GISA_OK && p->row < w->end_row) {
        size_t at = find_place(w, p->row);
        st = gisa_list_phrase_count(&w->counter, u, p, err);
        double tf = gisa_list_phrase_weigh(u, p);
        if (st == GISA_OK && at != SIZE_MAX && tf > 0) add_tf(w, at, tf);
        if (st == GISA_OK) st = gisa_list_phrase_seek(p, p->row + 1, err);
    }
    return st;
}

/* Adds up what a unit counts in the window. */
static gisa_status read_unit(tally *w, const gisa_sweep_unit *unit, gisa_list_unit *u,
                             gisa_error *err)
{
    gisa_status st = GISA_OK;
    w->n_touched = 0;
    for (size_t i = 0; i < u->n && st == GISA_OK; i++) st = read_phrase(w, u, &u->phrases[i], err);
    for (size_t i = 0; i < w->n_touched; i++) {
        size_t at = w->touched[i];
        if (unit->not_)
            w->state[at] = UNWANTED;
        else if (w->state[at] == IN_NONE)
            w->state[at] = HAS_UNIT;
        if (unit->counts) w->score[at] += gisa_bm25_score(unit->unit->idf, w->tf[at], w->norm[at]);
        w->tf[at] = 0;
    }
    return st;
}

static gisa_status run_window(tally *w, const gisa_sweep_unit *units, gisa_tally_sink sink,
                              gisa_error *err)
{
    const gisa_roll *r = w->roll;
    gisa_status st = GISA_OK;
    size_t n = w->to - w->from;
    w->end_row = w->to < r->n ? r->items[w->to].row : GISA_POSTINGS_END;
    for (size_t i = 0; i < n; i++) {
        const gisa_roll_entry *e = &r->items[w->from + i];
        w->slot[i] = (uint16_t)e->row;
        w->norm[i] = gisa_bm25_norm((double)e->length / w->average_length);
    }
    memset(w->score, 0, n * sizeof *w->score);
    memset(w->state, IN_NONE, n);
    for (size_t i = 0; i < w->n && st == GISA_OK; i++)
        st = read_unit(w, &units[i], &w->units[i], err);
    for (size_t i = 0; i < n && st == GISA_OK; i++)
        if (w->state[i] == HAS_UNIT) st = sink.put(sink.ctx, w->from + i, w->score[i], err);
    return st;
}

/* Opens the lists of a unit at the first article that is asked for. */
static gisa_status open_unit(tally *w, gisa_store *s, const gisa_leaf_segments *segments,
                             const gisa_unit *from, int64_t first_row, gisa_error *err)
{
    gisa_list_unit *u = &w->units[w->n++];
    gisa_status st = gisa_list_unit_open(&w->arena, s, segments, from, u, err);
    for (size_t i = 0; i < u->n && st == GISA_OK; i++) {
        gisa_list_phrase *p = &u->phrases[i];
        st = p->alone && !u->n_longer ? gisa_postings_seek(p->alone, first_row, err)
                                      : gisa_list_phrase_seek(p, first_row, err);
    }
    return st;
}

gisa_status gisa_tally_run(gisa_store *s, const gisa_sweep_unit *units, size_t n, size_t from,
                           size_t to, gisa_tally_sink sink, gisa_error *err)
{
    gisa_leaf_segments segments;
    gisa_status st = gisa_leaf_segments_load(&s->sql, &segments, err);
    if (st != GISA_OK) return st;
    tally *w = gisa_calloc(1, sizeof *w);
    if (!w) {
        gisa_free(segments.items);
        return gisa_fail_mem(err);
    }
    w->roll = &s->roll;
    w->average_length = gisa_roll_average(&s->roll);
    w->counter = gisa_list_counter_make(s);
    w->units = gisa_arena_calloc(&w->arena, n + 1, sizeof *w->units);
    if (!w->units) st = gisa_fail_mem(err);
    for (size_t i = 0; i < n && from < to && st == GISA_OK; i++)
        st = open_unit(w, s, &segments, units[i].unit, s->roll.items[from].row, err);
    gisa_free(segments.items);
    for (; from < to && st == GISA_OK; from = w->to) {
        w->from = from;
        w->to = to - from < WINDOW ? to : from + WINDOW;
        st = run_window(w, units, sink, err);
    }
    for (size_t i = 0; i < w->n; i++) gisa_list_unit_close(&w->units[i]);
    gisa_list_counter_clear(&w->counter);
    gisa_arena_clear(&w->arena);
    gisa_free(w);
    return st;
}
