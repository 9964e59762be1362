/* The grammar of one date: 2025년 2월 3일, 지난 3일, 다음 달 중순, 올해 상반기, 15, 16일. Only
 * date*.c includes this. */
#ifndef GISA_NLP_FACTS_DATE_READ_H
#define GISA_NLP_FACTS_DATE_READ_H

#include "nlp/facts/date_value.h"

/* The end of the date that begins at byte `at`, or `at` when none does. */
size_t gisa_date_read(gisa_str text, size_t at, const gisa_date_context *c, gisa_date_parts *p);

/* Whether a date may begin at byte `at`; most places cost one comparison. */
bool gisa_date_may_begin(gisa_str text, size_t at);

/* Whether the word of a date may end at byte `at`: before no other syllable, josa or 엔, 이래 … */
bool gisa_date_ends(gisa_str text, size_t at);

/* The end of the dash of a range at byte `at`, perhaps with blanks around it; `at`: none. */
size_t gisa_date_dash(gisa_str text, size_t at);

#endif
