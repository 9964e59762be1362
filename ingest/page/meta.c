#include "ingest/page/meta.h"

#include "corpus/wordlist.h"

enum { MAX_AGO = 40 }; /* bytes of a time that is printed as how long ago it was */

static void add_value(gisa_meta_list *list, gisa_str s)
{
    s = gisa_str_trim(s);
    if (!s.n || list->n == GISA_META_VALUES_MAX) return;
    for (size_t i = 0; i < list->n; i++)
        if (gisa_str_eq(list->items[i], s)) return;
    list->items[list->n++] = s;
}

/* Puts s before all others: a more reliable source that came later. */
static void add_value_first(gisa_meta_list *list, gisa_str s)
{
    size_t before = list->n;
    add_value(list, s);
    if (list->n == before) return;
    gisa_str last = list->items[list->n - 1];
    memmove(list->items + 1, list->items, (list->n - 1) * sizeof last);
    list->items[0] = last;
}

static void set_field(gisa_str *field, gisa_str s)
{
    s = gisa_str_trim(s);
    if (!field->n && s.n) *field = s;
}

typedef enum slot {
    NO_SLOT,
    AUTHOR,
    DESCRIPTION,
    MODIFIED,
    OG_TITLE,
    OG_TYPE,
    OG_URL,
    PRESS,
    PUBLISHED,
    PUBLISHED_SURE,
    ROBOTS,
    SECTION,
    SITE,
    TDM,
    TWITTER_TITLE,
} slot;

/* As corpus/lexicon/lists/meta_names.tsv calls them. */
static const char *const slot_names[] = {
    [AUTHOR] = "author",
    [DESCRIPTION] = "description",
    [MODIFIED] = "modified",
    [OG_TITLE] = "og title",
    [OG_TYPE] = "og type",
    [OG_URL] = "og url",
    [PRESS] = "press",
    [PUBLISHED] = "published",
    [PUBLISHED_SURE] = "published for sure",
    [ROBOTS] = "robots",
    [SECTION] = "section",
    [SITE] = "site",
    [TDM] = "tdm",
    [TWITTER_TITLE] = "twitter title",
};

static slot find_slot(gisa_str name)
{
    const gisa_wordlist_item *item = gisa_wordlist_find_nocase(&gisa_list_meta_names, name);
    for (slot i = NO_SLOT + 1; item && i <= TWITTER_TITLE; i++)
        if (gisa_str_is(item->value, slot_names[i])) return i;
    return NO_SLOT;
}

static void set_slot(gisa_meta *m, slot where, gisa_str s)
{
    switch (where) {
    case NO_SLOT: break;
    case OG_TITLE: set_field(&m->og_title, s); break;
    case TWITTER_TITLE: set_field(&m->twitter_title, s); break;
    case SITE: set_field(&m->site_name, s); break;
    case DESCRIPTION: set_field(&m->description, s); break;
    case OG_URL: set_field(&m->og_url, s); break;
    case OG_TYPE: set_field(&m->og_type, s); break;
    case SECTION: set_field(&m->section, s); break;
    case PRESS: set_field(&m->press, s); break;
    case ROBOTS: set_field(&m->robots, s); break;
    case TDM: set_field(&m->tdm, s); break;
    case PUBLISHED_SURE: add_value_first(&m->published, s); break;
    case PUBLISHED: add_value(&m->published, s); break;
    case MODIFIED: add_value(&m->modified, s); break;
    case AUTHOR: add_value(&m->authors, s); break;
    }
}

static void read_meta(const gisa_tree *t, size_t node, gisa_meta *m)
{
    gisa_str content = gisa_node_attr(t, node, "content");
    const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    if (!content.n) return;
    for (size_t k = 0; k < 4; k++) {
        gisa_str key = gisa_node_attr(t, node, keys[k]);
        if (!key.n) continue;
        if (gisa_str_is(key, "name") && k == 2) continue;
        slot where = find_slot(key);
        set_slot(m, where, content);
        m->stamped = m->stamped || (where == PUBLISHED_SURE && k < 2);
    }
}

static void read_link(const gisa_tree *t, size_t node, gisa_meta *m)
{
    if (gisa_str_eq_nocase(gisa_node_attr(t, node, "rel"), GISA_STR("canonical")))
        set_field(&m->canonical, gisa_node_attr(t, node, "href"));
}

gisa_status gisa_meta_text(const gisa_tree *t, size_t node, gisa_arena *arena, gisa_str *out)
{
    gisa_buf b = gisa_buf_make(1 << 16);
    gisa_node_collect(t, node, &b);
    gisa_str s = gisa_str_trim(gisa_buf_view(&b));
    gisa_status st = b.st == GISA_ENOMEM ? GISA_ENOMEM : GISA_OK;
    *out = GISA_NONE;
    if (st >= 0 && s.n) st = gisa_arena_copy(arena, s, out);
    gisa_buf_clear(&b);
    return st;
}

