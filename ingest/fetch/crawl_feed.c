/* Seeds, and the sitemaps and feeds that they lead to: which are asked for, and what they list. */
#include <inttypes.h>
#include <stdio.h>

#include "corpus/url.h"
#include "ingest/fetch/crawl_handle.h"
#include "ingest/fetch/crawl_note.h"
#include "ingest/fetch/feed.h"

enum {
    SITEMAP_SLACK_S = 86400, /* how much older than its last capture a sitemap's date is */
    HARD_LINKS = 10,         /* of a page, that a pattern finds too much work: enough of it */
};

typedef struct reading { /* of one feed by one source */
    gisa_crawl_run *c;
    size_t source;
    gisa_str seed; /* its address as it was asked for */
    gisa_str url;  /* of what came */
    uint64_t digest;
    bool unread; /* by nobody, though it may be known what it listed: a kill came between */
    gisa_buf listing;
    uint64_t news;
    unsigned hard_links;
} reading;

static gisa_status read_bytes(reading *r, gisa_str bytes, gisa_str type);

static gisa_seed_reading times(const gisa_crawl_run *c, size_t source)
{
    const gisa_source *s = c->sources[source];
    return (gisa_seed_reading){
        .now_utc = gisa_crawl_now(c), .least_s = s->every_s, .most_s = s->every_most_s};
}

/* Reads the archive's copy of a feed. */
static gisa_status read_held(gisa_crawl_run *c, size_t source, gisa_str seed,
                             const gisa_frontier_page *page, bool unread)
{
    gisa_archive *a = NULL;
    gisa_capture held;
    reading r = {.c = c, .source = source, .digest = page->digest, .unread = unread};
    gisa_buf address = {0};
    gisa_buf_add(&address, seed); /* which may be a view of the frontier's */
    gisa_status st = gisa_buf_check(&address, "an address", c->err);
    if (st >= 0) st = gisa_archive_read(c->path, page->offset, &a, c->err);
    if (st >= 0) st = gisa_archive_next(a, &held, c->err);
    r.seed = gisa_buf_view(&address);
    r.url = held.uri;
    if (st == GISA_OK) st = read_bytes(&r, held.payload, held.content_type);
    gisa_archive_close(a);
    gisa_buf_clear(&address);
    return st < 0 ? st : GISA_OK;
}

/* A sitemap that has not changed since it was asked for last, as its index says. */
static bool is_unchanged_sitemap(const gisa_frontier_page *page, const gisa_time *changed)
{
    return page->fetched_utc && changed->precision >= GISA_PRECISION_DAY &&
           changed->utc_s < page->asked_utc - SITEMAP_SLACK_S;
}

static gisa_status first_feed(gisa_crawl_run *c, size_t source, gisa_str url, bool *first)
{
    gisa_buf key = {0};
    gisa_buf_addf(&key, "%zu ", source);
    gisa_buf_add(&key, url);
    gisa_status st = gisa_buf_check(&key, "an address", c->err);
    if (st >= 0) st = gisa_crawl_first_time(c, gisa_buf_view(&key), first);
    gisa_buf_clear(&key);
    return st;
}

/* What the archive holds of a seed and nobody read, as a kill leaves it. */
static gisa_status read_unread(gisa_crawl_run *c, size_t source, const gisa_frontier_seed *seed)
{
    gisa_frontier_page page;
    gisa_status st = gisa_frontier_find(c->frontier, GISA_ROLE_FEED, seed->url, &page, c->err);
    if (st != GISA_OK || !page.fetched_utc || page.digest == seed->digest)
        return st < 0 ? st : GISA_OK;
    return read_held(c, source, seed->url, &page, true);
}

static gisa_status ask_feed(gisa_crawl_run *c, size_t source, gisa_str url, bool named)
{
    gisa_fetch_request request = {
        .url = url, .role = GISA_ROLE_FEED, .tag = source, .named = named};
    return gisa_crawl_ask(c, &request, NULL);
}

