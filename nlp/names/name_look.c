/* Lists are looked up where a morpheme, an eojeol or another class of characters begins; of each
 * list the longest match counts, and one that ends inside an earlier one does not. */
#include "nlp/names/name_look.h"

#include "base/hangul.h"
#include "nlp/text.h"
#include "nlp/word/wordset.h"

#define PAD GISA_NAME_LINE_PAD

enum {
    WORD_MIN = 2, /* characters of what is looked up in the lists */
    WORD_MAX = 10,
    STATE_STARTS = 1,
    STATE_INSIDE,
    STATE_ENDS,
    STATE_AFTER,
    PERSON_STEPS = 8, /* of the log odds that syllables are those of a name */
    PERSON_STEP = 24,
};

static bool is_letter(unsigned kind)
{
    return kind == GISA_CHAR_HANGUL || kind == GISA_CHAR_UPPER || kind == GISA_CHAR_LOWER;
}

/* What words of a list are made of. */
static bool is_word(unsigned kind)
{
    return is_letter(kind) || kind == GISA_CHAR_DIGIT;
}

/* Whether a word of a list may begin here: not with a josa, an ending or what makes verbs. */
static bool begins(const gisa_name_line *l, uint32_t i)
{
    const uint8_t *kind = l->kind + PAD + i;
    if (!is_letter(kind[0])) return false;
    if (l->morph[i] == GISA_NAME_NONE) return kind[0] != kind[-1];
    unsigned tag = l->morphs[l->morph[i]].tag - 1u;
    bool bound = (tag >= GISA_TAG_JKS && tag <= GISA_TAG_ETM) || tag == GISA_TAG_XSV ||
                 tag == GISA_TAG_XSA || tag == GISA_TAG_VCP;
    return kind[0] != kind[-1] || (l->place[i] == GISA_NAME_FIRST && !bound);
}

static void mark(gisa_name_line *l, uint32_t from, uint32_t n, unsigned list)
{
    uint8_t length = (uint8_t)((n < 15 ? n : 15) << 3);
    for (uint32_t i = from; i < from + n; i++)
        l->listed[i][list] = length | (i == from          ? STATE_STARTS
                                       : i + 1 < from + n ? STATE_INSIDE
                                                          : STATE_ENDS);
    if (from + n < l->n) l->listed[from + n][list] = length | STATE_AFTER;
}

static void look_lists(gisa_name_line *l, const gisa_name_lexicon *x, uint64_t hide)
{
    uint32_t ends[GISA_NAME_LISTS] = {0};
    memset(l->listed, 0, l->n * sizeof *l->listed);
    for (uint32_t i = 0; i < l->n; i++) {
        if (!begins(l, i)) continue;
        uint32_t longest[GISA_NAME_LISTS] = {0}, to = l->words[l->word[i]].to;
        uint64_t hash = GISA_WORD_SEED;
        for (uint32_t k = i; k < to && k < i + WORD_MAX && is_word(l->kind[PAD + k]); k++) {
            hash = gisa_word_roll(hash, l->cp[PAD + k]);
            if (k + 1 < i + WORD_MIN) continue;
            unsigned lists = gisa_name_lists_find(x, gisa_name_mix(hash));
            if (lists && hide && gisa_name_mix(hash ^ hide) % 10 == 0) continue;
            for (unsigned c = 0; c < GISA_NAME_LISTS; c++)
                if (lists >> c & 1) longest[c] = k + 1 - i;
        }
        for (unsigned c = 0; c < GISA_NAME_LISTS; c++) {
            if (!longest[c] || i + longest[c] <= ends[c]) continue;
            mark(l, i, longest[c], c);
            ends[c] = i + longest[c];
        }
    }
}

static void mark_person(gisa_name_line *l, uint32_t from, uint32_t n, int odds)
{
    int step = odds / PERSON_STEP + PERSON_STEPS / 2;
    step = step < 0 ? 0 : step >= PERSON_STEPS ? PERSON_STEPS - 1 : step;
    for (uint32_t i = from; i < from + n; i++)
        l->person[i] = (uint8_t)(1u + ((uint32_t)step << 3 | (n == 3 ? 4u : 0u) | (i - from)));
}

