#include "nlp/word/bare_surname.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/tagger/tagger.h"
#include "nlp/word/josa.h"

#define TITLE_MAX 12 /* bytes: four syllables */

static bool is_surname(gisa_str s)
{
    const gisa_wordlist_item *surname = gisa_wordlist_find(&gisa_list_surnames, s);
    return surname && gisa_str_has(surname->value, GISA_STR("title"));
}

/* Whether a run of Hangul is a title, with or without josa. */
static bool is_title(gisa_str run)
{
    for (size_t n = run.n < TITLE_MAX ? run.n : TITLE_MAX; n >= 3; n -= 3) {
        gisa_str title = gisa_str_cut(run, 0, n);
        uint32_t last;
        if (!gisa_wordlist_find(&gisa_list_surname_titles, title)) continue;
        gisa_utf8_next(title, n - 3, &last);
        if (gisa_is_josa(gisa_str_cut(run, n, run.n), last)) return true;
    }
    return false;
}

/* Whether a syllable has a space and a word after it, and no word before. */
static bool stands_alone(const gisa_text *t, uint32_t i)
{
    if (t->cp[i + 1] != ' ' || i + 2 >= t->n || !gisa_is_hangul(t->cp[i + 2])) return false;
    gisa_char_class before = i > 0 ? gisa_char_class_of(t->cp[i - 1]) : GISA_CHAR_SPACE;
    return before == GISA_CHAR_SPACE || before == GISA_CHAR_OPEN || before == GISA_CHAR_QUOTE;
}

void gisa_bare_surnames_mark(const gisa_text *t, uint16_t *presets)
{
    for (uint32_t i = 0; i < t->n; i++) {
        if (!gisa_is_hangul(t->cp[i]) || !stands_alone(t, i)) continue;
        if (!is_surname(gisa_span_text(gisa_text_span(t, i, i + 1), t->bytes))) continue;
        if (is_title(gisa_hangul_run(t->bytes, t->at[i + 2])))
            presets[i] = (uint16_t)(GISA_PRESET_BEGIN | (GISA_TAG_NNP + 1u));
    }
}