/* A sitemap or feed that another one leads to. */
static gisa_status add_child(gisa_crawl_run *c, size_t source, const gisa_link *link)
{
    bool first;
    gisa_frontier_page page;
    gisa_crawl_progress *progress = &c->progress[source];
    gisa_status st = first_feed(c, source, link->url, &first);
    if (st < 0 || !first) return st;
    if (progress->sitemaps++ >= GISA_CRAWL_SITEMAPS_MAX) {
        c->reports[source].left_out++;
        return GISA_OK;
    }
    st = gisa_frontier_find(c->frontier, GISA_ROLE_FEED, link->url, &page, c->err);
    if (st == GISA_OK && is_unchanged_sitemap(&page, &link->changed))
        return read_held(c, source, link->url, &page, false);
    if (st >= 0)
        st = gisa_frontier_seed_add(c->frontier, c->sources[source]->name, link->url, c->err);
    return st < 0 ? st : ask_feed(c, source, link->url, false);
}

/* Of a page that lists others only links within its site count, unless links or match lines say
 * more. */
static bool accepts_link(reading *r, gisa_feed_kind kind, const gisa_link *link)
{
    bool hard = false;
    const gisa_source *s = r->c->sources[r->source];
    if (kind == GISA_FEED_PAGE && gisa_source_is_list(s, link->url)) return false;
    if (kind == GISA_FEED_PAGE && s->n_links) {
        bool fits = r->hard_links < HARD_LINKS &&
                    gisa_source_links_to(s, r->c->match, link->url, &hard);
        r->hard_links += hard;
        if (!fits) return false;
    } else if (kind == GISA_FEED_PAGE && !s->n_match &&
               !gisa_str_eq(gisa_url_origin(link->url), gisa_url_origin(r->url))) {
        return false;
    }
    return gisa_source_takes(s, link->url);
}

/* Adds a page to the listing if it is news. */
static gisa_status add_page(reading *r, const gisa_link *link)
{
    gisa_crawl_run *c = r->c;
    bool news;
    gisa_status st = gisa_address_rules_apply(&c->sources[r->source]->rules, link->url, &c->address,
                                              c->err);
    gisa_str url = gisa_buf_view(&c->address);
    if (st >= 0)
        st = gisa_frontier_is_news(c->frontier, url, &link->changed, gisa_crawl_now(c), &news,
                                   c->err);
    if (st >= 0) st = gisa_crawl_see(c, r->source, url);
    if (st < 0 || !news) return st;
    bool older = link->changed.precision >= GISA_PRECISION_DAY &&
                 link->changed.utc_s < c->opts->since_utc;
    r->news++;
    c->progress[r->source].waiting += !older;
    gisa_crawl_note_page(url, &link->changed, &r->listing);
    return GISA_OK;
}

static gisa_status add_links(reading *r, const gisa_feed *feed, uint64_t *pages, bool *leads_on)
{
    gisa_status st = GISA_OK;
    bool links = r->c->sources[r->source]->n_links > 0;
    *pages = 0;
    *leads_on = false;
    for (size_t i = 0; i < feed->n && st >= 0; i++) {
        const gisa_link *link = &feed->links[i];
        bool child = feed->kind == GISA_FEED_INDEX || (link->is_feed && !links);
        *leads_on = *leads_on || child;
        if (child) {
            st = add_child(r->c, r->source, link);
        } else if (accepts_link(r, feed->kind, link)) {
            st = add_page(r, link);
            ++*pages;
        }
    }
    return st;
}

/* A seed that lists nothing where it listed something before: no success, and told once. What it
 * listed stays known, and why it is odd, until it lists something again. */
static void note_empty(reading *r, const gisa_frontier_seed *before, char *why, size_t size)
{
    gisa_crawl_run *c = r->c;
    snprintf(why, size, "lists nothing, where it listed %" PRIu64 " addresses before",
             before->listed);
    if (before->why.p && !before->tries) return;
    c->reports[r->source].feeds_failed++;
    gisa_crawl_note_reason(c, r->source, r->url, why);
}

/* Links that are there and of no use, as long as nobody has mended the pattern. */
static void warn_links(reading *r, size_t links, uint64_t pages)
{
    char why[100];
    if (r->hard_links)
        snprintf(why, sizeof why, "links: the pattern is too much work for %u addresses of it",
                 r->hard_links);
    else if (links && !pages)
        snprintf(why, sizeof why, "links: none of its %zu links fits", links);
    else
        return;
    gisa_crawl_note_reason(r->c, r->source, r->url, why);
}

