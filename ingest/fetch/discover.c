#include "ingest/fetch/discover.h"

#include "base/hash.h"
#include "base/map.h"
#include "corpus/url.h"
#include "ingest/fetch/ai_agents.h"
#include "ingest/fetch/news_sitemap.h"
#include "ingest/fetch/rights_signal.h"
#include "ingest/fetch/robots.h"

enum {
    HOME_TAG = GISA_DISCOVER_MAX, /* the others have the numbers of their finds */
    LEAST_SPAN_S = 3600,          /* of dates that say how much comes a day */
    DAY_S = 86400,
};

typedef struct search {
    gisa_discovery *out;
    gisa_fetcher *fetcher;
    gisa_map seen; /* addresses that were found */
    gisa_robots robots;
    gisa_ai_agents agents;
    gisa_tdmrep tdm;
    bool robots_reserves, tdm_reserves, answers_reserve; /* anything that was looked at */
    gisa_buf url, names;                                 /* at work */
    bool home_read;
    bool linked[GISA_DISCOVER_MAX];  /* finds whose page was linked from the home page itself */
    size_t index[GISA_DISCOVER_MAX]; /* the find that lists it */
    size_t usual;                    /* the next of the usual places */
    gisa_error *err;
} search;

static gisa_status keep(search *s, gisa_str text, gisa_str *out)
{
    return gisa_arena_copy(&s->out->arena, text, out) < 0 ? gisa_fail_mem(s->err) : GISA_OK;
}

/* Notes what may be a feed, and asks for it. */
static gisa_status add_find(search *s, gisa_str url, gisa_find_way way, bool linked)
{
    gisa_discovery *d = s->out;
    uint64_t *slot;
    bool added;
    if (gisa_map_put(&s->seen, url, &slot, &added) < 0) return gisa_fail_mem(s->err);
    if (!added) return GISA_OK;
    if (d->n == GISA_DISCOVER_MAX) {
        d->n_left_out++;
        return GISA_OK;
    }
    if (GISA_ARENA_GROW(&d->arena, d->items, d->n, d->cap) < 0) return gisa_fail_mem(s->err);
    gisa_find find = {.way = way};
    gisa_status st = keep(s, url, &find.url);
    if (st < 0) return st;
    gisa_fetch_request request = {
        .url = find.url, .role = GISA_ROLE_FEED, .tag = d->n, .delay_ms = -1};
    s->linked[d->n] = linked;
    d->items[d->n++] = find;
    return gisa_fetcher_add(s->fetcher, &request, s->err);
}

static bool is_letter(gisa_str s, size_t i)
{
    return i < s.n && gisa_is_alpha(s.p[i]);
}

/* Whether a word is there with no letter beside it. */
static bool has_word(gisa_str s, const char *word)
{
    size_t n = strlen(word), at = 0;
    while ((at = gisa_str_find_nocase(s, gisa_str_from(word), at)) != GISA_NPOS) {
        if ((at == 0 || !is_letter(s, at - 1)) && !is_letter(s, at + n)) return true;
        at++;
    }
    return false;
}

/* Whether an address is called as feeds are. */
static bool sounds_like_feed(gisa_str url)
{
    static const char *const words[] = {"rss", "rss2", "feed", "feeds", "atom", "rdf", "xml"};
    gisa_str target = gisa_url_target(url);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (has_word(target, words[i])) return true;
    return false;
}

/* The name of a site's host without what stands before it on its own account; "co.kr" is no site.
 */
static gisa_str site_of(gisa_str url)
{
    static const char *const before[] = {"www.", "m.", "news.", "rss."};
    enum { COUNTRY = 5 };
    gisa_str host = gisa_url_parse(url).authority;
    for (size_t i = 0; i < sizeof before / sizeof before[0]; i++) {
        gisa_str rest = gisa_str_cut(host, strlen(before[i]), host.n);
        if (gisa_str_starts(host, gisa_str_from(before[i])) && rest.n > COUNTRY &&
            gisa_str_find_byte(rest, '.', 0) != GISA_NPOS)
            return rest;
    }
    return host;
}

