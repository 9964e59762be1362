/* What letters and parts of the features (name_feature.h) weigh is remembered, as they come again
 * and again, in tables of fixed size where the last one of a slot stays.
 *
 * What the rest weighs is far apart in memory, so the features of a character go through steps
 * while those of the next ones go through others: its parts are asked for; the features of the
 * rest, and those of parts that are not remembered, are made and their buckets asked for; the rows
 * are added up, both of a bucket at once, as what is not the feature's counts as zero. */
#include "nlp/names/name_sum.h"

#include "base/mem.h"
#include "nlp/names/name_feature.h"

/* Code of its own for processors with AVX2, which adds up the same; sanitizers and
 * clang cannot choose when the program starts. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) &&                 \
    !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

#define INLINE static inline __attribute__((always_inline))

#define STEPS 4u /* a power of two, more than there are */

/* The most frequent ones of articles have their slots. */
#define LETTER_BITS 11
#define PART_BITS   12

#define NONE   UINT32_MAX
#define BUCKET ((uint32_t)sizeof(gisa_name_bucket))

#define AHEAD 8u                    /* letters that are asked for before one is added */
#define EDGE  (2 * GISA_NAME_SIGHT) /* characters beyond the line that letters around it reach */

typedef int16_t words __attribute__((vector_size(16)));
typedef int16_t words2 __attribute__((vector_size(32))); /* of both rows of a bucket */

typedef struct letter {
    gisa_name_row rows[GISA_NAME_LETTER_PLACES]; /* side by side, as they are added at once */
    uint32_t cp;                                 /* UINT32_MAX: free */
} letter;

typedef struct part {
    gisa_name_key key;
    gisa_name_sum sum;
} part;

/* The rest, or a part that is not remembered, as it goes through the steps. */
typedef struct portion {
    unsigned key;  /* of the part; NONE: the rest */
    unsigned from; /* its features in the lookup, up to the next portion */
} portion;

typedef struct lookup {
    gisa_name_key keys[GISA_NAME_PARTS];
    part *slots[GISA_NAME_PARTS]; /* where the parts may be remembered */
    unsigned n_keys;
    portion portions[GISA_NAME_PARTS + 1];
    unsigned n_portions;
    uint64_t features[GISA_NAME_FEATURES_MAX];
    uint32_t buckets[GISA_NAME_FEATURES_MAX + 1]; /* bytes from the first */
} lookup;

struct gisa_name_sums {
    const gisa_name_model *model;
    lookup lookups[STEPS]; /* of a character and its neighbours, by its number */
    letter letters[1u << LETTER_BITS];
    part parts[1u << PART_BITS];
    uint16_t busy[GISA_NAME_LINE_MAX + 1]; /* characters where a name may be */
    gisa_name_sum
        sums[GISA_NAME_LINE_MAX + 2 * EDGE]; /* of characters, from EDGE before the line */
};

gisa_status gisa_name_sums_open(const gisa_name_model *model, gisa_name_sums **out, gisa_error *err)
{
    gisa_name_sums *s = gisa_malloc(sizeof *s);
    if (!s) return gisa_fail_mem(err);
    s->model = model;
    memset(s->letters, 0xFF, sizeof s->letters);
    memset(s->parts, 0xFF, sizeof s->parts);
    *out = s;
    return GISA_OK;
}

void gisa_name_sums_close(gisa_name_sums *s)
{
    gisa_free(s);
}

static inline uint32_t slot_of(uint64_t key, unsigned bits)
{
    return (uint32_t)(key * 0x9E3779B97F4A7C15u >> (64 - bits));
}

INLINE void add(gisa_name_sum *s, words even, words odd)
{
    words e, o;
    memcpy(&e, s->even, sizeof e);
    memcpy(&o, s->odd, sizeof o);
    e += even;
    o += odd;
    memcpy(s->even, &e, sizeof e);
    memcpy(s->odd, &o, sizeof o);
}

INLINE void add_row(gisa_name_sum *s, const gisa_name_row *row)
{
    words w;
    memcpy(&w, row, sizeof w);
    add(s, (words)(w << 8) >> 8, w >> 8);
}

INLINE void add_sum(gisa_name_sum *s, const gisa_name_sum *other)
{
    words even, odd;
    memcpy(&even, other->even, sizeof even);
    memcpy(&odd, other->odd, sizeof odd);
    add(s, even, odd);
}

/* Adds the rows of a letter to the sums of the characters that see it. */
INLINE void add_letter(gisa_name_sums *s, uint32_t c, gisa_name_sum *sums)
{
    letter *p = &s->letters[slot_of(c, LETTER_BITS)];
    if (p->cp != c) {
        uint64_t features[GISA_NAME_LETTER_PLACES];
        gisa_name_letter_features(c, features);
        p->cp = c;
        for (unsigned k = 0; k < GISA_NAME_LETTER_PLACES; k++) {
            const gisa_name_row *row = gisa_name_row_find(s->model, features[k]);
            p->rows[k] = row ? *row : (gisa_name_row){0};
        }
    }
    for (int k = 0; k < (int)GISA_NAME_LETTER_PLACES; k++) add_row(&sums[-k], &p->rows[k]);
}