/* A surname and one or two more syllables, judged as names of people and as other nouns are
 * spelt; the likelier of both lengths. */
static void look_people(gisa_name_line *l, const gisa_name_lexicon *x)
{
    memset(l->person, 0, l->n);
    for (uint32_t i = 0; i + 1 < l->n; i++) {
        const uint32_t *c = l->cp + PAD + i;
        if (!begins(l, i) || !gisa_is_hangul(c[0]) || !gisa_is_hangul(c[1])) continue;
        int first = x->syllables[gisa_hangul_index(c[0])];
        if (first == INT8_MIN) continue;
        const int8_t *second = x->syllables + GISA_HANGUL_SYLLABLES,
                     *third = second + GISA_HANGUL_SYLLABLES;
        int two = first + second[gisa_hangul_index(c[1])];
        if (!gisa_is_hangul(c[2])) {
            mark_person(l, i, 2, two);
            continue;
        }
        int three = two + third[gisa_hangul_index(c[2])];
        mark_person(l, i, 3, three);
    }
}

static void look_clusters(gisa_name_line *l, const gisa_name_lexicon *x)
{
    for (uint32_t k = 2; k < 2 + l->n_morphs; k++)
        l->morphs[k].cluster = (uint16_t)gisa_name_cluster_find(x,
                                                                gisa_name_mix(l->morphs[k].form));
}

/* Whether a morpheme may be part of a name, a date or an amount. */
static bool is_namely(unsigned tag)
{
    switch (tag - 1) {
    case GISA_TAG_VV:
    case GISA_TAG_VA:
    case GISA_TAG_VX:
    case GISA_TAG_VCP:
    case GISA_TAG_VCN:
    case GISA_TAG_MAG:
    case GISA_TAG_MAJ:
    case GISA_TAG_IC:
    case GISA_TAG_XSV:
    case GISA_TAG_XSA:
    case GISA_TAG_SW: return false;
    default: return !(tag >= GISA_TAG_JKS + 1 && tag <= GISA_TAG_ETM + 1);
    }
}

/* Whether lists, rules or syllables speak for a name at a character. */
static bool is_known(const gisa_name_line *l, uint32_t i)
{
    for (unsigned c = 0; c + 1 < GISA_NAME_LISTS; c++)
        if (l->listed[i][c] && (l->listed[i][c] & 7u) != STATE_AFTER) return true;
    return l->claimed[i] || (l->person[i] && (l->person[i] - 1u) >> 3 >= PERSON_STEPS / 2);
}

/* Eojeols of verbs, adverbs, endings and marks have no names; neither have the josa and endings
 * after the last noun of the others, nor spaces beside either. */
static void mark_idle(gisa_name_line *l)
{
    memset(l->idle, 0, l->n * sizeof *l->idle);
    for (uint32_t w = 0; w < l->n_words; w++) {
        uint32_t from = l->words[w].from, to = l->words[w].to, at = to;
        while (at > from && l->morph[at - 1] != GISA_NAME_NONE && !is_known(l, at - 1) &&
               !is_namely(l->morphs[l->morph[at - 1]].tag))
            at--;
        for (uint32_t i = at; i < to; i++) l->idle[i] = true;
    }
    for (uint32_t i = 0; i < l->n; i++)
        if (l->kind[PAD + i] == GISA_CHAR_SPACE)
            l->idle[i] = i == 0 || l->idle[i - 1] || i + 1 == l->n || l->idle[i + 1];
}

void gisa_name_line_look(gisa_name_line *l, const gisa_name_lexicon *x, uint64_t hide)
{
    look_lists(l, x, hide);
    look_people(l, x);
    if (x->n_clusters) look_clusters(l, x);
    mark_idle(l);
}
