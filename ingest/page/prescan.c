#include "ingest/page/prescan.h"

#include "base/utf8.h"

enum { LEAST_STATE = 200, MOST_OTHERS = 256 };
enum { LONG_VALUE = 4096, MOST_ATTRS = 64, LONG_NAME = 64, QUOTE_LIMIT = 1 << 20 };
enum { SHORT_DATE = 8, LONG_DATE = 40 }; /* bytes */
enum { NEVER_COMMENT = 1u << 31 };       /* in p->never_closed */

/* Elements whose contents are raw text or of no use, ended by their own end tag only. */
static const char *const dropped[] = {"script",   "style",  "svg",  "iframe", "textarea",
                                      "template", "object", "math", "noembed"};

/* Whether the tag that starts at s[at] ('<' before it) has this name. */
static bool tag_is(gisa_str s, size_t at, const char *name)
{
    size_t n = strlen(name);
    if (s.n - at <= n) return false;
    for (size_t i = 0; i < n; i++)
        if (gisa_lower(s.p[at + i]) != name[i]) return false;
    char c = s.p[at + n];
    return c == '>' || c == '/' || gisa_is_space(c);
}

/* The byte after the '>' that ends the tag opened before `at`. A quotation mark after '=' hides
 * '>' up to its twin; one without a twin nearby hides nothing. */
static size_t tag_end(gisa_str s, size_t at)
{
    size_t first = gisa_str_find_byte(s, '>', at);
    if (first == GISA_NPOS) return s.n;
    size_t end = first;
    for (size_t i = at; i < end; i++) {
        if (s.p[i] != '=') continue;
        i++;
        while (i < end && gisa_is_space(s.p[i])) i++;
        char quote = i < s.n ? s.p[i] : 0;
        if (quote != '"' && quote != '\'') continue;
        gisa_str part = gisa_str_cut(s, 0, i + 1 + QUOTE_LIMIT);
        size_t twin = gisa_str_find_byte(part, quote, i + 1);
        if (twin == GISA_NPOS) return first + 1;
        i = twin;
        if (twin < end) continue;
        end = gisa_str_find_byte(s, '>', twin);
        if (end == GISA_NPOS) return first + 1;
    }
    return end + 1;
}

/* Where "</name" starts at or after `at`, or the end of the page. */
static size_t find_close(gisa_str s, size_t at, const char *name)
{
    while ((at = gisa_str_find(s, GISA_STR("</"), at)) != GISA_NPOS) {
        if (tag_is(s, at + 2, name)) return at;
        at += 2;
    }
    return s.n;
}

static void add_script(gisa_prescan *p, gisa_script_kind kind, gisa_str text)
{
    if (p->n_scripts < GISA_SCRIPTS_MAX) p->scripts[p->n_scripts++] = (gisa_script){kind, text};
}

static void keep_script(gisa_prescan *p, gisa_str tag, gisa_str text)
{
    if (gisa_str_find_nocase(tag, GISA_STR("ld+json"), 0) != GISA_NPOS) {
        add_script(p, GISA_SCRIPT_JSON_LD, gisa_str_trim(text));
        return;
    }
    if (gisa_str_has(tag, GISA_STR("__NEXT_DATA__"))) {
        add_script(p, GISA_SCRIPT_NEXT_DATA, gisa_str_trim(text));
        return;
    }
    if (gisa_str_has(gisa_str_cut(text, 0, 256), GISA_STR("__next_f"))) {
        add_script(p, GISA_SCRIPT_FLIGHT, text);
        return;
    }
    size_t at = gisa_str_find(text, GISA_STR("Fusion.globalContent"), 0);
    while (at != GISA_NPOS) {
        size_t i = at + sizeof "Fusion.globalContent" - 1;
        while (i < text.n && gisa_is_space(text.p[i])) i++;
        if (i < text.n && text.p[i] == '=') {
            size_t brace = gisa_str_find_byte(text, '{', i);
            if (brace != GISA_NPOS && brace - i < 16)
                add_script(p, GISA_SCRIPT_FUSION, gisa_str_cut(text, brace, text.n));
            return;
        }
        at = gisa_str_find(text, GISA_STR("Fusion.globalContent"), i);
    }
    if (text.n >= LEAST_STATE && p->n_scripts < MOST_OTHERS) add_script(p, GISA_SCRIPT_OTHER, text);
}

