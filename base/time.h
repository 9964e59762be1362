/* Dates and times of the press: instants in UTC seconds, written in Korea Standard Time unless
 * another clock was stated.
 *
 * Korea has had UTC+9 without summer time since 1988; earlier deviations are ignored. Days are
 * counted from 1970-01-01 in the proleptic Gregorian calendar (Hinnant's civil-day algorithms). */
#ifndef GISA_BASE_TIME_H
#define GISA_BASE_TIME_H

#include "base/status.h"
#include "base/str.h"

#define GISA_KST_OFFSET_S (9 * 3600)

typedef enum gisa_precision {
    GISA_PRECISION_UNKNOWN = 0,
    GISA_PRECISION_YEAR,
    GISA_PRECISION_MONTH,
    GISA_PRECISION_DAY,
    GISA_PRECISION_MINUTE,
} gisa_precision;

typedef struct gisa_time {
    int64_t
        utc_s; /* seconds since 1970-01-01T00:00:00Z; meaningless when the precision is unknown */
    gisa_precision precision;
    int32_t west_s; /* how far the clock that was stated is behind Korea's; 0: Korea's own */
} gisa_time;

typedef struct gisa_civil {
    int year, month, day; /* month and day from 1 */
    int hour, minute, second;
} gisa_civil;

/* Days since 1970-01-01 of a civil date, and back. */
int64_t gisa_days_from_civil(int year, int month, int day);
gisa_civil gisa_civil_from_days(int64_t days);

/* 0 for Monday to 6 for Sunday. */
int gisa_weekday(int64_t days);

/* Whether the fields name a real date and time (a leap second counts). */
bool gisa_civil_valid(const gisa_civil *c);

/* The instant of a civil time at an offset east of UTC in seconds, and back. */
int64_t gisa_utc_from_civil(const gisa_civil *c, int offset_s);
gisa_civil gisa_civil_from_utc(int64_t utc_s, int offset_s);

/* The KST day number (days since 1970-01-01 in Seoul) of an instant. */
int64_t gisa_kst_day(int64_t utc_s);

/* Reads an ISO 8601 / RFC 3339 date or time: 2025, 2025-02, 2025-02-03, 2025-02-03T04:37,
 * …:00, …:00.123, with Z, +09:00, +0900 or +09, or a space instead of the T. A time without a
 * zone is Korean; one with a zone keeps it in west_s. False for anything else. */
bool gisa_time_parse_iso(gisa_str s, gisa_time *out);

/* Reads an RFC 5322 date as feeds and HTTP headers write it ("Mon, 03 Feb 2025 04:37:00 +0900",
 * also GMT, UT, KST and two-digit years as RFC 5322 section 4.3 says). */
bool gisa_time_parse_rfc5322(gisa_str s, gisa_time *out);

#define GISA_TIME_CHARS 32

/* Writes the time by its own clock at its precision: "2025", "2025-02", "2025-02-03" or
 * "2025-02-03T04:37:00+09:00"; the empty string when unknown. Returns the length. */
size_t gisa_time_format(const gisa_time *t, char out[GISA_TIME_CHARS]);

/* The word for a precision: "minute", "day", "month", "year", "unknown"; and back. */
const char *gisa_precision_name(gisa_precision p);
bool gisa_precision_parse(gisa_str s, gisa_precision *out);

/* The clock: seconds since 1970 (UTC), and milli- and nanoseconds that only go forward. Only cli/
 * and the fetcher ask for the time; outputs never contain it unless the user asked. */
int64_t gisa_now_utc(void);
int64_t gisa_clock_ms(void);
uint64_t gisa_clock_ns(void);

#endif
