/* A table of fixed size, in sets of a few words: a new word takes the place of the one of its set
 * that was met longest ago. A word that is too long for an entry is read anew each time. */
#include "nlp/word/isolated_word.h"

#include "base/hangul.h"
#include "base/hash.h"
#include "base/mem.h"
#include "nlp/word/compound.h"
#include "nlp/word/dictionary_noun.h"
#include "nlp/word/dotted_word.h"
#include "nlp/word/noun_ending.h"

#define SET_BITS  14
#define WAYS      4
#define USES_MAX  3
#define WORD_MAX  14 /* code points of a word that is remembered */
#define PARTS_MAX 10
#define FORMS_MAX 28

typedef struct part {
    uint8_t tag, from, to, n_form; /* from, to: code points of the word */
} part;

typedef struct entry {
    uint16_t cp[WORD_MAX], presets[WORD_MAX];
    uint16_t forms[FORMS_MAX];
    part parts[PARTS_MAX];
    uint8_t n, n_parts;
} entry;

typedef struct set {
    uint16_t prints[WAYS]; /* of the words' hashes; 0: free */
    uint8_t uses[WAYS];    /* how often each was met again, fading */
} set;

struct gisa_isolated_words {
    gisa_wordset words;
    gisa_morph_list scratch;
    set sets[1 << SET_BITS];
    entry entries[1 << SET_BITS][WAYS]; /* read only where a print says that one is there */
};

gisa_status gisa_isolated_words_open(const gisa_model *model, gisa_isolated_words **out,
                                     gisa_error *err)
{
    gisa_isolated_words *a = gisa_malloc(sizeof *a);
    if (!a) return gisa_fail_mem(err);
    memset(a, 0, offsetof(gisa_isolated_words, entries));
    a->words = model->words;
    *out = a;
    return GISA_OK;
}

void gisa_isolated_words_close(gisa_isolated_words *words)
{
    if (!words) return;
    gisa_morph_list_clear(&words->scratch);
    gisa_free(words);
}

/* Fills the key of an entry. Returns: false when the word is too long or too rare in script. */
static bool set_key(entry *e, const gisa_text *t, gisa_range word, const uint16_t *presets)
{
    uint32_t n = word.to - word.from;
    if (n > WORD_MAX) return false;
    memset(e, 0, sizeof *e);
    e->n = (uint8_t)n;
    for (uint32_t i = 0; i < n; i++) {
        if (t->cp[word.from + i] > UINT16_MAX) return false;
        e->cp[i] = (uint16_t)t->cp[word.from + i];
        e->presets[i] = presets[word.from + i];
    }
    return true;
}

static bool same_key(const entry *a, const entry *b)
{
    return a->n == b->n && memcmp(a->cp, b->cp, a->n * sizeof *a->cp) == 0 &&
           memcmp(a->presets, b->presets, a->n * sizeof *a->presets) == 0;
}

/* Where a word is or may be put, by its hash. */
typedef struct place {
    set *set;
    entry *entries;
    uint16_t print;
} place;

static place place_of(gisa_isolated_words *a, const entry *key)
{
    uint64_t hash = gisa_hash64((gisa_str){(const char *)key->cp, key->n * sizeof *key->cp}, 0);
    uint64_t k = hash >> (64 - SET_BITS);
    return (place){&a->sets[k], a->entries[k], (uint16_t)(hash | 1)};
}

static const entry *find(const place *p, const entry *key)
{
    for (unsigned i = 0; i < WAYS; i++) {
        if (p->set->prints[i] != p->print || !same_key(&p->entries[i], key)) continue;
        if (p->set->uses[i] < USES_MAX) p->set->uses[i]++;
        return &p->entries[i];
    }
    return NULL;
}

static void remember(const place *p, const entry *e)
{
    unsigned idlest = 0;
    for (unsigned i = 1; i < WAYS; i++)
        if (p->set->uses[i] < p->set->uses[idlest]) idlest = i;
    bool fade = p->set->uses[idlest] > 0;
    for (unsigned i = 0; i < WAYS && fade; i++) p->set->uses[i]--;
    p->set->prints[idlest] = p->print;
    p->set->uses[idlest] = 0;
    p->entries[idlest] = *e;
}