/* Whether anything after the parser reads this attribute. */
static bool is_wanted(gisa_str name, gisa_str value)
{
    static const char *const wanted[] = {
        "id",       "class",       "itemprop", "property",       "name",       "content", "href",
        "rel",      "datetime",    "role",     "aria-hidden",    "http-equiv", "lang",    "hidden",
        "itemtype", "placeholder", "fallback", "shadowrootmode", "type",       "align"};
    if (!name.n || value.n > LONG_VALUE) return false;
    switch (gisa_lower(name.p[0])) {
    case 's':
        if (gisa_str_eq_nocase(name, GISA_STR("style")))
            return gisa_str_find_nocase(value, GISA_STR("none"), 0) != GISA_NPOS ||
                   gisa_str_find_nocase(value, GISA_STR("center"), 0) != GISA_NPOS;
        break;
    case 'd':
        if (name.n > 5 && (memcmp(name.p, "data-", 5) == 0 || memcmp(name.p, "dmcf-", 5) == 0))
            return value.n < 64;
        break;
    case 't': /* a date: <span title="2025-02-03 04:37">3시간 전</span> */
        if (gisa_str_eq_nocase(name, GISA_STR("title")))
            return value.n >= SHORT_DATE && value.n < LONG_DATE && gisa_is_digit(value.p[0]);
        break;
    default: break;
    }
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        if (gisa_str_eq_nocase(name, gisa_str_from(wanted[i]))) return true;
    return false;
}

/* Reads the attribute at tag[*i]; its whole text is tag[from, *i). */
static bool next_attr(gisa_str tag, size_t *i, gisa_str *name, gisa_str *value)
{
    while (*i < tag.n && (gisa_is_space(tag.p[*i]) || tag.p[*i] == '/')) ++*i;
    size_t from = *i;
    while (*i < tag.n && !strchr("=>/", tag.p[*i]) && !gisa_is_space(tag.p[*i])) ++*i;
    *name = gisa_str_cut(tag, from, *i);
    *value = GISA_STR("");
    size_t k = *i;
    while (k < tag.n && gisa_is_space(tag.p[k])) k++;
    if (k < tag.n && tag.p[k] == '=') {
        k++;
        while (k < tag.n && gisa_is_space(tag.p[k])) k++;
        char quote = k < tag.n ? tag.p[k] : 0;
        bool quoted = quote == '"' || quote == '\'';
        size_t start = quoted ? ++k : k;
        while (k < tag.n &&
               (quoted ? tag.p[k] != quote : tag.p[k] != '>' && !gisa_is_space(tag.p[k])))
            k++;
        *value = gisa_str_cut(tag, start, k);
        *i = quoted && k < tag.n ? k + 1 : k;
    }
    return *i > from;
}

/* Writes a tag with the attributes that are wanted. */
static void add_tag(gisa_str tag, gisa_buf *out)
{
    size_t i = 1, n_attrs = 0;
    gisa_str name, value;
    while (i < tag.n && !gisa_is_space(tag.p[i]) && tag.p[i] != '>') i++;
    gisa_buf_add(out, gisa_utf8_clip(gisa_str_cut(tag, 0, i), LONG_NAME));
    while (i < tag.n && n_attrs < MOST_ATTRS && tag.p[i] != '>') {
        if (!next_attr(tag, &i, &name, &value)) break;
        if (!is_wanted(name, value)) continue;
        char quote = memchr(value.p, '"', value.n) ? '\'' : '"';
        gisa_buf_add_char(out, ' ');
        gisa_buf_add(out, name);
        gisa_buf_add_char(out, '=');
        gisa_buf_add_char(out, quote);
        gisa_buf_add(out, value);
        gisa_buf_add_char(out, quote);
        n_attrs++;
    }
    gisa_buf_add_char(out, '>');
}

