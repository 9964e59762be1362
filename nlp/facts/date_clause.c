/* Verbs are taken in order: of two dates before two verbs the later date has the first verb (시는
 * 다음 달 10일로 정한 축제를 12월 1일로 미뤄 연다고 20일 밝혔다). What decides is the first ending
 * or noun after the date that has a tense. */
#include "nlp/facts/date_clause.h"

#include "corpus/wordlist.h"

enum { FARTHEST = 60 /* morphemes after a date that are looked at */ };

static bool is_form(const gisa_morph *m, const char *form)
{
    return gisa_str_is(m->form, form);
}

/* Whether what is before an ending is a verb. */
static bool is_verb(const gisa_morph *m)
{
    return m->tag == GISA_TAG_VV || m->tag == GISA_TAG_XSV;
}

static gisa_date_tense adnominal(const gisa_morph *m, const gisa_morph *before)
{
    if (is_form(m, "ㄹ") || is_form(m, "을")) return GISA_TENSE_WILL;
    if (is_form(m, "던")) return GISA_TENSE_WAS;
    if (!is_verb(before)) return GISA_TENSE_UNKNOWN;
    return is_form(m, "는") ? GISA_TENSE_WILL : GISA_TENSE_WAS;
}

/* 연다, 엽니다, 연다고 */
static gisa_date_tense present(const gisa_morph *m, const gisa_morph *before)
{
    static const char *const forms[] = {"ㄴ다", "는다", "ㅂ니다", "습니다"};
    if (!is_verb(before)) return GISA_TENSE_UNKNOWN;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (gisa_str_begins(m->form, forms[i])) return GISA_TENSE_WILL;
    return GISA_TENSE_UNKNOWN;
}

static gisa_date_tense tense_of(const gisa_morph *m, const gisa_morph *before,
                                const gisa_morph *after)
{
    switch (m->tag) {
    case GISA_TAG_EP:
        if (is_form(m, "겠")) return GISA_TENSE_WILL;
        return is_form(m, "시") ? GISA_TENSE_UNKNOWN : GISA_TENSE_WAS;
    case GISA_TAG_ETM: return adnominal(m, before);
    case GISA_TAG_EF:
    case GISA_TAG_EC:
        /* 10일 업계에 따르면 */
        if (before->tag == GISA_TAG_VV && (is_form(before, "따르") || is_form(before, "의하")))
            return GISA_TENSE_WAS;
        return is_form(m, "기로") ? GISA_TENSE_WILL : present(m, before);
    case GISA_TAG_ETN: /* 열기로 했다 */
        return is_form(m, "기") && after && is_form(after, "로") ? GISA_TENSE_WILL
                                                                 : GISA_TENSE_UNKNOWN;
    case GISA_TAG_VV: return is_form(m, "앞두") ? GISA_TENSE_WILL : GISA_TENSE_UNKNOWN;
    case GISA_TAG_NNG:
        return gisa_wordlist_find(&gisa_list_plan_nouns, m->form) ? GISA_TENSE_WILL
                                                                  : GISA_TENSE_UNKNOWN;
    default: return GISA_TENSE_UNKNOWN;
    }
}

/* 지우고, 열며: the clause ends here, and its tense is that of the sentence's verb. */
static bool ends_clause(const gisa_morph *m, const gisa_morph *before)
{
    static const char *const forms[] = {"고", "며", "으며", "지만", "는데"};
    if (m->tag != GISA_TAG_EC || !is_verb(before)) return false;
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (is_form(m, forms[i])) return true;
    return false;
}

static size_t sentence_end(const gisa_annotation *a, size_t at)
{
    size_t i = gisa_sentences_from(a, at);
    return i < a->n_sentences ? a->sentences[i].span.end : SIZE_MAX;
}

/* N일, N월 or N년 at morph i */
static bool is_date(const gisa_annotation *a, size_t i)
{
    if (a->morphs[i].tag != GISA_TAG_SN || i + 1 >= a->n_morphs) return false;
    const gisa_morph *unit = &a->morphs[i + 1];
    return is_form(unit, "일") || is_form(unit, "월") || is_form(unit, "년");
}

/* 4일부터 7일, 15일, 16일: both have one verb. */
static bool is_linked(gisa_str text, size_t end, size_t start)
{
    enum { SHORT = 7 };
    gisa_str between = gisa_str_cut(text, end, start);
    return between.n <= SHORT ||
           (between.n < 3 * SHORT && gisa_str_starts(between, GISA_STR("부터")));
}

static bool has_space(gisa_str text, size_t from, size_t to)
{
    return from < to && memchr(text.p + from, ' ', to - from) != NULL;
}

gisa_date_clause gisa_date_clause_find(const gisa_annotation *a, gisa_str text, size_t end)
{
    gisa_date_clause found = {GISA_TENSE_UNKNOWN, false};
    size_t i = gisa_morphs_from(a, end), stop = sentence_end(a, end), last = end, date_end = end;
    size_t taken = 0;                    /* verbs that belong to later dates */
    bool verb_met = false, over = false; /* the clause is */
    for (size_t n = 0; i < a->n_morphs && n < FARTHEST; i++, n++) {
        const gisa_morph *m = &a->morphs[i];
        if (m->span.start >= stop) break;
        if (is_date(a, i)) {
            bool apart = m->span.start > date_end + 1 &&
                         (verb_met || !is_linked(text, date_end, m->span.start));
            taken += apart;
            date_end = a->morphs[++i].span.end;
            continue;
        }
        if (i == 0) continue;
        gisa_date_tense tense = tense_of(m, &a->morphs[i - 1],
                                         i + 1 < a->n_morphs ? &a->morphs[i + 1] : NULL);
        if (taken == 0) over |= ends_clause(m, &a->morphs[i - 1]);
        if (tense == GISA_TENSE_UNKNOWN || (over && m->tag == GISA_TAG_ETM)) continue;
        bool same = verb_met && (!has_space(text, last, m->span.start) ||
                                 (m->tag == GISA_TAG_NNG && found.adnominal));
        if (same) continue;
        verb_met = true;
        last = m->span.end;
        found = (gisa_date_clause){tense, m->tag == GISA_TAG_ETM};
        if (taken == 0) break;
        taken--;
    }
    return found;
}
