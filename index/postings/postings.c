#include "index/postings/postings.h"

#include "base/mem.h"
#include "index/postings/bytes.h"

enum { NEXT_COLUMN = 1, LEAST_OFFSET = 2 };

/* Reads the row id at an offset, absolute or as a difference, and what follows it. */
static gisa_status read_entry(gisa_sql *q, const gisa_posting_part *w, size_t at, int64_t base,
                              gisa_posting *out, gisa_error *err)
{
    const unsigned char *p = (const unsigned char *)w->leaf.bytes.p;
    uint64_t row, size = 0;
    at = gisa_varint(p, w->leaf.end, at, &row);
    at = at ? gisa_varint(p, w->leaf.end, at, &size) : 0;
    if (!at || row > (uint64_t)(INT64_MAX - 1 - base) || size > UINT32_MAX)
        return gisa_leaf_damaged(q, err);
    *out = (gisa_posting){base + (int64_t)row, (uint32_t)at, (uint32_t)(size >> 1)};
    return GISA_OK;
}

/* Goes on to the next page on which a row id of the list begins. */
static gisa_status next_page(gisa_sql *q, gisa_posting_part *w, gisa_posting *e, gisa_error *err)
{
    gisa_status st;
    int64_t before = e->row;
    e->row = GISA_POSTINGS_END;
    do {
        st = gisa_leaf_load(q, &w->segment, w->leaf.page + 1, &w->leaf, err);
        if (st != GISA_OK) return st == GISA_END ? GISA_OK : st;
        if (!w->leaf.first_row && w->leaf.end < w->leaf.size) return GISA_OK;
    } while (!w->leaf.first_row);
    st = read_entry(q, w, w->leaf.first_row, 0, e, err);
    return st == GISA_OK && e->row <= before ? gisa_leaf_damaged(q, err) : st;
}

/* From one entry to the next. */
static gisa_status step(gisa_sql *q, gisa_posting_part *w, gisa_posting *e, gisa_error *err)
{
    size_t at = (size_t)e->at + e->n;
    if (at < w->leaf.end) {
        int64_t before = e->row;
        gisa_status st = read_entry(q, w, at, before, e, err);
        return st == GISA_OK && e->row == before ? gisa_leaf_damaged(q, err) : st;
    }
    if (at >= w->leaf.size) return next_page(q, w, e, err);
    if (at > w->leaf.end) return gisa_leaf_damaged(q, err);
    e->row = GISA_POSTINGS_END;
    return GISA_OK;
}

/* From one entry to the next where numbers cannot run past the list's end; false at the last of
 * those and at a bad one, which step() looks at again. */
static inline bool step_on(const gisa_posting_part *w, gisa_posting *e)
{
    const unsigned char *p = (const unsigned char *)w->leaf.bytes.p;
    size_t at = (size_t)e->at + e->n, end = w->leaf.end;
    if (at + 9 >= end) return false;
    uint64_t delta = p[at++], size;
    if (delta >= 0x80) at = gisa_varint(p, end, at - 1, &delta);
    if (!at || delta == 0 || delta > (uint64_t)(INT64_MAX - 1 - e->row)) return false;
    size = p[at++];
    if (size >= 0x80) at = gisa_varint(p, end, at - 1, &size);
    if (!at || size > UINT32_MAX) return false;
    e->row += (int64_t)delta;
    e->at = (uint32_t)at;
    e->n = (uint32_t)(size >> 1);
    return true;
}

/* Makes an entry the current one and reads ahead after it, up to the end of the page. */
static void read_ahead(gisa_posting_part *w, gisa_posting e)
{
    w->i = w->n_ahead = 0;
    w->ahead[w->n_ahead++] = e;
    if (e.row == GISA_POSTINGS_END) return;
    while (w->n_ahead < GISA_POSTINGS_AHEAD && step_on(w, &e)) w->ahead[w->n_ahead++] = e;
}

