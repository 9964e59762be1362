/* Which index terms a reader would call a keyword. The index has no parts of speech, so a term is
 * judged by its form and by its place in the text. */
#ifndef GISA_REPORT_KEYWORD_FORM_H
#define GISA_REPORT_KEYWORD_FORM_H

#include "corpus/tokenizer.h"

/* Whether a term's form can be a keyword: two letters or more, not a number, and none of the words
 * that every article has (지난해, 관련, 밝히 …). */
bool gisa_word_usable(gisa_str form);

typedef enum gisa_word_place {
    GISA_WORD_INSIDE, /* part of a longer word, or before an ending that decides nothing */
    GISA_WORD_ALONE,  /* fills its eojeol */
    GISA_WORD_JOSA,   /* before a josa that no verb stem takes: a noun */
} gisa_word_place;

/* The place of the text [start, end) in its eojeol. */
gisa_word_place gisa_word_place_find(gisa_str text, size_t start, size_t end);

#endif
