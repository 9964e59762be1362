/* What the tagger's labels leave open, settled by rule: the vowel of 아/어 (all are 어 in
 * training), which kind of symbol a symbol is, and that an ending ㄴ or ㄹ is a modifier's (ETM).
 */
#ifndef GISA_NLP_TAGGER_VOWEL_HARMONY_H
#define GISA_NLP_TAGGER_VOWEL_HARMONY_H

#include "nlp/tagger/morph_list.h"

/* Appends a morpheme as the tagger found it, in its final form and tag. An ending 어 or 었 becomes
 * 아 or 았 after 하 and where the text has ㅏ, ㅑ or ㅘ, and 여 or 였 where the text has that. An
 * ending that is ㄴ or ㄹ and no more is ETM.
 *
 * surface: the syllable of the text in which it begins. Errors: GISA_ENOMEM. */
gisa_status gisa_vowel_harmony_put(gisa_morph_list *out, gisa_tag tag, gisa_range at,
                                   uint32_t surface, uint32_t *form, uint32_t n_form,
                                   gisa_error *err);

#endif
