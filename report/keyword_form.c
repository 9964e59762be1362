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

enum { LONGEST_JOSA = sizeof "으로" - 1 }; /* bytes */

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
    gisa_str next = gisa_str_cut(text, end, end + LONGEST_JOSA);
    return gisa_wordlist_prefix(&gisa_list_noun_josa, next) ? GISA_WORD_JOSA : GISA_WORD_INSIDE;
}
