/* The features of the tagger: what it sees of a sentence at a syllable (local), of the labels
 * before it (state), and of a morpheme that ends (close). Each is a 64-bit hash; training and
 * tagging share this code, so that they see the same. */
#ifndef GISA_NLP_TAGGER_FEATURE_H
#define GISA_NLP_TAGGER_FEATURE_H

#include "nlp/segment.h"
#include "nlp/tagger/label.h"
#include "nlp/word/wordset.h"

#define GISA_TAGGER_LINE_MAX 2048u /* syllables; longer sentences are tagged in pieces */
#define GISA_TAGGER_LINE_PAD 5u

/* A sentence as the features see it: syllables without spaces, and the same with spaces as
 * characters of their own and padding at both ends ("wide"). Holds no memory of its own. */
typedef struct gisa_tagger_line {
    uint32_t n;
    uint32_t cp[GISA_TAGGER_LINE_MAX];
    uint16_t word_from[GISA_TAGGER_LINE_MAX],
        word_to[GISA_TAGGER_LINE_MAX];   /* the eojeol, in syllables */
    uint16_t wide[GISA_TAGGER_LINE_MAX]; /* index in code */
    uint64_t head[GISA_TAGGER_LINE_MAX],
        tail[GISA_TAGGER_LINE_MAX]; /* the eojeol up to, from here */
    uint8_t kind[2 * GISA_TAGGER_LINE_MAX + 2 * GISA_TAGGER_LINE_PAD]; /* gisa_char_class, wide */
    uint64_t code[2 * GISA_TAGGER_LINE_MAX + 2 * GISA_TAGGER_LINE_PAD];
    uint64_t grams[2 * GISA_TAGGER_LINE_MAX + 2 * GISA_TAGGER_LINE_PAD]
                  [4];                                       /* of 2 to 5 characters from here;
                                                  those of 4 and 5 when all is set */
    uint8_t starts[GISA_TAGGER_LINE_MAX][GISA_WORD_CLASSES]; /* longest word of a class from here */
    uint8_t ends[GISA_TAGGER_LINE_MAX][GISA_WORD_CLASSES];   /* … that ends here */
    uint8_t runs[GISA_TAGGER_LINE_MAX]
                [GISA_WORD_CLASSES]; /* how far one that runs over here goes on */
} gisa_tagger_line;

/* Fills the line: cp holds n syllables, and begins[i] says whether an eojeol begins there.
 *
 * n:    at most GISA_TAGGER_LINE_MAX.
 * hide: training only: nouns and names whose hash meets this seed are not seen (0: all are). */
void gisa_tagger_line_set(gisa_tagger_line *l, const uint32_t *cp, const uint8_t *begins,
                          uint32_t n, gisa_wordset words, uint64_t hide);

/* The same in two steps, for one who need not see every word: first all but the words and what only
 * long features need; then the words of the eojeol that begins at syllable `from`. An eojeol whose
 * words are not set must not be looked at. */
void gisa_tagger_line_begin(gisa_tagger_line *l, const uint32_t *cp, const uint8_t *begins,
                            uint32_t n);
void gisa_tagger_line_words(gisa_tagger_line *l, uint32_t from, gisa_wordset words, uint64_t hide);

#define GISA_LOCAL_MAX 80

/* Whether the shipped model has features of long strings (n-grams of four and five, whole eojeols
 * with their neighbours). They help training on its way; leaving them out of the model afterwards
 * cost nothing on held-out text and halves its size. */
#define GISA_FEATURE_LONG false

/* Local features in groups that recur: what a group weighs is worth remembering by its key. */
typedef enum gisa_feature_group {
    GISA_GROUP_LEFT,  /* the syllable and the two characters before */
    GISA_GROUP_RIGHT, /* and the two after */
    GISA_GROUP_KINDS, /* the syllable, the classes around it and its place in the eojeol */
    GISA_GROUP_WORDS, /* the syllable and the words of the word list that touch it */
    GISA_GROUPS
} gisa_feature_group;

