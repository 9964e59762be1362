/* Dates as pages print them: machine formats and what people read.
 *
 *     2025-02-03T04:37:00+09:00   Mon, 03 Feb 2025 04:37:00 +0900   20250203T043700+0900
 *     20250203043700   2025-02-03 04:37   2025.02.03. 오전 4:37   2025/2/3 [04:37]   2025년 2월 3일
 * 오후 4시 37분 February 3, 2025   3 Feb 2025   2025 Feb 3   15/12/2025   9.25.2025
 *
 * A time without a zone is Korean; one with a zone keeps it. 24:00 is the beginning of the next
 * day. Years of two digits are read only where a label says that a date follows; years before 1900
 * are not, nor are days and months that may be each other, nor the zero of a system's clock. */
#ifndef GISA_BASE_PRINTED_DATE_H
#define GISA_BASE_PRINTED_DATE_H

#include "base/time.h"

/* Reads a text that is a date and nothing much else. */
bool gisa_printed_date_parse(gisa_str s, gisa_time *out);

/* Finds the next printed date at or after `from`; *start and *end are its bytes. */
bool gisa_printed_date_find(gisa_str s, size_t from, gisa_time *out, size_t *start, size_t *end);

/* Reads a date whose year has two digits ("25.02.03 04:37") at the beginning of the text, which
 * follows the label of a date; *start and *end are its bytes. */
bool gisa_printed_date_read_short(gisa_str s, gisa_time *out, size_t *start, size_t *end);

/* A date that a record states: ISO 8601 as fine as it is (2025, 2025-02), or a printed date. False
 * for anything else, which is no date rather than a guess. */
bool gisa_stated_date_parse(gisa_str s, gisa_time *out);

/* The day in an URL's path: /2025/02/03/. */
bool gisa_printed_date_in_url(gisa_str url, gisa_time *out);

#endif
