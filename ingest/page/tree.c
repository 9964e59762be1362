/* libxml2's HTML parser drives three callbacks. Beyond the ceilings elements are counted and not
 * stored, so that hostile nesting costs memory only in libxml2's own name stack. */
#include "ingest/page/tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"

enum { MAX_DEPTH = 512, MAX_NODES = 400000, MAX_ATTRS = 1000000, MAX_TEXT = 64 << 20 };

static const char *const tag_names[] = {
    "",      "",           "a",          "abbr",    "address",  "article",  "aside",   "audio",
    "b",     "base",       "blockquote", "body",    "br",       "button",   "caption", "center",
    "cite",  "code",       "dd",         "details", "dialog",   "div",      "dl",      "dt",
    "em",    "figcaption", "figure",     "font",    "footer",   "form",     "h1",      "h2",
    "h3",    "h4",         "h5",         "h6",      "head",     "header",   "hr",      "html",
    "i",     "img",        "input",      "label",   "li",       "link",     "main",    "menu",
    "meta",  "nav",        "noscript",   "ol",      "option",   "p",        "pre",     "q",
    "s",     "section",    "select",     "small",   "span",     "strong",   "sub",     "summary",
    "sup",   "table",      "tbody",      "td",      "template", "textarea", "tfoot",   "th",
    "thead", "time",       "title",      "tr",      "u",        "ul",       "video",
};

typedef struct builder {
    gisa_tree *t;
    uint32_t open[MAX_DEPTH];
    size_t depth;   /* open elements that are stored */
    size_t skipped; /* open elements that are not */
    xmlParserCtxtPtr parser;
    bool out_of_memory;
} builder;

static uint8_t find_tag(const char *name)
{
    size_t low = 2, high = sizeof tag_names / sizeof tag_names[0];
    while (low < high) {
        size_t mid = (low + high) / 2;
        int c = strcmp(name, tag_names[mid]);
        if (c == 0) return (uint8_t)mid;
        if (c < 0)
            high = mid;
        else
            low = mid + 1;
    }
    return GISA_TAG_OTHER;
}

static void stop_without_memory(builder *b)
{
    b->out_of_memory = true;
    xmlStopParser(b->parser);
}

/* The HTML Standard, "numeric character reference end state": &#128; to &#159; are bytes of
 * windows-1252. What that does not assign goes. */
static uint32_t referred(uint32_t c1)
{
    static const uint16_t windows_1252[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return windows_1252[c1 - 0x80];
}

/* gisa_decode took the controls out of the page: those that are here were character references. */
static void add_without_controls(gisa_buf *out, gisa_str s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool c1 = c == 0xC2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xA0;
        if (!c1 && c != 0x7F && (c >= ' ' || gisa_is_space((char)c))) continue;
        gisa_buf_add(out, gisa_str_cut(s, from, i));
        uint32_t cp = c1 ? referred((unsigned char)s.p[++i]) : 0;
        if (cp) gisa_buf_add_cp(out, cp);
        from = i + 1;
    }
    gisa_buf_add(out, gisa_str_cut(s, from, s.n));
}

/* Returns where it is; what is kept may be shorter or longer. */
static uint32_t keep_text(builder *b, gisa_str s)
{
    uint32_t at = (uint32_t)b->t->text.n;
    add_without_controls(&b->t->text, s);
    if (gisa_buf_status(&b->t->text) == GISA_ENOMEM) stop_without_memory(b);
    if (gisa_buf_status(&b->t->text) == GISA_ELIMIT) {
        b->t->cut = true;
        xmlStopParser(b->parser);
    }
    return at;
}

/* The new node, child of the innermost open one; NULL at a ceiling. */
static gisa_node *add_node(builder *b, uint8_t tag)
{
    gisa_tree *t = b->t;
    if (t->n >= MAX_NODES) {
        t->cut = true;
        return NULL;
    }
    if (GISA_GROW(t->nodes, t->n, t->cap) < 0) {
        stop_without_memory(b);
        return NULL;
    }
    gisa_node *n = &t->nodes[t->n++];
    *n = (gisa_node){.tag = tag, .parent = b->depth ? b->open[b->depth - 1] : 0};
    n->end = (uint32_t)t->n;
    return n;
}