static bool is_of_site(gisa_str url, gisa_str site)
{
    gisa_str host = gisa_url_parse(url).authority;
    return gisa_str_eq(host, site) ||
           (gisa_str_ends(host, site) && host.n > site.n && host.p[host.n - site.n - 1] == '.');
}

/* The feeds that a page names, and links that are called feeds. */
static gisa_status take_page(search *s, const gisa_feed *page, bool is_home)
{
    gisa_str site = site_of(s->out->home);
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < page->n && st >= 0; i++) {
        const gisa_link *l = &page->links[i];
        bool own = is_of_site(l->url, site);
        if (is_home) s->out->n_links += own && !l->is_feed;
        if (l->is_feed)
            st = add_find(s, l->url, GISA_FIND_NAMED, false);
        else if (own && sounds_like_feed(l->url))
            st = add_find(s, l->url, GISA_FIND_LINKED, is_home);
    }
    return st;
}

/* Whether an address is reserved against language models, by what its host says of all its pages.
 */
static bool is_reserved(search *s, gisa_str url)
{
    gisa_buf_reset(&s->names);
    gisa_ai_agents_add_closed(&s->agents, url, &s->names);
    const gisa_tdm_rule *rule = gisa_tdmrep_find(&s->tdm, gisa_url_target(url));
    bool robots = s->robots.ai_train == 1 || gisa_ai_agents_train(gisa_buf_view(&s->names));
    bool tdm = rule && rule->reserved;
    s->robots_reserves = s->robots_reserves || robots;
    s->tdm_reserves = s->tdm_reserves || tdm;
    return robots || tdm;
}

/* How many addresses, how new, and how many a day by the dates that they have. */
static void measure(search *s, const gisa_feed *feed, gisa_find *out)
{
    gisa_str origin = gisa_url_origin(s->out->home);
    int64_t oldest = INT64_MAX;
    size_t dated = 0;
    out->kind = feed->kind;
    out->n = feed->n + feed->n_left_out;
    for (size_t i = 0; i < feed->n; i++) {
        const gisa_link *l = &feed->links[i];
        out->fingerprint ^= gisa_hash64(l->url, 1);
        if (gisa_str_eq(gisa_url_origin(l->url), origin)) {
            out->n_closed += !gisa_robots_allows(&s->robots, l->url);
            if (feed->kind != GISA_FEED_INDEX) out->n_reserved += is_reserved(s, l->url);
        }
        if (l->changed.precision < GISA_PRECISION_DAY) continue;
        if (!dated++ || l->changed.utc_s > out->newest.utc_s) out->newest = l->changed;
        if (l->changed.utc_s < oldest) oldest = l->changed.utc_s;
    }
    int64_t span = dated ? out->newest.utc_s - oldest : 0;
    if (span >= LEAST_SPAN_S && feed->kind != GISA_FEED_INDEX)
        out->per_day = (double)(dated - 1) * DAY_S / (double)span;
}

static gisa_status reject(search *s, gisa_find *f, const char *why, gisa_str about)
{
    gisa_buf text = {0};
    gisa_buf_add_c(&text, why);
    gisa_buf_add(&text, about);
    bool guessed = f->way == GISA_FIND_USUAL || f->way == GISA_FIND_INDEX;
    f->state = guessed ? GISA_FIND_NONE : GISA_FIND_BAD;
    gisa_status st = gisa_buf_check(&text, "a reason", s->err);
    if (st >= 0) st = keep(s, gisa_buf_view(&text), &f->why);
    gisa_buf_clear(&text);
    return st;
}

/* Decides whether a feed that was read is worth watching. */
static gisa_status judge(search *s, gisa_find *f)
{
    f->state = GISA_FIND_GOOD;
    if (!f->n) return reject(s, f, "lists nothing", GISA_NONE);
    if (f->n_closed == f->n) return reject(s, f, "robots.txt refuses all that it lists", GISA_NONE);
    if (has_word(gisa_url_target(f->url), "comments"))
        return reject(s, f, "is of comments", GISA_NONE);
    for (size_t i = 0; i < s->out->n; i++) {
        const gisa_find *other = &s->out->items[i];
        if (other != f && other->state == GISA_FIND_GOOD && other->n == f->n &&
            other->fingerprint == f->fingerprint)
            return reject(s, f, "lists the same as ", other->url);
    }
    return GISA_OK;
}

