/* Items are what stands between their tags; inside, only the elements that are open at the moment
 * are known, so that stray tags cost nothing. */
#include "ingest/fetch/feed.h"

#include "base/printed_date.h"
#include "corpus/gzip.h"
#include "corpus/url.h"
#include "ingest/decode.h"
#include "ingest/fetch/feed_link.h"
#include "ingest/fetch/json_feed.h"
#include "ingest/fetch/markup.h"

enum {
    TEXT_MAX = 8192,
    BASE_MAX = 1024, /* bytes of an xml:base, which each address is written after */
    OPEN_MAX = 32,   /* elements that are open inside an item; deeper ones are not looked at */
    ROOT_TAGS = 32   /* among which the root is; around the items as many are looked at for bases */
};

typedef enum field {
    FIELD_NONE,
    FIELD_TEXT,   /* words that an unclosed field ends at */
    FIELD_SHADOW, /* what is inside is about something else */
    FIELD_LINK,
    FIELD_LOC,
    FIELD_GUID,
    FIELD_PUBLISHED,
    FIELD_UPDATED,
    FIELD_NEWS_DATE, /* at any depth */
} field;

typedef struct element {
    gisa_str prefix, name;
    field field;
} element;

typedef struct reader {
    gisa_feed_links links;
    gisa_feed *out;
    gisa_str base;                            /* of the document */
    gisa_buf root_base, item_base, link_base; /* xml:base, each against the one before */
    gisa_buf text;                            /* of the field at hand */
    gisa_buf link;                            /* of the item, the best so far */
    int link_rank;
    gisa_time changed;
    bool in_item;
    gisa_str item_name, item_prefix;
    element open[OPEN_MAX];
    size_t n_open;
    gisa_error *err;
} reader;

/* What a link is worth: the element says so, it is an attribute, it stands among stray tags, it is
 * an identity. */
enum { RANK_GUID = 1, RANK_STRAY, RANK_HREF, RANK_LINK };

static field field_of(gisa_str name)
{
    static const struct {
        const char *name;
        field field;
    } fields[] = {
        {"link", FIELD_LINK},           {"loc", FIELD_LOC},
        {"guid", FIELD_GUID},           {"pubDate", FIELD_PUBLISHED},
        {"published", FIELD_PUBLISHED}, {"date", FIELD_PUBLISHED},
        {"issued", FIELD_PUBLISHED},    {"created", FIELD_PUBLISHED},
        {"updated", FIELD_UPDATED},     {"modified", FIELD_UPDATED},
        {"lastmod", FIELD_UPDATED},     {"publication_date", FIELD_NEWS_DATE},
        {"title", FIELD_TEXT},          {"category", FIELD_TEXT},
        {"creator", FIELD_TEXT},        {"id", FIELD_GUID},
        {"comments", FIELD_TEXT},       {"enclosure", FIELD_TEXT},
        {"changefreq", FIELD_TEXT},     {"priority", FIELD_TEXT},
        {"author", FIELD_SHADOW},       {"contributor", FIELD_SHADOW},
        {"source", FIELD_SHADOW},       {"image", FIELD_SHADOW},
        {"video", FIELD_SHADOW},        {"description", FIELD_SHADOW},
        {"summary", FIELD_SHADOW},      {"content", FIELD_SHADOW},
        {"encoded", FIELD_SHADOW},      {"group", FIELD_SHADOW},
        {"thumbnail", FIELD_SHADOW},    {"textInput", FIELD_SHADOW},
    };
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
        if (gisa_str_eq_nocase(name, gisa_str_from(fields[i].name))) return fields[i].field;
    return FIELD_NONE;
}

