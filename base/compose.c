/* Letter by letter with what combines with it; one such run is normalised by ICU. */
#include "base/compose.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "base/mem.h"
#include "base/utf8.h"

enum { RUN_MAX = 64 }; /* code points composed at once; a longer run of marks is cut there */

/* Accents and other marks (U+0300 to U+036F), vowels and finals of Hangul (U+1160 to U+11FF), the
 * marks of kana: first byte, and the range of the second. */
static bool may_combine(const char *p, size_t n)
{
    unsigned char a = (unsigned char)p[0], b = n > 1 ? (unsigned char)p[1] : 0;
    if (a == 0xCC || (a == 0xCD && b <= 0xAF)) return true;
    if (a == 0xE1) return b >= 0x85 && b <= 0x87;
    return a == 0xE3 && b == 0x82 && n > 2 && ((unsigned char)p[2] & 0xFE) == 0x98;
}

/* Where the next character that may combine begins. */
static size_t find_mark(gisa_str s, size_t i)
{
    for (; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i]; /* Hangul begins with more than these */
        if (c >= 0xCC && c <= 0xE3 && may_combine(s.p + i, s.n - i)) return i;
    }
    return GISA_NPOS;
}

bool gisa_compose_needed(gisa_str s)
{
    return find_mark(s, 0) != GISA_NPOS;
}

/* Composes the run that begins at `from`; returns where it ends. */
static size_t put_run(gisa_str s, size_t from, const UNormalizer2 *nfc, gisa_buf *out)
{
    UChar raw[RUN_MAX * 2], made[RUN_MAX * 4];
    char bytes[RUN_MAX * 12];
    int32_t n_raw = 0, n_points = 0, n_bytes = 0;
    size_t at = from;
    while (at < s.n && n_points < RUN_MAX) {
        uint32_t cp;
        size_t n = gisa_utf8_next(s, at, &cp);
        if (n_points > 0 && unorm2_hasBoundaryBefore(nfc, (UChar32)cp)) break;
        U16_APPEND_UNSAFE(raw, n_raw, cp);
        at += n;
        n_points++;
    }
    UErrorCode code = U_ZERO_ERROR;
    int32_t n_made = unorm2_normalize(nfc, raw, n_raw, made, RUN_MAX * 4, &code);
    u_strToUTF8(bytes, sizeof bytes, &n_bytes, made, n_made, &code);
    if (U_FAILURE(code)) {
        gisa_buf_add(out, gisa_str_cut(s, from, at));
        return at;
    }
    gisa_buf_add(out, (gisa_str){bytes, (size_t)n_bytes});
    return at;
}

/* From byte `made` of the composed text on, bytes are those from `from` on as they were; within a
 * run they are all of its bytes. */
typedef struct gisa_compose_point {
    uint32_t made, from;
    bool run;
} point;

static gisa_status put_point(gisa_compose_map *map, size_t made, size_t from, bool run)
{
    if (!map) return GISA_OK;
    if (GISA_GROW(map->points, map->n, map->cap) < 0) return GISA_ENOMEM;
    map->points[map->n++] = (point){(uint32_t)made, (uint32_t)from, run};
    return GISA_OK;
}

gisa_status gisa_compose_mapped(gisa_str s, size_t from, gisa_buf *out, gisa_compose_map *map,
                                gisa_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&code);
    if (U_FAILURE(code)) return gisa_fail_mem(err);
    size_t done = 0, mark;
    gisa_status st = put_point(map, out->n, from, false);
    while (st >= 0 && (mark = find_mark(s, done)) != GISA_NPOS) {
        size_t start = mark;
        while (start > done && ((unsigned char)s.p[--start] & 0xC0) == 0x80) continue;
        gisa_buf_add(out, gisa_str_cut(s, done, start));
        st = put_point(map, out->n, from + start, true);
        done = put_run(s, start, nfc, out);
        if (st >= 0) st = put_point(map, out->n, from + done, false);
    }
    gisa_buf_add(out, gisa_str_cut(s, done, s.n));
    return st < 0 || gisa_buf_status(out) == GISA_ENOMEM ? gisa_fail_mem(err) : GISA_OK;
}

gisa_status gisa_compose(gisa_str s, gisa_buf *out, gisa_error *err)
{
    return gisa_compose_mapped(s, 0, out, NULL, err);
}

/* The last point at or before a byte. */
static size_t find_point(const gisa_compose_map *map, uint32_t at)
{
    size_t low = 0, high = map->n;
    while (low + 1 < high) {
        size_t mid = low + (high - low) / 2;
        if (map->points[mid].made <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

uint32_t gisa_compose_start(const gisa_compose_map *map, uint32_t at)
{
    if (map->n == 0) return at;
    const point *p = &map->points[find_point(map, at)];
    return p->run ? p->from : p->from + (at - p->made);
}

uint32_t gisa_compose_end(const gisa_compose_map *map, uint32_t at)
{
    if (map->n == 0) return at;
    size_t i = find_point(map, at);
    const point *p = &map->points[i];
    if (!p->run) return p->from + (at - p->made);
    return at > p->made ? map->points[i + 1].from : p->from;
}

void gisa_compose_map_clear(gisa_compose_map *map)
{
    gisa_free(map->points);
    *map = (gisa_compose_map){0};
}