/* The page after one that lists news, or may have. It is due before this one counts as read. */
static gisa_status add_next_page(reading *r)
{
    bool first;
    gisa_crawl_run *c = r->c;
    gisa_buf next = {0};
    gisa_str name = c->sources[r->source]->name;
    if (!r->news && !r->unread) return GISA_OK;
    gisa_status st = gisa_source_next_page(c->sources[r->source], r->seed, &next, c->err);
    if (st == GISA_OK) st = first_feed(c, r->source, gisa_buf_view(&next), &first);
    if (st == GISA_OK && first) {
        st = gisa_frontier_seed_again(c->frontier, name, gisa_buf_view(&next), c->err);
        if (st >= 0) st = ask_feed(c, r->source, gisa_buf_view(&next), false);
    }
    gisa_buf_clear(&next);
    return st < 0 ? st : GISA_OK;
}

/* The news go into the archive before they count as read. */
static gisa_status end_reading(reading *r, uint64_t pages, bool leads_on)
{
    gisa_crawl_run *c = r->c;
    gisa_str name = c->sources[r->source]->name;
    gisa_seed_reading read = times(c, r->source);
    gisa_frontier_seed before;
    char why[80];
    gisa_status st = gisa_frontier_seed_of(c->frontier, name, r->seed, &before, c->err);
    if (st < 0) return st;
    read.listed = leads_on ? 0 : pages;
    read.news = r->news;
    read.digest = r->digest;
    if (before.listed && !pages && !leads_on) {
        note_empty(r, &before, why, sizeof why);
        read.listed = before.listed;
        read.odd = why;
    }
    if (r->news) st = gisa_crawl_archive_note(c, GISA_ROLE_LISTING, r->url, &r->listing);
    return st < 0 ? st : gisa_frontier_seed_read(c->frontier, name, r->seed, &read, c->err);
}

static gisa_status read_bytes(reading *r, gisa_str bytes, gisa_str type)
{
    gisa_error why;
    gisa_feed feed = {0};
    uint64_t pages;
    bool leads_on;
    gisa_crawl_run *c = r->c;
    gisa_crawl_report *report = &c->reports[r->source];
    gisa_status st = gisa_feed_parse(bytes, type, r->url, &feed, &why);
    if (st == GISA_OK) {
        c->progress[r->source].any_feed = true;
        report->left_out += feed.n_left_out;
        gisa_crawl_note_listing(c->sources[r->source]->name, &r->listing);
        st = add_links(r, &feed, &pages, &leads_on);
        if (c->sources[r->source]->n_links && feed.kind == GISA_FEED_PAGE)
            warn_links(r, feed.n, pages);
        if (st >= 0) st = add_next_page(r);
        if (st >= 0) st = end_reading(r, pages, leads_on);
    } else if (st == GISA_ENOMEM) {
        gisa_fail_mem(c->err);
    } else {
        gisa_seed_reading when = times(c, r->source);
        when.digest = r->digest;
        report->feeds_failed++;
        gisa_crawl_note_reason(c, r->source, r->url, why.text);
        st = gisa_frontier_seed_failed(c->frontier, c->sources[r->source]->name, r->seed, why.text,
                                       &when, c->err);
    }
    gisa_feed_clear(&feed);
    gisa_buf_clear(&r->listing);
    return st;
}

void gisa_crawl_note_listed(gisa_crawl_run *c, size_t source, uint64_t listed)
{
    if (listed > c->progress[source].listed) c->progress[source].listed = listed;
}

static gisa_status start_seed(gisa_crawl_run *c, size_t source, gisa_str url)
{
    bool first;
    int64_t rests_until;
    gisa_frontier_seed seed;
    gisa_status st = first_feed(c, source, url, &first);
    if (st < 0 || !first) return st;
    st = gisa_frontier_seed_of(c->frontier, c->sources[source]->name, url, &seed, c->err);
    if (st >= 0) st = read_unread(c, source, &seed);
    if (st >= 0) st = gisa_crawl_rest_of(c, source, url, &rests_until);
    if (st < 0 || rests_until) return st;
    if (c->opts->all_due || seed.due_utc <= c->opts->now_utc || seed.asked_utc > c->opts->now_utc)
        return ask_feed(c, source, url, true);
    gisa_crawl_note_listed(c, source, seed.listed);
    return GISA_OK;
}