/* Elements of HTML that are never closed. */
static bool is_void(gisa_str name)
{
    static const char *const names[] = {"br", "hr", "img", "input", "meta", "wbr"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (gisa_str_eq_nocase(name, gisa_str_from(names[i]))) return true;
    return false;
}

static bool is_item(const reader *r, gisa_str name)
{
    static const char *const names[] = {[GISA_FEED_RSS] = "item",
                                        [GISA_FEED_ATOM] = "entry",
                                        [GISA_FEED_SITEMAP] = "url",
                                        [GISA_FEED_INDEX] = "sitemap"};
    return gisa_str_eq_nocase(name, gisa_str_from(names[r->out->kind]));
}

static bool is_shadowed(const reader *r)
{
    for (size_t i = 0; i < r->n_open; i++)
        if (r->open[i].field == FIELD_SHADOW) return true;
    return false;
}

static gisa_str first_of(const gisa_buf *a, gisa_str b)
{
    return a->n ? gisa_buf_view(a) : b;
}

/* An xml:base counts where it is a web address, and no monster. */
static gisa_status take_base(reader *r, gisa_str attributes, gisa_str from, gisa_buf *to)
{
    gisa_str raw = gisa_markup_attribute(attributes, "xml:base");
    gisa_buf_reset(to);
    if (!raw.n || raw.n > GISA_URL_MAX) return GISA_OK;
    gisa_buf ref = {0};
    gisa_markup_add_text(&ref, raw, " ");
    gisa_status st = gisa_buf_check(&ref, "an address", r->err);
    if (st >= 0) st = gisa_url_resolve(from, gisa_buf_view(&ref), to, r->err);
    if (st == GISA_SKIP || to->n > BASE_MAX) gisa_buf_reset(to);
    gisa_buf_clear(&ref);
    return st < 0 ? st : GISA_OK;
}

static gisa_str item_base(const reader *r)
{
    return first_of(&r->item_base, first_of(&r->root_base, r->base));
}

/* An address that was escaped twice, or inside CDATA: no address means "&amp;". */
static void add_unescaped(gisa_buf *out, gisa_str address)
{
    static const char amp[] = "&amp;";
    size_t at;
    while ((at = gisa_str_find(address, gisa_str_from(amp), 0)) != GISA_NPOS) {
        gisa_buf_add(out, gisa_str_cut(address, 0, at + 1));
        address = gisa_str_cut(address, at + sizeof amp - 1, address.n);
    }
    gisa_buf_add(out, address);
}

/* Takes an address for the item's, unless there is one that is worth as much. */
static gisa_status offer_link(reader *r, gisa_str address, int rank)
{
    if (rank <= r->link_rank) return GISA_OK;
    gisa_buf_reset(&r->link);
    gisa_buf_reset(&r->link_base);
    add_unescaped(&r->link, address);
    r->link_rank = rank;
    return gisa_buf_check(&r->link, "a link", r->err);
}

/* The same for one as an attribute has it. */
static gisa_status offer_attribute(reader *r, gisa_str raw, int rank)
{
    gisa_buf address = {0};
    gisa_markup_add_text(&address, raw, " ");
    gisa_str text = gisa_str_trim(gisa_buf_view(&address));
    gisa_status st = gisa_buf_check(&address, "a link", r->err);
    if (st >= 0 && text.n) st = offer_link(r, text, rank);
    gisa_buf_clear(&address);
    return st;
}

/* An Atom link holds its address in href; the first one without a rel, or with the rel
 * "alternate", is the article. */
static gisa_status take_href(reader *r, const gisa_markup_token *t)
{
    gisa_str href = gisa_markup_attribute(t->attributes, "href");
    gisa_str rel = gisa_markup_attribute(t->attributes, "rel");
    bool feed = r->out->kind == GISA_FEED_RSS || r->out->kind == GISA_FEED_ATOM;
    if (!feed || !href.n || (rel.n && !gisa_markup_has_word(rel, "alternate"))) return GISA_OK;
    if (RANK_HREF <= r->link_rank) return GISA_OK;
    gisa_status st = offer_attribute(r, href, RANK_HREF);
    return st < 0 ? st : take_base(r, t->attributes, item_base(r), &r->link_base);
}

/* Seconds or milliseconds since 1970, of 2001 to 2033. */
static bool parse_stamp(gisa_str text, gisa_time *out)
{
    uint64_t n;
    if ((text.n != 10 && text.n != 13) || text.p[0] != '1' || !gisa_str_to_u64(text, &n))
        return false;
    *out = (gisa_time){.utc_s = (int64_t)(text.n == 13 ? n / 1000 : n),
                       .precision = GISA_PRECISION_MINUTE};
    return true;
}

static void take_date(reader *r, gisa_str text, bool first)
{
    gisa_time t;
    if (first && r->changed.precision != GISA_PRECISION_UNKNOWN) return;
    if (parse_stamp(text, &t) || gisa_stated_date_parse(text, &t)) r->changed = t;
}

static bool is_address(gisa_str identity)
{
    return gisa_str_eq_nocase(gisa_str_cut(identity, 0, 4), GISA_STR("http"));
}

/* What the field that was open last holds. Prefixes of fields need not be declared; an address
 * belongs to the item when its own prefix is the item's. */
static gisa_status take_field(reader *r, const element *e)
{
    gisa_str text = gisa_str_trim(gisa_buf_view(&r->text));
    bool own = !e->prefix.n || gisa_str_eq(e->prefix, r->item_prefix);
    int rank = r->n_open ? RANK_STRAY : RANK_LINK;
    bool feed = r->out->kind == GISA_FEED_RSS || r->out->kind == GISA_FEED_ATOM;
    if (!text.n) return GISA_OK;
    switch (e->field) {
    case FIELD_LINK: return own && feed ? offer_link(r, text, rank) : GISA_OK;
    case FIELD_LOC: return own && !feed ? offer_link(r, text, rank) : GISA_OK;
    case FIELD_GUID: return feed && is_address(text) ? offer_link(r, text, RANK_GUID) : GISA_OK;
    case FIELD_UPDATED: take_date(r, text, false); break;
    case FIELD_PUBLISHED:
    case FIELD_NEWS_DATE: take_date(r, text, true); break;
    case FIELD_NONE:
    case FIELD_TEXT:
    case FIELD_SHADOW: break;
    }
    return GISA_OK;
}

/* Closes the elements from number n on; only the text of the last field is at hand. */
static gisa_status close_to(reader *r, size_t n)
{
    gisa_status st = GISA_OK;
    while (st >= 0 && r->n_open > n) {
        element e = r->open[--r->n_open];
        if (e.field < FIELD_LINK || is_shadowed(r)) continue;
        st = take_field(r, &e);
        gisa_buf_reset(&r->text);
    }
    return st;
}

static gisa_status end_item(reader *r)
{
    gisa_status st = close_to(r, 0);
    r->in_item = false;
    if (st < 0 || !r->link_rank) return st;
    const gisa_link found = {.changed = r->changed};
    return gisa_feed_links_add(&r->links, first_of(&r->link_base, item_base(r)),
                               gisa_buf_view(&r->link), &found);
}

static gisa_status start_item(reader *r, const gisa_markup_token *t)
{
    gisa_status st = r->in_item ? end_item(r) : GISA_OK;
    gisa_str about = gisa_markup_attribute(t->attributes, "rdf:about");
    r->in_item = true;
    r->item_name = t->name;
    r->item_prefix = t->prefix;
    r->n_open = 0;
    r->link_rank = 0;
    r->changed = (gisa_time){0};
    gisa_buf_reset(&r->link);
    gisa_buf_reset(&r->link_base);
    gisa_buf_reset(&r->text);
    if (st >= 0) st = take_base(r, t->attributes, first_of(&r->root_base, r->base), &r->item_base);
    if (st >= 0 && is_address(about)) st = offer_attribute(r, about, RANK_GUID);
    if (st < 0 || r->out->kind != GISA_FEED_RSS) return st;
    take_date(r, gisa_markup_attribute(t->attributes, "lastmod"), true); /* of CDF, as the next */
    return offer_attribute(r, gisa_markup_attribute(t->attributes, "href"), RANK_STRAY);
}

/* Inside an item. A field that is open when another begins was not closed. */
static gisa_status start_element(reader *r, const gisa_markup_token *t)
{
    element e = {t->prefix, t->name, field_of(t->name)};
    gisa_status st = GISA_OK;
    bool in_field = r->n_open && r->open[r->n_open - 1].field >= FIELD_LINK;
    if (in_field && e.field != FIELD_NONE) st = close_to(r, r->n_open - 1);
    if (st < 0 || is_void(t->name)) return st;
    if (e.field == FIELD_LINK && !is_shadowed(r)) st = take_href(r, t);
    gisa_str permanent = gisa_markup_attribute(t->attributes, "isPermaLink");
    if (e.field == FIELD_GUID && gisa_str_eq_nocase(permanent, GISA_STR("false")))
        e.field = FIELD_TEXT;
    if (e.field != FIELD_NONE) gisa_buf_reset(&r->text);
    if (!t->empty && r->n_open < OPEN_MAX) r->open[r->n_open++] = e;
    return st;
}

/* Closes the innermost element of that name; a stray tag closes nothing. */
static gisa_status end_element(reader *r, const gisa_markup_token *t)
{
    for (size_t i = r->n_open; i-- > 0;)
        if (gisa_str_eq_nocase(r->open[i].name, t->name) &&
            gisa_str_eq_nocase(r->open[i].prefix, t->prefix))
            return close_to(r, i);
    return gisa_str_eq_nocase(t->name, r->item_name) ? end_item(r) : GISA_OK;
}

static void take_text(reader *r, const gisa_markup_token *t)
{
    if (!r->n_open || r->text.n + t->text.n > TEXT_MAX) return;
    if (t->cdata)
        gisa_buf_add(&r->text, t->text);
    else
        gisa_markup_add_text(&r->text, t->text, " ");
}

static gisa_status take_token(reader *r, const gisa_markup_token *t)
{
    bool start = t->kind == GISA_MARKUP_START;
    if (start && is_item(r, t->name) && !is_shadowed(r)) {
        gisa_status st = start_item(r, t);
        return st >= 0 && t->empty ? end_item(r) : st;
    }
    if (!r->in_item) return GISA_OK;
    if (start) return start_element(r, t);
    if (t->kind == GISA_MARKUP_END) return end_element(r, t);
    take_text(r, t);
    return GISA_OK;
}

static bool kind_of(gisa_str root, gisa_feed_kind *out)
{
    static const struct {
        const char *root;
        gisa_feed_kind kind;
    } kinds[] = {
        {"rss", GISA_FEED_RSS},        {"RDF", GISA_FEED_RSS},
        {"channel", GISA_FEED_RSS},    {"item", GISA_FEED_RSS},
        {"feed", GISA_FEED_ATOM},      {"entry", GISA_FEED_ATOM},
        {"urlset", GISA_FEED_SITEMAP}, {"sitemapindex", GISA_FEED_INDEX},
        {"html", GISA_FEED_PAGE},      {"head", GISA_FEED_PAGE},
        {"body", GISA_FEED_PAGE},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!gisa_str_eq_nocase(root, gisa_str_from(kinds[i].root))) continue;
        *out = kinds[i].kind;
        return true;
    }
    return false;
}

