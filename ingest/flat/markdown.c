#include "ingest/flat/flat.h"

/* Signs under a heading; bytes of the heading. */
enum { MIN_UNDERLINE = 3, MAX_HEADING = 300 };

/* What a heading is underlined with: "===" or "---" alone in a line. */
static bool is_underline(gisa_str s)
{
    size_t n = 0;
    while (n < s.n && s.p[n] == s.p[0]) n++;
    return s.n >= MIN_UNDERLINE && n == s.n && (s.p[0] == '=' || s.p[0] == '-');
}

/* A whole line between signs of emphasis; without them. */
static gisa_str without_emphasis(gisa_str s)
{
    static const char *const signs[] = {"**", "__", "*", "_"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        gisa_str sign = gisa_str_from(signs[i]);
        if (s.n < 2 * sign.n + 2 || !gisa_str_starts(s, sign) || !gisa_str_ends(s, sign)) continue;
        gisa_str inner = gisa_str_cut(s, sign.n, s.n - sign.n);
        bool whole = inner.p[0] != ' ' && inner.p[inner.n - 1] != '\\' &&
                     gisa_str_find(inner, sign, 0) == GISA_NPOS;
        return whole ? inner : s;
    }
    return s;
}

bool gisa_markdown_looks(gisa_str text)
{
    size_t signs = 0, at = 0;
    gisa_str line, rest = gisa_str_cut(text, 0, 1 << 16);
    while ((at = gisa_str_find(rest, GISA_STR("]("), at)) != GISA_NPOS) {
        signs += 2;
        at += 2;
    }
    while (gisa_str_next_line(&rest, &line)) {
        line = gisa_str_trim(line);
        signs += gisa_str_starts(line, GISA_STR("# ")) || gisa_str_starts(line, GISA_STR("## ")) ||
                 gisa_str_starts(line, GISA_STR("### "));
        signs += line.n > 6 && without_emphasis(line).n < line.n;
        signs += line.n && line.p[0] == '=' && is_underline(line);
    }
    return signs >= 2;
}

/* The end of a bracketed part that starts at s[at], nesting heeded; GISA_NPOS without one. */
static size_t match_end(gisa_str s, size_t at, char open, char close)
{
    size_t depth = 0;
    for (size_t i = at; i < s.n && i - at < 4096; i++) {
        if (s.p[i] == open) depth++;
        if (s.p[i] == close && --depth == 0) return i;
    }
    return GISA_NPOS;
}

/* Reads "[text](target)" at s[at] = '['. */
static bool take_link(gisa_str s, size_t at, gisa_str *text, size_t *end)
{
    size_t close = match_end(s, at, '[', ']');
    if (close == GISA_NPOS || close + 1 >= s.n || s.p[close + 1] != '(') return false;
    size_t last = match_end(s, close + 1, '(', ')');
    if (last == GISA_NPOS) return false;
    *text = gisa_str_cut(s, at + 1, close);
    *end = last + 1;
    return true;
}

/* Writes a line's text without inline marks; counts bytes inside links. */
static void add_inline(gisa_str s, gisa_buf *out, size_t *linked, size_t *images, unsigned depth)
{
    for (size_t i = 0; i < s.n;) {
        gisa_str text;
        size_t end;
        bool image = s.p[i] == '!' && i + 1 < s.n && s.p[i + 1] == '[';
        if ((image || s.p[i] == '[') && take_link(s, i + image, &text, &end)) {
            if (image) {
                gisa_buf_add(out, text);
                *images += text.n ? text.n : 1;
            } else {
                size_t before = out->n;
                if (depth < 4) add_inline(text, out, linked, images, depth + 1);
                *linked += out->n - before;
            }
            i = end;
        } else if (s.p[i] == '*' && i + 1 < s.n && s.p[i + 1] == '*') {
            i += 2;
        } else if (s.p[i] == '\\' && i + 1 < s.n && strchr("*_[]()#.-|<>~`!+", s.p[i + 1])) {
            gisa_buf_add_char(out, s.p[i + 1]);
            i += 2;
        } else {
            gisa_buf_add_char(out, s.p[i++]);
        }
    }
}

void gisa_markdown_strip(gisa_str text, gisa_buf *out)
{
    gisa_str line;
    while (gisa_str_next_line(&text, &line)) {
        size_t linked = 0, images = 0, at = out->n;
        bool heading = false, item = false, link = line.n && line.p[0] == 2;
        gisa_str rest = text, below;
        line = gisa_str_trim(gisa_str_cut(line, link, line.n));
        while (line.n && line.p[0] == '>') line = gisa_str_trim(gisa_str_cut(line, 1, line.n));
        while (line.n && line.p[0] == '#') {
            heading = true;
            line = gisa_str_cut(line, 1, line.n);
        }
        line = gisa_str_trim(line);
        if (line.n && line.n <= MAX_HEADING && gisa_str_next_line(&rest, &below) &&
            is_underline(gisa_str_trim(below)) &&
            (gisa_str_trim(below).p[0] == '=' || !gisa_str_ends(line, GISA_STR(".")))) {
            heading = true; /* a sentence above a rule is none */
            text = rest;
        }
        if (gisa_str_starts(line, GISA_STR("* ")) || gisa_str_starts(line, GISA_STR("- ")) ||
            gisa_str_starts(line, GISA_STR("+ "))) {
            item = true;
            line = gisa_str_trim(gisa_str_cut(line, 2, line.n));
        }
        line = without_emphasis(line);
        gisa_buf_add_char(out, heading ? 1 : item ? 4 : ' ');
        add_inline(line, out, &linked, &images, 0);
        size_t n = out->n - at - 1;
        if (out->st == GISA_OK && n && images * 10 >= n * 7)
            out->p[at] = 3;
        else if (out->st == GISA_OK && n && (link || linked * 10 >= n * 7))
            out->p[at] = 2;
        gisa_buf_add_char(out, '\n');
    }
}