/* What is neither feed nor sitemap; of a link nobody said that it is one. */
static gisa_status reject_other(search *s, gisa_find *f, const char *why)
{
    if (f->way != GISA_FIND_LINKED) return reject(s, f, why, GISA_NONE);
    f->state = GISA_FIND_NONE;
    return GISA_OK;
}

/* Asks for the sitemaps of an index that are most likely its news. */
static gisa_status add_children(search *s, const gisa_feed *feed, size_t place)
{
    const gisa_link *best[GISA_NEWS_SITEMAPS_MAX];
    gisa_status st = GISA_OK;
    size_t n = gisa_news_sitemap_choose(feed, best);
    for (size_t i = 0; i < n && st >= 0; i++) {
        size_t before = s->out->n;
        st = add_find(s, best[i]->url, GISA_FIND_INDEX, false);
        if (s->out->n > before) s->index[before] = place;
    }
    return st;
}

/* A sitemap of an index: when it is that of the news, the index is not needed. */
static gisa_status take_child(search *s, const gisa_feed *feed, gisa_find *f)
{
    gisa_find *index = &s->out->items[s->index[f - s->out->items]];
    if (!gisa_news_sitemap_is(feed, f->url)) {
        f->state = GISA_FIND_NONE;
        return GISA_OK;
    }
    measure(s, feed, f);
    gisa_status st = judge(s, f);
    if (st < 0 || f->state != GISA_FIND_GOOD || index->state != GISA_FIND_GOOD) return st;
    st = reject(s, index, "its sitemap of news is ", f->url);
    index->state = GISA_FIND_BAD;
    return st;
}

/* Notes where a find was in the end, after redirects; one that another one leads to is none. */
static gisa_status settle_address(search *s, const gisa_fetch_result *r, gisa_find *f)
{
    if (gisa_str_eq(r->url, f->url)) return GISA_OK;
    for (size_t i = 0; i < s->out->n; i++)
        if (gisa_str_eq(s->out->items[i].url, r->url)) f->state = GISA_FIND_NONE;
    return keep(s, r->url, &f->url);
}

static gisa_status take_find(search *s, const gisa_fetch_result *r, gisa_find *f)
{
    gisa_error why;
    gisa_feed feed = {0};
    if (r->outcome != GISA_FETCH_DONE) return reject(s, f, r->reason, GISA_NONE);
    gisa_status st = settle_address(s, r, f);
    if (st < 0 || f->state == GISA_FIND_NONE) return st;
    st = gisa_feed_parse(r->body, r->content_type, r->url, &feed, &why);
    if (st == GISA_ENOMEM) {
        gisa_fail_mem(s->err);
    } else if (st != GISA_OK) {
        st = reject_other(s, f, why.text);
    } else if (f->way == GISA_FIND_INDEX) {
        st = take_child(s, &feed, f);
    } else if (feed.kind != GISA_FEED_PAGE) {
        measure(s, &feed, f);
        st = judge(s, f);
        if (st >= 0 && feed.kind == GISA_FEED_INDEX && f->state == GISA_FIND_GOOD)
            st = add_children(s, &feed, (size_t)(f - s->out->items));
    } else {
        size_t place = (size_t)(f - s->out->items);
        st = reject_other(s, f, "is a page and no feed");
        if (st >= 0 && s->linked[place]) st = take_page(s, &feed, false);
    }
    gisa_feed_clear(&feed);
    return st;
}

/* The sitemaps that robots.txt names. */
static gisa_status add_sitemaps(search *s)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < s->robots.n_sitemaps && st >= 0; i++) {
        st = gisa_url_resolve(s->out->home, s->robots.sitemaps[i], &s->url, s->err);
        if (st == GISA_OK)
            st = add_find(s, gisa_buf_view(&s->url), GISA_FIND_ROBOTS, false);
        else if (st == GISA_SKIP)
            st = GISA_OK;
    }
    return st;
}