/* A root that has attributes, as a feed inside a page has: a page may speak of "<rss>". */
static bool is_sure_root(const gisa_markup_token *t)
{
    return gisa_markup_attribute(t->attributes, "version").n ||
           gisa_markup_attribute(t->attributes, "xmlns").n;
}

typedef struct root {
    gisa_markup_token tag;
    gisa_str from; /* the text from the tag on */
    gisa_feed_kind kind;
} root;

/* Passes over what stands before the root, which is the first element of a name that is known: a
 * page only when no feed is inside. */
static bool find_root(gisa_markup m, root *out)
{
    root t;
    bool page = false;
    for (int tags = 0; tags < ROOT_TAGS; tags += t.tag.kind == GISA_MARKUP_START) {
        t.from = m.rest;
        if (!gisa_markup_next(&m, &t.tag)) break;
        bool html = t.tag.kind == GISA_MARKUP_DOCTYPE &&
                    gisa_str_eq_nocase(t.tag.name, GISA_STR("html"));
        bool known = html || (t.tag.kind == GISA_MARKUP_START && kind_of(t.tag.name, &t.kind));
        if (html) t.kind = GISA_FEED_PAGE;
        if (!known || (page && t.kind == GISA_FEED_PAGE)) continue;
        bool typed = page && out->tag.kind == GISA_MARKUP_DOCTYPE;
        if (page && !typed && !is_sure_root(&t.tag)) continue;
        *out = t;
        page = t.kind == GISA_FEED_PAGE;
        if (!page) return true;
    }
    return page;
}

