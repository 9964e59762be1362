/* What must stay whole is recognised before the tagger: addresses, numbers, mixed names, names
 * of the gazetteer. nlp/word/own_word.h marks words of the user over them. */
#ifndef GISA_NLP_WORD_PROTECTED_SPAN_H
#define GISA_NLP_WORD_PROTECTED_SPAN_H

#include "nlp/names/gazetteer.h"
#include "nlp/text.h"
#include "nlp/word/wordset.h"

/* Marks in presets[0..t->n) (zeroed by the caller), for the tagger, the code points of
 *
 * - URLs and e-mail addresses (SL);
 * - numbers with their points and commas: 26.1, 1,000, 2020.11.22 (SN);
 * - letters mixed with digits or joined by a mark: GPT-4o, R&D, S25, 5G (SL);
 * - Hangul joined with those: o3-미니, 딥시크-R1 (NNP);
 * - a surname by itself before a title: 이 대표는 (NNP);
 * - names of the gazetteer that hold no space, places aside (NNP).
 *
 * names: hits in t->bytes, may be NULL. Linear in the text. */
void gisa_protected_spans_mark(const gisa_text *t, const gisa_gazetteer_hits *names,
                               gisa_wordset words, uint16_t *presets);

#endif
