/* The first two letters are compared. Of a syllable the final consonant may change with what
 * follows a stem (듣다, 들었다), of a second one the vowel too (밝히다, 밝혔다), and of the only
 * one as well (주다, 줬다), unless it ends in a consonant that stays (핵). Letters that are read as
 * others, Hanja and signs for units among them, get through. */
#include "index/query/sieve.h"

#include "base/letter.h"
#include "base/utf8.h"

enum { ANY = 31, NO_LETTER = 0 };

static uint32_t rhyme_group(uint32_t cp)
{
    return gisa_hangul_lead(cp) * GISA_HANGUL_VOWELS + gisa_hangul_vowel(cp);
}

static bool is_latin(uint32_t cp)
{
    return cp < 0x80 && gisa_is_alpha((char)cp);
}

static uint32_t latin_number(uint32_t cp)
{
    return (uint32_t)(gisa_lower((char)cp) - 'a');
}

/* Whether a syllable ends in a consonant that no ending changes or takes away. */
static bool is_firm(uint32_t cp)
{
    enum { G = 1, GG = 2, N = 4, M = 16, NG = 21, J = 22, CH = 23, K = 24, T = 25, P = 26 };
    switch (gisa_hangul_final(cp)) {
    case G:
    case GG:
    case N:
    case M:
    case NG:
    case J:
    case CH:
    case K:
    case T:
    case P: return true;
    default: return false;
    }
}

/* Whether a letter may be of a number as texts write it: a digit, or a unit of ten. */
static bool is_of_number(uint32_t cp)
{
    switch (cp) {
    case 0xC2ED: /* 십 */
    case 0xBC31: /* 백 */
    case 0xCC9C: /* 천 */
    case 0xB9CC: /* 만 */
    case 0xC5B5: /* 억 */
    case 0xC870: /* 조 */
    case 0xACBD: /* 경 */ return true;
    default: return cp >= '0' && cp <= '9';
    }
}

/* Quotation marks, blanks and dots; other signs may be read as letters. */
static bool is_mark(uint32_t cp)
{
    if (cp < 0x80) return !gisa_is_alpha((char)cp) && !gisa_is_digit((char)cp);
    return (cp >= 0x2000 && cp < 0x2070) || (cp >= 0x3000 && cp < 0x3020) || cp == 0xB7 ||
           cp == 0x30FB;
}

/* The next letter or digit of a text; NO_LETTER at its end. */
static uint32_t next_letter(gisa_str text, size_t *at)
{
    uint32_t cp = NO_LETTER;
    while (*at < text.n) {
        *at += gisa_utf8_next(text, *at, &cp);
        if (!is_mark(cp)) return cp;
    }
    return NO_LETTER;
}

void gisa_sieve_put(gisa_sieve *sieve, gisa_str form)
{
    size_t at = 0;
    uint32_t first = next_letter(form, &at), second = next_letter(form, &at);
    if (is_latin(first)) {
        uint32_t bit = is_latin(second) ? latin_number(second) : ANY;
        sieve->letters[latin_number(first)] |= (uint32_t)1 << bit;
    } else if (!gisa_is_hangul(first)) {
        sieve->number = sieve->number || gisa_is_digit((char)first);
        sieve->other = sieve->other || first == NO_LETTER;
    } else if (second != NO_LETTER) {
        uint32_t bit = gisa_is_hangul(second) ? gisa_hangul_lead(second) : ANY;
        sieve->syllables[rhyme_group(first)] |= (uint32_t)1 << bit;
    } else if (is_firm(first)) {
        uint32_t i = first - GISA_HANGUL_FIRST;
        sieve->firm[i / 32] |= (uint32_t)1 << i % 32;
    } else {
        for (uint32_t v = 0; v < GISA_HANGUL_VOWELS; v++)
            sieve->syllables[gisa_hangul_lead(first) * GISA_HANGUL_VOWELS + v] |= (uint32_t)1
                                                                                  << ANY;
    }
}

static bool has_pair(uint32_t seconds, uint32_t second, bool same_script)
{
    return seconds >> ANY || (same_script && seconds >> second & 1);
}

bool gisa_sieve_passes(const gisa_sieve *sieve, gisa_str text)
{
    size_t at = 0;
    if (sieve->other) return true;
    for (uint32_t cp = next_letter(text, &at), next; cp != NO_LETTER; cp = next) {
        next = next_letter(text, &at);
        bool hangul = gisa_is_hangul(cp);
        if (cp >= 0x80 && !hangul) return true;
        if (sieve->number && is_of_number(cp)) return true;
        uint32_t i = hangul ? cp - GISA_HANGUL_FIRST : 0;
        if (hangul && sieve->firm[i / 32] >> i % 32 & 1) return true;
        if (hangul &&
            has_pair(sieve->syllables[rhyme_group(cp)],
                     gisa_is_hangul(next) ? gisa_hangul_lead(next) : 0, gisa_is_hangul(next)))
            return true;
        if (is_latin(cp) && has_pair(sieve->letters[latin_number(cp)],
                                     is_latin(next) ? latin_number(next) : 0, is_latin(next)))
            return true;
    }
    return false;
}

static bool passes(const void *ctx, gisa_str eojeol)
{
    return gisa_sieve_passes(ctx, eojeol);
}

gisa_word_filter gisa_sieve_filter(const gisa_sieve *sieve)
{
    return (gisa_word_filter){passes, sieve};
}
