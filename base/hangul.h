/* Hangul: syllables, and the lead consonant, vowel and final consonant that each is made of
 * (The Unicode Standard, chapter 3.12: Conjoining Jamo Behavior). */
#ifndef GISA_BASE_HANGUL_H
#define GISA_BASE_HANGUL_H

#include <stdbool.h>
#include <stdint.h>

#define GISA_HANGUL_FIRST     0xAC00u /* 가, the first of the composed syllables */
#define GISA_HANGUL_SYLLABLES 11172u
#define GISA_HANGUL_LEADS     19u
#define GISA_HANGUL_VOWELS    21u
#define GISA_HANGUL_FINALS    28u  /* "no final" is one of them */
#define GISA_HANGUL_RHYMES    588u /* a vowel and a final */

/* The parts that rules name, by their numbers. */
enum {
    GISA_LEAD_IEUNG = 11, /* ㅇ */
    GISA_VOWEL_A = 0,     /* ㅏ */
    GISA_VOWEL_YA = 2,    /* ㅑ */
    GISA_VOWEL_EO = 4,    /* ㅓ */
    GISA_VOWEL_YEO = 6,   /* ㅕ */
    GISA_VOWEL_WA = 9,    /* ㅘ */
    GISA_FINAL_NONE = 0,
    GISA_FINAL_N = 4,   /* ㄴ */
    GISA_FINAL_L = 8,   /* ㄹ */
    GISA_FINAL_M = 16,  /* ㅁ */
    GISA_FINAL_SS = 20, /* ㅆ */
};

/* A composed syllable. */
static inline bool gisa_is_hangul(uint32_t cp)
{
    return cp - GISA_HANGUL_FIRST < GISA_HANGUL_SYLLABLES;
}

/* A letter by itself: conjoining or compatibility jamo. */
static inline bool gisa_is_jamo(uint32_t cp)
{
    return (cp >= 0x1100 && cp <= 0x11FF) || (cp >= 0x3130 && cp <= 0x318F) ||
           (cp >= 0xA960 && cp <= 0xA97F) || (cp >= 0xD7B0 && cp <= 0xD7FF);
}

/* The syllable's place among all, from 0; cp is a composed syllable. */
static inline uint32_t gisa_hangul_index(uint32_t cp)
{
    return cp - GISA_HANGUL_FIRST;
}

/* The parts of a composed syllable, by number from 0 in the order of the code points. */
static inline uint32_t gisa_hangul_lead(uint32_t cp)
{
    return gisa_hangul_index(cp) / GISA_HANGUL_RHYMES;
}

static inline uint32_t gisa_hangul_vowel(uint32_t cp)
{
    return gisa_hangul_index(cp) % GISA_HANGUL_RHYMES / GISA_HANGUL_FINALS;
}

/* vowel * GISA_HANGUL_FINALS + final */
static inline uint32_t gisa_hangul_rhyme(uint32_t cp)
{
    return gisa_hangul_index(cp) % GISA_HANGUL_RHYMES;
}

/* The final consonant (받침) by number; GISA_FINAL_NONE also of anything but a syllable. */
static inline uint32_t gisa_hangul_final(uint32_t cp)
{
    return gisa_is_hangul(cp) ? gisa_hangul_index(cp) % GISA_HANGUL_FINALS : GISA_FINAL_NONE;
}

static inline bool gisa_has_final(uint32_t cp)
{
    return gisa_hangul_final(cp) != GISA_FINAL_NONE;
}

static inline uint32_t gisa_hangul_compose(uint32_t lead, uint32_t vowel, uint32_t final)
{
    return GISA_HANGUL_FIRST + (lead * GISA_HANGUL_VOWELS + vowel) * GISA_HANGUL_FINALS + final;
}

/* The same lead with another rhyme, and the same lead and vowel with another final. */
static inline uint32_t gisa_hangul_with_rhyme(uint32_t cp, uint32_t rhyme)
{
    return cp - gisa_hangul_rhyme(cp) + rhyme;
}

static inline uint32_t gisa_hangul_with_final(uint32_t cp, uint32_t final)
{
    return cp - gisa_hangul_final(cp) + final;
}

#endif
