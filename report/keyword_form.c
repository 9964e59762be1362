#include "report/keyword_form.h"

#include "base/hangul.h"
#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

bool gisa_word_usable(gisa_str form)
{
    size_t letters = 0, digits = 0, others = 0;
    for (size_t i = 0; i < form.n;) {
        uint32_t cp;
        i += gisa_utf8_next(form, i, &cp);
        if (cp < 0x80 && gisa_is_digit((char)cp))
            digits++;
        else if (gisa_is_hangul(cp) || gisa_is_hanja(cp) || (cp < 0x80 && gisa_is_alpha((char)cp)))
            letters++;
        else
            others++;
    }
    if (letters < 2 || others || digits > letters) return false;
    if (digits && gisa_is_digit(form.p[0])) return false; /* 3년간, 21일 */
    return !gisa_wordlist_find(&gisa_list_stop_words, form) &&
           !gisa_wordlist_suffix(&gisa_list_not_noun_ends, form);
}

enum { EU = 0xC73C }; /* 으 */

/* The josa a noun takes and the stem of a verb does not; 는, 은, 고, 지, 며 are both. */
static bool is_josa_start(uint32_t cp)
{
    static const uint32_t josa[] = {EU,     0xB97C, 0xC744, 0xC758, 0xC774, 0xAC00,
                                    0xC640, 0xACFC, 0xC5D0, 0xB85C}; /* 를을의이가와과에로 */
    for (size_t i = 0; i < sizeof josa / sizeof josa[0]; i++)
        if (cp == josa[i]) return true;
    return false;
}

gisa_word_place gisa_word_place_find(gisa_str text, size_t start, size_t end)
{
    uint32_t cp;
    if (start >= end || end > text.n) return GISA_WORD_INSIDE;
    if (start > 0) {
        gisa_utf8_next(text, gisa_utf8_prev(text, start), &cp);
        if (gisa_is_letter(cp)) return GISA_WORD_INSIDE; /* the tail of a longer word */
    }
    if (end == text.n) return GISA_WORD_ALONE;
    gisa_utf8_next(text, end, &cp);
    if (!gisa_is_letter(cp)) return GISA_WORD_ALONE;
    if (cp == EU && !gisa_str_starts(gisa_str_cut(text, end, text.n), GISA_STR("으로")))
        return GISA_WORD_INSIDE; /* 으면, 으며 */
    return is_josa_start(cp) ? GISA_WORD_JOSA : GISA_WORD_INSIDE;
}
