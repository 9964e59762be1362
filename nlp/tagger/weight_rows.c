#include "nlp/tagger/weight_rows.h"

#include "base/mem.h"

#define LINE       64u /* bytes of a cache line */
#define NUMBER_MAX UINT16_MAX

static const uint16_t no_number[1];
static const uint32_t no_high[1];
static const int8_t no_low[GISA_WEIGHT_ROWS_LOW];
static const uint8_t no_pairs[2];

const gisa_weight_rows gisa_weight_rows_none = {
    .number = no_number, .high = no_high, .low = no_low, .pairs = no_pairs};

/* The bytes from one row to the next; 0 after the last. */
static size_t row_size(const gisa_model *m, size_t at)
{
    if (at + 2 > m->rows_bytes) return 0;
    size_t size = 2 + 2u * m->rows[at] + 4u * m->rows[at + 1];
    return size > m->rows_bytes - at ? 0 : (size + 3) / 4 * 4;
}

/* The bytes to the next row; 0 after the long rows that come first. */
static size_t long_size(const gisa_model *m, size_t at)
{
    size_t size = row_size(m, at);
    return size && (uint32_t)m->rows[at] + m->rows[at + 1] >= GISA_WEIGHT_ROWS_MIN ? size : 0;
}

typedef struct room { /* as gisa_weight_rows, while it is filled */
    uint32_t n, used; /* rows; bytes of pairs */
    uint16_t *number;
    int8_t *low, *wide;
    uint32_t *high;
    uint8_t *pairs;
} room;

/* How many outcomes of a row are beyond those that are laid side by side. */
static uint32_t count_high(const uint8_t *row)
{
    uint32_t n = row[1];
    for (uint32_t k = 0; k < row[0]; k++) n += row[2 + 2 * k] >= GISA_WEIGHT_ROWS_LOW;
    return n;
}

static bool add_weight(int8_t *at, uint8_t weight)
{
    int sum = *at + (int8_t)weight;
    if (sum > GISA_WEIGHT_ROWS_MAX_WEIGHT || sum < -GISA_WEIGHT_ROWS_MAX_WEIGHT) return false;
    *at = (int8_t)sum;
    return true;
}

/* Lays out a row under the next number, its high outcomes in wide (n_labels of them) or, when that
 * is NULL, in pairs. Returns: false when a weight is too large or a label unknown. */
static bool lay_out(const uint8_t *row, room *r, int8_t *wide, uint32_t n_labels)
{
    const uint8_t *p = row + 2;
    uint8_t *pairs = r->pairs + r->used, *to = pairs + 2;
    int8_t *low = r->low + (size_t)r->n * GISA_WEIGHT_ROWS_LOW;
    bool fits = true;
    for (uint32_t k = 0; k < row[0] && fits; k++, p += 2) {
        if (p[0] < GISA_WEIGHT_ROWS_LOW) {
            fits = add_weight(&low[gisa_weight_rows_place(p[0])], p[1]);
        } else if (wide) {
            fits = p[0] < n_labels && add_weight(&wide[p[0]], p[1]);
        } else {
            *to++ = p[0];
            *to++ = p[1];
        }
    }
    for (uint32_t k = 0; k < row[1] && wide && fits; k++, p += 4) {
        uint32_t label = (uint32_t)(p[0] | p[1] << 8);
        fits = label < n_labels && add_weight(&wide[label], p[2]);
    }
    if (!fits) {
        memset(low, 0, GISA_WEIGHT_ROWS_LOW);
        if (wide) memset(wide, 0, n_labels);
        return false;
    }
    r->high[r->n++] = r->used;
    if (wide) return true;
    pairs[0] = (uint8_t)((to - pairs - 2) / 2);
    pairs[1] = row[1];
    memcpy(to, p, 4u * row[1]);
    r->used += (uint32_t)(to - pairs) + 4u * row[1];
    return true;
}

/* Lays out the rows with many high outcomes, or the others. */
static void lay_out_all(const gisa_model *m, uint32_t n_places, bool wide, room *r)
{
    for (size_t at = 0; at / 4 < n_places; at += row_size(m, at)) {
        const uint8_t *row = m->rows + at;
        if ((count_high(row) > GISA_WEIGHT_ROWS_PAIRS) != wide) continue;
        uint32_t n = r->n;
        int8_t *to = wide ? r->wide + (size_t)n * m->n_labels : NULL;
        if (lay_out(row, r, to, m->n_labels)) r->number[at / 4 + 1] = (uint16_t)n;
    }
}

gisa_status gisa_weight_rows_open(const gisa_model *m, gisa_weight_rows *out, gisa_error *err)
{
    size_t n = 1, n_wide = 1, at = 0;
    for (size_t size; n < NUMBER_MAX && (size = long_size(m, at)) > 0; at += size) {
        n_wide += count_high(m->rows + at) > GISA_WEIGHT_ROWS_PAIRS;
        n++;
    }
    size_t n_places = at / 4, wide_bytes = (n_wide * m->n_labels + 7) / 8 * 8;
    char *memory = gisa_calloc(1, LINE + n * (GISA_WEIGHT_ROWS_LOW + sizeof(uint32_t)) +
                                      wide_bytes + (n_places + 1) * sizeof(uint16_t) + at + 4);
    if (!memory) return gisa_fail_mem(err);
    room r = {.n = 1, .low = (int8_t *)memory + (LINE - (uintptr_t)memory % LINE)};
    r.wide = r.low + n * GISA_WEIGHT_ROWS_LOW;
    r.high = (uint32_t *)(void *)(r.wide + wide_bytes);
    r.number = (uint16_t *)(void *)(r.high + n);
    r.pairs = (uint8_t *)(r.number + n_places + 1);
    r.used = 2; /* row 0 has no pairs */
    lay_out_all(m, (uint32_t)n_places, true, &r);
    *out = (gisa_weight_rows){.n_places = (uint32_t)n_places,
                              .number = r.number,
                              .low = r.low,
                              .n_wide = r.n,
                              .n_labels = m->n_labels,
                              .wide = r.wide,
                              .high = r.high,
                              .pairs = r.pairs,
                              .memory = memory};
    lay_out_all(m, (uint32_t)n_places, false, &r);
    return GISA_OK;
}

void gisa_weight_rows_clear(gisa_weight_rows *d)
{
    gisa_free(d->memory);
    *d = (gisa_weight_rows){0};
}
