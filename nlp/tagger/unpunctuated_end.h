/* Sentences that end without a full stop, as people write on the web: "좋았어요 다음에 또 갈게요",
 * "별로네 ㅠㅠ 근데 싸다". Moves over the eojeols of what nlp/segment.h takes for one sentence,
 * after the tagger, and tells where a predicate has closed it before. */
#ifndef GISA_NLP_TAGGER_UNPUNCTUATED_END_H
#define GISA_NLP_TAGGER_UNPUNCTUATED_END_H

#include "nlp/tagger/morph_list.h"

/* How much the last word looks like the end of a sentence. */
typedef enum gisa_bare_end {
    GISA_BARE_NONE,
    GISA_BARE_NOUN, /* a noun or adverb: with ㅋㅋ, ^^ or ~ behind it only */
    GISA_BARE_WEAK, /* 좋아, 갈게: with those, or before 근데, 그래도 */
    GISA_BARE_PLAIN, /* 좋다, 왔네, 좋음: unless the next word takes it up (했다 하더라도) */
    GISA_BARE_POLITE, /* 좋아요, 합니다: unless 라고 or the like follows */
} gisa_bare_end;

typedef struct gisa_bare { /* begins as {0} at each sentence */
    gisa_bare_end end;
    bool smile; /* laughter or the like stands behind the last word */
    int depth;  /* of open quotation marks and brackets */
} gisa_bare;

/* An eojeol and its morphemes, pieces [from, to). */
typedef struct gisa_bare_word {
    gisa_range at;
    uint32_t from, to;
} gisa_bare_word;

/* Whether a sentence ends before `next`. */
bool gisa_bare_cuts(const gisa_bare *b, const gisa_text *t, const gisa_pieces *p,
                    gisa_bare_word next);

/* Moves over an eojeol. */
void gisa_bare_put(gisa_bare *b, const gisa_text *t, const gisa_pieces *p, gisa_bare_word word);

#endif
