/* A quick look at a text: whether it may have one of some terms. It says no only where none can be,
 * so that what is left can be analysed. */
#ifndef GISA_INDEX_QUERY_SIEVE_H
#define GISA_INDEX_QUERY_SIEVE_H

#include "base/hangul.h"
#include "base/str.h"

typedef struct gisa_sieve { /* {0} lets nothing through */
    /* By the lead and vowel of a first syllable, the leads of a second; bit 31: any. */
    uint32_t syllables[GISA_HANGUL_LEADS * GISA_HANGUL_VOWELS];
    uint32_t letters[26]; /* by a first letter, the second ones; bit 31: any */
    bool other;           /* a term begins with neither: anything gets through */
} gisa_sieve;

/* Lets through what has a term. */
void gisa_sieve_put(gisa_sieve *sieve, gisa_str form);

/* Whether a text may have a term. */
bool gisa_sieve_passes(const gisa_sieve *sieve, gisa_str text);

#endif
