/* What the tagger says about one syllable: which morphemes it begins or continues, and how their
 * dictionary form comes from it. 했 as 하/XSV + 었/EP is one label with two parts: the first begins
 * XSV and takes the vowel ㅏ and no final consonant, the second begins EP and is 었 itself. */
#ifndef GISA_NLP_TAGGER_LABEL_H
#define GISA_NLP_TAGGER_LABEL_H

#include "base/utf8.h"
#include "corpus/annotation.h"

typedef enum gisa_edit_kind {
    GISA_EDIT_KEEP,    /* the syllable itself */
    GISA_EDIT_FINAL,   /* another final consonant, or none */
    GISA_EDIT_RHYME,   /* another vowel and final consonant */
    GISA_EDIT_LITERAL, /* another character */
} gisa_edit_kind;

typedef struct gisa_label_part {
    uint8_t tag;   /* gisa_tag; every symbol is GISA_TAG_SW */
    uint8_t begin; /* begins a morpheme; otherwise it continues the one that is open */
    uint8_t kind;  /* gisa_edit_kind */
    uint8_t unused;
    uint32_t value; /* a final, a rhyme (base/hangul.h) or a code point */
} gisa_label_part;

#define GISA_LABEL_PARTS 4

typedef struct gisa_label {
    uint32_t n_parts;
    gisa_label_part parts[GISA_LABEL_PARTS];
} gisa_label;

/* The character that a part's edit makes of a syllable. */
uint32_t gisa_label_apply(const gisa_label_part *part, uint32_t cp);

/* The edit that makes `form` of the syllable cp, as the first part of a label writes it. */
gisa_label_part gisa_label_edit(uint32_t cp, uint32_t form);

#endif
