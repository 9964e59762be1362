/* Words that always win: those of corpus/lexicon/user.tsv and of the user's own file.
 *
 * A line is a word, a tab and its Sejong tag (NNP when missing); "#" begins a comment. A line whose
 * second column is an entity type is a line of the gazetteer (corpus/lexicon/README.md) and is
 * passed over here. */
#ifndef GISA_NLP_WORD_LEXICON_H
#define GISA_NLP_WORD_LEXICON_H

#include "base/buf.h"
#include "base/map.h"
#include "nlp/text.h"
#include "nlp/word/wordset.h"

typedef struct gisa_lexicon {
    gisa_map tags; /* key: the word's hash, 8 bytes; value: tag */
    gisa_wordset words;
    uint32_t *slots;
} gisa_lexicon;

/* Reads the words of both texts (either may be GISA_NONE); a later line wins. gazetteer, which may
 * be NULL, gets the user's lines that are the gazetteer's, each at its number, the others empty.
 *
 * Errors: GISA_EINVAL with the line, GISA_ENOMEM. */
gisa_status gisa_lexicon_read(gisa_lexicon *l, gisa_str shipped, gisa_str user, gisa_buf *gazetteer,
                              gisa_error *err);
void gisa_lexicon_clear(gisa_lexicon *l);

/* The longest word at t->cp[from], before `to`; returns its length in code points, 0: none. */
uint32_t gisa_lexicon_match(const gisa_lexicon *l, const gisa_text *t, uint32_t from, uint32_t to,
                            gisa_tag *tag);

#endif
