#include "ingest/flat/markup_rest.h"

#include "corpus/wordlist.h"

/* Measured with tests/bench/flatten.py. */

/* Links from which on a text is one of a tool that numbers them, or prints their addresses. */
enum { MIN_NUMBERED = 5, MIN_ADDRESSES = 3 };

/* Bytes of the longest tag; digits of a number that is no footnote; underscores
 * of a blank to fill in. */
enum { MAX_TAG = 400, MIN_LONG_NUMBER = 6, MIN_BLANK = 5 };

/* The length of a tag of HTML at s[at] = '<'; 0: something else, such as <앵커>. */
static size_t tag_length(gisa_str s, size_t at)
{
    size_t from = at + 1, end;
    if (from < s.n && s.p[from] == '!') { /* a declaration or a comment */
        end = gisa_str_find_byte(gisa_str_cut(s, 0, at + MAX_TAG), '>', from);
        return end == GISA_NPOS ? 0 : end + 1 - at;
    }
    if (from < s.n && s.p[from] == '/') from++;
    for (end = from; end < s.n && (gisa_is_alpha(s.p[end]) || gisa_is_digit(s.p[end]));) end++;
    if (end == from || end >= s.n || !strchr(" \t/>", s.p[end])) return 0;
    if (!gisa_wordlist_find_nocase(&gisa_list_html_tags, gisa_str_cut(s, from, end))) return 0;
    size_t close = gisa_str_find_byte(gisa_str_cut(s, 0, at + MAX_TAG), '>', end);
    return close == GISA_NPOS ? 0 : close + 1 - at;
}

static bool is_address(gisa_str s)
{
    static const char *const heads[] = {"http://", "https://",    "//",      "/",   "#",
                                        "mailto:", "javascript:", "file://", "tel:"};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(heads[i]))) return s.n > 1 && !memchr(s.p, ' ', s.n);
    return false;
}

static bool is_picture(gisa_str s)
{
    static const char *const ends[] = {".gif", ".jpg", ".jpeg", ".png", ".webp", ".svg"};
    if (gisa_str_eq_nocase(s, GISA_STR("IMG")) || gisa_str_eq_nocase(s, GISA_STR("IMAGE")) ||
        gisa_str_eq_nocase(s, GISA_STR("INLINE")))
        return true;
    if (memchr(s.p, ' ', s.n)) return false;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (gisa_str_ends(s, gisa_str_from(ends[i]))) return true;
    return false;
}

static size_t count_digits(gisa_str s)
{
    size_t n = 0;
    while (n < s.n && gisa_is_digit(s.p[n])) n++;
    return n;
}

/* What stands in brackets at s[at] = '['; false: no bracket closes them nearby. */
static bool take_brackets(gisa_str s, size_t at, gisa_str *inner)
{
    size_t close = gisa_str_find_byte(gisa_str_cut(s, 0, at + 2048), ']', at);
    if (close == GISA_NPOS || close == at + 1) return false;
    *inner = gisa_str_cut(s, at + 1, close);
    return true;
}

/* Numbers of links rise by one; notes of an article do so too, but they are few. */
static gisa_markup_rest find_kinds(gisa_str text)
{
    size_t numbered = 0, addresses = 0;
    uint64_t next = 0;
    for (size_t at = 0; (at = gisa_str_find_byte(text, '[', at)) != GISA_NPOS; at++) {
        gisa_str inner;
        double number;
        bool plain = at == 0 || text.p[at - 1] != ']';
        if (!take_brackets(text, at, &inner)) continue;
        if (plain && is_address(inner)) addresses++;
        if (count_digits(inner) != inner.n || inner.n > 5 || !gisa_str_to_double(inner, &number))
            continue;
        if ((uint64_t)number == next) numbered++;
        next = (uint64_t)number + 1;
    }
    return (gisa_markup_rest){numbered >= MIN_NUMBERED, addresses >= MIN_ADDRESSES};
}

/* "12. https://…" in the list of addresses, and its headings. */
static bool is_reference(gisa_str s)
{
    size_t digits = count_digits(s);
    if (gisa_str_is(s, "References") || gisa_str_is(s, "Visible links") ||
        gisa_str_is(s, "Visible links:") || gisa_str_is(s, "Hidden links:") ||
        gisa_str_starts(s, GISA_STR("Link: ")))
        return true;
    return digits && gisa_str_starts(gisa_str_cut(s, digits, s.n), GISA_STR(". ")) &&
           is_address(gisa_str_cut(s, digits + 2, s.n));
}

/* What text browsers print in the place of a form's parts. */
static size_t control_length(gisa_str s)
{
    static const char *const controls[] = {"(BUTTON)", "[BUTTON Input]", "[BUTTON]",
                                           "(not implemented)"};
    for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(controls[i]))) return strlen(controls[i]);
    size_t n = 0;
    while (n < s.n && s.p[n] == '_') n++;
    return n >= MIN_BLANK ? n : 0;
}

typedef struct stripped_line {
    bool link;  /* it begins with a link's number, or ends in an address */
    bool other; /* something of it is no mark */
} stripped_line;

/* Writes a bracket's rest; false: it is text. */
static bool strip_brackets(gisa_str s, size_t at, gisa_markup_rest kinds, stripped_line *line,
                           size_t *end)
{
    gisa_str inner;
    if (!take_brackets(s, at, &inner)) return false;
    *end = at + inner.n + 2;
    if (*end < s.n && s.p[*end] == '(') return false; /* Markdown's */
    bool number = count_digits(inner) == inner.n;
    if (number && kinds.numbered) {
        line->link = line->link || !line->other;
        return true;
    }
    if (kinds.addresses && is_address(inner)) {
        line->link = line->link || *end == s.n;
        return true;
    }
    return is_picture(inner) || (number && inner.n >= MIN_LONG_NUMBER);
}

static void strip_line(gisa_str s, gisa_markup_rest kinds, gisa_buf *out)
{
    stripped_line line = {0};
    size_t start = out->n;
    gisa_buf_add_char(out, ' ');
    for (size_t i = 0; i < s.n;) {
        size_t end = 0;
        size_t tag = s.p[i] == '<' ? tag_length(s, i) : 0;
        size_t control = tag || !strchr("([_", s.p[i]) ? 0
                                                       : control_length(gisa_str_cut(s, i, s.n));
        bool image = i > 0 && s.p[i - 1] == '!';
        if (tag || control) {
            line.link = line.link || (control && s.p[i] != '_');
            i += tag + control;
        } else if (s.p[i] == '[' && !image && strip_brackets(s, i, kinds, &line, &end)) {
            i = end;
        } else {
            line.other = line.other || gisa_is_alpha(s.p[i]) || (unsigned char)s.p[i] >= 0xE3;
            gisa_buf_add_char(out, s.p[i++]);
        }
    }
    bool sentence = gisa_str_ends(gisa_str_trim(gisa_buf_view(out)), GISA_STR("."));
    if (line.link && line.other && !sentence && out->st == GISA_OK) out->p[start] = 2;
}

gisa_status gisa_markup_rest_strip(gisa_str text, gisa_buf *out, gisa_markup_rest *found,
                                   gisa_error *err)
{
    gisa_markup_rest kinds = *found = find_kinds(text);
    gisa_str line;
    while (gisa_str_next_line(&text, &line)) {
        line = gisa_str_trim(line);
        if (!kinds.numbered || !is_reference(line)) strip_line(line, kinds, out);
        gisa_buf_add_char(out, '\n');
    }
    return gisa_buf_status(out) < 0 ? gisa_fail_mem(err) : GISA_OK;
}
