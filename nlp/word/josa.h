/* Josa and the forms of the copula 이다, with their allomorphs: the one table that all rules ask.
 *
 * Josa join the word before them (한글 맞춤법 제41항); some have one form after a final consonant
 * and another after a vowel (은/는, 이/가, 을/를, 과/와), 로 and its kin also follow ㄹ. The uses
 * of a row say which rules take it. */
#ifndef GISA_NLP_WORD_JOSA_H
#define GISA_NLP_WORD_JOSA_H

#include "corpus/annotation.h"

/* What the word before must end in. */
typedef enum gisa_josa_after {
    GISA_JOSA_AFTER_ANY,
    GISA_JOSA_AFTER_FINAL, /* a final consonant */
    GISA_JOSA_AFTER_VOWEL,
    GISA_JOSA_AFTER_VOWEL_OR_L, /* a vowel or ㄹ */
} gisa_josa_after;

#define GISA_JOSA_NAME        1u /* follows a name, perhaps before others (gisa_is_josa) */
#define GISA_JOSA_LOOSE       2u /* and that whatever the name ends in (미르AI, 가온이라는) */
#define GISA_JOSA_NOUN        4u   /* ends a noun's eojeol, with the tag (nlp/word/noun_ending.h) */
#define GISA_JOSA_SPEECH      8u   /* follows the closing mark of speech: “…”라고 */
#define GISA_JOSA_SPEECH_WORD 16u  /* so too, when a space follows: “…”라 말했다 */
#define GISA_JOSA_CARRY       32u  /* begins what carries a sentence on after a closing mark */
#define GISA_JOSA_PAUSE       64u  /* an ellipsis after it ends no sentence: 나는… */
#define GISA_JOSA_TOPIC       128u /* 은 는 */
#define GISA_JOSA_SUBJECT     256u /* 은 는 이 가 */
#define GISA_JOSA_SPEAKER     512u /* may mark who speaks: those, 도 and 께서 */
#define GISA_JOSA_UNCLEAR     1024u /* too many words that nobody knows end so: 도 만 */
#define GISA_JOSA_VERBAL      2048u /* verbs end so too: 들어와, 나가, 없이 */

typedef struct gisa_josa {
    gisa_str form;
    uint32_t first; /* its first three bytes as a number */
    gisa_josa_after after;
    gisa_tag tag; /* for GISA_JOSA_NOUN; GISA_TAG_COUNT in rows without that use */
    unsigned uses;
} gisa_josa;

/* The rows in order of their bytes; NULL after the last. */
const gisa_josa *gisa_josa_at(size_t i);

/* The josa of that form, or NULL. */
const gisa_josa *gisa_josa_find(gisa_str form);

/* The longest josa of a use that the text begins with, or ends in; NULL: none. */
const gisa_josa *gisa_josa_prefix(gisa_str text, unsigned use);
const gisa_josa *gisa_josa_suffix(gisa_str text, unsigned use);

/* Whether a syllable by itself is a josa of that use; whether one of that use begins with it. */
bool gisa_josa_is(uint32_t cp, unsigned use);
bool gisa_josa_begins(uint32_t cp, unsigned use);

/* Whether a josa may follow a word that ends with the character `last`. Anything may follow what is
 * no Hangul: how 3 or AI is read aloud is not known. */
bool gisa_josa_agrees(const gisa_josa *j, uint32_t last);

/* Whether a run of Hangul is nothing but josa and copula as they follow a name that ends with
 * `last`. The empty run is. */
bool gisa_is_josa(gisa_str run, uint32_t last);

#endif