/* Adds what was found to the key. Returns: false when it does not fit. */
static bool set_parts(entry *e, const gisa_morph_list *p, uint32_t start)
{
    uint32_t n_forms = 0;
    if (p->n > PARTS_MAX || p->n_forms > FORMS_MAX) return false;
    for (uint32_t i = 0; i < p->n; i++) {
        const gisa_morph_item *morph = &p->items[i];
        e->parts[i] = (part){(uint8_t)morph->tag, (uint8_t)(morph->at.from - start),
                             (uint8_t)(morph->at.to - start), (uint8_t)morph->n_form};
        for (uint32_t k = 0; k < morph->n_form; k++) {
            uint32_t cp = p->forms[morph->form + k];
            if (cp > UINT16_MAX) return false;
            e->forms[n_forms++] = (uint16_t)cp;
        }
    }
    e->n_parts = (uint8_t)p->n;
    return true;
}

static gisa_status recall(const entry *e, uint32_t start, gisa_morph_list *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    const uint16_t *form = e->forms;
    for (uint32_t i = 0; i < e->n_parts && st >= 0; i++) {
        const part *p = &e->parts[i];
        uint32_t cp[FORMS_MAX];
        for (uint32_t k = 0; k < p->n_form; k++) cp[k] = *form++;
        st = gisa_morph_list_put(out, (gisa_tag)p->tag,
                                 (gisa_range){start + p->from, start + p->to}, cp, p->n_form, err);
    }
    return st;
}

/* Whether a morpheme is a noun of Hangul as the text has it. */
static bool is_plain_noun(const gisa_text *t, const gisa_morph_list *p,
                          const gisa_morph_item *morph)
{
    if (morph->tag != GISA_TAG_NNG && morph->tag != GISA_TAG_NNP) return false;
    if (morph->n_form != morph->at.to - morph->at.from) return false;
    for (uint32_t k = 0; k < morph->n_form; k++) {
        uint32_t cp = p->forms[morph->form + k];
        if (!gisa_is_hangul(cp) || cp != t->cp[morph->at.from + k]) return false;
    }
    return true;
}

static gisa_status put_apart(const gisa_isolated_words *a, const gisa_text *t, uint16_t preset,
                             const gisa_morph_item *morph, gisa_morph_list *out, gisa_error *err)
{
    const uint32_t *form = a->scratch.forms + morph->form;
    uint8_t ends[GISA_COMPOUND_MAX];
    unsigned n = 1;
    uint32_t from = 0;
    gisa_status st = GISA_OK;
    if (!(preset & GISA_PRESET_WHOLE) && is_plain_noun(t, &a->scratch, morph))
        n = gisa_compound_split(a->words, form, morph->n_form, preset != 0, ends);
    if (n == 1) return gisa_morph_list_put(out, morph->tag, morph->at, form, morph->n_form, err);
    for (unsigned k = 0; k < n && st >= 0; from = ends[k++]) {
        gisa_range at = {morph->at.from + from, morph->at.from + ends[k]};
        st = gisa_morph_list_put(out, morph->tag, at, form + from, ends[k] - from, err);
    }
    return st;
}

static bool is_marked(const uint16_t *presets, gisa_range word)
{
    for (uint32_t i = word.from; i < word.to; i++)
        if (presets[i]) return true;
    return false;
}

#define GA 0xAC00u /* 가 */

/* 비가 by itself may look like 비 and a verb with its ending (가 + 아); after a noun, without a
 * space, 가 is the particle. */
