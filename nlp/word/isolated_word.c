/* A table of fixed size, in sets of a few words: a new word takes the place of the one of its set
 * that was met least lately. A word that is too long for an entry is read anew each time. */
#include "nlp/word/isolated_word.h"

#include "base/hash.h"
#include "base/mem.h"
#include "nlp/word/compound.h"
#include "nlp/word/dictionary_noun.h"
#include "nlp/word/noun_ending.h"

#define SET_BITS   14
#define WAYS       4
#define USES_MOST  3
#define WORD_MOST  14 /* code points of a word that is remembered */
#define PARTS_MOST 10
#define FORMS_MOST 28

typedef struct part {
    uint8_t tag, from, to, n_form; /* from, to: code points of the word */
} part;

typedef struct entry {
    uint16_t cp[WORD_MOST], known[WORD_MOST];
    uint16_t forms[FORMS_MOST];
    part parts[PARTS_MOST];
    uint8_t n, n_parts;
} entry;

typedef struct set {
    uint16_t prints[WAYS]; /* of the words' hashes; 0: free */
    uint8_t uses[WAYS];    /* how often each was met again, fading */
} set;

struct gisa_alone {
    gisa_wordset words;
    gisa_pieces scratch;
    set sets[1 << SET_BITS];
    entry entries[1 << SET_BITS][WAYS];
};

gisa_status gisa_alone_open(const gisa_model *model, gisa_alone **out, gisa_error *err)
{
    gisa_alone *a = gisa_calloc(1, sizeof *a);
    if (!a) return gisa_fail_mem(err);
    a->words = model->words;
    *out = a;
    return GISA_OK;
}

void gisa_alone_close(gisa_alone *alone)
{
    if (!alone) return;
    gisa_pieces_clear(&alone->scratch);
    gisa_free(alone);
}

/* Fills the key of an entry. Returns: false when the word is too long or too rare in script. */
static bool set_key(entry *e, const gisa_text *t, gisa_range word, const uint16_t *known)
{
    uint32_t n = word.to - word.from;
    if (n > WORD_MOST) return false;
    memset(e, 0, sizeof *e);
    e->n = (uint8_t)n;
    for (uint32_t i = 0; i < n; i++) {
        if (t->cp[word.from + i] > UINT16_MAX) return false;
        e->cp[i] = (uint16_t)t->cp[word.from + i];
        e->known[i] = known[word.from + i];
    }
    return true;
}

static bool same_key(const entry *a, const entry *b)
{
    return a->n == b->n && memcmp(a->cp, b->cp, a->n * sizeof *a->cp) == 0 &&
           memcmp(a->known, b->known, a->n * sizeof *a->known) == 0;
}

/* Where a word is or may be put, by its hash. */
typedef struct place {
    set *set;
    entry *entries;
    uint16_t print;
} place;

static place place_of(gisa_alone *a, const entry *key)
{
    uint64_t hash = gisa_hash64((gisa_str){(const char *)key->cp, key->n * sizeof *key->cp}, 0);
    uint64_t k = hash >> (64 - SET_BITS);
    return (place){&a->sets[k], a->entries[k], (uint16_t)(hash | 1)};
}

static const entry *find(const place *p, const entry *key)
{
    for (unsigned i = 0; i < WAYS; i++) {
        if (p->set->prints[i] != p->print || !same_key(&p->entries[i], key)) continue;
        if (p->set->uses[i] < USES_MOST) p->set->uses[i]++;
        return &p->entries[i];
    }
    return NULL;
}

static void remember(const place *p, const entry *e)
{
    unsigned least = 0;
    for (unsigned i = 1; i < WAYS; i++)
        if (p->set->uses[i] < p->set->uses[least]) least = i;
    bool fade = p->set->uses[least] > 0;
    for (unsigned i = 0; i < WAYS && fade; i++) p->set->uses[i]--;
    p->set->prints[least] = p->print;
    p->set->uses[least] = 0;
    p->entries[least] = *e;
}

/* Adds what was found to the key. Returns: false when it does not fit. */
static bool set_parts(entry *e, const gisa_pieces *p, uint32_t start)
{
    uint32_t n_forms = 0;
    if (p->n > PARTS_MOST || p->n_forms > FORMS_MOST) return false;
    for (uint32_t i = 0; i < p->n; i++) {
        const gisa_piece *piece = &p->items[i];
        e->parts[i] = (part){(uint8_t)piece->tag, (uint8_t)(piece->at.from - start),
                             (uint8_t)(piece->at.to - start), (uint8_t)piece->n_form};
        for (uint32_t k = 0; k < piece->n_form; k++) {
            uint32_t cp = p->forms[piece->form + k];
            if (cp > UINT16_MAX) return false;
            e->forms[n_forms++] = (uint16_t)cp;
        }
    }
    e->n_parts = (uint8_t)p->n;
    return true;
}

static gisa_status recall(const entry *e, uint32_t start, gisa_pieces *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    const uint16_t *form = e->forms;
    for (uint32_t i = 0; i < e->n_parts && st >= 0; i++) {
        const part *p = &e->parts[i];
        uint32_t cp[FORMS_MOST];
        for (uint32_t k = 0; k < p->n_form; k++) cp[k] = *form++;
        st = gisa_pieces_put(out, (gisa_tag)p->tag, (gisa_range){start + p->from, start + p->to},
                             cp, p->n_form, err);
    }
    return st;
}

