/* What a word is when somebody types it by itself.
 *
 * Out of a sentence the tagger guesses: 화가 may be 화 with a josa, 가면 a form of 가다. In a text
 * a noun stands before josa, so the word is put there, before six of them, and read: when most of
 * the readings take it for a noun as a whole, that is what it is (화가를, 화가의). */
#ifndef GISA_NLP_WORD_TYPED_WORD_H
#define GISA_NLP_WORD_TYPED_WORD_H

#include "base/buf.h"
#include "nlp/word/wordset.h"

#define GISA_TYPED_WORD_FRAMES 6
#define GISA_TYPED_WORD_LEAST  4  /* frames in which a word is a noun */
#define GISA_TYPED_WORD_MAX    14 /* syllables; a longer text is no word */

/* Whether a text is one word of Hangul. */
bool gisa_is_typed_word(gisa_str text);

/* Appends the word in its frames, a line each; their josa agree with its final sound. */
void gisa_typed_word_put(gisa_str word, gisa_buf *out);

/* The sentence of the first frame in which the word is nouns from its first letter to its last, of
 * the annotation of what put wrote. Returns: false when too few frames say so. */
bool gisa_typed_word_noun(gisa_str word, const gisa_annotation *a, gisa_span *frame);

/* What the model knows a word as; whether as a noun or name. */
unsigned gisa_word_classes(gisa_wordset words, gisa_str word);
bool gisa_is_known_noun(gisa_wordset words, gisa_str word);

/* Whether a reading by itself ends in a josa that cannot follow the sound before it, so that it is
 * none (테헤란 + 로). */
bool gisa_typed_word_is_misread(gisa_str word, const gisa_annotation *a);

#endif
