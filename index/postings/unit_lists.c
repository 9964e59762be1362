#include "index/postings/unit_lists.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/store/store_handle.h"

enum { NEXT_COLUMN = 1, LEAST_OFFSET = 2 }; /* in a list of positions */

static gisa_status spot_seek(gisa_list_spot *s, int64_t row, gisa_error *err)
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
static void rows_seek(gisa_list_phrase *p, int64_t row)
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

gisa_status gisa_list_phrase_seek(gisa_list_phrase *p, int64_t row, gisa_error *err)
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

/* Appends the places of positions, minus `back`. A number 1 is before that of a column. */
static gisa_status put_places(gisa_list_places *list, gisa_str positions, uint32_t back,
                              gisa_error *err)
{
    const unsigned char *p = (const unsigned char *)positions.p;
    uint64_t column = 0, offset = 0, v;
    if (GISA_RESERVE(list->items, list->n + positions.n, list->cap) < 0) return gisa_fail_mem(err);
    for (size_t at = 0; at < positions.n;) {
        v = p[at++];
        if (v >= 0x80 && !(at = gisa_varint(p, positions.n, at - 1, &v))) break;
        if (v == NEXT_COLUMN) {
            at = gisa_varint(p, positions.n, at, &column);
            column &= UINT32_MAX;
            offset = 0;
            if (!at) break;
            continue;
        }
        if (v < LEAST_OFFSET) break;
        offset = (offset + v - LEAST_OFFSET) & UINT32_MAX;
        if (offset >= back) list->items[list->n++] = column << 32 | (offset - back);
    }
    return GISA_OK;
}

static int by_place(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

/* Where a spot's terms are in the article, minus `back` positions; each place once. */
static gisa_status list_places(gisa_list_spot *s, int64_t row, uint32_t back, gisa_list_places *out,
                               gisa_error *err)
{
    gisa_status st = GISA_OK;
    size_t kept = 0;
    bool several = false;
    out->n = 0;
    for (size_t i = 0; i < s->n && st == GISA_OK; i++) {
        gisa_str positions;
        if (s->lists[i].row != row) continue;
        several = out->n > 0;
        st = gisa_postings_positions(&s->lists[i], &positions, err);
        if (st == GISA_OK) st = put_places(out, positions, back, err);
    }
    if (!several || st < 0) return st;
    qsort(out->items, out->n, sizeof *out->items, by_place);
    for (size_t i = 0; i < out->n; i++)
        if (kept == 0 || out->items[kept - 1] != out->items[i]) out->items[kept++] = out->items[i];
    out->n = kept;
    return st;
}

static void keep_common(gisa_list_places *a, const gisa_list_places *b)
{
    size_t kept = 0, k = 0;
    for (size_t i = 0; i < a->n; i++) {
        while (k < b->n && b->items[k] < a->items[i]) k++;
        if (k < b->n && b->items[k] == a->items[i]) a->items[kept++] = a->items[i];
    }
    a->n = kept;
}

static void drop_common(gisa_list_places *a, const gisa_list_places *b)
{
    size_t kept = 0, k = 0;
    for (size_t i = 0; i < a->n; i++) {
        while (k < b->n && b->items[k] < a->items[i]) k++;
        if (k == b->n || b->items[k] != a->items[i]) a->items[kept++] = a->items[i];
    }
    a->n = kept;
}

/* Where a phrase begins in the article where all its terms are. */
static gisa_status find_places(gisa_list_counter *w, gisa_list_phrase *p, gisa_list_places *out,
                               gisa_error *err)
{
    gisa_status st = list_places(&p->spots[0], p->row, 0, out, err);
    for (size_t i = 1; i < p->n && st == GISA_OK && out->n; i++) {
        st = list_places(&p->spots[i], p->row, (uint32_t)i, &w->there, err);
        if (st == GISA_OK) keep_common(out, &w->there);
    }
    return st;
}

/* Leaves out of w->here where a longer phrase begins. */
static gisa_status drop_longer(gisa_list_counter *w, gisa_list_unit *u, int64_t row,
                               gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < u->n_longer && st == GISA_OK && w->here.n; i++) {
        gisa_list_phrase *p = &u->longer[i];
        st = gisa_list_phrase_seek(p, row, err);
        if (st < 0 || p->row != row) continue;
        st = find_places(w, p, &w->beyond, err);
        if (st == GISA_OK) drop_common(&w->here, &w->beyond);
    }
    return st;
}

