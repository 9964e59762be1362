#include "ingest/fetch/feed.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>

#include "base/map.h"
#include "corpus/gzip.h"
#include "corpus/url.h"
#include "ingest/decode.h"

enum { TEXT_MAX = 8192 };

typedef struct reader {
    gisa_feed *out;
    gisa_str base;
    gisa_map seen;
    gisa_buf url, text; /* an address at work; text of the element at hand */
    gisa_buf link, guid;
    gisa_time changed;
    int item_depth; /* of the item at hand; -1 outside */
    bool collecting;
    gisa_error *err;
} reader;

static gisa_status add_link(reader *r, gisa_str ref, bool is_feed)
{
    gisa_feed *out = r->out;
    gisa_link link = {.changed = r->changed, .is_feed = is_feed};
    uint64_t *slot;
    bool added;
    gisa_status st = gisa_url_resolve(r->base, ref, &r->url, r->err);
    out->n_bad += st == GISA_SKIP;
    if (st != GISA_OK) return st < 0 ? st : GISA_OK;
    if (gisa_map_put(&r->seen, gisa_buf_view(&r->url), &slot, &added) < 0)
        return gisa_fail_mem(r->err);
    if (!added) return GISA_OK;
    if (out->n >= GISA_FEED_LINKS_MAX) {
        out->n_left_out++;
        return GISA_OK;
    }
    if (GISA_ARENA_GROW(&out->arena, out->links, out->n, out->cap) < 0)
        return gisa_fail_mem(r->err);
    if (gisa_arena_copy(&out->arena, gisa_buf_view(&r->url), &link.url) < 0)
        return gisa_fail_mem(r->err);
    out->links[out->n++] = link;
    return GISA_OK;
}

static gisa_str attribute(xmlTextReaderPtr x, const char *name, xmlChar **owned)
{
    *owned = xmlTextReaderGetAttribute(x, (const xmlChar *)name);
    return gisa_str_from((const char *)*owned);
}

static bool is_item(const char *name)
{
    return strcmp(name, "item") == 0 || strcmp(name, "entry") == 0 || strcmp(name, "url") == 0 ||
           strcmp(name, "sitemap") == 0;
}

/* An Atom link holds its address in href; the first one without a rel, or with the rel
 * "alternate", is the article. */
static void take_href(reader *r, xmlTextReaderPtr x)
{
    xmlChar *href_owned, *rel_owned;
    gisa_str href = attribute(x, "href", &href_owned), rel = attribute(x, "rel", &rel_owned);
    if (href.n && !r->link.n && (!rel.n || gisa_str_is(rel, "alternate")))
        gisa_buf_add(&r->link, href);
    xmlFree(href_owned);
    xmlFree(rel_owned);
}

static void start_element(reader *r, xmlTextReaderPtr x, const char *name, int depth)
{
    r->collecting = false;
    if (r->item_depth < 0 && is_item(name)) {
        r->item_depth = depth;
        r->changed = (gisa_time){0};
        gisa_buf_reset(&r->link);
        gisa_buf_reset(&r->guid);
        return;
    }
    if (r->item_depth < 0) return;
    if (depth == r->item_depth + 1 && strcmp(name, "link") == 0) take_href(r, x);
    gisa_buf_reset(&r->text);
    r->collecting = true;
}

static void take_date(reader *r, gisa_str text, bool first)
{
    gisa_time t;
    if (first && r->changed.precision != GISA_PRECISION_UNKNOWN) return;
    if (gisa_time_parse_iso(text, &t) || gisa_time_parse_rfc5322(text, &t)) r->changed = t;
}

/* The text of an element inside an item; those that count are its children, and only the date
 * of a news sitemap is deeper. */
static void end_text(reader *r, const char *name, int depth)
{
    gisa_str text = gisa_str_trim(gisa_buf_view(&r->text));
    if (strcmp(name, "publication_date") == 0) take_date(r, text, true);
    if (depth != r->item_depth + 1 || !text.n) return;
    if ((strcmp(name, "link") == 0 || strcmp(name, "loc") == 0) && !r->link.n)
        gisa_buf_add(&r->link, text);
    if (strcmp(name, "guid") == 0 && !r->guid.n && gisa_str_starts(text, GISA_STR("http")))
        gisa_buf_add(&r->guid, text);
    if (strcmp(name, "updated") == 0 || strcmp(name, "lastmod") == 0) take_date(r, text, false);
    if (strcmp(name, "pubDate") == 0 || strcmp(name, "published") == 0 || strcmp(name, "date") == 0)
        take_date(r, text, true);
}

static gisa_status end_element(reader *r, const char *name, int depth)
{
    if (r->item_depth < 0) return GISA_OK;
    if (depth > r->item_depth) {
        if (r->collecting) end_text(r, name, depth);
        r->collecting = false;
        return GISA_OK;
    }
    r->item_depth = -1;
    gisa_str link = gisa_buf_view(r->link.n ? &r->link : &r->guid);
    return link.n ? add_link(r, link, false) : GISA_OK;
}