static void add_attrs(builder *b, gisa_node *n, const xmlChar **atts)
{
    gisa_tree *t = b->t;
    n->first_attr = (uint32_t)t->n_attrs;
    for (; atts && atts[0] && n->n_attrs < 64 && t->n_attrs < MAX_ATTRS; atts += 2) {
        if (GISA_GROW(t->attrs, t->n_attrs, t->cap_attrs) < 0) {
            stop_without_memory(b);
            return;
        }
        gisa_str name = gisa_str_from((const char *)atts[0]);
        gisa_str value = atts[1] ? gisa_str_from((const char *)atts[1]) : GISA_STR("");
        gisa_attr *a = &t->attrs[t->n_attrs];
        a->name = keep_text(b, name);
        a->name_len = (uint32_t)t->text.n - a->name;
        a->value = keep_text(b, value);
        a->value_len = (uint32_t)t->text.n - a->value;
        if (gisa_buf_status(&t->text) < 0) return;
        t->n_attrs++;
        n->n_attrs++;
    }
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar **atts)
{
    builder *b = ctx;
    gisa_node *n = NULL;
    if (b->depth < MAX_DEPTH && !b->skipped) n = add_node(b, find_tag((const char *)name));
    if (!n) {
        b->skipped++;
        return;
    }
    uint32_t self = (uint32_t)(b->t->n - 1);
    gisa_str own = gisa_str_from((const char *)name);
    n->text = n->tag == GISA_TAG_OTHER ? keep_text(b, own) : 0;
    n->len = n->tag == GISA_TAG_OTHER ? (uint32_t)b->t->text.n - n->text : (uint32_t)own.n;
    if (b->out_of_memory) return;
    add_attrs(b, n, atts);
    b->open[b->depth++] = self;
}

static void on_end(void *ctx, const xmlChar *name)
{
    builder *b = ctx;
    (void)name;
    if (b->skipped) {
        b->skipped--;
        return;
    }
    if (b->depth <= 1) return;
    b->t->nodes[b->open[--b->depth]].end = (uint32_t)b->t->n;
}

static void on_text(void *ctx, const xmlChar *text, int len)
{
    builder *b = ctx;
    gisa_tree *t = b->t;
    gisa_str s = {(const char *)text, len > 0 ? (size_t)len : 0};
    gisa_node *last = t->n ? &t->nodes[t->n - 1] : NULL;
    bool joins = last && last->tag == GISA_TAG_TEXT && last->text + last->len == t->text.n &&
                 last->parent == b->open[b->depth - 1];
    gisa_node *n = joins ? last : add_node(b, GISA_TAG_TEXT);
    if (!n) return;
    uint32_t at = keep_text(b, s);
    if (gisa_buf_status(&t->text) < 0) return;
    if (!joins) n->text = at;
    n->len += (uint32_t)t->text.n - at;
}

static void close_all(builder *b)
{
    while (b->depth) b->t->nodes[b->open[--b->depth]].end = (uint32_t)b->t->n;
}

