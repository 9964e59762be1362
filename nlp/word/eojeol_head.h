/* The noun of an eojeol as it is typed, where its reading shows another one.
 *
 * A word that nobody knows is read as what is known: 이어팟만 as 잇 + 어 + 팟 + 만, 젬마만 as a
 * name of three syllables. Its head is what is before the josa, or before what may be one. */
#ifndef GISA_NLP_WORD_EOJEOL_HEAD_H
#define GISA_NLP_WORD_EOJEOL_HEAD_H

#include "corpus/annotation.h"
#include "nlp/word/wordset.h"

typedef struct gisa_eojeol_head {
    gisa_span span;
    bool loose; /* what follows is the end of names as often as a josa (도, 만) */
} gisa_eojeol_head;

/* Finds the head of a token that is Hangul and has another reading; false: its reading shows it. */
bool gisa_eojeol_head_find(gisa_wordset words, gisa_str text, const gisa_annotation *a,
                           const gisa_token *token, gisa_eojeol_head *out);

#endif
