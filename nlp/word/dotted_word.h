/* Words whose parts are divided by middle dots (산·학·연, 해·공군, 국·공립): the press writes them
 * together as well. */
#ifndef GISA_NLP_WORD_DOTTED_WORD_H
#define GISA_NLP_WORD_DOTTED_WORD_H

#include "nlp/tagger/morph_list.h"

/* The form of such a word that begins with the i-th of the token's morphemes, without its dots, in
 * out (GISA_TERM_MAX bytes); *n_morphs are those that make it up, *span is its place.
 *
 * All parts but the last are up to two syllables; a list of longer ones (인공지능·반도체) is no
 * word. Returns: its length; 0 when none begins here. */
size_t gisa_dotted_word_join(const gisa_annotation *a, const gisa_token *token, uint32_t i,
                             char *out, uint32_t *n_morphs, gisa_span *span);

/* What a word of one syllable before or after a dot is (해·공군, 산·학·연이), which by itself may
 * look like a verb: a noun, with josa.
 *
 * Returns: its code points without the josa, with the josa's tag in *josa; 0: it is another word.
 */
uint32_t gisa_dotted_part_find(const gisa_text *t, gisa_range eojeol, gisa_range word,
                               gisa_tag *josa);

#endif
