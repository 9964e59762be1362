/* What needs no model: the tag of a character, and what may stand behind a noun at a word's end. */
#ifndef GISA_NLP_WORD_NOUN_ENDING_H
#define GISA_NLP_WORD_NOUN_ENDING_H

#include "nlp/tagger/morph_list.h"

/* The tag of a character that the character alone decides (SF, SP, SS, SE, SO, SW, SL, SH, SN),
 * GISA_TAG_COUNT for Hangul and jamo. */
gisa_tag gisa_symbol_tag(uint32_t cp);

/* What stands behind a noun at the end of a word. */
typedef struct gisa_noun_ending {
    uint32_t n; /* code points; 0: nothing */
    gisa_tag tag;
    bool light; /* 하다 or 되다 in some form, not a josa */
} gisa_noun_ending;

/* The longest form of 하다 or 되다, failing that the longest josa at the end of a word, leaving at
 * least so many code points before it. A josa that does not agree with what it follows counts when
 * there is no other. */
gisa_noun_ending gisa_noun_ending_find(const gisa_text *t, gisa_range word, uint32_t least);

#endif
