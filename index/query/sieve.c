/* The first two letters are compared. Of a syllable the final consonant may change with what
 * follows a stem (듣다, 들었다), of a second one the vowel too (밝히다, 밝혔다), and of the only
 * one as well (주다, 줬다). Letters that are read as others, Hanja and signs for units among them,
 * get through. */
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
        sieve->other = true;
    } else if (second != NO_LETTER) {
        uint32_t bit = gisa_is_hangul(second) ? gisa_hangul_lead(second) : ANY;
        sieve->syllables[rhyme_group(first)] |= (uint32_t)1 << bit;
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
