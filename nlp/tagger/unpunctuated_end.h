/* Sentences that end without a full stop, as people write on the web: "좋았어요 다음에 또 갈게요",
 * "별로네 ㅠㅠ 근데 싸다". Moves over the eojeols of what nlp/segment.h takes for one sentence,
 * after the tagger, and says where a predicate has closed it before. */
#ifndef GISA_NLP_TAGGER_UNPUNCTUATED_END_H
#define GISA_NLP_TAGGER_UNPUNCTUATED_END_H

#include "nlp/tagger/morph_list.h"

/* How much the last word looks like the end of a sentence. */
typedef enum gisa_unpunctuated_end {
    GISA_UNPUNCTUATED_NONE,
    GISA_UNPUNCTUATED_NOUN,   /* a noun or adverb: with ㅋㅋ, ^^ or ~ after it only */
    GISA_UNPUNCTUATED_WEAK,   /* 갈게: with those, or before 근데, 그래도 */
    GISA_UNPUNCTUATED_ASKING, /* 걸려, 가니: so, or behind a word that asks (얼마나 걸려) */
    GISA_UNPUNCTUATED_ORDER,  /* 보여줘: so, or at the end of a few words */
    GISA_UNPUNCTUATED_PLAIN, /* 좋다, 왔네, 좋음: unless the next word takes it up (했다 하더라도)
                              */
    GISA_UNPUNCTUATED_POLITE, /* 좋아요, 합니다: unless 라고 or the like follows */
} gisa_unpunctuated_end;

typedef struct gisa_unpunctuated { /* begins as {0} at each sentence */
    gisa_unpunctuated_end end;
    bool smile; /* laughter or the like comes after the last word */
    int depth;  /* of open quotation marks and brackets */
    unsigned words;
    unsigned asked; /* words from the last one that asks, itself counted; 0: there is none near */
} gisa_unpunctuated;

/* An eojeol and its morphemes, [from, to) of the list. */
typedef struct gisa_unpunctuated_word {
    gisa_range at;
    uint32_t from, to;
} gisa_unpunctuated_word;

/* Whether a sentence ends before `next`. */
bool gisa_unpunctuated_cuts(const gisa_unpunctuated *b, const gisa_text *t,
                            const gisa_morph_list *p, gisa_unpunctuated_word next);

/* Moves over an eojeol. */
void gisa_unpunctuated_put(gisa_unpunctuated *b, const gisa_text *t, const gisa_morph_list *p,
                           gisa_unpunctuated_word word);

#endif
