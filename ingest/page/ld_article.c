#include "ingest/page/ld_article.h"

#include "corpus/address.h"
#include "corpus/wordlist.h"
#include "ingest/page/line_filter.h"
#include "ingest/page/script_json.h"

enum { MAX_DEPTH = 6 };

/* What speaks for an article and against it. */
enum { SAME_URL = 8, SAME_TITLE = 4, HEADED = 1, LISTED = -3, OTHER_URL = -4 };

typedef struct walk {
    const gisa_page_hint *page;
    gisa_ld_article *out;
    size_t n;
} walk;

static bool has_type(const json_t *object, bool (*is)(gisa_str name))
{
    const json_t *type = json_object_get(object, "@type");
    size_t count = json_is_array(type) ? json_array_size(type) : 1;
    for (size_t i = 0; i < count; i++) {
        gisa_str name = gisa_script_json_text(json_is_array(type) ? json_array_get(type, i) : type);
        size_t from = name.n; /* http://schema.org/NewsArticle, schema:NewsArticle */
        while (from > 0 && name.p[from - 1] != '/' && name.p[from - 1] != ':') from--;
        if (is(gisa_str_cut(name, from, name.n))) return true;
    }
    return false;
}

static bool is_article(gisa_str type)
{
    return gisa_wordlist_find(&gisa_list_article_types, type) != NULL;
}

static bool is_page(gisa_str type)
{
    return gisa_str_is(type, "WebPage") || gisa_str_is(type, "ItemPage");
}

/* A string, or the @id or first item of what is in its place. */
static gisa_str text_of(const json_t *v)
{
    if (json_is_array(v)) v = json_array_get(v, 0);
    return gisa_script_json_text(json_is_object(v) ? json_object_get(v, "@id") : v);
}

/* How an article's address agrees with those of the page; 0: one of them is not known. */
static int url_worth(gisa_str url, const gisa_page_hint *page)
{
    bool known = false;
    gisa_str bare = gisa_address_bare(url);
    if (!bare.n || url.p[0] == '#' || !gisa_str_has(bare, GISA_STR("/"))) return 0;
    for (size_t i = 0; i < GISA_PAGE_HINTS_MAX; i++) {
        gisa_str own = gisa_address_bare(page->urls[i]);
        known = known || gisa_str_has(own, GISA_STR("/"));
        if (own.n && (gisa_str_eq(own, bare) || (url.p[0] == '/' && gisa_str_ends(own, bare))))
            return SAME_URL;
    }
    return known ? OTHER_URL : 0;
}

static int address_worth(const json_t *article, const gisa_page_hint *page)
{
    static const char *const keys[] = {"mainEntityOfPage", "url", "@id"};
    int worst = 0;
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        int one = url_worth(text_of(json_object_get(article, keys[i])), page);
        if (one > 0) return one;
        if (one < worst) worst = one;
    }
    return worst;
}

/* 1: the headline is one of the page's titles or part of it; -1: it is none; 0: not known. */
static int title_agrees(gisa_str headline, const gisa_page_hint *page)
{
    bool known = false;
    if (!headline.n) return 0;
    for (size_t i = 0; i < GISA_PAGE_HINTS_MAX; i++) {
        gisa_str title = page->titles[i];
        known = known || title.n;
        if (title.n && (gisa_title_matches(title, headline) || gisa_str_has(title, headline) ||
                        gisa_str_has(headline, title)))
            return 1;
    }
    return known ? -1 : 0;
}

static void add(walk *w, const json_t *article, bool page, bool listed)
{
    gisa_str headline = text_of(json_object_get(article, "headline"));
    if (!headline.n) headline = text_of(json_object_get(article, "name"));
    int address = w->page ? address_worth(article, w->page) : 0;
    int title = w->page ? title_agrees(headline, w->page) : 0;
    int worth = (headline.n ? HEADED : 0) + address + (title > 0 ? SAME_TITLE : 0) +
                (listed ? LISTED : 0);
    bool other = address < 0 && title < 0;
    if (w->n < GISA_LD_ARTICLES_MAX)
        w->out[w->n++] = (gisa_ld_article){article, worth, other, page};
}

static void find(walk *w, const json_t *v, bool listed, unsigned depth)
{
    static const struct {
        const char *key;
        bool list;
    } inside[] = {{"@graph", false}, {"mainEntity", false},     {"mainEntityOfPage", false},
                  {"hasPart", true}, {"itemListElement", true}, {"item", true}};
    size_t i;
    json_t *item;
    if (depth > MAX_DEPTH) return;
    json_array_foreach(v, i, item) find(w, item, listed, depth + 1);
    if (!json_is_object(v)) return;
    bool article = has_type(v, is_article);
    if (article) add(w, v, false, listed);
    for (i = 0; i < sizeof inside / sizeof inside[0] && !article; i++)
        find(w, json_object_get(v, inside[i].key), listed || inside[i].list, depth + 1);
    if (!article && has_type(v, is_page)) add(w, v, true, listed);
}

size_t gisa_ld_articles_find(const json_t *value, const gisa_page_hint *page,
                             gisa_ld_article out[GISA_LD_ARTICLES_MAX])
{
    walk w = {page, out, 0};
    find(&w, value, false, 0);
    return w.n;
}