static bool is_heading(const gisa_tree *t, size_t node)
{
    const gisa_node *n = &t->nodes[node];
    if (n->tag >= GISA_TAG_H1 && n->tag <= GISA_TAG_H4) return true;
    if (!n->n_attrs || n->end > node + 12) return false;
    if (n->tag != GISA_TAG_DIV && n->tag != GISA_TAG_P && n->tag != GISA_TAG_SPAN &&
        n->tag != GISA_TAG_STRONG && n->tag != GISA_TAG_TD && n->tag != GISA_TAG_LI)
        return false;
    gisa_str name = gisa_node_attr(t, node, "class"), id = gisa_node_attr(t, node, "id");
    gisa_str prop = gisa_node_attr(t, node, "itemprop");
    if (gisa_str_is(prop, "headline")) return true;
    return gisa_str_find_nocase(name, GISA_STR("title"), 0) != GISA_NPOS ||
           gisa_str_find_nocase(name, GISA_STR("headline"), 0) != GISA_NPOS ||
           gisa_str_find_nocase(id, GISA_STR("title"), 0) != GISA_NPOS ||
           gisa_str_has(name, GISA_STR("tit")) || gisa_str_has(name, GISA_STR("subject"));
}

static gisa_status read_heading(const gisa_tree *t, size_t node, gisa_arena *arena, gisa_meta *m)
{
    gisa_str s;
    if (m->headings.n == GISA_META_VALUES_MAX) return GISA_OK;
    if (gisa_meta_text(t, node, arena, &s) < 0) return GISA_ENOMEM;
    if (s.n < 6 || s.n > 600) return GISA_OK;
    size_t before = m->headings.n;
    add_value(&m->headings, s);
    if (m->headings.n > before) m->heading_nodes[before] = node;
    return GISA_OK;
}

/* A time that is printed as how long ago it was: its title or data has the date. */
static bool spells_ago(const gisa_tree *t, size_t node, gisa_str *when)
{
    static const char *const attrs[] = {"title", "data-date", "data-datetime", "data-time"};
    size_t in = node + 1, end = t->nodes[node].end;
    if (in + 1 != end || t->nodes[in].tag != GISA_TAG_TEXT) return false;
    gisa_str s = gisa_str_trim(gisa_node_text(t, in));
    if (s.n > MAX_AGO || !gisa_wordlist_suffix(&gisa_list_ago_words, s)) return false;
    for (size_t i = 0; i < sizeof attrs / sizeof attrs[0] && !when->n; i++)
        *when = gisa_node_attr(t, node, attrs[i]);
    return when->n > 0;
}

/* Times of microdata and <time>, machine-readable ones only. */
static void read_time(const gisa_tree *t, size_t node, gisa_meta *m)
{
    gisa_str when = gisa_node_attr(t, node, "datetime");
    gisa_str prop = gisa_node_attr(t, node, "itemprop");
    if (!when.n) when = gisa_node_attr(t, node, "content");
    if (!when.n) when = gisa_node_attr(t, node, "data-date-time");
    bool spelled = !when.n && spells_ago(t, node, &when);
    if (!when.n) return;
    bool published = gisa_str_is(prop, "datePublished");
    if (!published &&
        (gisa_str_is(prop, "dateModified") || gisa_node_attr(t, node, "data-modify-date-time").n)) {
        add_value(&m->modified, when);
    } else if (published || spelled || t->nodes[node].tag == GISA_TAG_TIME) {
        size_t before = m->times.n;
        add_value(&m->times, when);
        if (m->times.n > before) m->time_nodes[before] = node;
    }
}

static gisa_status read_title(const gisa_tree *t, size_t i, gisa_arena *arena, gisa_meta *m)
{
    return m->title.n ? GISA_OK : gisa_meta_text(t, i, arena, &m->title);
}

/* Whether a link leads to the original of a portal's story: by its class, or by its text where the
 * address is a whole one. */
static bool leads_to_origin(const gisa_tree *t, size_t node)
{
    if (gisa_str_has(gisa_node_attr(t, node, "class"), GISA_STR("origin"))) return true;
    if (!gisa_str_has(gisa_node_attr(t, node, "href"), GISA_STR("://"))) return false;
    for (size_t i = node + 1; i < t->nodes[node].end; i++)
        if (t->nodes[i].tag == GISA_TAG_TEXT &&
            gisa_wordlist_find(&gisa_list_origin_links, gisa_str_trim(gisa_node_text(t, i))))
            return true;
    return false;
}

gisa_status gisa_meta_collect(const gisa_tree *t, gisa_arena *arena, gisa_meta *m, gisa_error *err)
{
    *m = (gisa_meta){0};
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < t->n && st >= 0; i++) {
        const gisa_node *n = &t->nodes[i];
        if (n->tag == GISA_TAG_TEXT) continue;
        if (n->tag == GISA_TAG_META)
            read_meta(t, i, m);
        else if (n->tag == GISA_TAG_LINK)
            read_link(t, i, m);
        else if (n->tag == GISA_TAG_BASE)
            set_field(&m->base, gisa_node_attr(t, i, "href"));
        else if (n->tag == GISA_TAG_TITLE)
            st = read_title(t, i, arena, m);
        else if (n->tag == GISA_TAG_HTML)
            set_field(&m->lang, gisa_node_attr(t, i, "lang"));
        else if (n->n_attrs || (n->tag >= GISA_TAG_H1 && n->tag <= GISA_TAG_H4)) {
            if (n->n_attrs) read_time(t, i, m);
            if (is_heading(t, i)) st = read_heading(t, i, arena, m);
            if (n->tag == GISA_TAG_A && leads_to_origin(t, i))
                set_field(&m->origin, gisa_node_attr(t, i, "href"));
        }
    }
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}