static gisa_status take_node(reader *r, xmlTextReaderPtr x)
{
    const char *name = (const char *)xmlTextReaderConstLocalName(x);
    int depth = xmlTextReaderDepth(x);
    switch (xmlTextReaderNodeType(x)) {
    case XML_READER_TYPE_ELEMENT: {
        bool empty = xmlTextReaderIsEmptyElement(x) == 1;
        start_element(r, x, name, depth);
        return empty ? end_element(r, name, depth) : GISA_OK;
    }
    case XML_READER_TYPE_END_ELEMENT: return end_element(r, name, depth);
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA: {
        gisa_str text = gisa_str_from((const char *)xmlTextReaderConstValue(x));
        if (r->collecting && r->text.n + text.n <= TEXT_MAX) gisa_buf_add(&r->text, text);
        return GISA_OK;
    }
    default: return GISA_OK;
    }
}

static bool kind_of(const char *root, gisa_feed_kind *out)
{
    static const struct {
        const char *root;
        gisa_feed_kind kind;
    } kinds[] = {
        {"rss", GISA_FEED_RSS},   {"RDF", GISA_FEED_RSS},        {"channel", GISA_FEED_RSS},
        {"feed", GISA_FEED_ATOM}, {"urlset", GISA_FEED_SITEMAP}, {"sitemapindex", GISA_FEED_INDEX},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (strcmp(root, kinds[i].root) != 0) continue;
        *out = kinds[i].kind;
        return true;
    }
    return false;
}

/* GISA_SKIP when the root is none we know. */
static gisa_status read_xml(reader *r, gisa_str text)
{
    bool known = false;
    gisa_status st = GISA_OK;
    xmlTextReaderPtr x = xmlReaderForMemory(text.p, (int)text.n, NULL, "UTF-8",
                                            XML_PARSE_NONET | XML_PARSE_RECOVER |
                                                XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!x) return gisa_fail_mem(r->err);
    while (st == GISA_OK && xmlTextReaderRead(x) == 1) {
        if (!known && xmlTextReaderNodeType(x) == XML_READER_TYPE_ELEMENT) {
            known = kind_of((const char *)xmlTextReaderConstLocalName(x), &r->out->kind);
            if (!known) st = GISA_SKIP;
            continue;
        }
        if (known) st = take_node(r, x);
    }
    if (st == GISA_OK && !known) st = GISA_SKIP;
    xmlFreeTextReader(x);
    if (st == GISA_SKIP) return gisa_fail(r->err, GISA_SKIP, "neither feed nor sitemap");
    return st < 0 ? st : gisa_buf_check(&r->link, "a link", r->err);
}

static gisa_str html_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *a = node->properties; a; a = a->next) {
        if (strcmp((const char *)a->name, name) != 0 || !a->children) continue;
        return gisa_str_from((const char *)a->children->content);
    }
    return GISA_NONE;
}

static gisa_status take_html_node(reader *r, const xmlNode *node, gisa_buf *base)
{
    const char *name = (const char *)node->name;
    if (node->type != XML_ELEMENT_NODE) return GISA_OK;
    gisa_str href = html_attribute(node, "href");
    if (!href.n || href.p[0] == '#') return GISA_OK;
    if (strcmp(name, "a") == 0) return add_link(r, href, false);
    if (strcmp(name, "base") == 0 && gisa_url_resolve(r->base, href, base, NULL) == GISA_OK)
        r->base = gisa_buf_view(base);
    if (strcmp(name, "link") != 0 || !gisa_str_is(html_attribute(node, "rel"), "alternate"))
        return GISA_OK;
    gisa_str type = html_attribute(node, "type");
    bool feed = gisa_str_is(type, "application/rss+xml") ||
                gisa_str_is(type, "application/atom+xml");
    return feed ? add_link(r, href, true) : GISA_OK;
}

/* In document order without recursion: a hostile page may nest as deep as it likes. */
static const xmlNode *next_node(const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children) return node->children;
    while (node && !node->next) node = node->parent;
    return node ? node->next : NULL;
}

static gisa_status read_html(reader *r, gisa_str text)
{
    gisa_buf base = {0};
    gisa_status st = GISA_OK;
    htmlDocPtr doc = htmlReadMemory(text.p, (int)text.n, NULL, "UTF-8",
                                    HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                        HTML_PARSE_NOWARNING);
    r->out->kind = GISA_FEED_PAGE;
    if (!doc) return gisa_fail(r->err, GISA_SKIP, "no page that could be read");
    for (const xmlNode *n = xmlDocGetRootElement(doc); n && st >= 0; n = next_node(n))
        st = take_html_node(r, n, &base);
    xmlFreeDoc(doc);
    gisa_buf_clear(&base);
    return st;
}

/* The length of "&amp;", "&#44032;" … at the start of s: what XML knows without a DTD; 0: something
 * else. *name_n is the length of any "&name;". */
