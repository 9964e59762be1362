#include "base/str.h"

/* Three bytes, a character of Hangul, as a number that sorts as they do. */
static inline int front(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    return u[0] << 16 | u[1] << 8 | u[2];
}

int gisa_str_cmp(gisa_str a, gisa_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    /* mutate: equivalent, it is mostly enough and saves a call */
    int c = n >= 3 ? front(a.p) - front(b.p) : 0;
    if (c) return c;
    c = n ? memcmp(a.p, b.p, n) : 0;
    if (c) return c;
    return (a.n > b.n) - (a.n < b.n);
}

static bool same_nocase(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (gisa_lower(a[i]) != gisa_lower(b[i])) return false;
    return true;
}

bool gisa_str_eq_nocase(gisa_str a, gisa_str b)
{
    return a.n == b.n && same_nocase(a.p, b.p, a.n);
}

/* Longer needles are looked for in a way that is linear whatever the text. */
#define NEEDLE_SHORT 32u

/* Which byte of a needle to look for: the last one of a character, as the first ones of a script
 * are in every other character, and no space. */
static size_t rare_byte(gisa_str needle)
{
    size_t k = needle.n - 1;
    if (!gisa_is_space(needle.p[k])) return k;
    /* mutate: equivalent, any byte would do */
    for (k = 0; k + 1 < needle.n && (needle.p[k + 1] & 0xC0) == 0x80;) k++;
    return k;
}

/* The address sanitizer's memmem looks at all n bytes each time, which makes a square of a search
 * from match to match. */
static const char *find(const char *p, size_t n, gisa_str needle)
{
#ifndef __SANITIZE_ADDRESS__
    if (needle.n > NEEDLE_SHORT) return memmem(p, n, needle.p, needle.n);
#endif
    size_t k = rare_byte(needle);
    const char *at = p + k, *end = p + n - needle.n + 1 + k;
    while (at < end && (at = memchr(at, needle.p[k], (size_t)(end - at))) != NULL) {
        if (at[-(ptrdiff_t)k] == needle.p[0] && memcmp(at - k, needle.p, needle.n) == 0)
            return at - k;
        at++;
    }
    return NULL;
}

size_t gisa_str_find(gisa_str s, gisa_str needle, size_t from)
{
    if (from > s.n || s.n - from < needle.n) return GISA_NPOS;
    if (needle.n == 0) return from;
    const char *hit = find(s.p + from, s.n - from, needle);
    return hit ? (size_t)(hit - s.p) : GISA_NPOS;
}

size_t gisa_str_find_byte(gisa_str s, char byte, size_t from)
{
    if (from >= s.n) return GISA_NPOS;
    const char *hit = memchr(s.p + from, byte, s.n - from);
    return hit ? (size_t)(hit - s.p) : GISA_NPOS;
}

/* Looks for one byte in both cases, the last one of the first character, and compares only there:
 * of other scripts it is rarer than the first one. */
size_t gisa_str_find_nocase(gisa_str s, gisa_str needle, size_t from)
{
    if (from > s.n || s.n - from < needle.n) return GISA_NPOS;
    if (needle.n == 0) return from;
    size_t k = 0;
    /* mutate: equivalent, any byte would do */
    while (k + 1 < needle.n && (needle.p[k + 1] & 0xC0) == 0x80) k++;
    char lower = gisa_lower(needle.p[k]), upper = lower;
    if (gisa_is_alpha(lower)) upper = (char)(lower - 32); /* then k is 0 */
    gisa_str rest = gisa_str_cut(s, 0, s.n - needle.n + k + 1);
    size_t low = gisa_str_find_byte(rest, lower, from + k);
    size_t high = upper != lower ? gisa_str_find_byte(rest, upper, from) : GISA_NPOS;
    while (low != high) {
        size_t at = low < high ? low : high;
        if (same_nocase(s.p + at - k, needle.p, needle.n)) return at - k;
        if (at == low)
            low = gisa_str_find_byte(rest, lower, at + 1);
        else
            high = gisa_str_find_byte(rest, upper, at + 1);
    }
    return GISA_NPOS;
}

