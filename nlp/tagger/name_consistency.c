/* Two passes over the eojeols: the first counts how often each name was read whole, the second how
 * often the same string was not. The table is small and fixed: names beyond its room are not looked
 * at. */
#include "nlp/tagger/name_consistency.h"

#include "base/mem.h"
#include "nlp/tagger/tagger.h"

#define SLOTS 2048u
#define NAMES 1024u
#define SHORT 2u /* syllables of a name */
#define LONG  8u

#define MENTIONS_MIN 2 /* mentions read whole, to mark the others (tests/bench/names.py) */

typedef struct name {
    uint64_t hash; /* 0: free */
    uint16_t whole, torn;
} name;

struct gisa_name_consistency {
    name slots[SLOTS];
    uint32_t filled[NAMES];
    uint32_t n;
};

static name *find(gisa_name_consistency *c, uint64_t hash)
{
    uint32_t i = (uint32_t)(hash >> 20) % SLOTS;
    while (c->slots[i].hash != 0 && c->slots[i].hash != hash) i = (i + 1) % SLOTS;
    return &c->slots[i];
}

static void note(gisa_name_consistency *c, uint64_t hash)
{
    name *n = find(c, hash);
    if (n->hash == 0) {
        if (c->n == NAMES) return;
        c->filled[c->n++] = (uint32_t)(n - c->slots);
        n->hash = hash;
    }
    if (n->whole < UINT16_MAX) n->whole++;
}

static bool begins_eojeol(const gisa_text *t, uint32_t i)
{
    return i == 0 || gisa_char_class_of(t->cp[i - 1]) == GISA_CHAR_SPACE;
}

static uint64_t hash_of(const gisa_text *t, uint32_t from, uint32_t to)
{
    uint64_t hash = gisa_word_hash(t->cp + from, to - from);
    return hash ? hash : 1;
}

static bool is_name(const gisa_text *t, const gisa_morph_item *p)
{
    uint32_t n = p->at.to - p->at.from;
    if (p->tag != GISA_TAG_NNP || n < SHORT || n > LONG || n != p->n_form) return false;
    for (uint32_t i = p->at.from; i < p->at.to; i++)
        if (!gisa_text_is_hangul(t, i)) return false;
    return begins_eojeol(t, p->at.from);
}

/* Whether the run of Hangul from `from` to its end is nothing or a josa. */
static bool only_josa(const gisa_text *t, uint32_t from, gisa_wordset words)
{
    uint64_t hash = GISA_WORD_SEED;
    uint32_t to = from;
    for (; gisa_text_is_hangul(t, to); to++) {
        if (to - from > 4) return false;
        hash = gisa_word_roll(hash, t->cp[to]);
    }
    return to == from || (gisa_wordset_find(words, hash) & GISA_WORD_JOSA);
}

/* For each eojeol that a noted name and perhaps a josa make up but that was read otherwise: counts
 * it (presets NULL) or marks it. */
static unsigned second_pass(gisa_name_consistency *c, const gisa_text *t, const gisa_morph_list *p,
                            gisa_wordset words, uint16_t *presets)
{
    unsigned marked = 0;
    for (uint32_t k = 0; k < p->n; k++) {
        uint32_t from = p->items[k].at.from;
        if ((k > 0 && p->items[k - 1].at.from == from) || !begins_eojeol(t, from)) continue;
        uint64_t hash = GISA_WORD_SEED;
        for (uint32_t to = from; gisa_text_is_hangul(t, to) && to - from < LONG;) {
            hash = gisa_word_roll(hash, t->cp[to++]);
            name *n = to - from >= SHORT ? find(c, hash ? hash : 1) : NULL;
            if (!n || n->hash == 0 || !only_josa(t, to, words)) continue;
            const gisa_morph_item *first = &p->items[k];
            if (first->at.to == to && first->tag < GISA_TAG_VV) continue; /* one noun already */
            if (!presets) {
                if (n->torn < UINT16_MAX) n->torn++;
            } else if (n->whole >= MENTIONS_MIN && n->whole > n->torn && !presets[from]) {
                for (uint32_t i = from; i < to; i++)
                    presets[i] = (uint16_t)((i == from ? GISA_PRESET_BEGIN : GISA_PRESET_INSIDE) |
                                            GISA_PRESET_DEFERRED | (GISA_TAG_NNP + 1));
                marked++;
            }
        }
    }
    return marked;
}

unsigned gisa_name_consistency_mark(gisa_name_consistency *c, const gisa_text *t,
                                    const gisa_morph_list *p, gisa_wordset words, uint16_t *presets)
{
    unsigned marked = 0;
    for (uint32_t k = 0; k < p->n; k++)
        if (is_name(t, &p->items[k])) note(c, hash_of(t, p->items[k].at.from, p->items[k].at.to));
    if (c->n > 0) {
        second_pass(c, t, p, words, NULL);
        marked = second_pass(c, t, p, words, presets);
    }
    for (uint32_t i = 0; i < c->n; i++) c->slots[c->filled[i]] = (name){0};
    c->n = 0;
    return marked;
}

gisa_status gisa_name_consistency_open(gisa_name_consistency **out, gisa_error *err)
{
    *out = gisa_calloc(1, sizeof **out);
    return *out ? GISA_OK : gisa_fail_mem(err);
}

void gisa_name_consistency_close(gisa_name_consistency *c)
{
    gisa_free(c);
}
