#include "base/utf8.h"

static bool continues(gisa_str s, size_t at)
{
    return at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80;
}

/* The second byte's range depends on the lead byte: no overlong forms, no surrogates, nothing
 * above U+10FFFF. */
static bool second_ok(unsigned char lead, unsigned char second)
{
    if ((second & 0xC0) != 0x80) return false;
    if (lead == 0xE0) return second >= 0xA0;
    if (lead == 0xED) return second <= 0x9F;
    if (lead == 0xF0) return second >= 0x90;
    if (lead == 0xF4) return second <= 0x8F;
    return true;
}

size_t gisa_utf8_next_other(gisa_str s, size_t at, uint32_t *cp)
{
    unsigned char lead = (unsigned char)s.p[at];
    *cp = GISA_CP_BAD;
    if (lead < 0x80) {
        *cp = lead;
        return 1;
    }
    size_t want = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + 1 >= s.n || !second_ok(lead, (unsigned char)s.p[at + 1]))
        return 1;
    uint32_t v = lead & (0xFFu >> (want + 1));
    for (size_t k = 1; k < want; k++) {
        if (!continues(s, at + k)) return k;
        v = v << 6 | ((unsigned char)s.p[at + k] & 0x3Fu);
    }
    *cp = v;
    return want;
}

size_t gisa_utf8_prev(gisa_str s, size_t at)
{
    size_t i = at - 1;
    while (i > 0 && ((unsigned char)s.p[i] & 0xC0) == 0x80) i--;
    return i;
}

size_t gisa_utf8_put(char out[4], uint32_t cp)
{
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF)) cp = GISA_CP_BAD;
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    for (size_t k = n - 1; k > 0; k--, cp >>= 6) out[k] = (char)(0x80 | (cp & 0x3F));
    out[0] = (char)((0xF00u >> n & 0xFF) | cp);
    return n;
}

size_t gisa_utf8_bad(gisa_str s)
{
    for (size_t i = 0;;) {
        uint64_t word;
        while (s.n - i >= sizeof word) { /* mutate: equivalent, the last word may go by bytes */
            memcpy(&word, s.p + i, sizeof word);
            if (word & 0x8080808080808080u) break;
            i += sizeof word;
        }
        if (i >= s.n) return GISA_NPOS;
        uint32_t cp;
        size_t k = gisa_utf8_next(s, i, &cp);
        if (cp == GISA_CP_BAD && !(k == 3 && memcmp(s.p + i, "\xEF\xBF\xBD", 3) == 0)) return i;
        i += k;
    }
}

size_t gisa_utf8_chars(gisa_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

size_t gisa_utf8_offset(gisa_str s, size_t chars)
{
    size_t seen = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (((unsigned char)s.p[i] & 0xC0) == 0x80) continue;
        if (seen++ == chars) return i;
    }
    return s.n;
}

gisa_str gisa_utf8_clip(gisa_str s, size_t max)
{
    if (s.n <= max) return s;
    while (max > 0 && ((unsigned char)s.p[max] & 0xC0) == 0x80) max--;
    return gisa_str_cut(s, 0, max);
}

typedef struct range {
    uint32_t from, to;
} range;

static const range zero_width[] = {
    {0x0300, 0x036F}, {0x1160, 0x11FF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

static const range wide[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

static bool within(uint32_t cp, const range *ranges, size_t n)
{
    for (size_t low = 0; low < n;) {
        size_t middle = (low + n) / 2;
        if (cp > ranges[middle].to)
            low = middle + 1;
        else if (cp < ranges[middle].from)
            n = middle;
        else
            return true;
    }
    return false;
}

int gisa_utf8_width_cp(uint32_t cp)
{
    if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0)) return 0;
    if (cp < 0x300) return 1;
    if (within(cp, zero_width, sizeof zero_width / sizeof zero_width[0])) return 0;
    return within(cp, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
}

size_t gisa_utf8_width(gisa_str s)
{
    size_t columns = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        i += gisa_utf8_next(s, i, &cp);
        columns += (size_t)gisa_utf8_width_cp(cp);
    }
    return columns;
}

gisa_str gisa_utf8_head(gisa_str s, size_t columns)
{
    size_t at = 0, used = 0;
    while (at < s.n) {
        uint32_t cp;
        size_t k = gisa_utf8_next(s, at, &cp);
        used += (size_t)gisa_utf8_width_cp(cp);
        if (used > columns) break;
        at += k;
    }
    return gisa_str_cut(s, 0, at);
}

gisa_str gisa_utf8_tail(gisa_str s, size_t columns)
{
    size_t at = s.n, used = 0;
    while (at > 0) {
        uint32_t cp;
        size_t before = gisa_utf8_prev(s, at);
        gisa_utf8_next(s, before, &cp);
        used += (size_t)gisa_utf8_width_cp(cp);
        if (used > columns) break;
        at = before;
    }
    return gisa_str_cut(s, at, s.n);
}
