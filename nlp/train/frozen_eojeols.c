#include "nlp/train/frozen_eojeols.h"

#include <stdio.h>

#include "base/mem.h"
#include "nlp/tagger/tagger.h"

#define SYLLABLES_MAX 16 /* syllables of a remembered eojeol */

typedef struct seen {
    uint32_t count;
    uint16_t labels[SYLLABLES_MAX];
    uint32_t other; /* how often it was read otherwise */
} seen;

typedef struct memory {
    gisa_map words; /* key: code points; value: index in items */
    seen *items;
    size_t n, cap;
} memory;

static gisa_status note(memory *m, const uint32_t *cp, const uint16_t *labels, uint32_t n)
{
    uint64_t *slot;
    bool added;
    if (n > SYLLABLES_MAX) return GISA_OK;
    if (gisa_map_put(&m->words, (gisa_str){(const char *)cp, n * sizeof *cp}, &slot, &added) < 0)
        return GISA_ENOMEM;
    if (added) {
        if (GISA_GROW(m->items, m->n, m->cap) < 0) return GISA_ENOMEM;
        m->items[m->n] = (seen){0};
        memcpy(m->items[m->n].labels, labels, n * sizeof *labels);
        *slot = m->n++;
    }
    seen *s = &m->items[*slot];
    s->count++;
    if (memcmp(s->labels, labels, n * sizeof *labels) != 0) s->other++;
    return GISA_OK;
}

static gisa_status read_text(gisa_tagger *tagger, const train_corpus *text, memory *m)
{
    for (size_t k = 0; k < text->n_sentences; k++) {
        const train_sentence *s = &text->sentences[k];
        const uint32_t *cp = text->cp + s->from;
        const uint8_t *begins = text->begins + s->from;
        const uint16_t *labels = gisa_tagger_labels(tagger, cp, begins, s->n);
        for (uint32_t i = 0, to; labels && i < s->n; i = to) {
            for (to = i + 1; to < s->n && !begins[to];) to++;
            if (note(m, cp + i, labels + i, to - i) < 0) return GISA_ENOMEM;
        }
    }
    return GISA_OK;
}

static bool is_safe(const memory *m, const gisa_map_item *item)
{
    const seen *s = &m->items[item->value];
    return s->count >= TRAIN_FROZEN_MIN && s->other * 100 <= s->count;
}

static gisa_status write_section(const memory *m, gisa_buf *out)
{
    uint64_t bits = 1, n = 0, covered = 0, all = 0;
    gisa_buf labels = {0};
    for (size_t i = 0; i < m->words.n; i++) {
        n += is_safe(m, &m->words.items[i]);
        all += m->items[m->words.items[i].value].count;
    }
    while (((uint64_t)1 << bits) * 3 / 4 < n) bits++;
    uint64_t mask = ((uint64_t)1 << bits) - 1;
    uint64_t *slots = gisa_calloc(mask + 1, sizeof *slots);
    if (!slots) return GISA_ENOMEM;
    for (size_t i = 0; i < m->words.n; i++) {
        const gisa_map_item *item = &m->words.items[i];
        uint64_t hash = GISA_WORD_SEED;
        size_t n_cp = item->key.n / 4;
        if (!is_safe(m, item)) continue;
        for (size_t k = 0; k < n_cp; k++)
            hash = gisa_word_roll(hash, ((const uint32_t *)(const void *)item->key.p)[k]);
        size_t slot = hash & mask;
        while (slots[slot]) slot = (slot + 1) & mask;
        slots[slot] = hash >> 24 << 24 | (labels.n / 2 + 1);
        gisa_buf_add_bytes(&labels, m->items[item->value].labels, n_cp * 2);
        covered += m->items[item->value].count;
    }
    gisa_buf_add_bytes(out, &bits, sizeof bits);
    gisa_buf_add_bytes(out, slots, (mask + 1) * sizeof *slots);
    gisa_buf_add(out, gisa_buf_view(&labels));
    printf("%llu eojeols remembered, %.3f of the text\n", (unsigned long long)n,
           all ? (double)covered / (double)all : 0);
    gisa_buf_clear(&labels);
    gisa_free(slots);
    return gisa_buf_status(out);
}

gisa_status train_frozen_eojeols_make(gisa_str model, const train_corpus *text, gisa_buf *out,
                                      gisa_error *err)
{
    gisa_model view;
    gisa_tagger *tagger = NULL;
    memory m = {0};
    gisa_status st = gisa_model_view(model, &view, err);
    if (st >= 0) st = gisa_tagger_open(&view, &tagger, err);
    if (st >= 0 && (read_text(tagger, text, &m) < 0 || write_section(&m, out) < 0))
        st = gisa_fail_mem(err);
    gisa_tagger_close(tagger);
    gisa_map_clear(&m.words);
    gisa_free(m.items);
    return st;
}
