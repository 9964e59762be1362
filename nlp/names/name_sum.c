/* Letters, pairs of letters and parts of the features (name_feature.h) come again and again, and
 * what they weigh is remembered, in tables of fixed size where the last one of a slot stays.
 *
 * What the rest weighs is far apart in memory, so the features of a character go through three
 * steps while its neighbours go through the others: they are made and their bits asked for; their
 * numbers are read and their rows asked for; the rows are added up. */
#include "nlp/names/name_sum.h"

#include "base/mem.h"
#include "nlp/names/name_feature.h"

#define STEPS 4u /* a power of two, at least three */

/* The articles of an import have their most frequent ones in so many slots. */
#define LETTER_BITS 11
#define PAIR_BITS   13
#define PART_BITS   12

typedef struct lookup {
    uint64_t features[GISA_NAME_FEATURES_MAX];
    uint32_t places[GISA_NAME_FEATURES_MAX];
    uint32_t prints[GISA_NAME_FEATURES_MAX];
    uint32_t numbers[GISA_NAME_FEATURES_MAX]; /* of those that may weigh something */
    unsigned n;
} lookup;

typedef int16_t words __attribute__((vector_size(16)));

typedef struct sum { /* labels of even and of odd numbers apart */
    words even, odd;
} sum;

typedef struct letter {
    uint32_t cp; /* UINT32_MAX: free */
    uint32_t rows[GISA_NAME_LETTER_PLACES];
} letter;

typedef struct pair {
    uint64_t key; /* UINT64_MAX: free */
    uint32_t rows[GISA_NAME_PAIR_PLACES];
} pair;

typedef struct part {
    gisa_name_key key;
    sum sum;
} part;

struct gisa_name_sums {
    const gisa_name_model *model;
    lookup lookups[STEPS]; /* of a character and its neighbours, by its number */
    letter letters[1u << LETTER_BITS];
    pair pairs[1u << PAIR_BITS];
    part parts[1u << PART_BITS];
    /* Of the line's letters, and of the pairs that begin with them, from GISA_NAME_SIGHT before it
     * on. */
    uint32_t letter_rows[GISA_NAME_LINE_MAX + 2 * GISA_NAME_SIGHT][GISA_NAME_LETTER_PLACES];
    uint32_t pair_rows[GISA_NAME_LINE_MAX + 2 * GISA_NAME_SIGHT][GISA_NAME_PAIR_PLACES];
    gisa_name_sum sums[GISA_NAME_LINE_MAX];
};

gisa_status gisa_name_sums_open(const gisa_name_model *model, gisa_name_sums **out, gisa_error *err)
{
    gisa_name_sums *s = gisa_malloc(sizeof *s);
    if (!s) return gisa_fail_mem(err);
    s->model = model;
    memset(s->letters, 0xFF, sizeof s->letters);
    memset(s->pairs, 0xFF, sizeof s->pairs);
    memset(s->parts, 0xFF, sizeof s->parts);
    *out = s;
    return GISA_OK;
}

void gisa_name_sums_close(gisa_name_sums *s)
{
    gisa_free(s);
}

/* The row of a feature, or the empty one. */
static uint32_t row_of(const gisa_name_model *m, uint64_t feature)
{
    uint32_t place = gisa_name_table_place(m->weights.n_blocks, feature);
    if (!gisa_name_table_has(&m->weights, place)) return m->n_entries;
    uint32_t number = gisa_name_table_number(&m->weights, place);
    if (number >= m->n_entries || m->spread[number].print != gisa_name_print(feature))
        return m->n_entries;
    return number;
}

static inline uint32_t slot_of(uint64_t key, unsigned bits)
{
    return (uint32_t)(key * 0x9E3779B97F4A7C15u >> (64 - bits));
}

/* at: letters from GISA_NAME_SIGHT before the line on, so that those that see them are as far. */
static void put_letter(gisa_name_sums *s, const gisa_name_line *l, uint32_t at)
{
    const uint32_t *c = l->cp + GISA_NAME_LINE_PAD - GISA_NAME_SIGHT + at;
    letter *p = &s->letters[slot_of(c[0], LETTER_BITS)];
    if (p->cp != c[0]) {
        uint64_t features[GISA_NAME_LETTER_PLACES];
        gisa_name_letter_features(c[0], features);
        p->cp = c[0];
        for (unsigned k = 0; k < GISA_NAME_LETTER_PLACES; k++)
            p->rows[k] = row_of(s->model, features[k]);
    }
    memcpy(s->letter_rows[at], p->rows, sizeof p->rows);
    uint64_t key = c[0] | (uint64_t)c[1] << 32;
    pair *q = &s->pairs[slot_of(key, PAIR_BITS)];
    if (q->key != key) {
        uint64_t features[GISA_NAME_PAIR_PLACES];
        gisa_name_pair_features(c[0], c[1], features);
        q->key = key;
        for (unsigned k = 0; k < GISA_NAME_PAIR_PLACES; k++)
            q->rows[k] = row_of(s->model, features[k]);
    }
    memcpy(s->pair_rows[at], q->rows, sizeof q->rows);
}

