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

typedef struct features {
    uint64_t *items;
    unsigned n;
} features;

static inline void put(features *f, unsigned kind, uint64_t seen)
{
    f->items[f->n++] = gisa_name_mix(seen + kind * 0x9E3779B97F4A7C15u);
}

static void put_characters(const gisa_name_line *l, uint32_t i, features *f)
{
    const uint32_t *c = l->cp + PAD + i;
    const uint8_t *k = l->kind + PAD + i;
    uint64_t p[7];
    for (int d = -3; d <= 3; d++) p[d + 3] = c[d];
    for (unsigned d = 0; d < 7; d++) put(f, KIND_CHARS + d, p[d]);
    for (unsigned d = 0; d < 4; d++) put(f, KIND_CHARS + 7 + d, p[d + 1] | p[d + 2] << 21);
    put(f, KIND_CHARS + 11, p[2] | p[4] << 21);
    for (unsigned d = 0; d < 3; d++)
        put(f, KIND_CHARS + 12 + d, p[d + 1] | p[d + 2] << 21 | p[d + 3] << 42);
    put(f, KIND_CHARS + 15, gisa_hangul_final(c[0]) | p[4] << 8);
    uint64_t classes = 0;
    for (int d = -2; d <= 2; d++) classes = classes << 4 | k[d];
    put(f, KIND_CLASSES, classes);
    put(f, KIND_CLASSES + 1, classes & 0xFFF0);
    put(f, KIND_CLASSES + 2, classes & 0xFF0);
}

static uint64_t word_edge(const gisa_name_line *l, uint32_t word, bool end)
{
    const gisa_name_word *w = &l->words[word];
    uint32_t n = (uint32_t)(w->to - w->from), at = end && n > 2 ? w->to - 2u : w->from;
    return l->cp[PAD + at] | (uint64_t)(n > 1 ? l->cp[PAD + at + 1] : 0) << 21;
}

static void put_word(const gisa_name_line *l, uint32_t i, features *f)
{
    uint32_t word = l->word[i];
    bool space = l->kind[PAD + i] == GISA_CHAR_SPACE;
    uint32_t from = 0, to = 0;
    if (word < l->n_words) {
        const gisa_name_word *w = &l->words[word];
        from = i > w->from ? i - w->from : 0;
        to = w->to - (i > w->from ? i : w->from);
        from = (from < 6 ? from : 6) + (space ? 8u : 0);
        to = to < 6 ? to : 6;
        put(f, KIND_WORD, w->hash + from);
        put(f, KIND_WORD + 1, gisa_name_both(w->shape, from));
        put(f, KIND_WORD + 2, word_edge(l, word, true) + ((uint64_t)from << 44));
        if (!space) {
            put(f, KIND_WORD + 3, l->head[i]);
            put(f, KIND_WORD + 4, l->tail[i]);
        }
    }
    put(f, KIND_WORD + 5, to | (uint64_t)from << 8);
    if (word + 1 < l->n_words) {
        put(f, KIND_WORD + 6, gisa_name_both(l->words[word + 1].hash, to));
        put(f, KIND_WORD + 7, word_edge(l, word + 1, false) + ((uint64_t)to << 44));
    }
    if (word > 0) {
        put(f, KIND_WORD + 8, gisa_name_both(l->words[word - 1].hash, from));
        put(f, KIND_WORD + 9, word_edge(l, word - 1, true) + ((uint64_t)from << 44));
    }
}

/* The tag of a character's morpheme and the place in it. */
static inline uint64_t tag_place(const gisa_name_line *l, uint32_t i)
{
    if (l->morph[i] == GISA_NAME_NONE) return 0;
    return 1u + l->morphs[l->morph[i]].tag * 3u + l->place[i];
}

