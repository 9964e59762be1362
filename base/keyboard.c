/* Keys are read a syllable at a time: one lead, a vowel of one or two keys, and of the consonants
 * after it those that the next vowel does not take for its lead. An input method, which composes as
 * keys come in, ends with the same syllables. */
#include "base/keyboard.h"

#include "base/hangul.h"
#include "base/utf8.h"

enum { KEYS = 3, JAMO_FIRST = 0x3131, JAMO_VOWEL = 0x314F, JAMO_LAST = 0x3163 };

static const char leads[GISA_HANGUL_LEADS][KEYS] = {
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"};
static const char vowels[GISA_HANGUL_VOWELS][KEYS] = {"k",  "o",  "i",  "O",  "j",  "p",  "u",
                                                      "P",  "h",  "hk", "ho", "hl", "y",  "n",
                                                      "nj", "np", "nl", "b",  "m",  "ml", "l"};
static const char finals[GISA_HANGUL_FINALS][KEYS] = {
    "",   "r",  "R", "rt", "s",  "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx",
    "fv", "fg", "a", "q",  "qt", "t",  "T",  "d", "w", "c",  "z",  "x",  "v",  "g"};

/* Consonants as letters of their own, U+3131 to U+314E. */
static const char consonants[JAMO_VOWEL - JAMO_FIRST][KEYS] = {
    "r",  "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv",
    "fg", "a", "q",  "Q", "qt", "t",  "T", "d", "w", "W",  "c",  "z",  "x",  "v",  "g"};

/* Shift matters for seven keys only. */
static char key_of(char c)
{
    char low = gisa_lower(c);
    return strchr("qwertop", low) ? c : low;
}

static bool is_vowel_key(char c)
{
    return strchr("yuiophjklbnmOP", c) != NULL;
}

/* The number of what so many keys are; `n_parts`: none. */
static uint32_t find(const char (*parts)[KEYS], uint32_t n_parts, const char *keys, size_t n)
{
    for (uint32_t i = 0; i < n_parts; i++)
        if (strlen(parts[i]) == n && memcmp(parts[i], keys, n) == 0) return i;
    return n_parts;
}

/* Reads one syllable of n keys; returns how many it takes, or 0. */
static size_t read_syllable(const char *keys, size_t n, uint32_t *out)
{
    uint32_t lead = n ? find(leads, GISA_HANGUL_LEADS, keys, 1) : GISA_HANGUL_LEADS;
    uint32_t vowel = GISA_HANGUL_VOWELS;
    size_t at = 1, k = 2;
    if (lead == GISA_HANGUL_LEADS) return 0;
    for (; k > 0 && vowel == GISA_HANGUL_VOWELS; k--)
        if (at + k <= n) vowel = find(vowels, GISA_HANGUL_VOWELS, keys + at, k);
    if (vowel == GISA_HANGUL_VOWELS) return 0;
    at += strlen(vowels[vowel]);
    for (k = 0; at + k < n && !is_vowel_key(keys[at + k]);) k++;
    if (at + k < n) { /* the last one leads the next vowel, which needs one */
        if (k == 0) return 0;
        k--;
    }
    uint32_t final = find(finals, GISA_HANGUL_FINALS, keys + at, k);
    /* More than a final holds: what is left has no vowel. */
    if (final == GISA_HANGUL_FINALS) return 0;
    *out = gisa_hangul_compose(lead, vowel, final);
    return at + k;
}

bool gisa_keyboard_hangul(gisa_str text, gisa_buf *out)
{
    enum { MOST = 64 };
    bool any = false;
    for (size_t i = 0; i < text.n;) {
        char keys[MOST];
        size_t n = 0, at = 0;
        while (n < MOST && i + n < text.n && gisa_is_alpha(text.p[i + n])) {
            keys[n] = key_of(text.p[i + n]);
            n++;
        }
        while (at < n) {
            uint32_t cp;
            size_t k = read_syllable(keys + at, n - at, &cp);
            if (!k) return false;
            gisa_buf_add_cp(out, cp);
            at += k;
        }
        any = any || n > 0;
        i += n;
        if (!n) gisa_buf_add_char(out, text.p[i++]);
    }
    return any;
}

bool gisa_keyboard_latin(gisa_str text, gisa_buf *out)
{
    bool any = false;
    for (size_t i = 0; i < text.n;) {
        uint32_t cp;
        size_t from = i;
        i += gisa_utf8_next(text, i, &cp);
        bool syllable = gisa_is_hangul(cp), jamo = cp >= JAMO_FIRST && cp <= JAMO_LAST;
        any = any || syllable || jamo;
        if (syllable) {
            gisa_buf_add_c(out, leads[gisa_hangul_lead(cp)]);
            gisa_buf_add_c(out, vowels[gisa_hangul_vowel(cp)]);
            gisa_buf_add_c(out, finals[gisa_hangul_final(cp)]);
        } else if (jamo) {
            gisa_buf_add_c(out,
                           cp < JAMO_VOWEL ? consonants[cp - JAMO_FIRST] : vowels[cp - JAMO_VOWEL]);
        } else {
            gisa_buf_add(out, gisa_str_cut(text, from, i));
        }
    }
    return any;
}
