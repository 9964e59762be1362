#include "ingest/fetch/markup.h"

enum { REFERENCE_MAX = 32 };

static bool begins(gisa_str s, const char *with)
{
    return gisa_str_eq_nocase(gisa_str_cut(s, 0, strlen(with)), gisa_str_from(with));
}

static gisa_str after(gisa_str s, size_t n)
{
    return gisa_str_cut(s, n, s.n);
}

static bool is_name_start(char c)
{
    return gisa_is_alpha(c) || c == '_' || c == ':' || (unsigned char)c >= 0x80;
}

static bool ends_name(char c)
{
    switch (c) {
    case '\0':
    case '/':
    case '>':
    case '<':
    case '=':
    case '"':
    case '\'': return true;
    default: return gisa_is_space(c);
    }
}

static size_t name_length(gisa_str s)
{
    size_t n = 0;
    while (n < s.n && !ends_name(s.p[n])) n++;
    return n;
}

static size_t skip_spaces(gisa_str s, size_t at)
{
    while (at < s.n && gisa_is_space(s.p[at])) at++;
    return at;
}

/* The ">" of the tag at the start of s, or GISA_NPOS. A quotation mark counts after "=" only, as
 * titles have apostrophes. */
static size_t tag_end(gisa_str s)
{
    char quote = 0, before = 0;
    for (size_t i = 1; i < s.n && i < GISA_TAG_MAX; i++) {
        char c = s.p[i];
        if (quote) {
            if (c == quote) quote = 0;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
        } else if (c == '>') {
            return i;
        } else if (c == '<') {
            return GISA_NPOS;
        }
        if (!gisa_is_space(c)) before = c;
    }
    return GISA_NPOS;
}

static void split_name(gisa_str name, gisa_markup_token *out)
{
    size_t colon = gisa_str_find_byte(name, ':', 0);
    out->name = colon == GISA_NPOS ? name : after(name, colon + 1);
    out->prefix = colon == GISA_NPOS ? GISA_STR("") : gisa_str_cut(name, 0, colon);
}

/* A tag at the start of the rest. */
static bool take_tag(gisa_markup *m, gisa_markup_token *out)
{
    bool ends = m->rest.n > 1 && m->rest.p[1] == '/';
    gisa_str s = after(m->rest, ends ? 2 : 1);
    if (!s.n || !is_name_start(s.p[0])) return false;
    size_t end = tag_end(m->rest);
    if (end == GISA_NPOS) return false;
    size_t n = name_length(s), inside = end - (ends ? 2 : 1);
    *out = (gisa_markup_token){.kind = ends ? GISA_MARKUP_END : GISA_MARKUP_START,
                               .attributes = gisa_str_cut(s, n, inside),
                               .empty = !ends && m->rest.p[end - 1] == '/'};
    split_name(gisa_str_cut(s, 0, n), out);
    m->rest = after(m->rest, end + 1);
    return true;
}

/* "<!DOCTYPE rss [ … ]>". */
static bool take_doctype(gisa_markup *m, gisa_markup_token *out)
{
    static const char start[] = "<!doctype";
    if (m->typed || !begins(m->rest, start)) return false;
    m->typed = true;
    gisa_str s = after(m->rest, sizeof start - 1);
    s = after(s, skip_spaces(s, 0));
    size_t bracket = gisa_str_find_byte(gisa_str_cut(s, 0, GISA_TAG_MAX), '[', 0);
    size_t end = gisa_str_find_byte(gisa_str_cut(s, 0, GISA_TAG_MAX), '>', 0);
    if (bracket < end && end != GISA_NPOS) {
        size_t close = gisa_str_find_byte(gisa_str_cut(s, 0, GISA_TAG_MAX), ']', bracket);
        if (close != GISA_NPOS) end = gisa_str_find_byte(s, '>', close);
    }
    *out = (gisa_markup_token){.kind = GISA_MARKUP_DOCTYPE};
    split_name(gisa_str_cut(s, 0, name_length(s)), out);
    m->rest = after(s, end == GISA_NPOS ? 0 : end + 1);
    return true;
}

typedef struct section {
    const char *start, *end;
} section;

