/* What dictionaries know of the words of a line. */
#ifndef GISA_NLP_NAMES_NAME_LOOK_H
#define GISA_NLP_NAMES_NAME_LOOK_H

#include "nlp/names/name_line.h"
#include "nlp/names/name_model.h"

/* Marks the matches of name lists, what may be the name of a person by its syllables, and the
 * clusters of morphemes. hide: training only, a seed by which one match in ten is not seen (0: all
 * are). */
void gisa_name_line_look(gisa_name_line *l, const gisa_name_lexicon *lexicon, uint64_t hide);

#endif