static void put_morph(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    if (l->morph[i] == GISA_NAME_NONE) return;
    const gisa_name_morph *m = &l->morphs[l->morph[i]];
    uint64_t place = l->place[i], length = (uint64_t)(m->to - m->from);
    uint64_t after = i - m->from < 6 ? i - m->from : 6;
    put(f, KIND_MORPH, m->mixed + place);
    put(f, KIND_MORPH + 1, m[-1].mixed + place);
    put(f, KIND_MORPH + 2, m[1].mixed + place);
    put(f, KIND_MORPH + 3, m[-2].mixed + place);
    put(f, KIND_MORPH + 4, m[2].mixed + place);
    put(f, KIND_MORPH + 5, m[-1].with[0] + place);
    put(f, KIND_MORPH + 6, m->with[0] + place);
    put(f, KIND_MORPH + 7, tp);
    put(f, KIND_MORPH + 8, m[-1].mixed + tp);
    put(f, KIND_MORPH + 9, m[1].mixed + tp);
    put(f, KIND_MORPH + 10, m[-1].with[1] + tp);
    put(f, KIND_MORPH + 11, m[1].with[0] + tp);
    put(f, KIND_MORPH + 12, tp | (uint64_t)m[-1].tag << 16 | (uint64_t)m[1].tag << 24);
    put(f, KIND_MORPH + 13, tp | (uint64_t)m[1].tag << 16 | (uint64_t)m[2].tag << 24);
    put(f, KIND_MORPH + 14, tp | (uint64_t)m[-2].tag << 16 | (uint64_t)m[-1].tag << 24);
    put(f, KIND_MORPH + 15, tp | length << 16 | after << 24);
}

static void put_run(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    if (l->morph[i] == GISA_NAME_NONE || l->place[i] == GISA_NAME_BEFORE) return;
    const gisa_name_morph *m = &l->morphs[l->morph[i]];
    if (m->run == GISA_NAME_NONE) return;
    const gisa_name_run *r = &l->runs[m->run];
    const uint32_t *end = l->cp + PAD + r->to;
    uint64_t place = (i == r->from ? 0u : i + 1u < r->to ? 1u : 2u) * 3u + l->place[i];
    uint64_t morph = (uint64_t)(m - l->morphs - r->first < 3 ? m - l->morphs - r->first : 3);
    uint64_t left = (uint64_t)(r->to - i < 5 ? r->to - i : 5);
    uint64_t last2 = r->to - r->from > 1 ? end[-2] | (uint64_t)end[-1] << 21 : end[-1];
    put(f, KIND_RUN, l->morphs[r->first].mixed + place);
    put(f, KIND_RUN + 1, l->morphs[r->last].mixed + place);
    put(f, KIND_RUN + 2, gisa_name_both(end[-1], place));
    put(f, KIND_RUN + 3, gisa_name_both(last2, place));
    put(f, KIND_RUN + 4, gisa_name_both(r->josa, tp));
    put(f, KIND_RUN + 5, gisa_name_both(r->next_word, tp));
    put(f, KIND_RUN + 6, r->after + place);
    put(f, KIND_RUN + 7, tp | morph << 16 | left << 20 | place << 24);
    put(f, KIND_RUN + 8, gisa_name_both(end[-1], tp | left << 16));
}

static void put_lists(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    uint64_t all = 0, next = l->cp[PAD + i + 1];
    for (unsigned c = 0; c < GISA_NAME_LISTS; c++) {
        uint64_t state = l->listed[i][c];
        all = all << 8 | state;
        if (!state) continue;
        put(f, KIND_LIST + 4 * c, state);
        put(f, KIND_LIST + 4 * c + 1, state | tp << 8);
        put(f, KIND_LIST + 4 * c + 2, state | next << 8);
    }
    if (!all) return;
    put(f, KIND_LIST + 28, all);
    put(f, KIND_LIST + 29, gisa_name_both(all & 0x07070707u, tp));
}

static void put_claims(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    uint64_t claim = l->claimed[i], before = i > 0 ? l->claimed[i - 1] : 0u;
    uint64_t after = i + 1 < l->n ? l->claimed[i + 1] : 0u;
    if (!(claim | before)) return;
    bool ends = claim && after != (claim | 1);
    uint64_t state = claim | before << 8 | (uint64_t)ends << 16;
    put(f, KIND_CLAIM, state);
    put(f, KIND_CLAIM + 1, state | tp << 24);
    put(f, KIND_CLAIM + 2, gisa_name_both(l->cp[PAD + i + 1], state));
}

static void put_person(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
{
    uint64_t person = l->person[i];
    if (!person) return;
    put(f, KIND_PERSON, person);
    put(f, KIND_PERSON + 1, person | tp << 8);
    put(f, KIND_PERSON + 2, person | (uint64_t)l->cp[PAD + i + 1] << 8);
}

static void put_clusters(const gisa_name_line *l, uint32_t i, uint64_t tp, features *f)
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

unsigned gisa_name_features(const gisa_name_line *l, uint32_t i,
                            uint64_t out[GISA_NAME_FEATURES_MAX])
{
    features f = {out, 0};
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