/* Jumps to the last page that begins before a row or at it, when that is not this page. */
static gisa_status skip_to(gisa_postings *p, gisa_posting_part *w, int64_t row, gisa_posting *e,
                           gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (!w->skips)
        st = gisa_leaf_skips(p->sql, &w->segment, p->term, w->page, &w->skips, &w->n_skips, err);
    if (st < 0) return st;
    size_t low = w->skip, high = low + 1, stride = 1;
    while (high < w->n_skips && w->skips[high].row <= row) {
        low = high;
        high += stride;
        stride *= 2;
    }
    if (high > w->n_skips) high = w->n_skips;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (w->skips[middle].row <= row)
            low = middle;
        else
            high = middle;
    }
    w->skip = low;
    if (low >= w->n_skips || w->skips[low].row > row || w->skips[low].page <= w->leaf.page)
        return st;
    st = gisa_leaf_load(p->sql, &w->segment, w->skips[low].page, &w->leaf, err);
    if (st == GISA_OK && !w->leaf.first_row) return gisa_leaf_damaged(p->sql, err);
    return st == GISA_OK ? read_entry(p->sql, w, w->leaf.first_row, 0, e, err) : st;
}

/* To the first entry at or after a row. */
static gisa_status seek_part(gisa_postings *p, gisa_posting_part *w, int64_t row, gisa_error *err)
{
    while (w->i + 1 < w->n_ahead)
        if (w->ahead[++w->i].row >= row) return GISA_OK;
    gisa_posting e = w->ahead[w->i];
    if (e.row >= row) return GISA_OK;
    gisa_status st = w->has_skips ? skip_to(p, w, row, &e, err) : GISA_OK;
    while (st == GISA_OK && e.row < row)
        if (!step_on(w, &e)) st = step(p->sql, w, &e, err);
    if (st == GISA_OK) read_ahead(w, e);
    return st;
}

static const gisa_posting *current(const gisa_posting_part *w)
{
    return &w->ahead[w->i];
}

/* Moves to the lowest row of the parts that is not deleted; the newest segment decides. */
static gisa_status find_lowest(gisa_postings *p, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (;;) {
        p->row = p->others = GISA_POSTINGS_END;
        for (size_t i = 0; i < p->n_parts; i++) {
            int64_t row = current(&p->parts[i])->row;
            if (row < p->row) {
                p->others = p->row;
                p->row = row;
                p->part = i;
            } else if (row < p->others) {
                p->others = row;
            }
        }
        if (p->row == GISA_POSTINGS_END || current(&p->parts[p->part])->n > 0) return GISA_OK;
        int64_t gone = p->row;
        for (size_t i = 0; i < p->n_parts && st == GISA_OK; i++)
            if (current(&p->parts[i])->row == gone) st = seek_part(p, &p->parts[i], gone + 1, err);
        if (st < 0) return st;
    }
}

gisa_status gisa_postings_open(gisa_sql *q, const gisa_leaf_segments *segments, gisa_str term,
                               gisa_postings *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    *out = (gisa_postings){.sql = q, .term = term, .row = GISA_POSTINGS_END};
    out->parts = gisa_calloc(segments->n + 1, sizeof *out->parts);
    if (!out->parts) return gisa_fail_mem(err);
    for (size_t i = 0; i < segments->n && st >= 0; i++) {
        gisa_posting_part *w = &out->parts[out->n_parts++];
        gisa_posting first = {0};
        size_t at;
        w->segment = segments->items[i];
        st = gisa_leaf_find(q, &w->segment, term, &w->leaf, &at, &w->has_skips, err);
        w->page = w->leaf.page;
        if (st == GISA_OK && at < w->leaf.end)
            st = read_entry(q, w, at, 0, &first, err);
        else if (st == GISA_OK && at == w->leaf.size)
            st = next_page(q, w, &first, err);
        else if (st == GISA_OK)
            st = gisa_leaf_damaged(q, err);
        if (st == GISA_OK) read_ahead(w, first);
        if (st != GISA_END) continue;
        gisa_buf_clear(&w->leaf.bytes);
        *w = (gisa_posting_part){0};
        out->n_parts--;
    }
    if (st >= 0) st = find_lowest(out, err);
    if (st < 0) gisa_postings_close(out);
    return st < 0 ? st : GISA_OK;
}

