/* Remembered eojeols: strings that the tagger read the same way wherever training had them, so that
 * they need not be read again.
 *
 * The section is 2^k slots of 64 bits (upper 40 bits: of the string's hash; lower 24: where its
 * labels begin, in units of two bytes after the slots, plus one; 0: free), then the labels, one a
 * syllable. The first 64 bits before the slots hold k. */
#ifndef GISA_NLP_TAGGER_FROZEN_EOJEOL_H
#define GISA_NLP_TAGGER_FROZEN_EOJEOL_H

#include "nlp/tagger/model.h"

/* The labels of the eojeol cp[0..n), or NULL when it is none of those remembered. */
static inline const uint16_t *gisa_frozen_eojeol_find(const gisa_model *m, const uint32_t *cp,
                                                      uint32_t n)
{
    uint64_t hash = GISA_WORD_SEED, value;
    if (m->frozen_bytes < 16) return NULL;
    for (uint32_t i = 0; i < n; i++) hash = gisa_word_roll(hash, cp[i]);
    uint64_t mask = ((uint64_t)1 << m->frozen[0]) - 1;
    const uint64_t *slots = m->frozen + 1;
    for (uint64_t i = hash & mask; (value = slots[i]) != 0; i = (i + 1) & mask)
        if (value >> 24 == hash >> 24)
            return (const uint16_t *)(slots + mask + 1) + (value & 0xFFFFFF) - 1;
    return NULL;
}

#endif
