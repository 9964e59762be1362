#include "nlp/train/candidates.h"

#include "base/hangul.h"
#include "base/mem.h"

#define RARE 200u /* uses below which a syllable borrows from its rhyme */

typedef struct tables {
    uint32_t *pairs;  /* [key][label] */
    uint16_t *rhymes; /* [rhyme][label]: how many syllables took it */
    uint32_t *uses;   /* [key] */
    size_t n_labels;
} tables;

static bool is_plain_noun(const gisa_label *l)
{
    const gisa_label_part *p = &l->parts[0];
    return l->n_parts == 1 && p->kind == GISA_EDIT_KEEP &&
           (p->tag == GISA_TAG_NNG || p->tag == GISA_TAG_NNP);
}

static bool may(const tables *t, const train_labels *l, uint32_t key, size_t label)
{
    uint32_t n = t->pairs[key * t->n_labels + label];
    if (n >= 2 && (double)n >= .0003 * t->uses[key]) return true;
    if (key >= GISA_HANGUL_SYLLABLES) return false;
    if (is_plain_noun(&l->items[label])) return true;
    return t->uses[key] < RARE && t->rhymes[key % GISA_HANGUL_RHYMES * t->n_labels + label] >= 3;
}

static void count(tables *t, const train_corpus *c)
{
    for (size_t s = 0; s < c->n_sentences; s++) {
        for (uint32_t i = 0; i < c->sentences[s].n; i++) {
            size_t at = c->sentences[s].from + i;
            uint32_t key = train_key(c->cp[at]);
            t->uses[key]++;
            t->pairs[key * t->n_labels + c->label[at]]++;
        }
    }
    for (uint32_t key = 0; key < GISA_HANGUL_SYLLABLES; key++)
        for (size_t k = 0; k < t->n_labels; k++)
            if (t->pairs[key * t->n_labels + k])
                t->rhymes[key % GISA_HANGUL_RHYMES * t->n_labels + k]++;
}

gisa_status train_candidates_make(const train_corpus *c, const train_labels *l,
                                  train_candidates *out, gisa_error *err)
{
    tables t = {.n_labels = l->n};
    t.pairs = gisa_calloc(TRAIN_KEYS * l->n, sizeof *t.pairs);
    t.rhymes = gisa_calloc(GISA_HANGUL_RHYMES * l->n, sizeof *t.rhymes);
    t.uses = gisa_calloc(TRAIN_KEYS, sizeof *t.uses);
    gisa_status st = t.pairs && t.rhymes && t.uses ? GISA_OK : GISA_ENOMEM;
    size_t n = 0;
    if (st >= 0) {
        count(&t, c);
        for (uint32_t key = 0; key < TRAIN_KEYS; key++)
            for (size_t k = 0; k < l->n; k++) n += may(&t, l, key, k);
        out->labels = gisa_malloc((n + 1) * sizeof *out->labels);
        if (!out->labels) st = GISA_ENOMEM;
    }
    n = 0;
    for (uint32_t key = 0; key < TRAIN_KEYS && st >= 0; key++) {
        out->from[key] = (uint32_t)n;
        for (size_t k = 0; k < l->n; k++)
            if (may(&t, l, key, k)) out->labels[n++] = (uint16_t)k;
    }
    out->from[TRAIN_KEYS] = (uint32_t)n;
    gisa_free(t.pairs);
    gisa_free(t.rhymes);
    gisa_free(t.uses);
    return st < 0 ? gisa_fail_mem(err) : st;
}
