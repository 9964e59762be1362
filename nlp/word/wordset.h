/* A packed set of words with their classes, read in place: what the tagger asks whether a
 * string is a word, and whether longer words begin with it.
 *
 * Each slot is 32 bits: 24 bits of the word's hash, one bit for "a longer word begins so", one that
 * it is filled, six for the classes. One in some million strings that are no words is taken for
 * one. */
#ifndef GISA_NLP_WORD_WORDSET_H
#define GISA_NLP_WORD_WORDSET_H

#include "base/status.h"
#include "corpus/annotation.h"

typedef enum gisa_word_class {
    GISA_WORD_NOUN = 1,
    GISA_WORD_NAME = 2,
    GISA_WORD_VERB = 4,
    GISA_WORD_ENDING = 8,
    GISA_WORD_JOSA = 16,
    GISA_WORD_OTHER = 32,
} gisa_word_class;

#define GISA_WORD_CLASSES 6
#define GISA_WORD_ALL     63u
#define GISA_WORD_LONGER  64u  /* a longer word begins with this string */
#define GISA_WORD_FILLED  128u /* never seen from outside */

typedef struct gisa_wordset {
    const uint32_t *slots;
    uint32_t mask; /* slots minus one; a power of two minus one */
} gisa_wordset;

#define GISA_WORD_SEED 0x9E3779B97F4A7C15u

/* Adds one character to a string's hash, which begins as GISA_WORD_SEED. */
static inline uint64_t gisa_word_roll(uint64_t hash, uint32_t cp)
{
    hash = (hash ^ cp) * 0xD6E8FEB86659FD93u;
    return hash ^ (hash >> 32);
}

/* The classes of the string with that hash, and GISA_WORD_LONGER; 0: it begins no word. */
static inline unsigned gisa_wordset_find(gisa_wordset s, uint64_t hash)
{
    if (!s.slots) return 0;
    uint32_t print = (uint32_t)(hash >> 40), value;
    for (uint32_t i = (uint32_t)hash & s.mask; (value = s.slots[i]) != 0; i = (i + 1) & s.mask)
        if (value >> 8 == print) return value & 127u;
    return 0;
}

/* The hash of n characters. */
static inline uint64_t gisa_word_hash(const uint32_t *cp, uint32_t n)
{
    uint64_t hash = GISA_WORD_SEED;
    for (uint32_t i = 0; i < n; i++) hash = gisa_word_roll(hash, cp[i]);
    return hash;
}

/* The classes of the word that n characters are; 0: it is none. */
static inline unsigned gisa_wordset_classes(gisa_wordset s, const uint32_t *cp, uint32_t n)
{
    return gisa_wordset_find(s, gisa_word_hash(cp, n)) & GISA_WORD_ALL;
}

/* Adds classes to a string in slots that have room (at least a quarter is free). */
void gisa_wordset_put(uint32_t *slots, uint32_t mask, uint64_t hash, unsigned classes);

/* The class of a morpheme's tag; 0 for symbols, numbers and letters. */
unsigned gisa_word_class_of(gisa_tag tag);

#endif