/* Of a channel or of what else is around the items, too. */
static gisa_status take_root_base(reader *r, const gisa_markup_token *t)
{
    gisa_buf inner = {0};
    gisa_status st = take_base(r, t->attributes, first_of(&r->root_base, r->base), &inner);
    if (st >= 0 && inner.n) {
        gisa_buf_reset(&r->root_base);
        gisa_buf_add(&r->root_base, gisa_buf_view(&inner));
        st = gisa_buf_check(&r->root_base, "an address", r->err);
    }
    gisa_buf_clear(&inner);
    return st;
}

static gisa_status read_feed(reader *r, gisa_str text)
{
    gisa_markup m = {.rest = text, .typed = true};
    gisa_markup_token t;
    gisa_feed_kind ignored;
    unsigned bases = 0;
    gisa_status st = GISA_OK;
    while (st >= 0 && gisa_markup_next(&m, &t)) {
        bool around = bases < ROOT_TAGS && !r->in_item && t.kind == GISA_MARKUP_START &&
                      !is_item(r, t.name) && kind_of(t.name, &ignored);
        bases += around;
        st = around ? take_root_base(r, &t) : take_token(r, &t);
    }
    return st;
}

/* A sitemap of plain text has an address a line. */
static gisa_status read_lines(reader *r, gisa_str text)
{
    gisa_str line;
    const gisa_link plain = {0};
    gisa_status st = GISA_OK;
    r->out->kind = GISA_FEED_SITEMAP;
    while (st >= 0 && gisa_str_next_line(&text, &line)) {
        line = gisa_str_trim(line);
        bool address = gisa_str_find_nocase(gisa_str_cut(line, 0, 8), GISA_STR("://"), 0) !=
                       GISA_NPOS;
        if (address) st = gisa_feed_links_add(&r->links, GISA_NONE, line, &plain);
        r->out->n_bad += !address && line.n;
    }
    return st;
}

