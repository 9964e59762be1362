/* The features of the recogniser of names: what it sees at a character. Each is a 64-bit hash;
 * training and recognition share this code, so that they see the same. */
#ifndef GISA_NLP_NAMES_NAME_FEATURE_H
#define GISA_NLP_NAMES_NAME_FEATURE_H

#include "nlp/names/name_line.h"

#define GISA_NAME_FEATURES_MAX 128u

/* The features at a character. Returns: how many. */
unsigned gisa_name_features(const gisa_name_line *l, uint32_t i,
                            uint64_t out[GISA_NAME_FEATURES_MAX]);

#endif
