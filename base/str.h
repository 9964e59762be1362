/* String views (gisa/text.h): what the library does with them. All comparisons are by byte, so they
 * do not depend on the locale. */
#ifndef GISA_BASE_STR_H
#define GISA_BASE_STR_H

#include "gisa/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Whether the view equals a C string. Stops at the first difference, so that a table of words
 * can be walked without measuring each. */
static inline bool gisa_str_is(gisa_str a, const char *s)
{
    size_t i = 0;
    while (i < a.n && s[i] != '\0' && s[i] == a.p[i]) i++;
    return i == a.n && s[i] == '\0';
}

/* Bytes of a C string that the view begins with; 0 when it begins otherwise. Stops at the first
 * difference, too. */
static inline size_t gisa_str_begins(gisa_str a, const char *s)
{
    size_t i = 0;
    while (i < a.n && s[i] != '\0' && s[i] == a.p[i]) i++;
    return s[i] == '\0' ? i : 0;
}

/* Order by bytes (equal to code point order for UTF-8): negative, 0 or positive. */
int gisa_str_cmp(gisa_str a, gisa_str b);

/* Equality that ignores the case of ASCII letters. */
bool gisa_str_eq_nocase(gisa_str a, gisa_str b);

/* The last byte tells characters of a script apart before the others do. */
static inline bool gisa_str_starts(gisa_str s, gisa_str prefix)
{
    size_t n = prefix.n;
    return s.n >= n && (n == 0 || (s.p[n - 1] == prefix.p[n - 1] && memcmp(s.p, prefix.p, n) == 0));
}

static inline bool gisa_str_ends(gisa_str s, gisa_str suffix)
{
    size_t n = suffix.n, at = s.n - n;
    return s.n >= n &&
           (n == 0 || (s.p[s.n - 1] == suffix.p[n - 1] && memcmp(s.p + at, suffix.p, n) == 0));
}

/* Byte offset of the first occurrence at or after `from`, or GISA_NPOS. */
size_t gisa_str_find(gisa_str s, gisa_str needle, size_t from);
size_t gisa_str_find_byte(gisa_str s, char byte, size_t from);

/* The same, ignoring the case of ASCII letters. */
size_t gisa_str_find_nocase(gisa_str s, gisa_str needle, size_t from);

static inline bool gisa_str_has(gisa_str s, gisa_str needle)
{
    return gisa_str_find(s, needle, 0) != GISA_NPOS;
}

/* Without ASCII white space, U+00A0, U+3000, U+200B and U+FEFF at both ends. */
gisa_str gisa_str_trim(gisa_str s);

/* Takes the next line off *rest (without "\n" or "\r\n"); false when nothing is left. */
bool gisa_str_next_line(gisa_str *rest, gisa_str *line);

/* Takes the next field up to `sep` off *rest; false when nothing is left. An empty last field
 * counts: "a," yields "a" and "". */
bool gisa_str_next_field(gisa_str *rest, char sep, gisa_str *field);

/* Reads a decimal number that fills the whole view; false on anything else or on overflow. */
bool gisa_str_to_u64(gisa_str s, uint64_t *out);
bool gisa_str_to_i64(gisa_str s, int64_t *out);

/* Reads a decimal fraction ("3.5", "-0.25", no exponent) that fills the whole view, whatever
 * the locale. */
bool gisa_str_to_double(gisa_str s, double *out);

static inline bool gisa_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline bool gisa_is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool gisa_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char gisa_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* The value of a hex digit of either case; -1: it is none. */
static inline int gisa_hex_value(char c)
{
    c = gisa_lower(c);
    if (gisa_is_digit(c)) return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

#endif
