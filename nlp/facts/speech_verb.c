#include "nlp/facts/speech_verb.h"

#include "corpus/wordlist.h"

static const gisa_morph *morph(const gisa_speech_sentence *s, const gisa_speech_word *w, uint32_t k)
{
    return k < w->n ? s->morphs[w->morph + k] : NULL;
}

static bool listed(const gisa_morph *m)
{
    return gisa_wordlist_find(&gisa_list_speaking_verbs, m->form) != NULL;
}

bool gisa_speech_says(const gisa_speech_sentence *s, size_t i)
{
    const gisa_speech_word *w = &s->words[i];
    for (uint32_t k = 0; k < w->n; k++) {
        const gisa_morph *m = morph(s, w, k), *next = morph(s, w, k + 1), *after;
        /* 내다보다 */
        if (m->tag == GISA_TAG_VV && gisa_str_is(m->form, "내") && next &&
            gisa_str_is(next->form, "어다"))
            return true;
        if (m->tag == GISA_TAG_VV && listed(m)) {
            /* 알려지다, 전해지다: nobody says it */
            after = morph(s, w, k + 2);
            return !(after && after->tag == GISA_TAG_VX && gisa_str_is(after->form, "지"));
        }
        if ((m->tag == GISA_TAG_NNG || m->tag == GISA_TAG_XR) && listed(m)) {
            if (!next) return true;
            if (next->tag == GISA_TAG_XSV) return !gisa_str_is(next->form, "되");
            if (next->tag == GISA_TAG_JKO) return true;
            if (next->tag == GISA_TAG_VV && gisa_str_is(next->form, "드리")) return true;
        }
    }
    return false;
}

bool gisa_speech_does(const gisa_speech_sentence *s, size_t i)
{
    const gisa_speech_word *w = &s->words[i];
    const gisa_morph *m = morph(s, w, 0), *next = morph(s, w, 1);
    bool verb = m && (m->tag == GISA_TAG_VV || m->tag == GISA_TAG_VX || m->tag == GISA_TAG_XSV ||
                      m->tag == GISA_TAG_XSA);
    /* 않겠다고 하자, which a word by itself has as a noun */
    if (m && m->tag == GISA_TAG_NNG && w->n == 1 && gisa_str_is(m->form, "하자")) return true;
    if (!verb || !gisa_str_is(m->form, "하") || !next) return false;
    static const char *const ends[] = {"며", "면서", "자", "고", "지만"};
    bool ends_so = next->tag == GISA_TAG_EP;
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        ends_so = ends_so || gisa_str_is(next->form, ends[k]);
    return ends_so;
}

static bool headed(const gisa_speech_sentence *s, size_t i);

/* 만들어지는, 열려 있는: as headed; of other auxiliaries (추진해 온, 이끌고 있는) the verb before
 * them decides. k: the auxiliary in word i. */
static bool headed_auxiliary(const gisa_speech_sentence *s, size_t i, uint32_t k)
{
    const gisa_morph *m = morph(s, &s->words[i], k);
    const gisa_morph *before = k > 0   ? morph(s, &s->words[i], k - 1)
                               : i > 0 ? gisa_speech_morph(s, i - 1, -1)
                                       : NULL;
    if (gisa_str_is(m->form, "지")) return true;
    if (gisa_str_is(m->form, "있") && before &&
        (gisa_str_is(before->form, "어") || gisa_str_is(before->form, "아")))
        return true;
    return k == 0 && i > 0 && headed(s, i - 1);
}

/* 열린, 있는, 이어진: the noun after it is its subject. */
static bool headed(const gisa_speech_sentence *s, size_t i)
{
    const gisa_speech_word *w = &s->words[i];
    for (uint32_t k = 0; k < w->n; k++) {
        const gisa_morph *m = morph(s, w, k);
        if (m->tag == GISA_TAG_XSV && gisa_str_is(m->form, "되")) return true;
        if (m->tag == GISA_TAG_VA || m->tag == GISA_TAG_XSA || m->tag == GISA_TAG_VCP) return true;
        if (m->tag == GISA_TAG_VX && headed_auxiliary(s, i, k)) return true;
        if (m->tag == GISA_TAG_VV && gisa_wordlist_find(&gisa_list_headed_verbs, m->form))
            return true;
    }
    return false;
}

/* 있다는, 오라는, 가자는, 있느냐는: what comes before it is a clause of its own. */
static bool reports(const gisa_speech_sentence *s, size_t i)
{
    static const char *const ends[] = {"다는", "라는", "자는", "냐는"};
    const gisa_morph *last = gisa_speech_morph(s, i, -1);
    for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
        if (last->tag == GISA_TAG_ETM && gisa_str_ends(last->form, gisa_str_from(ends[k])))
            return true;
    return false;
}

bool gisa_speech_keeps_subject(const gisa_speech_sentence *s, size_t i)
{
    const gisa_speech_word *w = &s->words[i];
    if (w->part == GISA_PART_ADNOMINAL) return reports(s, i) || !headed(s, i);
    if (w->part != GISA_PART_LINK) return false;
    for (uint32_t k = w->n; k-- > 0;) {
        const gisa_morph *m = morph(s, w, k);
        if (m->tag == GISA_TAG_EC)
            return gisa_wordlist_find(&gisa_list_switching_endings, m->form) != NULL;
        if (m->tag == GISA_TAG_ETN) return true;
    }
    return false;
}

bool gisa_speech_is_verb(const gisa_speech_sentence *s, size_t i)
{
    gisa_part part = s->words[i].part;
    return part == GISA_PART_LINK || part == GISA_PART_END || part == GISA_PART_ADNOMINAL;
}