/* Skips a comment, a declaration or a processing instruction at s[at] = '<'. */
static size_t skip_markup(gisa_prescan *p, gisa_str s, size_t at)
{
    size_t end;
    if (s.n - at >= 4 && memcmp(s.p + at, "<!--", 4) == 0 && !(p->never_closed & NEVER_COMMENT)) {
        end = gisa_str_find(s, GISA_STR("-->"), at + 2);
        if (end != GISA_NPOS) return end + 3;
        p->never_closed |= NEVER_COMMENT;
    }
    end = gisa_str_find_byte(s, '>', at);
    return end == GISA_NPOS ? s.n : end + 1;
}

/* The HTML Standard: a template with a shadow root's mode is shown where it is. */
static bool is_shown_template(gisa_str tag)
{
    return gisa_str_find_nocase(tag, GISA_STR("shadowrootmode"), 0) != GISA_NPOS &&
           tag_is(tag, 1, "template");
}

/* Handles the tag at s[at] = '<' followed by a letter or '/'; returns where to go on. */
static size_t scan_tag(gisa_prescan *p, gisa_str s, size_t at)
{
    size_t end = tag_end(s, at + 1);
    gisa_str tag = gisa_str_cut(s, at, end);
    bool likely = strchr("sitomnSITOMN", s.p[at + 1]) != NULL;
    for (size_t i = 0; likely && i < sizeof dropped / sizeof dropped[0]; i++) {
        if (!tag_is(s, at + 1, dropped[i])) continue;
        if (is_shown_template(tag)) break;
        if (tag.n >= 2 && tag.p[tag.n - 2] == '/' && i > 1) return end;
        size_t close = p->never_closed >> i & 1 ? s.n : find_close(s, end, dropped[i]);
        if (close == s.n) p->never_closed |= 1u << i;
        if (i == 0) keep_script(p, tag, gisa_str_cut(s, end, close));
        if (close == s.n && i > 1) return end; /* never closed: only the tag goes */
        gisa_buf_add_char(&p->html, ' ');
        return close == s.n ? s.n : tag_end(s, close + 2);
    }
    if (memchr(tag.p, '=', tag.n)) {
        add_tag(tag, &p->html);
    } else {
        gisa_buf_add(&p->html, gisa_utf8_clip(tag, LONG_NAME));
        if (tag.n > LONG_NAME) gisa_buf_add_char(&p->html, '>');
    }
    return end;
}

/* Text between two tags; white space alone becomes one space. */
static void add_text(gisa_buf *out, gisa_str s)
{
    size_t i = 0;
    while (i < s.n && gisa_is_space(s.p[i])) i++;
    if (i < s.n)
        gisa_buf_add(out, s);
    else if (s.n)
        gisa_buf_add_char(out, s.p[0] == '\n' ? '\n' : ' ');
}

gisa_status gisa_prescan_run(gisa_prescan *p, gisa_str page, gisa_error *err)
{
    size_t from = 0, at = 0;
    p->n_scripts = 0;
    p->never_closed = 0;
    gisa_buf_reset(&p->html);
    if (gisa_buf_reserve(&p->html, page.n + 1) == NULL)
        return gisa_buf_check(&p->html, "the page", err);
    while ((at = gisa_str_find_byte(page, '<', at)) != GISA_NPOS) {
        char c = at + 1 < page.n ? page.p[at + 1] : 0;
        if (!gisa_is_alpha(c) && c != '/' && c != '!' && c != '?') {
            at++;
            continue;
        }
        add_text(&p->html, gisa_str_cut(page, from, at));
        at = c == '!' || c == '?' ? skip_markup(p, page, at) : scan_tag(p, page, at);
        from = at;
    }
    gisa_buf_add(&p->html, gisa_str_cut(page, from, page.n));
    return gisa_buf_check(&p->html, "the page", err);
}

void gisa_prescan_clear(gisa_prescan *p)
{
    gisa_buf_clear(&p->html);
    p->n_scripts = 0;
}
