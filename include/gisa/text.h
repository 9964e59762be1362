/* Texts, buffers and times: the few plain types that the rest of the library speaks in.
 *
 * gisa_str is a borrowed view: a pointer and a length in bytes, never owned, not NUL-terminated.
 * {NULL, 0} is the unknown value; {"", 0} is the empty text.
 *
 * gisa_arena holds many small allocations with one lifetime and one ceiling; {0} is empty.
 *
 * gisa_buf is a growing byte buffer with a ceiling. It is sticky: append freely, ask once. {0} is
 * an empty buffer without a ceiling of its own (GISA_BUF_MAX holds). After an error the contents
 * stay as they were before the append that failed and all later appends do nothing.
 *
 * gisa_time is an instant in UTC seconds, written by Korea's clock unless another was stated. Korea
 * has had UTC+9 without summer time since 1988. Days are counted from 1970-01-01 in Seoul, in the
 * proleptic Gregorian calendar. */
#ifndef GISA_TEXT_H
#define GISA_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "gisa/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_str {
    const char *p;
    size_t n;
} gisa_str;

#define GISA_NPOS SIZE_MAX
#ifdef __cplusplus
#define GISA_NONE         (gisa_str{nullptr, 0})
#define GISA_STR(literal) (gisa_str{"" literal, sizeof(literal) - 1})
#else
#define GISA_NONE         ((gisa_str){NULL, 0})
#define GISA_STR(literal) ((gisa_str){"" literal, sizeof(literal) - 1})
#endif

/* For printf: "%.*s" with GISA_ARG(s). Views over 2 GB are cut there. */
#define GISA_ARG(s) ((s).n > 0x7fffffff ? 0x7fffffff : (int)(s).n), ((s).p ? (s).p : "")

/* A view over a C string; NULL becomes GISA_NONE. */
static inline gisa_str gisa_str_from(const char *s)
{
    gisa_str view = {s, s ? strlen(s) : 0};
    return view;
}

/* The part from byte `from` up to byte `to`, both clamped to the view. */
static inline gisa_str gisa_str_cut(gisa_str s, size_t from, size_t to)
{
    if (to > s.n) to = s.n;
    if (from > to) from = to;
    gisa_str part = {s.p ? s.p + from : NULL, to - from};
    return part;
}

static inline bool gisa_str_eq(gisa_str a, gisa_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

typedef struct gisa_arena_block gisa_arena_block;

typedef struct gisa_arena {
    gisa_arena_block *head;
    size_t used; /* bytes handed out */
    size_t max;  /* ceiling for `used`; 0: none */
} gisa_arena;

/* Frees all but one block, which stays for reuse. */
GISA_API void gisa_arena_reset(gisa_arena *a);

/* Frees everything; the arena is empty and usable again, with the same ceiling. */
GISA_API void gisa_arena_clear(gisa_arena *a);

#define GISA_BUF_MAX ((size_t)1 << 30)

typedef struct gisa_buf {
    char *p; /* always NUL-terminated once something was added */
    size_t n;
    size_t cap;
    size_t max;     /* ceiling in bytes; 0 means GISA_BUF_MAX */
    gisa_status st; /* GISA_OK, GISA_ENOMEM or GISA_ELIMIT */
} gisa_buf;

/* Appends a view, a C string. */
GISA_API void gisa_buf_add(gisa_buf *b, gisa_str s);
GISA_API void gisa_buf_add_c(gisa_buf *b, const char *s);

/* Empties the buffer and its status, keeps its memory and ceiling. */
GISA_API void gisa_buf_reset(gisa_buf *b);

/* Frees the memory; the buffer is empty and usable again, with the same ceiling. */
GISA_API void gisa_buf_clear(gisa_buf *b);

/* The contents as a view, dead after the next append. Never GISA_NONE. */
static inline gisa_str gisa_buf_view(const gisa_buf *b)
{
    gisa_str view = {b->p ? b->p : "", b->n};
    return view;
}

/* The status with its text in err ("out of memory" or "<what> is over N bytes"). */
GISA_API gisa_status gisa_buf_check(const gisa_buf *b, const char *what, gisa_error *err);

#define GISA_KST_OFFSET_S (9 * 3600)

/* A map from byte strings to numbers that keeps the order of insertion: read items[0..n). */
typedef struct gisa_map_item {
    gisa_str key; /* owned by the map */
    uint64_t value;
    uint64_t hash;
} gisa_map_item;

typedef struct gisa_map {
    gisa_map_item *items; /* in order of insertion */
    size_t n;
    size_t cap;
    uint32_t *slots; /* index into items plus one; 0: free */
    size_t n_slots;
    gisa_arena keys;
} gisa_map;

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

/* The days that a question is about: KST days since 1970-01-01, inclusive. {0}: all of them, and
 * articles without a date too. */
typedef struct gisa_days {
    bool has_from, has_to;
    int64_t from, to;
} gisa_days;

/* Days since 1970-01-01 of a civil date, and back. */
GISA_API int64_t gisa_days_from_civil(int year, int month, int day);
GISA_API gisa_civil gisa_civil_from_days(int64_t days);

/* Reads an ISO 8601 / RFC 3339 date or time: 2025, 2025-02, 2025-02-03, 2025-02-03T04:37,
 * …:00, …:00.123, with Z, +09:00, +0900 or +09, or a space instead of the T. A time without a
 * zone is Korean; one with a zone keeps it in west_s. False for anything else. */
GISA_API bool gisa_time_parse_iso(gisa_str s, gisa_time *out);

#define GISA_TIME_CHARS 32

/* Writes the time by its own clock at its precision: "2025", "2025-02", "2025-02-03" or
 * "2025-02-03T04:37:00+09:00"; the empty string when unknown. Returns the length. */
GISA_API size_t gisa_time_format(const gisa_time *t, char out[GISA_TIME_CHARS]);

/* The word for a precision: "minute", "day", "month", "year", "unknown"; and back. */
GISA_API const char *gisa_precision_name(gisa_precision p);
GISA_API bool gisa_precision_parse(gisa_str s, gisa_precision *out);

/* Number of code points (lead bytes) in valid UTF-8. */
GISA_API size_t gisa_utf8_chars(gisa_str s);

#ifdef __cplusplus
}
#endif

#endif