INLINE void add_letters(gisa_name_sums *s, const gisa_name_line *l)
{
    const uint32_t *c = l->cp + GISA_NAME_LINE_PAD - GISA_NAME_SIGHT;
    uint32_t n = l->n + 2 * GISA_NAME_SIGHT;
    for (uint32_t i = 0; i < n; i++) {
        const letter *next = &s->letters[slot_of(c[i + AHEAD < n ? i + AHEAD : i], LETTER_BITS)];
        __builtin_prefetch(next->rows);
        __builtin_prefetch(next->rows + 4);
        add_letter(s, c[i], s->sums + EDGE + i);
    }
}

INLINE void ask(gisa_name_sums *s, const gisa_name_line *l, uint32_t i, uint32_t step)
{
    lookup *p = &s->lookups[step % STEPS];
    p->n_keys = gisa_name_keys(l, i, p->keys);
    for (unsigned k = 0; k < p->n_keys; k++) {
        const gisa_name_key *key = &p->keys[k];
        uint64_t hash = key->seen ^ gisa_name_mix(key->more | (uint64_t)key->part << 32);
        p->slots[k] = &s->parts[slot_of(hash, PART_BITS)];
        __builtin_prefetch(p->slots[k]);
    }
}

static inline bool is_same(const gisa_name_key *a, const gisa_name_key *b)
{
    return a->seen == b->seen && a->more == b->more && a->part == b->part;
}

INLINE void make(gisa_name_sums *s, const gisa_name_line *l, uint32_t i, uint32_t step)
{
    const gisa_name_model *m = s->model;
    lookup *p = &s->lookups[step % STEPS];
    unsigned n = gisa_name_part_features(l, i, GISA_NAME_PART_REST, p->features);
    p->portions[0] = (portion){NONE, 0};
    p->n_portions = 1;
    for (unsigned k = 0; k < p->n_keys; k++) {
        const gisa_name_key *key = &p->keys[k];
        if (is_same(&p->slots[k]->key, key)) {
            add_sum(&s->sums[EDGE + i], &p->slots[k]->sum);
            continue;
        }
        p->portions[p->n_portions++] = (portion){k, n};
        n += gisa_name_part_features(l, i, (gisa_name_part)key->part, p->features + n);
    }
    p->portions[p->n_portions].from = n;
    for (unsigned k = 0; k < n; k++)
        p->buckets[k] = gisa_name_bucket_of(m->n_buckets, p->features[k]) * BUCKET;
    p->buckets[n] = 0;
    for (unsigned k = 0; k < n; k += 2) {
        __builtin_prefetch((const char *)m->buckets + p->buckets[k]);
        __builtin_prefetch((const char *)m->buckets + p->buckets[k + 1]);
    }
}

/* Adds the rows of some features up. */
INLINE void add_features(const gisa_name_model *m, const lookup *p, unsigned from, unsigned end,
                         gisa_name_sum *out)
{
    words2 even = {0}, odd = {0};
    words w[2];
    for (unsigned k = from; k < end; k++) {
        words2 rows;
        memcpy(&rows, (const char *)m->buckets + p->buckets[k], sizeof rows);
        words2 prints = __builtin_shufflevector(rows, rows, 7, 7, 7, 7, 7, 7, 7, 7, 15, 15, 15, 15,
                                                15, 15, 15, 15);
        rows &= prints == (int16_t)gisa_name_print(p->features[k]);
        even += (words2)(rows << 8) >> 8;
        odd += rows >> 8;
    }
    memcpy(w, &even, sizeof w);
    w[0] += w[1];
    memcpy(out->even, w, sizeof out->even);
    memcpy(w, &odd, sizeof w);
    w[0] += w[1];
    memcpy(out->odd, w, sizeof out->odd);
}

/* No sum can pass 16 bits: there are not so many features. */
INLINE void add_up(gisa_name_sums *s, uint32_t i, uint32_t step)
{
    lookup *p = &s->lookups[step % STEPS];
    gisa_name_sum all = s->sums[EDGE + i];
    for (unsigned q = 0; q < p->n_portions; q++) {
        gisa_name_sum sum;
        unsigned key = p->portions[q].key;
        add_features(s->model, p, p->portions[q].from, p->portions[q + 1].from, &sum);
        if (key != NONE) *p->slots[key] = (part){p->keys[key], sum};
        add_sum(&all, &sum);
    }
    s->sums[EDGE + i] = all;
}

FOR_EACH_PROCESSOR
static const gisa_name_sum *put(gisa_name_sums *s, const gisa_name_line *l)
{
    memset(s->sums, 0, (l->n + 2 * EDGE) * sizeof *s->sums);
    add_letters(s, l);
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->n; i++) {
        s->busy[n] = (uint16_t)i;
        n += !l->idle[i];
    }
    for (uint32_t k = 0; k < n + 2; k++) {
        if (k < n) ask(s, l, s->busy[k], k);
        if (k >= 1 && k - 1 < n) make(s, l, s->busy[k - 1], k - 1);
        if (k >= 2) add_up(s, s->busy[k - 2], k - 2);
    }
    return s->sums + EDGE;
}

/* A function with code for each processor would be exported, whatever its visibility. */
const gisa_name_sum *gisa_name_sums_put(gisa_name_sums *s, const gisa_name_line *l)
{
    return put(s, l);
}