static void settle_subject(const gisa_text *t, gisa_morph_list *p)
{
    if (p->n < 3) return;
    const gisa_morph_item *noun = &p->items[p->n - 3], *ending = noun + 2;
    gisa_morph_item *verb = &p->items[p->n - 2];
    bool hidden = (ending->tag == GISA_TAG_EF || ending->tag == GISA_TAG_EC) &&
                  ending->at.from == verb->at.from && ending->at.to == verb->at.to;
    bool goes = (verb->tag == GISA_TAG_VV || verb->tag == GISA_TAG_VX) && verb->n_form == 1 &&
                p->forms[verb->form] == GA && t->cp[verb->at.from] == GA;
    if (noun->tag > GISA_TAG_NP || !goes || !hidden) return; /* the nouns are the first tags */
    verb->tag = GISA_TAG_JKS;
    p->n--;
}

static gisa_status run_word(gisa_isolated_words *a, gisa_tagger *tagger, const gisa_text *t,
                            gisa_range word, const uint16_t *presets, gisa_morph_list *out,
                            gisa_error *err)
{
    entry now;
    place at = {0};
    bool fits = set_key(&now, t, word, presets);
    if (fits) {
        at = place_of(a, &now);
        const entry *before = find(&at, &now);
        if (before) return recall(before, word.from, out, err);
    }
    gisa_morph_list_reset(&a->scratch);
    uint32_t n = out->n, n_forms = out->n_forms;
    gisa_status st = GISA_OK;
    int done = is_marked(presets, word)
                   ? 0
                   : gisa_dictionary_noun_put(a->words, t, word, &a->scratch, err);
    if (done < 0) return (gisa_status)done;
    if (!done) {
        st = gisa_tagger_run(tagger, t, word, presets, &a->scratch, err);
        settle_subject(t, &a->scratch);
    }
    for (uint32_t i = 0; i < a->scratch.n && st >= 0; i++) {
        const gisa_morph_item *morph = &a->scratch.items[i];
        st = put_apart(a, t, presets[morph->at.from], morph, out, err);
    }
    if (st < 0 || !fits) return st;
    gisa_morph_list made = {.items = out->items + n,
                            .n = out->n - n,
                            .forms = out->forms,
                            .n_forms = out->n_forms - n_forms};
    if (set_parts(&now, &made, word.from)) remember(&at, &now);
    return GISA_OK;
}

/* A part of a word with dots that is one syllable. */
static gisa_status put_dotted(const gisa_text *t, gisa_range word, uint32_t n, gisa_tag josa,
                              gisa_morph_list *out, gisa_error *err)
{
    gisa_range noun = {word.from, word.from + n}, rest = {noun.to, word.to};
    gisa_status st = gisa_morph_list_put(out, GISA_TAG_NNG, noun, t->cp + noun.from, n, err);
    if (st < 0 || rest.from == rest.to) return st;
    return gisa_morph_list_put(out, josa, rest, t->cp + rest.from, rest.to - rest.from, err);
}

static bool is_wordy(const gisa_text *t, const uint16_t *presets, uint32_t at)
{
    gisa_tag tag = gisa_symbol_tag(t->cp[at]);
    return presets[at] || tag == GISA_TAG_COUNT || tag == GISA_TAG_SL || tag == GISA_TAG_SH ||
           tag == GISA_TAG_SN;
}

gisa_status gisa_isolated_words_run(gisa_isolated_words *words, gisa_tagger *tagger,
                                    const gisa_text *t, gisa_range eojeol, const uint16_t *presets,
                                    gisa_morph_list *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (uint32_t i = eojeol.from, to; i < eojeol.to && st >= 0; i = to) {
        for (to = i; to < eojeol.to && is_wordy(t, presets, to);) to++;
        if (to > i) {
            gisa_range word = {i, to};
            gisa_tag josa;
            uint32_t n = is_marked(presets, word) ? 0
                                                  : gisa_dotted_part_find(t, eojeol, word, &josa);
            st = n ? put_dotted(t, word, n, josa, out, err)
                   : run_word(words, tagger, t, word, presets, out, err);
            continue;
        }
        while (to < eojeol.to && t->cp[to] == t->cp[i] && !presets[to]) to++;
        st = gisa_morph_list_put(out, gisa_symbol_tag(t->cp[i]), (gisa_range){i, to}, t->cp + i,
                                 to - i, err);
    }
    return st;
}