static gisa_status read_text(reader *r, gisa_str text)
{
    root found;
    gisa_str start = gisa_str_cut(gisa_str_trim(text), 0, 8);
    if (gisa_str_eq_nocase(gisa_str_cut(start, 0, 7), GISA_STR("http://")) ||
        gisa_str_eq_nocase(start, GISA_STR("https://")))
        return read_lines(r, text);
    if (gisa_json_feed_is(text)) {
        r->out->kind = GISA_FEED_JSON;
        return gisa_json_feed_read(&r->links, text, r->base);
    }
    if (!find_root((gisa_markup){.rest = text}, &found))
        return gisa_fail(r->err, GISA_SKIP, "neither feed, sitemap nor page");
    r->out->kind = found.kind;
    if (found.kind == GISA_FEED_PAGE) return gisa_feed_page_read(&r->links, found.from, r->base);
    gisa_status st = read_feed(r, found.from);
    r->n_open = 0; /* what is cut off is not whole */
    return st >= 0 && r->in_item ? end_item(r) : st;
}

static void clear(reader *r)
{
    gisa_buf *const bufs[] = {&r->root_base, &r->item_base, &r->link_base, &r->text, &r->link};
    for (size_t i = 0; i < sizeof bufs / sizeof bufs[0]; i++) gisa_buf_clear(bufs[i]);
    gisa_feed_links_clear(&r->links);
}

gisa_status gisa_feed_parse(gisa_str bytes, gisa_str content_type, gisa_str base, gisa_feed *out,
                            gisa_error *err)
{
    reader r = {.links = {.out = out, .err = err}, .out = out, .base = base, .err = err};
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
    clear(&r);
    gisa_buf_clear(&plain);
    gisa_buf_clear(&text);
    return st;
}

void gisa_feed_clear(gisa_feed *f)
{
    gisa_arena_clear(&f->arena);
    *f = (gisa_feed){.arena = f->arena};
}