/* Whether a morpheme is a noun of Hangul as it stands in the text. */
static bool is_plain_noun(const gisa_text *t, const gisa_pieces *p, const gisa_piece *piece)
{
    if (piece->tag != GISA_TAG_NNG && piece->tag != GISA_TAG_NNP) return false;
    if (piece->n_form != piece->at.to - piece->at.from) return false;
    for (uint32_t k = 0; k < piece->n_form; k++) {
        uint32_t cp = p->forms[piece->form + k];
        if (!gisa_is_hangul(cp) || cp != t->cp[piece->at.from + k]) return false;
    }
    return true;
}

static gisa_status put_apart(const gisa_alone *a, const gisa_text *t, const gisa_piece *piece,
                             gisa_pieces *out, gisa_error *err)
{
    const uint32_t *form = a->scratch.forms + piece->form;
    uint8_t ends[GISA_COMPOUND_MOST];
    unsigned n = 1;
    uint32_t from = 0;
    gisa_status st = GISA_OK;
    if (is_plain_noun(t, &a->scratch, piece))
        n = gisa_compound_split(a->words, form, piece->n_form, ends);
    if (n == 1) return gisa_pieces_put(out, piece->tag, piece->at, form, piece->n_form, err);
    for (unsigned k = 0; k < n && st >= 0; from = ends[k++]) {
        gisa_range at = {piece->at.from + from, piece->at.from + ends[k]};
        st = gisa_pieces_put(out, piece->tag, at, form + from, ends[k] - from, err);
    }
    return st;
}

static bool is_marked(const uint16_t *known, gisa_range word)
{
    for (uint32_t i = word.from; i < word.to; i++)
        if (known[i]) return true;
    return false;
}

#define GA 0xAC00u /* 가 */

/* 비가 by itself may look like 비 and a verb with its ending (가 + 아); behind a noun, without a
 * space, 가 is the particle. */
static void settle_subject(const gisa_text *t, gisa_pieces *p)
{
    if (p->n < 3) return;
    const gisa_piece *noun = &p->items[p->n - 3], *ending = noun + 2;
    gisa_piece *verb = &p->items[p->n - 2];
    bool hidden = (ending->tag == GISA_TAG_EF || ending->tag == GISA_TAG_EC) &&
                  ending->at.from == verb->at.from && ending->at.to == verb->at.to;
    bool goes = (verb->tag == GISA_TAG_VV || verb->tag == GISA_TAG_VX) && verb->n_form == 1 &&
                p->forms[verb->form] == GA && t->cp[verb->at.from] == GA;
    if (noun->tag > GISA_TAG_NP || !goes || !hidden) return; /* the nouns are the first tags */
    verb->tag = GISA_TAG_JKS;
    p->n--;
}

static gisa_status run_word(gisa_alone *a, gisa_tagger *tagger, const gisa_text *t, gisa_range word,
                            const uint16_t *known, gisa_pieces *out, gisa_error *err)
{
    entry now;
    place at = {0};
    bool fits = set_key(&now, t, word, known);
    if (fits) {
        at = place_of(a, &now);
        const entry *before = find(&at, &now);
        if (before) return recall(before, word.from, out, err);
    }
    gisa_pieces_reset(&a->scratch);
    uint32_t n = out->n, n_forms = out->n_forms;
    gisa_status st = GISA_OK;
    int sure = is_marked(known, word) ? 0 : gisa_sure_run(a->words, t, word, &a->scratch, err);
    if (sure < 0) return (gisa_status)sure;
    if (!sure) {
        st = gisa_tagger_run(tagger, t, word, known, &a->scratch, err);
        settle_subject(t, &a->scratch);
    }
    for (uint32_t i = 0; i < a->scratch.n && st >= 0; i++)
        st = put_apart(a, t, &a->scratch.items[i], out, err);
    if (st < 0 || !fits) return st;
    gisa_pieces made = {.items = out->items + n,
                        .n = out->n - n,
                        .forms = out->forms,
                        .n_forms = out->n_forms - n_forms};
    if (set_parts(&now, &made, word.from)) remember(&at, &now);
    return GISA_OK;
}

static bool is_wordy(const gisa_text *t, const uint16_t *known, uint32_t at)
{
    gisa_tag tag = gisa_rules_symbol(t->cp[at]);
    return known[at] || tag == GISA_TAG_COUNT || tag == GISA_TAG_SL || tag == GISA_TAG_SH ||
           tag == GISA_TAG_SN;
}

gisa_status gisa_alone_run(gisa_alone *alone, gisa_tagger *tagger, const gisa_text *t,
                           gisa_range eojeol, const uint16_t *known, gisa_pieces *out,
                           gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (uint32_t i = eojeol.from, to; i < eojeol.to && st >= 0; i = to) {
        for (to = i; to < eojeol.to && is_wordy(t, known, to);) to++;
        if (to > i) {
            st = run_word(alone, tagger, t, (gisa_range){i, to}, known, out, err);
            continue;
        }
        while (to < eojeol.to && t->cp[to] == t->cp[i] && !known[to]) to++;
        st = gisa_pieces_put(out, gisa_rules_symbol(t->cp[i]), (gisa_range){i, to}, t->cp + i,
                             to - i, err);
    }
    return st;
}
