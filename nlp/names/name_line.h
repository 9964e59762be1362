/* A sentence as the recogniser of names sees it: characters, the eojeols they are in, the
 * morphemes and runs of nouns that the analyser found, and what the rules claim there. Training and
 * recognition fill it with the same code. */
#ifndef GISA_NLP_NAMES_NAME_LINE_H
#define GISA_NLP_NAMES_NAME_LINE_H

#include "corpus/annotation.h"
#include "nlp/names/name_table.h"

#define GISA_NAME_LINE_MAX    1024u /* characters; longer sentences are read in pieces */
#define GISA_NAME_LINE_PAD    5u
#define GISA_NAME_LINE_MORPHS 2048u
#define GISA_NAME_NONE        UINT16_MAX

static inline uint64_t gisa_name_mix(uint64_t v)
{
    v *= 0xD6E8FEB86659FD93u;
    v ^= v >> 32;
    v *= 0xD6E8FEB86659FD93u;
    return v ^ v >> 32;
}

/* Two things that a feature sees, as one. */
static inline uint64_t gisa_name_both(uint64_t a, uint64_t b)
{
    return gisa_name_mix(a) + b;
}

/* Where a character is in something of several: its first, a later one, the space before it. */
typedef enum gisa_name_place {
    GISA_NAME_FIRST,
    GISA_NAME_LATER,
    GISA_NAME_BEFORE,
} gisa_name_place;

typedef struct gisa_name_morph {
    uint64_t form;     /* hash of the form and the tag */
    uint64_t mixed;    /* that, mixed */
    uint16_t from, to; /* characters */
    uint16_t run;      /* GISA_NAME_NONE: in no run of nouns */
    uint8_t tag;
    uint16_t cluster; /* plus one; 0: none */
} gisa_name_morph;

/* Nouns, roots, prefixes, suffixes, numbers and letters that follow each other in an eojeol. */
typedef struct gisa_name_run {
    uint16_t from, to;        /* characters */
    uint16_t first, last;     /* morphemes */
    uint64_t josa, next_word; /* hashes of what follows it; 0: nothing */
    uint64_t after;           /* both, mixed */
    uint64_t josa_mixed, next_mixed;
    uint64_t end_mixed, end2_mixed; /* its last character and its last two, mixed */
} gisa_name_run;

typedef struct gisa_name_word { /* an eojeol */
    uint16_t from, to;
    uint64_t hash, shape;
    uint64_t first, last; /* its first and its last two characters */
} gisa_name_word;

/* Classes of name lists, in the order of their bits. */
#define GISA_NAME_LISTS 4u

typedef struct gisa_name_line {
    uint32_t n;
    uint32_t start; /* byte in the text of the first character */
    uint32_t cp[GISA_NAME_LINE_MAX + 2 * GISA_NAME_LINE_PAD]; /* from GISA_NAME_LINE_PAD on */
    uint8_t kind[GISA_NAME_LINE_MAX + 2 * GISA_NAME_LINE_PAD];
    uint32_t at[GISA_NAME_LINE_MAX + 1]; /* bytes of the text */
    uint16_t word[GISA_NAME_LINE_MAX];   /* of a space: the one after it */
    uint16_t morph[GISA_NAME_LINE_MAX];  /* so too; GISA_NAME_NONE: none */
    uint8_t place[GISA_NAME_LINE_MAX];   /* gisa_name_place in the morpheme */
    uint64_t head[GISA_NAME_LINE_MAX], tail[GISA_NAME_LINE_MAX]; /* the eojeol up to, from here */
    uint8_t listed[GISA_NAME_LINE_MAX][GISA_NAME_LISTS]; /* place and length of the match there */
    uint8_t claimed[GISA_NAME_LINE_MAX];                 /* by rule: type and place; 0: nothing */
    uint8_t person[GISA_NAME_LINE_MAX]; /* how far the syllables are those of a person's name */
    bool idle[GISA_NAME_LINE_MAX];      /* no name can be there */
    gisa_name_word words[GISA_NAME_LINE_MAX / 2 + 2];
    uint32_t n_words;
    gisa_name_morph morphs[GISA_NAME_LINE_MORPHS + 4]; /* from the third on; empty ones around */
    uint32_t n_morphs;
    gisa_name_run runs[GISA_NAME_LINE_MAX];
    uint32_t n_runs;
} gisa_name_line;

/* Fills the line with the next piece of a sentence that begins at or after byte *at, and moves *at
 * past it. Uses the annotation's sentences, tokens and morphemes, and its entities as the claims of
 * the rules.
 *
 * Returns: false when the sentence has no more. */
bool gisa_name_line_next(gisa_name_line *l, gisa_str text, const gisa_annotation *a,
                         const gisa_sentence *sentence, uint32_t *at);

#endif
