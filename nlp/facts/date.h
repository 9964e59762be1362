/* Dates as the press writes them: 2025년 2월 3일, 지난 3일, 오는 15일, 어제, 다음 달 중순, 올해
 * 상반기, 2분기, 15, 16일, 2021~2027년, 이날, 전년 동기. */
#ifndef GISA_NLP_FACTS_DATE_H
#define GISA_NLP_FACTS_DATE_H

#include "base/time.h"
#include "corpus/annotation.h"

/* Fills a->dates. Values are ISO 8601 at the precision the text gives, with 2025-H1 and 2025-Q3
 * for half years and quarters, and start/end for other intervals (2025-07-21/2025-07-25).
 *
 * reference: when the text was published; the day that 어제 and 지난 3일 are counted from. At
 *            GISA_PRECISION_UNKNOWN relative dates keep the value GISA_NONE.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_dates_find(gisa_str text, gisa_time reference, gisa_annotation *a,
                            gisa_error *err);

#endif
