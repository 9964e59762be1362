/* The shipped table is sorted by code point, one line a character, and is searched in place:
 * halve to a byte, go back to the line's beginning, compare. */
#include "nlp/word/hanja.h"

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

gisa_str gisa_hanja_reading(uint32_t cp)
{
    return lookup(cp, 1);
}

gisa_str gisa_hanja_word(uint32_t cp)
{
    return lookup(cp, 2);
}