static inline void add_row(sum *s, const gisa_name_row *row)
{
    words w;
    memcpy(&w, row, sizeof w);
    s->even += (words)(w << 8) >> 8;
    s->odd += w >> 8;
}

static void add_letters(const gisa_name_sums *s, uint32_t i, sum *out)
{
    const gisa_name_row *rows = s->model->spread;
    for (unsigned k = 0; k < GISA_NAME_LETTER_PLACES; k++)
        add_row(out, &rows[s->letter_rows[i + k][k]]);
    for (unsigned k = 0; k + 1 < GISA_NAME_PAIR_PLACES; k++)
        add_row(out, &rows[s->pair_rows[i + k + 1][k]]);
    add_row(out, &rows[s->pair_rows[i + GISA_NAME_SIGHT][GISA_NAME_PAIR_PLACES - 1]]);
}

static void add_parts(gisa_name_sums *s, const gisa_name_line *l, uint32_t i, sum *out)
{
    gisa_name_key keys[GISA_NAME_PARTS];
    unsigned n = gisa_name_keys(l, i, keys);
    for (unsigned k = 0; k < n; k++) {
        const gisa_name_key *key = &keys[k];
        uint64_t hash = key->seen ^ gisa_name_mix(key->more | (uint64_t)key->part << 32);
        part *p = &s->parts[slot_of(hash, PART_BITS)];
        if (p->key.seen != key->seen || p->key.more != key->more || p->key.part != key->part) {
            uint64_t features[GISA_NAME_FEATURES_MAX];
            unsigned n_features = gisa_name_part_features(l, i, (gisa_name_part)key->part,
                                                          features);
            *p = (part){.key = *key};
            for (unsigned f = 0; f < n_features; f++)
                add_row(&p->sum, &s->model->spread[row_of(s->model, features[f])]);
        }
        out->even += p->sum.even;
        out->odd += p->sum.odd;
    }
}

static void make(gisa_name_sums *s, const gisa_name_line *l, uint32_t i)
{
    const gisa_name_table *t = &s->model->weights;
    lookup *p = &s->lookups[i % STEPS];
    p->n = gisa_name_part_features(l, i, GISA_NAME_PART_REST, p->features);
    for (unsigned k = 0; k < p->n; k++) {
        uint32_t place = gisa_name_table_place(t->n_blocks, p->features[k]);
        __builtin_prefetch((const char *)t->blocks + place / 8);
        p->places[k] = place;
    }
}

/* First which features have their bit set, without a branch that the CPU cannot predict. */
static void find(gisa_name_sums *s, uint32_t i)
{
    const gisa_name_model *m = s->model;
    lookup *p = &s->lookups[i % STEPS];
    unsigned set = 0, found = 0;
    for (unsigned k = 0; k < p->n; k++) {
        uint32_t place = p->places[k];
        p->places[set] = place;
        p->prints[set] = gisa_name_print(p->features[k]);
        set += gisa_name_table_has(&m->weights, place);
    }
    for (unsigned k = 0; k < set; k++) {
        uint32_t number = gisa_name_table_number(&m->weights, p->places[k]);
        if (number >= m->n_entries) number = m->n_entries;
        __builtin_prefetch(&m->spread[number]);
        p->numbers[found] = number;
        p->prints[found++] = p->prints[k];
    }
    p->n = found;
}

/* No sum can pass 16 bits: there are not so many features. */
static void add_up(gisa_name_sums *s, const gisa_name_line *l, uint32_t i)
{
    const gisa_name_row *rows = s->model->spread;
    const lookup *p = &s->lookups[i % STEPS];
    sum all = {{0}, {0}};
    add_letters(s, i, &all);
    add_parts(s, l, i, &all);
    for (unsigned k = 0; k < p->n; k++)
        add_row(
            &all,
            &rows[rows[p->numbers[k]].print == p->prints[k] ? p->numbers[k] : s->model->n_entries]);
    for (unsigned y = 0; y < 8; y++) {
        s->sums[i].of[2 * y] = all.even[y];
        s->sums[i].of[2 * y + 1] = all.odd[y];
    }
}

const gisa_name_sum *gisa_name_sums_put(gisa_name_sums *s, const gisa_name_line *l)
{
    for (uint32_t at = 0; at < l->n + 2 * GISA_NAME_SIGHT; at++) put_letter(s, l, at);
    for (uint32_t i = 0; i < l->n + 2; i++) {
        if (i < l->n) make(s, l, i);
        if (i >= 1 && i - 1 < l->n) find(s, i - 1);
        if (i >= 2) add_up(s, l, i - 2);
    }
    return s->sums;
}
