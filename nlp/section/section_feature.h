/* What a headline shows the model of sections: the runs of one to four characters of its words, the
 * word's edges being characters too, the first word's first two and the last one's last two. */
#ifndef GISA_NLP_SECTION_SECTION_FEATURE_H
#define GISA_NLP_SECTION_SECTION_FEATURE_H

#include "base/str.h"

#define GISA_SECTION_BITS         18
#define GISA_SECTION_BUCKETS      (1u << GISA_SECTION_BITS)
#define GISA_SECTION_CHARS        256u /* of a headline that are looked at */
#define GISA_SECTION_FEATURES_MAX (8u * GISA_SECTION_CHARS + 2u)

/* Writes the buckets of the headline's features and returns how many there are. A feature that
 * comes twice is written twice. */
unsigned gisa_section_features(gisa_str title, uint32_t out[GISA_SECTION_FEATURES_MAX]);

#endif
