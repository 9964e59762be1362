#include "ingest/page/json_repair.h"

/* Bytes of a key; brackets within brackets. */
enum { MAX_KEY = 64, MAX_NESTED = 64 };

typedef struct repair_state {
    gisa_str s;
    size_t at;
    gisa_buf *out;
    bool object[MAX_NESTED]; /* whether the brackets at this depth are braces */
    size_t depth;
    bool key; /* the next string is a key */
} repair_state;

static size_t skip_space(gisa_str s, size_t i)
{
    while (i < s.n && gisa_is_space(s.p[i])) i++;
    return i;
}

static char at(gisa_str s, size_t i)
{
    return i < s.n ? s.p[i] : 0;
}

/* Whether a key and its colon begin at i. */
static bool is_key(gisa_str s, size_t i)
{
    if (at(s, i) != '"') return false;
    size_t end = i + 1;
    while (end < s.n && s.p[end] != '"' && end - i <= MAX_KEY) end++;
    return end > i + 1 && at(s, end) == '"' && at(s, skip_space(s, end + 1)) == ':';
}

static bool begins_value(char c)
{
    return c && (strchr("\"{[-tfn", c) || gisa_is_digit(c));
}

static bool in_object(const repair_state *r)
{
    return r->depth && r->depth <= MAX_NESTED && r->object[r->depth - 1];
}

/* Whether a closing bracket at i is one: what follows it belongs to JSON too. */
static bool closes(gisa_str s, size_t i)
{
    char c = at(s, i), next = at(s, skip_space(s, i + 1));
    return (c == '}' || c == ']') && (!next || strchr(",}];/<{[", next));
}

/* Whether the quote at i ends the string it is in. */
static bool ends_string(const repair_state *r, size_t i)
{
    gisa_str s = r->s;
    size_t next = skip_space(s, i + 1);
    if (r->key) return at(s, next) == ':';
    if (!at(s, next) || closes(s, next)) return true;
    if (in_object(r) && is_key(s, next)) return true; /* its comma is missing */
    if (s.p[next] != ',') return false;
    next = skip_space(s, next + 1);
    if (closes(s, next)) return true;
    return in_object(r) ? is_key(s, next) : begins_value(at(s, next));
}

static void take_escape(repair_state *r)
{
    char c = r->s.p[r->at + 1];
    if (strchr("\"\\/bfnrtu", c)) gisa_buf_add_char(r->out, '\\');
    gisa_buf_add_char(r->out, c);
    r->at += 2;
}

/* Takes a string from its opening quote on. */
static void take_string(repair_state *r)
{
    gisa_buf_add_char(r->out, '"');
    for (r->at++; r->at < r->s.n;) {
        char c = r->s.p[r->at];
        if (c == '\\' && at(r->s, r->at + 1)) {
            take_escape(r);
            continue;
        }
        if (c == '"' && ends_string(r, r->at)) break;
        if (c == '"')
            gisa_buf_add_c(r->out, "\\\"");
        else if ((unsigned char)c < ' ')
            gisa_buf_add_c(r->out, c == '\n' ? "\\n" : " ");
        else
            gisa_buf_add_char(r->out, c);
        r->at++;
    }
    gisa_buf_add_char(r->out, '"');
    r->at++;
    if (!r->key && in_object(r) && is_key(r->s, skip_space(r->s, r->at)))
        gisa_buf_add_char(r->out, ',');
    r->key = !r->key && in_object(r);
}

static void take_mark(repair_state *r, char c)
{
    r->at++;
    if (c == ',') {
        char next = at(r->s, skip_space(r->s, r->at));
        if (next == '}' || next == ']') return;
        r->key = in_object(r);
    } else if (c == '{' || c == '[') {
        if (r->depth < MAX_NESTED) r->object[r->depth] = c == '{';
        r->depth++;
        r->key = c == '{';
    } else if (c == ':') {
        r->key = false;
    } else if ((c == '}' || c == ']') && r->depth) {
        r->depth--;
        r->key = false;
    }
    gisa_buf_add_char(r->out, c);
}

size_t gisa_json_repair(gisa_str s, gisa_buf *out)
{
    repair_state r = {.s = s, .out = out};
    for (bool opened = false; r.at < s.n && !(opened && !r.depth); opened = opened || r.depth) {
        char c = s.p[r.at];
        if (c == '"')
            take_string(&r);
        else
            take_mark(&r, c);
    }
    return r.at < s.n ? r.at : s.n;
}