/* What an index led to when a crawl was killed, or what failed. */
static gisa_status start_children(gisa_crawl_run *c, size_t source)
{
    bool first;
    gisa_buf url = {0};
    gisa_status st = GISA_OK;
    while (st >= 0) {
        st = gisa_frontier_next_unread(c->frontier, c->sources[source]->name, gisa_crawl_now(c),
                                       &url, c->err);
        if (st != GISA_OK) break;
        st = first_feed(c, source, gisa_buf_view(&url), &first);
        if (st >= 0 && first) st = ask_feed(c, source, gisa_buf_view(&url), false);
    }
    gisa_buf_clear(&url);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_crawl_start_source(gisa_crawl_run *c, size_t source)
{
    gisa_status st = GISA_OK;
    for (size_t k = 0; k < c->sources[source]->n_seeds && st >= 0; k++)
        st = c->sources[source]->seeds[k].kind == GISA_SEED_URLS
                 ? gisa_crawl_read_urls(c, source, &c->sources[source]->seeds[k])
                 : start_seed(c, source, c->sources[source]->seeds[k].url);
    return st < 0 ? st : start_children(c, source);
}

/* Whether what is missing is a page after the last one of a list. */
static bool is_list_end(const gisa_source *s, const gisa_fetch_result *r)
{
    if (!r->for_good || r->status / 100 != 4 || !gisa_source_is_list(s, r->asked)) return false;
    for (size_t i = 0; i < s->n_seeds; i++)
        if (gisa_str_eq(s->seeds[i].url, r->asked)) return false;
    return true;
}

static gisa_status fail_feed(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    gisa_seed_reading when = times(c, r->tag);
    if (is_list_end(c->sources[r->tag], r))
        return gisa_frontier_seed_read(c->frontier, c->sources[r->tag]->name, r->asked, &when,
                                       c->err);
    if (r->rest_s > when.least_s) when.least_s = r->rest_s;
    c->reports[r->tag].feeds_failed++;
    gisa_crawl_note_reason(c, r->tag, r->url, r->reason);
    return gisa_frontier_seed_failed(c->frontier, c->sources[r->tag]->name, r->asked, r->reason,
                                     &when, c->err);
}

/* Whether the archive holds a version of a feed that nobody read. */
static gisa_status is_unread(gisa_crawl_run *c, const gisa_fetch_result *r, bool *unread)
{
    gisa_frontier_page page;
    gisa_frontier_seed seed;
    *unread = false;
    gisa_status st = gisa_frontier_find(c->frontier, GISA_ROLE_FEED, r->url, &page, c->err);
    if (st != GISA_OK || !page.fetched_utc) return st < 0 ? st : GISA_OK;
    uint64_t digest = page.digest;
    st = gisa_frontier_seed_of(c->frontier, c->sources[r->tag]->name, r->asked, &seed, c->err);
    *unread = st >= 0 && seed.digest != digest;
    return st;
}

gisa_status gisa_crawl_take_feed(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    bool same, unread;
    gisa_frontier_page page;
    gisa_frontier_seed seed;
    gisa_crawl_report *report = &c->reports[r->tag];
    if (r->outcome != GISA_FETCH_DONE && r->outcome != GISA_FETCH_UNCHANGED) return fail_feed(c, r);
    gisa_status st = is_unread(c, r, &unread);
    if (st >= 0) st = gisa_crawl_archive_result(c, r, NULL, false, &same);
    if (st < 0) return st;
    report->feeds++;
    st = gisa_frontier_find(c->frontier, GISA_ROLE_FEED, r->url, &page, c->err);
    if (st != GISA_OK) return st < 0 ? st : GISA_OK;
    reading now = {.c = c,
                   .source = r->tag,
                   .seed = r->asked,
                   .url = r->url,
                   .digest = page.digest,
                   .unread = unread};
    if (!same) return read_bytes(&now, r->body, r->content_type);
    st = gisa_frontier_seed_of(c->frontier, c->sources[r->tag]->name, r->asked, &seed, c->err);
    if (st < 0) return st;
    bool anew = c->opts->all_due; /* by other lines of the sources file, perhaps */
    if (anew || seed.digest != page.digest || !seed.listed || seed.why.p)
        return read_held(c, r->tag, r->asked, &page, unread);
    gisa_seed_reading read = times(c, r->tag);
    read.listed = seed.listed;
    read.digest = seed.digest;
    gisa_crawl_note_listed(c, r->tag, seed.listed);
    c->progress[r->tag].any_feed = true;
    return gisa_frontier_seed_read(c->frontier, c->sources[r->tag]->name, r->asked, &read, c->err);
}
