/* What may follow a noun at the end of its eojeol: a josa, or a form of 하다 or 되다. */
#ifndef GISA_NLP_WORD_NOUN_ENDING_H
#define GISA_NLP_WORD_NOUN_ENDING_H

#include "nlp/tagger/morph_list.h"

typedef struct gisa_noun_ending {
    uint32_t n; /* code points; 0: nothing */
    gisa_tag tag;
    bool light_verb; /* 하다 or 되다 in some form, not a josa */
} gisa_noun_ending;

/* The longest form of 하다 or 되다, failing that the longest josa at the end of a word, leaving at
 * least `min` code points (1 or more) before it. A josa that does not agree with what it follows
 * counts when there is no other. */
gisa_noun_ending gisa_noun_ending_find(const gisa_text *t, gisa_range word, uint32_t min);

#endif
