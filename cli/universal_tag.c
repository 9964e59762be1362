#include "cli/universal_tag.h"

#include "base/letter.h"
#include "base/utf8.h"

typedef enum part {
    PART_MARK,
    PART_SYMBOL,
    PART_TAIL, /* endings, prefixes */
    PART_JOSA,
    PART_NOUN,
    PART_NAME,
    PART_NUMBER,
    PART_PRONOUN,
    PART_VERB,
    PART_ADJECTIVE,
    PART_AUXILIARY,
    PART_ADNOMINAL,
    PART_ADVERB,
    PART_CONJUNCTION,
    PART_EXCLAMATION,
    PART_OTHER,
} part;

static const char *const names[] = {"PUNCT", "SYM", "X",   "ADP", "NOUN", "PROPN", "NUM",  "PRON",
                                    "VERB",  "ADJ", "AUX", "DET", "ADV",  "CCONJ", "INTJ", "X"};

/* What a morpheme is by itself. */
static part part_of(gisa_tag tag)
{
    switch (tag) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNB:
    case GISA_TAG_XR:
    case GISA_TAG_SL:
    case GISA_TAG_SH: return PART_NOUN;
    case GISA_TAG_NNP: return PART_NAME;
    case GISA_TAG_NR:
    case GISA_TAG_SN: return PART_NUMBER;
    case GISA_TAG_NP: return PART_PRONOUN;
    case GISA_TAG_VV:
    case GISA_TAG_XSV: return PART_VERB;
    case GISA_TAG_VA:
    case GISA_TAG_VCN:
    case GISA_TAG_XSA: return PART_ADJECTIVE;
    case GISA_TAG_VX:
    case GISA_TAG_VCP: return PART_AUXILIARY;
    case GISA_TAG_MM: return PART_ADNOMINAL;
    case GISA_TAG_MAG: return PART_ADVERB;
    case GISA_TAG_MAJ: return PART_CONJUNCTION;
    case GISA_TAG_IC: return PART_EXCLAMATION;
    case GISA_TAG_SF:
    case GISA_TAG_SP:
    case GISA_TAG_SS:
    case GISA_TAG_SE:
    case GISA_TAG_SO: return PART_MARK;
    case GISA_TAG_SW: return PART_SYMBOL;
    case GISA_TAG_XPN:
    case GISA_TAG_EP:
    case GISA_TAG_EF:
    case GISA_TAG_EC:
    case GISA_TAG_ETM:
    case GISA_TAG_ETN: return PART_TAIL;
    default: return gisa_tag_is_josa(tag) ? PART_JOSA : PART_OTHER;
    }
}

static bool is_head(part p)
{
    return p > PART_JOSA;
}

/* The head with one more morpheme behind it. */
static part add(part head, const gisa_morph *m)
{
    part next = part_of(m->tag);
    if (m->tag == GISA_TAG_XSN) return gisa_str_is(m->form, "들") ? head : PART_NOUN;
    if (!is_head(next)) return head > next ? head : next;
    if (!is_head(head)) return next;
    switch (next) {
    case PART_AUXILIARY: /* a copula makes a predicate of anything */
        if (m->tag == GISA_TAG_VCP) return PART_VERB;
        return head == PART_ADJECTIVE || head == PART_AUXILIARY ? head : PART_VERB;
    case PART_NUMBER: return head <= PART_NAME ? head : next; /* 코로나19 */
    default: return next;
    }
}

/* 1: an opening bracket, -1: a closing one; quotation marks are none. */
static int bracket(const gisa_morph *m)
{
    uint32_t cp = 0;
    if (m->tag != GISA_TAG_SS || !m->form.n) return 0;
    gisa_utf8_next(m->form, 0, &cp);
    if (cp == 0x2018 || cp == 0x2019 || cp == 0x201C || cp == 0x201D) return 0;
    return gisa_is_opening(cp) ? 1 : gisa_is_closing(cp) ? -1 : 0;
}

const char *universal_tag_of(const gisa_morph *morphs, uint32_t n)
{
    part head = PART_MARK;
    bool aside = false; /* in brackets behind the head */
    for (uint32_t i = 0; i < n; i++) {
        int turn = bracket(&morphs[i]);
        if (turn) aside = turn > 0 && is_head(head);
        if (!aside) head = add(head, &morphs[i]);
    }
    return names[n ? head : PART_SYMBOL];
}
