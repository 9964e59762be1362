#include "pipeline/json_cut.h"

/* Whether, inside an object, another may begin a line after this character. */
static bool may_nest(char last)
{
    return last == '[' || last == ',' || last == ':';
}

/* The offset after the object that begins at `from`, or 0: then *fault is where it is seen to be
 * broken (a string runs over a line's end, or another object begins where none may), or s.n. */
static size_t object_end(gisa_str s, size_t from, size_t *fault)
{
    size_t depth = 0, i = from;
    bool quoted = false;
    char last = ':';
    for (; i < s.n; i++) {
        char c = s.p[i];
        if (quoted) {
            if (c == '\n') break;
            if (c == '\\')
                i++;
            else if (c == '"')
                quoted = false;
            continue;
        }
        if (c == '{' && i > from && s.p[i - 1] == '\n' && !may_nest(last)) break;
        quoted = c == '"';
        if (c == '{') depth++;
        if (c == '}' && --depth == 0) return i + 1;
        if (!gisa_is_space(c)) last = c;
    }
    *fault = i < s.n ? i : s.n;
    return 0;
}

/* Up to n bytes, as many as there are. */
static void advance(gisa_json_cut *c, size_t n)
{
    gisa_str done = gisa_str_cut(c->rest, 0, n);
    for (size_t i = 0; i < done.n; i++) c->passed += done.p[i] == '\n';
    c->width = n < c->width ? c->width - n : 0; /* mutate: equivalent, at its end none is left */
    c->rest = gisa_str_cut(c->rest, n, c->rest.n);
}

/* Whether a text begins with what holds an array together: its brackets and commas. */
static bool joins(gisa_str text)
{
    gisa_str after = gisa_str_trim(gisa_str_cut(text, 1, text.n));
    if (text.p[0] == ',' || text.p[0] == ']') return true;
    return text.p[0] == '[' && (!after.n || after.p[0] == '{' || after.p[0] == ']');
}

static gisa_status cut_value(gisa_json_cut *c, size_t from, size_t to, gisa_str *value)
{
    uint64_t line = c->passed + 1;
    c->nth = c->line == line ? c->nth + 1 : 1;
    c->line = line;
    *value = gisa_str_cut(c->rest, from, to);
    advance(c, to);
    return GISA_OK;
}

/* An object that begins with a brace alone in its line. */
static gisa_status cut_tall(gisa_json_cut *c, size_t from, gisa_str *value)
{
    size_t fault = 0, to = object_end(c->rest, from, &fault);
    if (!to) {
        size_t next = gisa_str_find(c->rest, GISA_STR("\n{"), fault - 1);
        to = next == GISA_NPOS ? 0 : next;
    }
    if (!to && c->goes_on) return GISA_SKIP;
    return cut_value(c, from, to ? to : c->rest.n, value);
}

/* What is left of the line at hand; *open: its end is not there yet. */
static gisa_str line_of(gisa_json_cut *c, bool *open)
{
    size_t end = c->width ? c->width : gisa_str_find_byte(c->rest, '\n', 0);
    *open = end == GISA_NPOS && c->goes_on;
    if (end == GISA_NPOS) end = c->rest.n;
    c->width = *open ? 0 : end;
    return gisa_str_cut(c->rest, 0, end);
}

gisa_status gisa_json_cut_next(gisa_json_cut *c, gisa_str *value)
{
    while (c->rest.n) {
        bool open;
        gisa_str line = line_of(c, &open), text = gisa_str_trim(line);
        size_t from = text.n ? (size_t)(text.p - c->rest.p) : 0, fault, to = 0;
        if (open && text.n <= 1) return GISA_SKIP;
        if (!text.n) {
            advance(c, line.n + 1);
            continue;
        }
        if (joins(text)) {
            advance(c, from + 1);
            continue;
        }
        if (gisa_str_is(text, "{")) return cut_tall(c, from, value);
        if (text.p[0] == '{') to = object_end(text, 0, &fault);
        gisa_str after = gisa_str_trim(gisa_str_cut(text, to, text.n));
        if (to && after.n && (joins(after) || after.p[0] == '{'))
            return cut_value(c, from, from + to, value);
        if (open) return GISA_SKIP;
        if (line.n && line.p[line.n - 1] == '\r') line.n--;
        return cut_value(c, 0, line.n, value);
    }
    return c->goes_on ? GISA_SKIP : GISA_END;
}
