#include "base/control.h"

#include "base/utf8.h"

bool gisa_is_control(uint32_t cp)
{
    if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0)) return true;
    return cp == 0x061C || cp == 0x200E || cp == 0x200F || (cp >= 0x2028 && cp <= 0x202E) ||
           (cp >= 0x2066 && cp <= 0x206F);
}

static bool is_kept(uint32_t cp, gisa_control_keep keep)
{
    return keep == GISA_KEEP_LAYOUT && (cp == '\n' || cp == '\t');
}

/* Controls that part words. */
static bool is_blank(uint32_t cp)
{
    return (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* The next control that is not kept, or ill-formed sequence, from *at on: its code point, with *at
 * where it begins and *n its bytes; false after the last. */
static bool next_control(gisa_str text, gisa_control_keep keep, size_t *at, size_t *n, uint32_t *cp)
{
    for (; *at < text.n; *at += *n) {
        *n = gisa_utf8_next(text, *at, cp);
        bool bad = *cp == GISA_CP_BAD && (*n != 3 || memcmp(text.p + *at, "\xEF\xBF\xBD", 3) != 0);
        if (bad || (gisa_is_control(*cp) && !is_kept(*cp, keep))) return true;
    }
    return false;
}

bool gisa_control_find(gisa_str text, gisa_control_keep keep)
{
    size_t at = 0, n;
    uint32_t cp;
    return next_control(text, keep, &at, &n, &cp);
}

void gisa_control_mark(gisa_buf *out, gisa_str text, gisa_control_keep keep)
{
    size_t at = 0, from = 0, n;
    uint32_t cp;
    while (next_control(text, keep, &at, &n, &cp)) {
        gisa_buf_add(out, gisa_str_cut(text, from, at));
        if (cp == GISA_CP_BAD)
            gisa_buf_add_cp(out, cp);
        else
            gisa_buf_addf(out, "<U+%04X>", (unsigned)cp);
        from = at += n;
    }
    gisa_buf_add(out, gisa_str_cut(text, from, text.n));
}

gisa_str gisa_control_shown(gisa_str text, gisa_control_keep keep, gisa_buf *room)
{
    if (!gisa_control_find(text, keep)) return text;
    gisa_control_mark(room, text, keep);
    return gisa_buf_view(room);
}

void gisa_control_escape(gisa_buf *out, gisa_str text)
{
    size_t at = 0, from = 0, n;
    uint32_t cp;
    for (; next_control(text, GISA_KEEP_NONE, &at, &n, &cp); at += n) {
        if (cp < 0x7F || cp == GISA_CP_BAD) continue;
        gisa_buf_add(out, gisa_str_cut(text, from, at));
        gisa_buf_addf(out, "\\u%04x", (unsigned)cp);
        from = at + n;
    }
    gisa_buf_add(out, gisa_str_cut(text, from, text.n));
}

/* Appends what is text, after a blank where one is due. */
static void add_part(gisa_buf *out, size_t start, bool *blank, gisa_str part)
{
    if (!part.n) return;
    bool apart = out->n > start && !gisa_is_space(out->p[out->n - 1]) && !gisa_is_space(part.p[0]);
    if (*blank && apart) gisa_buf_add_char(out, ' ');
    gisa_buf_add(out, part);
    *blank = false;
}

void gisa_control_strip(gisa_buf *out, gisa_str text, gisa_control_keep keep)
{
    size_t at = 0, from = 0, n, start = out->n;
    uint32_t cp;
    bool blank = false;
    while (next_control(text, keep, &at, &n, &cp)) {
        add_part(out, start, &blank, gisa_str_cut(text, from, at));
        if (cp == GISA_CP_BAD) add_part(out, start, &blank, GISA_STR("\xEF\xBF\xBD"));
        blank = blank || is_blank(cp);
        from = at += n;
    }
    add_part(out, start, &blank, gisa_str_cut(text, from, text.n));
}