/* An address that is a feed itself has been read with that. */
static gisa_status take_itself(search *s, const gisa_feed *feed)
{
    gisa_discovery *d = s->out;
    gisa_find f = {.url = d->home, .way = GISA_FIND_ITSELF};
    if (GISA_ARENA_GROW(&d->arena, d->items, d->n, d->cap) < 0) return gisa_fail_mem(s->err);
    s->usual = SIZE_MAX;
    measure(s, feed, &f);
    d->items[d->n++] = f;
    return judge(s, &d->items[0]);
}

static gisa_status take_home(search *s, const gisa_fetch_result *r)
{
    gisa_error why;
    gisa_feed feed = {0};
    if (r->outcome != GISA_FETCH_DONE)
        return gisa_fail(s->err, GISA_ENET, "%.*s: %s", GISA_ARG(r->url), r->reason);
    s->home_read = true;
    const char *by = gisa_rights_signals_find(r->head).by;
    s->answers_reserve = by && strcmp(by, "robots.txt") != 0 && strcmp(by, "tdmrep.json") != 0;
    is_reserved(s, r->url);
    gisa_status st = keep(s, r->url, &s->out->home);
    if (st < 0) return st;
    st = gisa_feed_parse(r->body, r->content_type, r->url, &feed, &why);
    if (st == GISA_ENOMEM) {
        gisa_fail_mem(s->err);
    } else if (st != GISA_OK) {
        st = gisa_fail(s->err, GISA_ENET, "%.*s: %s", GISA_ARG(r->url), why.text);
    } else if (feed.kind != GISA_FEED_PAGE) {
        st = take_itself(s, &feed);
    } else {
        st = take_page(s, &feed, true);
        if (st >= 0) st = add_sitemaps(s);
    }
    gisa_feed_clear(&feed);
    return st;
}

/* robots.txt and tdmrep.json of the home page; of a redirect's hosts, the last one's. */
static gisa_status take_host_file(search *s, const gisa_fetch_result *r, const char *agent)
{
    gisa_status st;
    if (s->home_read || r->outcome != GISA_FETCH_DONE) return GISA_OK;
    if (r->role == GISA_ROLE_ROBOTS) {
        st = gisa_robots_parse(r->body, gisa_str_from(agent ? agent : GISA_AGENT), &s->robots,
                               s->err);
        s->out->delay_ms = s->robots.has_delay ? s->robots.delay_ms : -1;
        if (st >= 0) st = gisa_ai_agents_parse(r->body, &s->agents, s->err);
        return st < 0 && st != GISA_EENCODING ? st : GISA_OK;
    }
    st = gisa_tdmrep_parse(r->body, &s->tdm, NULL);
    return st == GISA_ENOMEM ? gisa_fail_mem(s->err) : GISA_OK;
}

/* What reserves, as a person reads it. */
static gisa_status tell_reserves(search *s)
{
    gisa_buf text = {0};
    gisa_str home = s->out->home;
    gisa_buf_reset(&s->names);
    gisa_ai_agents_add_closed(&s->agents, home, &s->names);
    if (s->robots_reserves) {
        const char *before = " (";
        gisa_buf_add_c(&text, "robots.txt");
        if (s->robots.ai_train == 1) {
            gisa_buf_add_c(&text, " (ai-train=no");
            before = "; ";
        }
        if (s->names.n)
            gisa_buf_addf(&text, "%sclosed to %.*s", before, GISA_ARG(gisa_buf_view(&s->names)));
        if (s->names.n || s->robots.ai_train == 1) gisa_buf_add_c(&text, ")");
    }
    if (s->tdm_reserves) gisa_buf_addf(&text, "%stdmrep.json", text.n ? ", " : "");
    if (s->answers_reserve) gisa_buf_addf(&text, "%sthe server's answers", text.n ? ", " : "");
    gisa_status st = gisa_buf_check(&text, "a reservation", s->err);
    if (st >= 0 && text.n) st = keep(s, gisa_buf_view(&text), &s->out->reserves);
    gisa_buf_clear(&text);
    return st;
}

