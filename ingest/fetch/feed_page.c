/* What a page links to. */
#include "corpus/url.h"
#include "ingest/fetch/feed_link.h"
#include "ingest/fetch/markup.h"

typedef struct page {
    gisa_feed_links *links;
    gisa_str address;
    gisa_buf base, href;
} page;

static gisa_str base_of(const page *p)
{
    return p->base.n ? gisa_buf_view(&p->base) : p->address;
}

/* A feed that the page says is the same in another form. */
static bool is_feed(const gisa_markup_token *t)
{
    static const char *const types[] = {"application/rss+xml", "application/atom+xml",
                                        "application/rdf+xml", "application/feed+json"};
    gisa_str type = gisa_markup_attribute(t->attributes, "type");
    gisa_str rel = gisa_markup_attribute(t->attributes, "rel");
    if (!gisa_markup_has_word(rel, "alternate")) return false;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (gisa_str_eq_nocase(type, gisa_str_from(types[i]))) return true;
    return false;
}

static gisa_status take_tag(page *p, const gisa_markup_token *t)
{
    gisa_str raw = gisa_markup_attribute(t->attributes, "href");
    bool link = gisa_str_eq_nocase(t->name, GISA_STR("link"));
    bool anchor = gisa_str_eq_nocase(t->name, GISA_STR("a"));
    bool sets_base = gisa_str_eq_nocase(t->name, GISA_STR("base"));
    if (!raw.n || (!link && !anchor && !sets_base)) return GISA_OK;
    gisa_buf_reset(&p->href);
    gisa_markup_add_text(&p->href, raw, NULL);
    gisa_str href = gisa_str_trim(gisa_buf_view(&p->href));
    if (gisa_buf_status(&p->href) < 0) return gisa_buf_check(&p->href, "a link", p->links->err);
    if (!href.n || href.p[0] == '#') return GISA_OK;
    if (sets_base)
        return gisa_url_resolve(p->address, href, &p->base, NULL) < 0 ? GISA_ENOMEM : GISA_OK;
    const gisa_link found = {.is_feed = link};
    return anchor || is_feed(t) ? gisa_feed_links_add(p->links, base_of(p), href, &found) : GISA_OK;
}

gisa_status gisa_feed_page_read(gisa_feed_links *l, gisa_str text, gisa_str base)
{
    gisa_markup m = {.rest = text};
    gisa_markup_token t;
    page p = {.links = l, .address = base};
    gisa_status st = GISA_OK;
    while (st >= 0 && gisa_markup_next(&m, &t))
        if (t.kind == GISA_MARKUP_START) st = take_tag(&p, &t);
    gisa_buf_clear(&p.base);
    gisa_buf_clear(&p.href);
    return st;
}
