/* A quick look at a text: whether it may have one of some terms. It says no only where none can be,
 * so that what is left can be analysed. */
#ifndef GISA_INDEX_QUERY_SIEVE_H
#define GISA_INDEX_QUERY_SIEVE_H

#include "base/hangul.h"
#include "base/str.h"
#include "gisa/tokenizer.h"

typedef struct gisa_sieve { /* {0} lets nothing through */
    /* By the lead and vowel of a first syllable, the leads of a second; bit 31: any. */
    uint32_t syllables[GISA_HANGUL_LEADS * GISA_HANGUL_VOWELS];
    uint32_t firm[(GISA_HANGUL_SYLLABLES + 31) / 32]; /* bits: terms of a syllable that stays */
    uint32_t letters[26]; /* by a first letter, the second ones; bit 31: any */
    bool number;          /* a term is a number: what may be one gets through */
    bool other;           /* anything gets through */
} gisa_sieve;

/* Lets through what has a term. */
void gisa_sieve_put(gisa_sieve *sieve, gisa_str form);

/* Whether a text may have a term. */
bool gisa_sieve_passes(const gisa_sieve *sieve, gisa_str text);

/* The eojeols that may have a term or a part of one. */
gisa_word_filter gisa_sieve_filter(const gisa_sieve *sieve);

#endif