static size_t known_entity(gisa_str s, size_t *name_n)
{
    static const char *const names[] = {"amp", "lt", "gt", "quot", "apos"};
    size_t n = 1;
    while (n < s.n && n < 32 && (gisa_is_alpha(s.p[n]) || gisa_is_digit(s.p[n]) || s.p[n] == '#'))
        n++;
    *name_n = n > 1 && n < s.n && s.p[n] == ';' ? n + 1 : 0;
    if (!*name_n) return 0;
    gisa_str name = gisa_str_cut(s, 1, n);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (gisa_str_is(name, names[i])) return n + 1;
    return name.p[0] == '#' ? n + 1 : 0;
}

/* Feeds are often written by hand: "&" alone is escaped, and names that XML does not know become a
 * space, declared or not, so that no entity ever grows. The XML declaration goes, since the text is
 * UTF-8 by now. */
static void mend_xml(gisa_str text, gisa_buf *out)
{
    static const char cdata[] = "<![CDATA[";
    if (gisa_str_starts(text, GISA_STR("<?xml"))) {
        size_t end = gisa_str_find(text, GISA_STR("?>"), 0);
        text = gisa_str_cut(text, end == GISA_NPOS ? text.n : end + 2, text.n);
    }
    while (text.n) {
        size_t n = 0, name_n;
        while (n < text.n && text.p[n] != '&' && text.p[n] != '<') n++;
        gisa_buf_add(out, gisa_str_cut(text, 0, n));
        text = gisa_str_cut(text, n, text.n);
        if (!text.n) break;
        if (text.p[0] == '<') {
            size_t end = gisa_str_starts(text, gisa_str_from(cdata))
                             ? gisa_str_find(text, GISA_STR("]]>"), 0)
                             : 0;
            n = end == GISA_NPOS ? text.n : end ? end + 3 : 1;
            gisa_buf_add(out, gisa_str_cut(text, 0, n));
        } else if ((n = known_entity(text, &name_n)) > 0) {
            gisa_buf_add(out, gisa_str_cut(text, 0, n));
        } else {
            gisa_buf_add_c(out, name_n ? " " : "&amp;");
            n = name_n ? name_n : 1;
        }
        text = gisa_str_cut(text, n, text.n);
    }
}

static bool looks_like_html(gisa_str text)
{
    gisa_str start = gisa_str_cut(text, 0, 1024);
    return gisa_str_find_nocase(start, GISA_STR("<!doctype html"), 0) != GISA_NPOS ||
           gisa_str_find_nocase(start, GISA_STR("<html"), 0) != GISA_NPOS;
}

static gisa_status read_text(reader *r, gisa_str text)
{
    size_t start = gisa_str_find_byte(text, '<', 0);
    if (start == GISA_NPOS) return gisa_fail(r->err, GISA_SKIP, "neither feed, sitemap nor page");
    text = gisa_str_cut(text, start, text.n);
    if (looks_like_html(text)) return read_html(r, text);
    gisa_buf mended = gisa_buf_make(4 * GISA_FEED_BYTES_MAX);
    mend_xml(text, &mended);
    gisa_status st = gisa_buf_check(&mended, "a feed", r->err);
    if (st >= 0) st = read_xml(r, gisa_buf_view(&mended));
    gisa_buf_clear(&mended);
    return st;
}

gisa_status gisa_feed_parse(gisa_str bytes, gisa_str content_type, gisa_str base, gisa_feed *out,
                            gisa_error *err)
{
    reader r = {.out = out, .base = base, .item_depth = -1, .err = err};
    gisa_buf plain = gisa_buf_make(GISA_FEED_BYTES_MAX);
    gisa_buf text = gisa_buf_make(3 * GISA_FEED_BYTES_MAX);
    gisa_status st = GISA_OK;
    gisa_feed_clear(out);
    if (gisa_str_starts(bytes, GISA_STR("\x1f\x8b"))) {
        st = gisa_gzip_expand(bytes, GISA_FEED_BYTES_MAX, &plain, err);
        bytes = gisa_buf_view(&plain);
    }
    if (st >= 0 && bytes.n > GISA_FEED_BYTES_MAX)
        st = gisa_fail(err, GISA_ELIMIT, "a feed of %zu bytes", bytes.n);
    if (st >= 0) st = gisa_decode(bytes, content_type, &text, NULL, err);
    if (st >= 0) st = read_text(&r, gisa_buf_view(&text));
    if (st < 0) gisa_feed_clear(out);
    gisa_map_clear(&r.seen);
    gisa_buf_clear(&r.url);
    gisa_buf_clear(&r.text);
    gisa_buf_clear(&r.link);
    gisa_buf_clear(&r.guid);
    gisa_buf_clear(&plain);
    gisa_buf_clear(&text);
    return st;
}

void gisa_feed_clear(gisa_feed *f)
{
    gisa_arena_clear(&f->arena);
    *f = (gisa_feed){.arena = f->arena};
}