enum { FIRST_POSITION = 2 }; /* as a position list of the first column begins with it */

/* One term. */
static void count_one(const gisa_list_counter *w, gisa_str positions, gisa_list_phrase *p)
{
    uint32_t n[2];
    gisa_positions_count(positions, n);
    p->in_title = n[w->title_column];
    p->in_body = n[!w->title_column];
    p->begins_title = p->in_title && (w->title_column || positions.p[0] == FIRST_POSITION);
}

gisa_status gisa_list_phrase_count(gisa_list_counter *w, gisa_list_unit *u, gisa_list_phrase *p,
                                   gisa_error *err)
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

gisa_status gisa_list_phrase_open(gisa_arena *arena, gisa_store *s,
                                  const gisa_leaf_segments *segments, const gisa_phrase *from,
                                  gisa_list_phrase *p, gisa_error *err)
{
    gisa_status st = GISA_OK;
    p->spots = gisa_arena_calloc(arena, from->n + 1, sizeof *p->spots);
    gisa_postings *lists = gisa_arena_calloc(arena, from->n + 1, sizeof *lists);
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

gisa_status gisa_list_unit_open(gisa_arena *arena, gisa_store *s,
                                const gisa_leaf_segments *segments, const gisa_unit *from,
                                gisa_list_unit *u, gisa_error *err)
{
    gisa_status st = GISA_OK;
    u->title = from->title;
    u->phrases = gisa_arena_calloc(arena, from->n + 2, sizeof *u->phrases);
    if (!u->phrases) return gisa_fail_mem(err);
    for (size_t i = 0; i < from->n && st == GISA_OK; i++) {
        gisa_list_phrase *p = &u->phrases[u->n++];
        p->weight = from->phrases[i].weight;
        st = gisa_list_phrase_open(arena, s, segments, &from->phrases[i].phrase, p, err);
    }
    if (from->n_rows)
        u->phrases[u->n++] = (gisa_list_phrase){
            .rows = from->rows, .n_rows = from->n_rows, .weight = 1};
    u->longer = gisa_arena_calloc(arena, from->n_longer + 1, sizeof *u->longer);
    if (!u->longer) return gisa_fail_mem(err);
    for (size_t i = 0; i < from->n_longer && st == GISA_OK; i++)
        st = gisa_list_phrase_open(arena, s, segments, &from->longer[i], &u->longer[u->n_longer++],
                                   err);
    return st;
}

void gisa_list_phrase_close(gisa_list_phrase *p)
{
    for (size_t k = 0; k < p->n; k++)
        for (size_t m = 0; m < p->spots[k].n; m++) gisa_postings_close(&p->spots[k].lists[m]);
    p->n = 0;
}

void gisa_list_unit_close(gisa_list_unit *u)
{
    for (size_t i = 0; i < u->n; i++) gisa_list_phrase_close(&u->phrases[i]);
    for (size_t i = 0; i < u->n_longer; i++) gisa_list_phrase_close(&u->longer[i]);
    u->n = u->n_longer = 0;
}

gisa_list_counter gisa_list_counter_make(const gisa_store *s)
{
    return (gisa_list_counter){.title_column = s->title_first ? 0 : 1};
}

void gisa_list_counter_clear(gisa_list_counter *w)
{
    gisa_free(w->here.items);
    gisa_free(w->there.items);
    gisa_free(w->beyond.items);
    *w = (gisa_list_counter){.title_column = w->title_column};
}
