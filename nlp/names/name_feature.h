/* The features of the recogniser of names: what it sees at a character. Each is a 64-bit hash;
 * training and recognition share this code, so that they see the same. */
#ifndef GISA_NLP_NAMES_NAME_FEATURE_H
#define GISA_NLP_NAMES_NAME_FEATURE_H

#include "nlp/names/name_line.h"

#define GISA_NAME_FEATURES_MAX 128u

/* The features at a character. Returns: how many. */
unsigned gisa_name_features(const gisa_name_line *l, uint32_t i,
                            uint64_t out[GISA_NAME_FEATURES_MAX]);

/* The same features once more, in portions that may be remembered: those that a letter has at each
 * place where it is seen from, those of parts, and the rest. */
#define GISA_NAME_SIGHT         3 /* how far letters are seen from */
#define GISA_NAME_LETTER_PLACES 7u

/* out[k]: of a letter that is k - GISA_NAME_SIGHT from the character. */
void gisa_name_letter_features(uint32_t letter, uint64_t out[GISA_NAME_LETTER_PLACES]);

/* Features that depend on little. */
typedef enum gisa_name_part {
    GISA_NAME_PART_REST, /* on everything */
    GISA_NAME_PART_CLASSES,
    GISA_NAME_PART_SHAPE,
    GISA_NAME_PART_SIZE,
    GISA_NAME_PART_KNOWN, /* what lists, rules and syllables know */
    GISA_NAME_PARTS
} gisa_name_part;

typedef struct gisa_name_key { /* all that the features of a part depend on */
    uint64_t seen;
    uint32_t more;
    uint32_t part;
} gisa_name_key;

/* Returns: how many parts the character has; keys: theirs, the rest has none. */
unsigned gisa_name_keys(const gisa_name_line *l, uint32_t i, gisa_name_key keys[GISA_NAME_PARTS]);

unsigned gisa_name_part_features(const gisa_name_line *l, uint32_t i, gisa_name_part part,
                                 uint64_t out[GISA_NAME_FEATURES_MAX]);

#endif