void gisa_postings_close(gisa_postings *p)
{
    for (size_t i = 0; i < p->n_parts; i++) {
        gisa_buf_clear(&p->parts[i].leaf.bytes);
        gisa_free(p->parts[i].skips);
    }
    gisa_free(p->parts);
    gisa_buf_clear(&p->more.bytes);
    gisa_buf_clear(&p->long_positions);
    *p = (gisa_postings){.row = GISA_POSTINGS_END};
}

gisa_status gisa_postings_go(gisa_postings *p, int64_t row, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < p->n_parts && st == GISA_OK; i++)
        if (current(&p->parts[i])->row < row) st = seek_part(p, &p->parts[i], row, err);
    return st == GISA_OK ? find_lowest(p, err) : st;
}

gisa_status gisa_postings_skip(gisa_postings *p, int64_t row, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < p->n_parts && st == GISA_OK; i++)
        if (current(&p->parts[i])->row < row) st = seek_part(p, &p->parts[i], row, err);
    return st;
}

gisa_status gisa_postings_read_on(gisa_postings *p, size_t part, gisa_error *err)
{
    gisa_posting_part *w = &p->parts[part];
    gisa_posting e = w->ahead[w->n_ahead - 1];
    gisa_status st = step_on(w, &e) ? GISA_OK : step(p->sql, w, &e, err);
    if (st == GISA_OK) read_ahead(w, e);
    return st;
}

gisa_status gisa_postings_positions(gisa_postings *p, gisa_str *out, gisa_error *err)
{
    const gisa_posting_part *w = &p->parts[p->part];
    const gisa_posting *e = current(w);
    size_t left = e->n, here = w->leaf.size - e->at;
    *out = (gisa_str){w->leaf.bytes.p + e->at, left};
    if (left <= here) return GISA_OK;
    gisa_buf *all = &p->long_positions;
    gisa_buf_reset(all);
    gisa_buf_add_bytes(all, w->leaf.bytes.p + e->at, here);
    left -= here;
    for (uint32_t page = w->leaf.page + 1; left; page++) {
        gisa_status st = gisa_leaf_load(p->sql, &w->segment, page, &p->more, err);
        if (st == GISA_END) return gisa_leaf_damaged(p->sql, err);
        if (st < 0) return st;
        size_t start = GISA_LEAF_HEADER, n = p->more.size - start;
        if (n > left) n = left;
        gisa_buf_add_bytes(all, p->more.bytes.p + start, n);
        left -= n;
    }
    *out = gisa_buf_view(all);
    return gisa_buf_check(all, "a posting list", err);
}

bool gisa_position_next(gisa_str positions, gisa_position *p)
{
    const unsigned char *bytes = (const unsigned char *)positions.p;
    uint64_t v, column;
    size_t at = p->at < positions.n ? gisa_varint(bytes, positions.n, p->at, &v) : 0;
    if (at && v == NEXT_COLUMN) {
        at = gisa_varint(bytes, positions.n, at, &column);
        p->column = at ? (uint32_t)column : p->column;
        p->offset = 0;
        if (at) at = gisa_varint(bytes, positions.n, at, &v);
    }
    if (!at || v < LEAST_OFFSET) return false;
    p->offset += (uint32_t)(v - LEAST_OFFSET);
    p->at = at;
    return true;
}

/* Bytes of positions that begin none of the first column's numbers and are not its end. */
static inline size_t count_first(const unsigned char *p, size_t n, uint32_t *count)
{
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t v;
        memcpy(&v, p + i, sizeof v);
        if (gisa_bytes_have_one(v)) break;
        *count += 8 - gisa_bytes_high(v);
    }
    return i;
}

/* Each number ends with a byte below 0x80, and a number 1 is before that of a column. */
void gisa_positions_count(gisa_str positions, uint32_t out[2])
{
    const unsigned char *p = (const unsigned char *)positions.p;
    size_t n = positions.n;
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