/* Bytes of the blank at the start of s; 0: there is none. */
static size_t blank_at_start(gisa_str s)
{
    if (s.n && gisa_is_space(s.p[0])) return 1;
    if (gisa_str_starts(s, GISA_STR("\xC2\xA0"))) return 2;
    if (gisa_str_starts(s, GISA_STR("\xE3\x80\x80"))) return 3;
    if (gisa_str_starts(s, GISA_STR("\xE2\x80\x8B"))) return 3;
    if (gisa_str_starts(s, GISA_STR("\xEF\xBB\xBF"))) return 3;
    return 0;
}

static size_t blank_at_end(gisa_str s)
{
    if (s.n && gisa_is_space(s.p[s.n - 1])) return 1;
    if (gisa_str_ends(s, GISA_STR("\xC2\xA0"))) return 2;
    if (gisa_str_ends(s, GISA_STR("\xE3\x80\x80"))) return 3;
    if (gisa_str_ends(s, GISA_STR("\xE2\x80\x8B"))) return 3;
    if (gisa_str_ends(s, GISA_STR("\xEF\xBB\xBF"))) return 3;
    return 0;
}

gisa_str gisa_str_trim(gisa_str s)
{
    size_t k;
    while ((k = blank_at_start(s)) > 0) s = gisa_str_cut(s, k, s.n);
    while ((k = blank_at_end(s)) > 0) s.n -= k;
    return s;
}

bool gisa_str_next_line(gisa_str *rest, gisa_str *line)
{
    if (rest->n == 0) return false;
    size_t end = gisa_str_find_byte(*rest, '\n', 0);
    if (end == GISA_NPOS) {
        *line = *rest;
        *rest = (gisa_str){rest->p + rest->n, 0};
    } else {
        *line = gisa_str_cut(*rest, 0, end);
        *rest = gisa_str_cut(*rest, end + 1, rest->n);
    }
    if (line->n && line->p[line->n - 1] == '\r') line->n--;
    return true;
}

bool gisa_str_next_field(gisa_str *rest, char sep, gisa_str *field)
{
    if (!rest->p) return false;
    size_t end = gisa_str_find_byte(*rest, sep, 0);
    if (end == GISA_NPOS) {
        *field = *rest;
        *rest = GISA_NONE;
    } else {
        *field = gisa_str_cut(*rest, 0, end);
        *rest = gisa_str_cut(*rest, end + 1, rest->n);
    }
    return true;
}

bool gisa_str_to_u64(gisa_str s, uint64_t *out)
{
    uint64_t v = 0;
    if (s.n == 0) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (!gisa_is_digit(s.p[i])) return false;
        uint64_t d = (uint64_t)(s.p[i] - '0');
        if (v > (UINT64_MAX - d) / 10) return false;
        v = v * 10 + d;
    }
    *out = v;
    return true;
}

bool gisa_str_to_i64(gisa_str s, int64_t *out)
{
    bool minus = s.n && s.p[0] == '-';
    uint64_t v;
    if (!gisa_str_to_u64(minus ? gisa_str_cut(s, 1, s.n) : s, &v)) return false;
    if (v > (uint64_t)INT64_MAX) return false;
    *out = minus ? -(int64_t)v : (int64_t)v;
    return true;
}

bool gisa_str_to_double(gisa_str s, double *out)
{
    bool minus = s.n && s.p[0] == '-';
    size_t i = minus ? 1 : 0, digits = 0;
    double whole = 0, part = 0, scale = 1;
    for (; i < s.n && gisa_is_digit(s.p[i]); i++, digits++) whole = whole * 10 + (s.p[i] - '0');
    if (i < s.n && s.p[i] == '.')
        for (i++; i < s.n && gisa_is_digit(s.p[i]); i++, digits++, scale *= 10)
            part = part * 10 + (s.p[i] - '0');
    if (i != s.n || digits == 0 || digits > 300) return false;
    *out = (minus ? -1 : 1) * (whole + part / scale);
    return true;
}
