/* Times of the press (gisa/text.h) and the calendar, by Hinnant's civil-day algorithms. */
#ifndef GISA_BASE_TIME_H
#define GISA_BASE_TIME_H

#include "base/status.h"
#include "base/str.h"
#include "gisa/text.h"

/* 0 for Monday to 6 for Sunday. */
int gisa_weekday(int64_t days);

/* Whether the fields name a real date and time (a leap second counts). */
bool gisa_civil_valid(const gisa_civil *c);

/* The instant of a civil time at an offset east of UTC in seconds, and back. */
int64_t gisa_utc_from_civil(const gisa_civil *c, int offset_s);
gisa_civil gisa_civil_from_utc(int64_t utc_s, int offset_s);

/* The KST day number (days since 1970-01-01 in Seoul) of an instant. */
int64_t gisa_kst_day(int64_t utc_s);

/* Reads an RFC 5322 date as feeds and HTTP headers write it ("Mon, 03 Feb 2025 04:37:00 +0900",
 * also GMT, UT, KST and two-digit years as RFC 5322 section 4.3 says; and with the names that Java
 * has in Korean: "월, 03 2월 2025 04:37:00 +0900"). */
bool gisa_time_parse_rfc5322(gisa_str s, gisa_time *out);

/* Reads a time as C's ctime, Java's Date and date(1) write it: "Mon Feb  3 04:37:00 2025", also
 * with a zone before the year; without one it is Korean. */
bool gisa_time_parse_ctime(gisa_str s, gisa_time *out);

/* The clock: seconds since 1970 (UTC), and milli- and nanoseconds that only go forward. Only cli/
 * and the fetcher ask for the time; outputs never contain it unless the user asked. */
int64_t gisa_now_utc(void);

/* Today in Seoul, by the clock, or by GISA_NOW in the environment, a date or a time as
 * gisa_time_parse_iso reads it, so that a question about "yesterday" can be asked again. A GISA_NOW
 * that is neither is ignored here; programs say so (gisa_today_readable). */
int64_t gisa_today(void);
bool gisa_today_readable(void);
int64_t gisa_clock_ms(void);
uint64_t gisa_clock_ns(void);

#endif
