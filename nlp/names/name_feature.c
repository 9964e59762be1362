/* A feature is the number of its kind and what it sees, mixed. What is seen is packed into 64 bits
 * where it fits (three characters of 21 bits), and mixed before where it does not. */
#include "nlp/names/name_feature.h"

#include "base/hangul.h"
#include "nlp/text.h"

#define PAD GISA_NAME_LINE_PAD

enum kind {
    KIND_CHARS = 1,
    KIND_CLASSES = 24,
    KIND_WORD = 32,
    KIND_MORPH = 56,
    KIND_RUN = 80,
    KIND_LIST = 104,
    KIND_CLAIM = 136,
    KIND_PERSON = 144,
    KIND_CLUSTER = 152,
};

#define ALL_PARTS UINT32_MAX

/* For each set of parts there is code of its own. */
#define INLINE static inline __attribute__((always_inline))

enum { PART_LETTERS = GISA_NAME_PARTS }; /* which have no key */

typedef struct features {
    uint64_t *items;
    unsigned n;
    uint32_t parts; /* a bit for each that is wanted */
} features;

/* Less thorough than gisa_name_mix, as what is seen is often mixed itself. */
static inline uint64_t feature_of(unsigned kind, uint64_t seen)
{
    uint64_t v = (seen + kind * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    return v ^ v >> 32;
}

/* Which part a feature is of, but for lists. */
INLINE unsigned part_of(unsigned kind)
{
    if (kind < KIND_CHARS + 7) return PART_LETTERS;
    switch (kind) {
    case KIND_CLASSES:
    case KIND_CLASSES + 1:
    case KIND_CLASSES + 2: return GISA_NAME_PART_CLASSES;
    case KIND_WORD:
    case KIND_WORD + 4: return GISA_NAME_PART_SHAPE;
    case KIND_MORPH + 10:
    case KIND_MORPH + 11: return GISA_NAME_PART_SIZE;
    case KIND_CLAIM:
    case KIND_CLAIM + 1:
    case KIND_PERSON:
    case KIND_PERSON + 1: return GISA_NAME_PART_KNOWN;
    default: return GISA_NAME_PART_REST;
    }
}

INLINE void put_of(features *f, unsigned part, unsigned kind, uint64_t seen)
{
    if (f->parts >> part & 1) f->items[f->n++] = feature_of(kind, seen);
}

INLINE void put(features *f, unsigned kind, uint64_t seen)
{
    put_of(f, part_of(kind), kind, seen);
}

static inline uint64_t classes_at(const gisa_name_line *l, uint32_t i)
{
    const uint8_t *k = l->kind + PAD + i;
    uint64_t classes = 0;
    for (int d = -2; d <= 2; d++) classes = classes << 4 | k[d];
    return classes;
}

INLINE void put_characters(const gisa_name_line *l, uint32_t i, features *f)
{
    const uint32_t *c = l->cp + PAD + i;
    uint64_t p[7];
    for (int d = -3; d <= 3; d++) p[d + 3] = c[d];
    for (unsigned d = 0; d < 7; d++) put(f, KIND_CHARS + d, p[d]);
    for (unsigned d = 0; d < 4; d++) put(f, KIND_CHARS + 7 + d, p[d + 1] | p[d + 2] << 21);
    for (unsigned d = 0; d < 3; d++)
        put(f, KIND_CHARS + 11 + d, p[d + 1] | p[d + 2] << 21 | p[d + 3] << 42);
    put(f, KIND_CHARS + 14, gisa_hangul_final(c[0]) | p[4] << 8);
    uint64_t classes = classes_at(l, i);
    put(f, KIND_CLASSES, classes);
    put(f, KIND_CLASSES + 1, classes & 0xFFF0);
    put(f, KIND_CLASSES + 2, classes & 0xFF0);
}

/* Where a character is in its word, counted from both ends; of a space before it, too. */
typedef struct word_place {
    uint32_t from, to;
} word_place;

static inline word_place place_in_word(const gisa_name_line *l, uint32_t i)
{
    if (l->word[i] >= l->n_words) return (word_place){0, 0};
    const gisa_name_word *w = &l->words[l->word[i]];
    bool space = l->kind[PAD + i] == GISA_CHAR_SPACE;
    uint32_t from = i > w->from ? i - w->from : 0;
    uint32_t to = w->to - (i > w->from ? i : w->from);
    return (word_place){(from < 6 ? from : 6) + (space ? 8u : 0), to < 6 ? to : 6};
}

INLINE void put_word(const gisa_name_line *l, uint32_t i, features *f)
{
    uint32_t word = l->word[i];
    word_place place = place_in_word(l, i);
    uint64_t from = place.from, to = place.to;
    if (word < l->n_words) {
        const gisa_name_word *w = &l->words[word];
        put(f, KIND_WORD, gisa_name_both(w->shape, from));
        put(f, KIND_WORD + 1, w->last + (from << 44));
        put(f, KIND_WORD + 7, w->hash + from);
        if (l->kind[PAD + i] != GISA_CHAR_SPACE) {
            put(f, KIND_WORD + 2, l->head[i]);
            put(f, KIND_WORD + 3, l->tail[i]);
        }
    }
    put(f, KIND_WORD + 4, to | from << 8);
    if (word + 1 < l->n_words) put(f, KIND_WORD + 5, l->words[word + 1].first + (to << 44));
    if (word > 0) put(f, KIND_WORD + 6, l->words[word - 1].last + (from << 44));
}

/* The tag of a character's morpheme and the place in it. */
static inline uint64_t tag_place(const gisa_name_line *l, uint32_t i)
{
    if (l->morph[i] == GISA_NAME_NONE) return 0;
    return 1u + l->morphs[l->morph[i]].tag * 3u + l->place[i];
}

/* How long a morpheme is and how far from its beginning a character is. */
static inline uint64_t size_at(const gisa_name_morph *m, uint32_t i)
{
    uint64_t length = (uint64_t)(m->to - m->from), after = i - m->from < 6 ? i - m->from : 6;
    return length | after << 8;
}

INLINE void put_morph(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    if (l->morph[i] == GISA_NAME_NONE) return;
    const gisa_name_morph *m = &l->morphs[l->morph[i]];
    uint64_t place = l->place[i], size = size_at(m, i);
    put(f, KIND_MORPH, m->mixed + place);
    put(f, KIND_MORPH + 1, m[-1].mixed + place);
    put(f, KIND_MORPH + 2, m[1].mixed + place);
    put(f, KIND_MORPH + 3, m[-2].mixed + place);
    put(f, KIND_MORPH + 4, m[2].mixed + place);
    put(f, KIND_MORPH + 5, m[-1].mixed + tp);
    put(f, KIND_MORPH + 6, m[1].mixed + tp);
    put(f, KIND_MORPH + 7, tp | (uint64_t)m[-1].tag << 16 | (uint64_t)m[1].tag << 24);
    put(f, KIND_MORPH + 8, tp | (uint64_t)m[1].tag << 16 | (uint64_t)m[2].tag << 24);
    put(f, KIND_MORPH + 9, tp | (uint64_t)m[-2].tag << 16 | (uint64_t)m[-1].tag << 24);
    put(f, KIND_MORPH + 10, tp);
    put(f, KIND_MORPH + 11, tp | size << 16);
}

/* The run that a character is in, or NULL. */
static inline const gisa_name_run *run_at(const gisa_name_line *l, uint32_t i)
{
    if (l->morph[i] == GISA_NAME_NONE || l->place[i] == GISA_NAME_BEFORE) return NULL;
    uint32_t run = l->morphs[l->morph[i]].run;
    return run == GISA_NAME_NONE ? NULL : &l->runs[run];
}

static inline uint64_t place_in_run(const gisa_name_line *l, const gisa_name_run *r, uint32_t i)
{
    return (i == r->from ? 0u : i + 1u < r->to ? 1u : 2u) * 3u + l->place[i];
}

static inline uint64_t left_of_run(const gisa_name_run *r, uint32_t i)
{
    return (uint64_t)(r->to - i < 5 ? r->to - i : 5);
}

INLINE void put_run(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    const gisa_name_run *r = run_at(l, i);
    if (!r) return;
    const gisa_name_morph *m = &l->morphs[l->morph[i]];
    uint64_t place = place_in_run(l, r, i), left = left_of_run(r, i);
    uint64_t morph = (uint64_t)(m - l->morphs - r->first < 3 ? m - l->morphs - r->first : 3);
    put(f, KIND_RUN, l->morphs[r->last].mixed + place);
    put(f, KIND_RUN + 1, r->end_mixed + place);
    put(f, KIND_RUN + 2, r->end2_mixed + place);
    put(f, KIND_RUN + 3, r->josa_mixed + tp);
    put(f, KIND_RUN + 4, r->next_mixed + tp);
    put(f, KIND_RUN + 5, tp | morph << 16 | left << 20 | place << 24);
    put(f, KIND_RUN + 6, r->end_mixed + (tp | left << 16));
    put(f, KIND_RUN + 7, l->morphs[r->first].mixed + place);
    put(f, KIND_RUN + 8, r->after + place);
}

INLINE void put_lists(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    uint64_t all = 0, next = l->cp[PAD + i + 1];
    for (unsigned c = 0; c < GISA_NAME_LISTS; c++) {
        uint64_t state = l->listed[i][c];
        all = all << 8 | state;
        if (!state) continue;
        put_of(f, GISA_NAME_PART_KNOWN, KIND_LIST + 4 * c, state);
        put_of(f, GISA_NAME_PART_KNOWN, KIND_LIST + 4 * c + 1, state | tp << 8);
        put(f, KIND_LIST + 4 * c + 2, state | next << 8);
    }
    if (!all) return;
    put_of(f, GISA_NAME_PART_KNOWN, KIND_LIST + 28, all);
    put_of(f, GISA_NAME_PART_KNOWN, KIND_LIST + 29, gisa_name_both(all & 0x07070707u, tp));
}

/* What the rules claim at a character; 0: nothing there and before it. */
static inline uint64_t claim_at(const gisa_name_line *l, uint32_t i)
{
    uint64_t claim = l->claimed[i], before = i > 0 ? l->claimed[i - 1] : 0u;
    uint64_t after = i + 1 < l->n ? l->claimed[i + 1] : 0u;
    bool ends = claim && after != (claim | 1);
    return claim | before << 8 | (uint64_t)ends << 16;
}

INLINE void put_claims(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    uint64_t state = claim_at(l, i);
    if (!state) return;
    put(f, KIND_CLAIM, state);
    put(f, KIND_CLAIM + 1, state | tp << 24);
    put(f, KIND_CLAIM + 2, gisa_name_both(l->cp[PAD + i + 1], state));
}

INLINE void put_person(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    uint64_t person = l->person[i];
    if (!person) return;
    put(f, KIND_PERSON, person);
    put(f, KIND_PERSON + 1, person | tp << 8);
    put(f, KIND_PERSON + 2, person | (uint64_t)l->cp[PAD + i + 1] << 8);
}

INLINE void put_clusters(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    if (l->morph[i] == GISA_NAME_NONE) return;
    const gisa_name_morph *m = &l->morphs[l->morph[i]];
    uint64_t place = l->place[i];
    for (int d = -2; d <= 2; d++)
        if (m[d].cluster) put(f, KIND_CLUSTER + (unsigned)(d + 2), m[d].cluster | place << 16);
    if (m->cluster) put(f, KIND_CLUSTER + 5, m->cluster | tp << 16);
    if (m[1].cluster) put(f, KIND_CLUSTER + 6, m[1].cluster | tp << 16);
    if (m[-1].cluster) put(f, KIND_CLUSTER + 7, m[-1].cluster | tp << 16);
    if (m->cluster && m[1].cluster)
        put(f, KIND_CLUSTER + 8, m->cluster | place << 16 | (uint64_t)m[1].cluster << 24);
    if (m->cluster && m[-1].cluster)
        put(f, KIND_CLUSTER + 9, m->cluster | place << 16 | (uint64_t)m[-1].cluster << 24);
}

INLINE unsigned put_all(const gisa_name_line *l, uint32_t i, uint32_t parts, uint64_t *out)
{
    features f = {out, 0, parts};
    uint64_t tp = tag_place(l, i);
    put_characters(l, i, &f);
    put_word(l, i, &f);
    put_morph(l, i, tp, &f);
    put_run(l, i, tp, &f);
    put_lists(l, i, tp, &f);
    put_claims(l, i, tp, &f);
    put_person(l, i, tp, &f);
    put_clusters(l, i, tp, &f);
    return f.n;
}

unsigned gisa_name_features(const gisa_name_line *l, uint32_t i,
                            uint64_t out[GISA_NAME_FEATURES_MAX])
{
    return put_all(l, i, ALL_PARTS, out);
}

unsigned gisa_name_part_features(const gisa_name_line *l, uint32_t i, gisa_name_part part,
                                 uint64_t out[GISA_NAME_FEATURES_MAX])
{
    switch (part) { /* constants, so that each has only its own code */
    case GISA_NAME_PART_REST: return put_all(l, i, 1u << GISA_NAME_PART_REST, out);
    case GISA_NAME_PART_CLASSES: return put_all(l, i, 1u << GISA_NAME_PART_CLASSES, out);
    case GISA_NAME_PART_SHAPE: return put_all(l, i, 1u << GISA_NAME_PART_SHAPE, out);
    case GISA_NAME_PART_SIZE: return put_all(l, i, 1u << GISA_NAME_PART_SIZE, out);
    case GISA_NAME_PART_KNOWN: return put_all(l, i, 1u << GISA_NAME_PART_KNOWN, out);
    default: return 0;
    }
}

void gisa_name_letter_features(uint32_t letter, uint64_t out[GISA_NAME_LETTER_PLACES])
{
    for (unsigned k = 0; k < GISA_NAME_LETTER_PLACES; k++)
        out[k] = feature_of(KIND_CHARS + k, letter);
}

unsigned gisa_name_keys(const gisa_name_line *l, uint32_t i, gisa_name_key keys[GISA_NAME_PARTS])
{
    unsigned n = 0;
    uint64_t tp = tag_place(l, i), listed = 0, claim = claim_at(l, i);
    word_place place = place_in_word(l, i);
    keys[n++] = (gisa_name_key){classes_at(l, i), 0, GISA_NAME_PART_CLASSES};
    bool known = l->word[i] < l->n_words;
    keys[n++] = (gisa_name_key){known ? l->words[l->word[i]].shape : 0,
                                place.from | place.to << 8 | (uint32_t)known << 16,
                                GISA_NAME_PART_SHAPE};
    if (l->morph[i] != GISA_NAME_NONE) {
        const gisa_name_morph *m = &l->morphs[l->morph[i]];
        keys[n++] = (gisa_name_key){tp | size_at(m, i) << 16, 0, GISA_NAME_PART_SIZE};
    }
    memcpy(&listed, l->listed[i], GISA_NAME_LISTS);
    if (listed | claim | l->person[i])
        keys[n++] = (gisa_name_key){listed << 32 | claim << 8 | l->person[i], (uint32_t)tp,
                                    GISA_NAME_PART_KNOWN};
    return n;
}
