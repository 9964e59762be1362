#include "nlp/word/noun_part.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "nlp/word/josa.h"
#include "nlp/word/typed_word.h"

enum { SYLLABLE = 3, HEAD_MIN = 2 * SYLLABLE }; /* bytes */

bool gisa_is_noun_tail(uint32_t cp)
{
    char form[4];
    return gisa_wordlist_find(&gisa_list_noun_tails, (gisa_str){form, gisa_utf8_put(form, cp)});
}

static gisa_str tail_of(gisa_str noun)
{
    return gisa_str_cut(noun, noun.n - SYLLABLE, noun.n);
}

static bool is_county_tail(gisa_str tail)
{
    return gisa_str_is(tail, "시") || gisa_str_is(tail, "군") || gisa_str_is(tail, "구");
}

bool gisa_noun_is_place(gisa_str noun)
{
    if (noun.n <= SYLLABLE) return false;
    gisa_str head = gisa_str_cut(noun, 0, noun.n - SYLLABLE), tail = tail_of(noun);
    if (!is_county_tail(tail))
        return gisa_wordlist_find(&gisa_list_town_endings, tail) &&
               gisa_wordlist_find(&gisa_list_towns, noun);
    const gisa_wordlist_item *county = gisa_wordlist_find(&gisa_list_counties, head);
    return county && gisa_str_find(county->value, tail, 0) != GISA_NPOS;
}

/* Whether a noun may be a shorter one with its josa. The josa that many words end in by themselves
 * (가, 도, 이) are left to the analyser. */
static bool may_have_josa(gisa_str head, gisa_str tail)
{
    const gisa_josa *josa = gisa_josa_find(tail);
    return josa && josa->uses & GISA_JOSA_NOUN && !(josa->uses & GISA_JOSA_SUBJECT) &&
           !(josa->uses & GISA_JOSA_UNCLEAR) && gisa_josa_agrees(josa, gisa_utf8_last(head));
}

/* Whether a tail makes the name of a place of it: 서울시, but not 선거구. */
static bool is_named_place(unsigned head, gisa_str tail)
{
    return head & GISA_WORD_NAME && is_county_tail(tail);
}

gisa_str gisa_noun_head(gisa_wordset words, gisa_str noun, bool *loose)
{
    const gisa_str ism = GISA_STR("주의");
    *loose = false;
    if (noun.n < HEAD_MIN + SYLLABLE) return GISA_NONE;
    if (noun.n >= HEAD_MIN + ism.n && gisa_str_ends(noun, ism)) {
        *loose = true;
        noun.n -= ism.n;
        return gisa_is_known_noun(words, noun) ? noun : GISA_NONE;
    }
    gisa_str head = gisa_str_cut(noun, 0, noun.n - SYLLABLE), tail = tail_of(noun);
    if (gisa_noun_is_place(noun)) return head;
    const gisa_wordlist_item *known = gisa_wordlist_find(&gisa_list_noun_tails, tail);
    bool josa = may_have_josa(head, tail);
    unsigned classes = gisa_word_classes(words, head);
    if ((!known && !josa) || !(classes & (GISA_WORD_NOUN | GISA_WORD_NAME))) return GISA_NONE;
    *loose = !josa && !known->value.n && !is_named_place(classes, tail);
    return head;
}