#define GISA_GROUP_MAX 24

/* Equal keys mean the same group of features at the same syllable. */
uint64_t gisa_feature_key(const gisa_tagger_line *l, uint32_t i, gisa_feature_group group);

/* The features of a group. Returns: how many. */
unsigned gisa_feature_group_put(const gisa_tagger_line *l, uint32_t i, gisa_feature_group group,
                                uint64_t out[GISA_GROUP_MAX]);

/* The local features that are in no group. all: also those of long strings, which training drops at
 * times. Returns: how many. */
unsigned gisa_feature_rest(const gisa_tagger_line *l, uint32_t i, bool all, uint64_t *out);

/* All local features at a syllable. Returns: how many. */
unsigned gisa_feature_local(const gisa_tagger_line *l, uint32_t i, bool all,
                            uint64_t out[GISA_LOCAL_MAX]);

/* What the labels before a syllable come to. Begins as {0}. */
typedef struct gisa_state {
    uint16_t label1, label2; /* of the syllable before, and before that; plus one, 0: none */
    uint8_t tag, tag1, tag2; /* of the open morpheme and the two before; plus one, 0: none */
    uint8_t length;          /* of the open morpheme, capped */
    uint64_t form, form1;    /* hash of its form so far; of the morpheme before */
} gisa_state;

#define GISA_STATE_MAX 8
#define GISA_CLOSE_MAX 8
#define GISA_OUT_FLAT  127 /* close features without a next tag */
#define GISA_OUT_END   126 /* the sentence ends */
#define GISA_OUT_SPACE 63  /* added to the next tag across a space */

/* Features of a state, each with the next label for its outcome. */
unsigned gisa_feature_state(const gisa_tagger_line *l, uint32_t i, const gisa_state *s,
                            uint64_t out[GISA_STATE_MAX]);

/* Features of the open morpheme as it ends: the first *n_next have the next tag for their outcome
 * (see GISA_OUT_*), the others GISA_OUT_FLAT; the last GISA_CLOSE_FAR also depend on what was
 * before the tag before, the others on form, tag, length and tag1 alone. Returns: how many. */
unsigned gisa_feature_close(const gisa_state *s, gisa_wordset words, uint64_t out[GISA_CLOSE_MAX],
                            unsigned *n_next);

/* The last GISA_CLOSE_FAR of them alone. */
#define GISA_CLOSE_FAR 2
unsigned gisa_feature_close_far(const gisa_state *s, uint64_t *out);

/* Whether a label may come next: it goes on with the open morpheme, or begins one. No eojeol begins
 * with an ending that its first syllable hides (왔 as 어/EC + 오/VX + 었/EP goes on from 건너).
 *
 * begins: an eojeol begins here. */
static inline bool gisa_state_takes(const gisa_state *s, const gisa_label *label, bool begins)
{
    const gisa_label_part *p = &label->parts[0];
    if (!p->begin) return !begins && s->tag == p->tag + 1;
    return !begins || p->kind == GISA_EDIT_KEEP || label->n_parts == 1 || p->tag < GISA_TAG_EP ||
           p->tag > GISA_TAG_ETM;
}

/* Moves the state over one part of a label at a syllable. */
static inline void gisa_state_part(gisa_state *s, const gisa_label_part *p, uint32_t cp)
{
    if (p->begin) {
        s->tag2 = s->tag1;
        s->tag1 = s->tag;
        s->form1 = s->form;
        s->tag = (uint8_t)(p->tag + 1);
        s->form = GISA_WORD_SEED;
        s->length = 0;
    }
    s->form = gisa_word_roll(s->form, gisa_label_apply(p, cp));
    if (s->length < 6) s->length++;
}

static inline void gisa_state_label(gisa_state *s, uint32_t label)
{
    s->label2 = s->label1;
    s->label1 = (uint16_t)(label + 1);
}

#endif
