/* The shipped table is sorted by code point, one line a character, and is searched in place:
 * halve to a byte, go back to the line's beginning, compare. */
#include "nlp/word/hanja.h"

#include "base/hangul.h"
#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/data.h"

static gisa_str field(gisa_str line, int which)
{
    gisa_str f = GISA_NONE;
    for (int i = 0; i <= which; i++)
        if (!gisa_str_next_field(&line, '\t', &f)) return GISA_NONE;
    return gisa_str_is(f, "-") || f.n == 0 ? GISA_NONE : f;
}

static gisa_str lookup(uint32_t cp, int which)
{
    if (!gisa_is_hanja(cp)) return GISA_NONE;
    gisa_str table = gisa_data_find("lexicon/hanja.tsv");
    char key[4];
    size_t n = gisa_utf8_put(key, cp), low = 0, high = table.n;
    while (low < high) {
        size_t start = low + (high - low) / 2;
        while (start > low && table.p[start - 1] != '\n') start--;
        size_t end = gisa_str_find_byte(table, '\n', start);
        if (end == GISA_NPOS) end = table.n;
        gisa_str line = gisa_str_cut(table, start, end);
        int order = gisa_str_cmp(gisa_str_cut(line, 0, n), (gisa_str){key, n});
        if (order == 0 && line.n > n && line.p[n] == '\t') return field(line, which);
        if (order < 0)
            low = end < high ? end + 1 : high;
        else
            high = start;
    }
    return GISA_NONE;
}

gisa_str gisa_hanja_readings(uint32_t cp)
{
    return lookup(cp, 1);
}

gisa_str gisa_hanja_word(uint32_t cp)
{
    return lookup(cp, 2);
}

/* The syllable as the first of a word: 녀 is 여, 로 is 노, 리 is 이. */
static uint32_t initial(uint32_t cp)
{
    enum { LEAD_N = 2, LEAD_R = 5 };
    static const bool soft[GISA_HANGUL_VOWELS] = {
        [2] = true, [3] = true, [6] = true, [7] = true, [12] = true, [17] = true, [20] = true};
    uint32_t lead = gisa_hangul_lead(cp), vowel = gisa_hangul_vowel(cp);
    if (lead != LEAD_R && (lead != LEAD_N || !soft[vowel])) return cp;
    return gisa_hangul_compose(soft[vowel] ? GISA_LEAD_IEUNG : LEAD_N, vowel,
                               gisa_hangul_final(cp));
}

/* Whether 렬 or 률 after this form is read 열 or 율: after a vowel or ㄴ. */
static bool softens(const gisa_hanja_spelling *s, uint32_t cp)
{
    if (cp != 0xB82C && cp != 0xB960) return false; /* 렬, 률 */
    uint32_t final = gisa_hangul_final(gisa_utf8_last((gisa_str){s->bytes, s->n}));
    return final == GISA_FINAL_NONE || final == GISA_FINAL_N;
}

/* Every way so far goes on with the syllable or, when it is another choice than the first, a copy
 * of it as it was before does. */
typedef struct ways {
    gisa_hanja_spelling *out;
    size_t n, n_before;
    size_t at; /* bytes of all before this character */
    bool choice;
} ways;

static bool put_syllable(ways *w, uint32_t cp)
{
    for (size_t i = 0; i < w->n_before; i++) {
        gisa_hanja_spelling *s = &w->out[i];
        if (w->choice) {
            if (w->n == GISA_HANJA_WAYS) return true;
            s = &w->out[w->n++];
            memcpy(s->bytes, w->out[i].bytes, w->at);
            s->n = w->at;
        }
        if (s->n + 4 > sizeof s->bytes) return false;
        s->n += gisa_utf8_put(s->bytes + s->n, !w->choice && softens(s, cp) ? initial(cp) : cp);
    }
    w->choice = true;
    return true;
}

/* Adds one Hanja, which is the first of its word or not. */
static bool put_hanja(ways *w, uint32_t hanja, bool first)
{
    gisa_str readings = gisa_hanja_readings(hanja), one;
    uint32_t usual;
    if (!readings.n) return false;
    gisa_utf8_next(readings, 0, &usual);
    bool begins = !first && initial(usual) != usual && !softens(&w->out[0], usual);
    w->n_before = w->n;
    w->choice = false;
    w->at = w->out[0].n;
    for (gisa_str rest = readings; gisa_str_next_field(&rest, '|', &one);) {
        uint32_t cp;
        gisa_utf8_next(one, 0, &cp);
        if (!put_syllable(w, first ? initial(cp) : cp)) return false;
    }
    /* a part may begin here: 新女性, 韓國女性 */
    return !begins || put_syllable(w, initial(usual));
}

size_t gisa_hanja_spell(gisa_str word, gisa_hanja_spelling out[GISA_HANJA_WAYS])
{
    ways w = {.out = out, .n = 1};
    bool any = false;
    out[0].n = 0;
    for (size_t i = 0; i < word.n;) {
        uint32_t cp;
        bool first = i == 0;
        size_t n = gisa_utf8_next(word, i, &cp);
        if (gisa_is_hanja(cp)) {
            if (!put_hanja(&w, cp, first)) return 0;
            any = true;
        }
        for (size_t k = 0; k < w.n && !gisa_is_hanja(cp); k++) {
            if (out[k].n + n > sizeof out[k].bytes) return 0;
            memcpy(out[k].bytes + out[k].n, word.p + i, n);
            out[k].n += n;
        }
        i += n;
    }
    return any ? w.n : 0;
}