static bool is_map(gisa_feed_kind kind)
{
    return kind == GISA_FEED_SITEMAP || kind == GISA_FEED_INDEX;
}

/* Asks at the next of the usual places, while nothing of its kind was found. */
static gisa_status try_usual(search *s, bool *asked)
{
    static const struct {
        const char *path;
        bool map;
    } places[] = {
        {"/rss", false},
        {"/rss.xml", false},
        {"/feed", false},
        {"/atom.xml", false},
        {"/rss/allArticle.xml", false},
        {"/feed.json", false},
        {"/sitemap.xml", true},
        {"/news-sitemap.xml", true},
        {"/sitemap_index.xml", true},
    };
    bool found[2] = {false};
    gisa_status st = GISA_OK;
    size_t before = s->out->n;
    for (size_t i = 0; i < s->out->n; i++)
        if (s->out->items[i].state == GISA_FIND_GOOD) found[is_map(s->out->items[i].kind)] = true;
    while (st >= 0 && s->out->n == before && s->usual < sizeof places / sizeof places[0]) {
        size_t i = s->usual++;
        if (found[places[i].map]) continue;
        st = gisa_url_resolve(s->out->home, gisa_str_from(places[i].path), &s->url, s->err);
        if (st >= 0) st = add_find(s, gisa_buf_view(&s->url), GISA_FIND_USUAL, false);
    }
    *asked = s->out->n > before;
    return st;
}

static gisa_status take(search *s, const gisa_fetch_result *r, const char *agent)
{
    if (r->role == GISA_ROLE_ROBOTS || r->role == GISA_ROLE_POLICY)
        return take_host_file(s, r, agent);
    if (r->outcome == GISA_FETCH_MOVED && !r->last) return GISA_OK;
    return r->tag == HOME_TAG ? take_home(s, r) : take_find(s, r, &s->out->items[r->tag]);
}

static void drop_none(gisa_discovery *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->n; i++)
        if (d->items[i].state == GISA_FIND_GOOD || d->items[i].state == GISA_FIND_BAD)
            d->items[n++] = d->items[i];
    d->n = n;
}

gisa_status gisa_discover(gisa_str url, const gisa_fetch_opts *opts, gisa_discovery *out,
                          gisa_error *err)
{
    search s = {.out = out, .err = err};
    gisa_fetch_opts asked = *opts;
    gisa_fetch_result r;
    const gisa_fetch_request home = {
        .url = url, .role = GISA_ROLE_FEED, .tag = HOME_TAG, .delay_ms = -1, .named = true};
    gisa_discovery_clear(out);
    out->delay_ms = -1;
    asked.recall = NULL;
    asked.wants = NULL;
    gisa_status st = gisa_fetcher_open(&asked, &s.fetcher, err);
    if (st >= 0) st = gisa_fetcher_add(s.fetcher, &home, err);
    for (bool more = true; st >= 0 && more;) {
        while (st >= 0 && (st = gisa_fetcher_next(s.fetcher, &r, err)) == GISA_OK)
            st = take(&s, &r, opts->agent);
        if (st >= 0) st = try_usual(&s, &more);
    }
    drop_none(out);
    if (st >= 0) st = tell_reserves(&s);
    if (st < 0) gisa_discovery_clear(out);
    gisa_fetcher_close(s.fetcher);
    gisa_robots_clear(&s.robots);
    gisa_ai_agents_clear(&s.agents);
    gisa_tdmrep_clear(&s.tdm);
    gisa_map_clear(&s.seen);
    gisa_buf_clear(&s.url);
    gisa_buf_clear(&s.names);
    return st < 0 ? st : GISA_OK;
}

void gisa_discovery_clear(gisa_discovery *d)
{
    gisa_arena_clear(&d->arena);
    *d = (gisa_discovery){.arena = d->arena};
}

void gisa_discovery_add_name(gisa_str url, gisa_buf *out)
{
    gisa_str site = site_of(url);
    site = gisa_str_cut(site, 0, gisa_str_find_byte(site, '.', 0));
    gisa_buf_add(out, gisa_str_cut(site, 0, gisa_str_find_byte(site, ':', 0)));
}