static void run_parser(builder *b, gisa_str html)
{
    xmlSAXHandler sax = {.startElement = on_start,
                         .endElement = on_end,
                         .characters = on_text,
                         .cdataBlock = on_text,
                         .ignorableWhitespace = on_text};
    xmlParserCtxtPtr c = htmlCreateMemoryParserCtxt(html.p, (int)html.n);
    if (!c) {
        b->out_of_memory = true;
        return;
    }
    xmlSAXHandlerPtr own = c->sax;
    htmlCtxtUseOptions(c, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                              HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(c, XML_CHAR_ENCODING_UTF8);
    c->sax = &sax;
    c->userData = b;
    b->parser = c;
    htmlParseDocument(c);
    c->sax = own;
    htmlFreeParserCtxt(c);
}

gisa_status gisa_tree_parse(gisa_tree *t, gisa_str html, gisa_error *err)
{
    builder b = {.t = t};
    t->n = t->n_attrs = 0;
    t->cut = false;
    t->text.max = MAX_TEXT;
    gisa_buf_reset(&t->text);
    if (add_node(&b, GISA_TAG_OTHER)) b.open[b.depth++] = 0;
    if (html.n > MAX_TEXT) {
        html = gisa_utf8_clip(html, MAX_TEXT);
        t->cut = true;
    }
    if (!b.out_of_memory && html.n) run_parser(&b, html);
    close_all(&b);
    if (b.out_of_memory) return gisa_fail_mem(err);
    gisa_buf_add_char(&t->text, 0);
    return gisa_buf_status(&t->text) == GISA_ENOMEM ? gisa_fail_mem(err) : GISA_OK;
}

void gisa_tree_clear(gisa_tree *t)
{
    gisa_free(t->nodes);
    gisa_free(t->attrs);
    gisa_buf_clear(&t->text);
    *t = (gisa_tree){0};
}

gisa_str gisa_node_text(const gisa_tree *t, size_t node)
{
    const gisa_node *n = &t->nodes[node];
    if (n->tag == GISA_TAG_TEXT || n->tag == GISA_TAG_OTHER)
        return (gisa_str){t->text.p + n->text, n->len};
    return (gisa_str){tag_names[n->tag], n->len};
}

gisa_str gisa_node_attr(const gisa_tree *t, size_t node, const char *name)
{
    const gisa_node *n = &t->nodes[node];
    size_t len = strlen(name);
    for (size_t i = 0; i < n->n_attrs; i++) {
        const gisa_attr *a = &t->attrs[n->first_attr + i];
        if (a->name_len == len && memcmp(t->text.p + a->name, name, len) == 0)
            return (gisa_str){t->text.p + a->value, a->value_len};
    }
    return GISA_NONE;
}

bool gisa_tag_is_block(unsigned tag)
{
    switch (tag) {
    case GISA_TAG_OTHER:
    case GISA_TAG_TEXT:
    case GISA_TAG_A:
    case GISA_TAG_ABBR:
    case GISA_TAG_B:
    case GISA_TAG_CITE:
    case GISA_TAG_CODE:
    case GISA_TAG_EM:
    case GISA_TAG_FONT:
    case GISA_TAG_I:
    case GISA_TAG_IMG:
    case GISA_TAG_INPUT:
    case GISA_TAG_LABEL:
    case GISA_TAG_Q:
    case GISA_TAG_S:
    case GISA_TAG_SMALL:
    case GISA_TAG_SPAN:
    case GISA_TAG_STRONG:
    case GISA_TAG_SUB:
    case GISA_TAG_SUP:
    case GISA_TAG_TIME:
    case GISA_TAG_U: return false;
    default: return true;
    }
}

bool gisa_node_is_alike(const gisa_tree *t, size_t a, size_t b)
{
    return t->nodes[a].tag == t->nodes[b].tag &&
           gisa_str_eq(gisa_node_attr(t, a, "class"), gisa_node_attr(t, b, "class"));
}

/* Bytes of a white-space or zero-width character at s[i], or 0; *zero says which. */
static size_t blank_at(gisa_str s, size_t i, bool *zero)
{
    unsigned char c = (unsigned char)s.p[i];
    *zero = false;
    if (c <= ' ') return 1;
    if (c < 0xC2) return 0;
    if (c == 0xC2 && i + 1 < s.n) {
        *zero = (unsigned char)s.p[i + 1] == 0xAD; /* soft hyphen */
        return (unsigned char)s.p[i + 1] == 0xA0 || *zero ? 2 : 0;
    }
    if ((c != 0xE2 && c != 0xE3 && c != 0xEF) || i + 2 >= s.n) return 0;
    uint32_t cp;
    gisa_utf8_next(s, i, &cp);
    *zero = gisa_is_zero_width(cp);
    return *zero || gisa_is_white(cp) ? 3 : 0;
}

void gisa_text_collapse(gisa_str s, gisa_buf *out)
{
    size_t from = 0;
    bool zero;
    for (size_t i = 0; i < s.n;) {
        size_t k = blank_at(s, i, &zero);
        if (!k) {
            i++;
            continue;
        }
        if (k == 1 && s.p[i] == ' ' && i > from) { /* a lone space stays as it is */
            if (i + 1 < s.n && !blank_at(s, i + 1, &zero)) {
                i++;
                continue;
            }
        }
        gisa_buf_add(out, gisa_str_cut(s, from, i));
        bool any = false;
        while (i < s.n && (k = blank_at(s, i, &zero))) {
            any = any || !zero;
            i += k;
        }
        from = i;
        if (any && out->n && out->p[out->n - 1] != ' ' && out->p[out->n - 1] != '\n')
            gisa_buf_add_char(out, ' ');
    }
    gisa_buf_add(out, gisa_str_cut(s, from, s.n));
}

void gisa_node_collect(const gisa_tree *t, size_t node, gisa_buf *out)
{
    for (size_t i = node; i < t->nodes[node].end; i++) {
        if (t->nodes[i].tag == GISA_TAG_TEXT)
            gisa_text_collapse(gisa_node_text(t, i), out);
        else if (t->nodes[i].tag == GISA_TAG_BR || t->nodes[i].tag == GISA_TAG_P)
            gisa_text_collapse(GISA_STR(" "), out);
    }
}
