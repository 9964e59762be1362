#include "ingest/twice_encoded.h"

#include "base/utf8.h"

/* Encoded characters that are proof, and so many to each other one: a page may show a broken word.
 */
enum { MIN_ENCODED = 8, ENCODED_PER_OTHER = 8 };

/* The byte that a character stands for in windows-1252, 0 for none. The five that it leaves
 * unassigned are read as controls. */
static unsigned char byte_of(uint32_t cp)
{
    static const uint16_t high[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (cp >= 0x80 && cp <= 0xFF) return (unsigned char)cp;
    for (unsigned i = 0; i < 32; i++)
        if (high[i] == cp) return (unsigned char)(0x80 + i);
    return 0;
}

/* Reads the encoded character at byte `at` into *cp. Returns: its end, 0 when there is none. */
static size_t read_encoded(gisa_str s, size_t at, uint32_t *cp)
{
    char bytes[4];
    size_t n = 0, want = 1;
    for (; n < want && at < s.n; n++) {
        uint32_t one;
        at += gisa_utf8_next(s, at, &one);
        unsigned char byte = byte_of(one);
        if (n == 0) want = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        if (n >= want || (n && (byte & 0xC0) != 0x80)) return 0;
        bytes[n] = (char)byte;
    }
    if (n < want) return 0;
    gisa_str one = {bytes, n};
    return gisa_utf8_next(one, 0, cp) == n && *cp != GISA_CP_BAD ? at : 0;
}

bool gisa_is_encoded_twice(gisa_str s)
{
    size_t encoded = 0, others = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        if ((unsigned char)s.p[i] < 0x80) {
            i++;
            continue;
        }
        size_t end = read_encoded(s, i, &cp);
        encoded += end != 0;
        others += end == 0;
        if (others > ENCODED_PER_OTHER && others > encoded) return false;
        i = end ? end : i + gisa_utf8_next(s, i, &cp);
    }
    return encoded >= MIN_ENCODED && encoded >= ENCODED_PER_OTHER * others;
}

void gisa_twice_encoded_undo(gisa_str s, gisa_buf *out)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        size_t end = (unsigned char)s.p[i] < 0x80 ? 0 : read_encoded(s, i, &cp);
        if (!end) {
            i += gisa_utf8_next(s, i, &cp);
            continue;
        }
        gisa_buf_add(out, gisa_str_cut(s, from, i));
        gisa_buf_add_cp(out, cp);
        i = from = end;
    }
    gisa_buf_add(out, gisa_str_cut(s, from, s.n));
}