static const section sections[GISA_MARKUP_SECTIONS] = {
    {"<![CDATA[", "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};

/* The length of what a section holds that began right before s. GISA_NPOS: it was not closed, as
 * there is no end, or another one of its kind begins first. Ends are remembered, as each of many
 * starts may have the same. */
static size_t section_length(gisa_markup *m, int kind, gisa_str s)
{
    const section *of = &sections[kind];
    const char **end = &m->ends[kind];
    if (!*end || *end < s.p) {
        size_t at = gisa_str_find(s, gisa_str_from(of->end), 0);
        *end = s.p + (at == GISA_NPOS ? s.n : at);
    }
    size_t n = (size_t)(*end - s.p);
    bool again = gisa_str_find(gisa_str_cut(s, 0, n), gisa_str_from(of->start), 0) != GISA_NPOS;
    return n == s.n || again ? GISA_NPOS : n;
}

/* Passes over a comment or an instruction, or takes a text without references. Without an end its
 * start alone is passed over. */
static bool take_section(gisa_markup *m, gisa_markup_token *out)
{
    int kind = 0;
    while (kind < GISA_MARKUP_SECTIONS && !begins(m->rest, sections[kind].start)) kind++;
    if (kind == GISA_MARKUP_SECTIONS) return false;
    gisa_str s = after(m->rest, strlen(sections[kind].start));
    size_t n = section_length(m, kind, s);
    bool closed = n != GISA_NPOS;
    m->rest = closed ? after(s, n + strlen(sections[kind].end)) : s;
    *out = (gisa_markup_token){
        .kind = GISA_MARKUP_TEXT, .text = gisa_str_cut(s, 0, closed ? n : 0), .cdata = kind == 0};
    return true;
}

/* What a script holds is no markup. */
static void pass_content(gisa_markup *m, const gisa_markup_token *start)
{
    bool script = gisa_str_eq_nocase(start->name, GISA_STR("script"));
    bool style = gisa_str_eq_nocase(start->name, GISA_STR("style"));
    if (start->empty || (!script && !style)) return;
    size_t at = gisa_str_find_nocase(m->rest, script ? GISA_STR("</script") : GISA_STR("</style"),
                                     0);
    m->rest = at == GISA_NPOS ? after(m->rest, m->rest.n) : after(m->rest, at);
}

bool gisa_markup_next(gisa_markup *m, gisa_markup_token *out)
{
    for (;;) {
        gisa_str s = m->rest;
        if (!s.n) return false;
        if (s.p[0] == '<') {
            bool tag = s.n > 1 && s.p[1] != '!' && s.p[1] != '?';
            if (!tag && take_doctype(m, out)) return true;
            if (!tag && take_section(m, out)) {
                if (out->cdata) return true;
                continue;
            }
            if (take_tag(m, out)) {
                if (out->kind == GISA_MARKUP_START) pass_content(m, out);
                return true;
            }
        }
        size_t end = gisa_str_find_byte(s, '<', 1);
        *out = (gisa_markup_token){.kind = GISA_MARKUP_TEXT, .text = gisa_str_cut(s, 0, end)};
        m->rest = after(s, out->text.n);
        return true;
    }
}

/* Takes the next attribute off *rest; one without a value has GISA_NONE. */
static bool next_attribute(gisa_str *rest, gisa_str *name, gisa_str *value)
{
    gisa_str s = *rest;
    size_t at = 0;
    while (at < s.n && !is_name_start(s.p[at])) at++;
    s = after(s, at);
    if (!s.n) return false;
    size_t n = name_length(s);
    *name = gisa_str_cut(s, 0, n);
    *value = GISA_NONE;
    s = after(s, n);
    at = skip_spaces(s, 0);
    if (at < s.n && s.p[at] == '=') {
        s = after(s, skip_spaces(s, at + 1));
        bool quoted = s.n && (s.p[0] == '"' || s.p[0] == '\'');
        size_t end = quoted ? gisa_str_find_byte(s, s.p[0], 1) : 0;
        while (!quoted && end < s.n && !gisa_is_space(s.p[end])) end++;
        *value = gisa_str_cut(s, quoted, end);
        s = after(s, end == GISA_NPOS ? s.n : end + quoted);
    }
    *rest = s;
    return true;
}

gisa_str gisa_markup_attribute(gisa_str attributes, const char *name)
{
    gisa_str found, value;
    while (next_attribute(&attributes, &found, &value))
        if (gisa_str_eq_nocase(found, gisa_str_from(name))) return value;
    return GISA_NONE;
}

bool gisa_markup_has_word(gisa_str list, const char *word)
{
    for (size_t at = skip_spaces(list, 0), end; at < list.n; at = skip_spaces(list, end)) {
        for (end = at; end < list.n && !gisa_is_space(list.p[end]);) end++;
        if (gisa_str_eq_nocase(gisa_str_cut(list, at, end), gisa_str_from(word))) return true;
    }
    return false;
}

/* The character of "#44032" or "#xAC00"; 0 for none, and for those that no text has. */
static uint32_t numbered(gisa_str name)
{
    bool hex = name.n > 1 && gisa_lower(name.p[1]) == 'x';
    uint32_t cp = 0;
    for (size_t i = hex ? 2 : 1; i < name.n; i++) {
        int digit = gisa_hex_value(name.p[i]);
        if (digit < 0 || (!hex && digit > 9) || cp > 0x110000) return 0;
        cp = cp * (hex ? 16 : 10) + (uint32_t)digit;
    }
    return cp < ' ' && !gisa_is_space((char)cp) ? 0 : cp;
}

static const char *named(gisa_str name)
{
    static const struct {
        const char *name, *text;
    } names[] = {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (gisa_str_is(name, names[i].name)) return names[i].text;
    return NULL;
}

/* The reference at the start of s, which begins with "&": its length, or 0 when it is none. */
static size_t reference_length(gisa_str s)
{
    size_t n = 1;
    while (n < s.n && n < REFERENCE_MAX &&
           (gisa_is_alpha(s.p[n]) || gisa_is_digit(s.p[n]) || (n == 1 && s.p[n] == '#')))
        n++;
    return n > 1 && n < s.n && s.p[n] == ';' ? n + 1 : 0;
}

void gisa_markup_add_text(gisa_buf *out, gisa_str raw, const char *unknown)
{
    while (raw.n) {
        size_t n = gisa_str_find_byte(raw, '&', 0);
        gisa_buf_add(out, gisa_str_cut(raw, 0, n));
        if (n == GISA_NPOS) return;
        raw = after(raw, n);
        n = reference_length(raw);
        gisa_str name = n ? gisa_str_cut(raw, 1, n - 1) : GISA_NONE;
        const char *text = named(name);
        if (!n) {
            gisa_buf_add_char(out, '&');
        } else if (name.p[0] == '#') {
            uint32_t cp = numbered(name);
            if (cp) gisa_buf_add_cp(out, cp);
        } else if (text || unknown) {
            gisa_buf_add_c(out, text ? text : unknown);
        } else {
            gisa_buf_add(out, gisa_str_cut(raw, 0, n));
        }
        raw = after(raw, n ? n : 1);
    }
}
