#include "cli/fetch_plan.h"

#include <inttypes.h>

#include "base/time.h"
#include "cli/database.h"
#include "cli/rows.h"
#include "corpus/url.h"
#include "ingest/fetch/crawl.h"

enum { FLUSH_BYTES = 1 << 16 }; /* of JSON and CSV. mutate: equivalent, but for memory */

typedef struct planning {
    const fetch_plan *plan;
    gisa_frontier *frontier; /* NULL: nothing was ever crawled */
    rows table;
    gisa_buf out, url, why;
    const gisa_source *source;
    uint64_t pages; /* of this source that would be asked for */
    uint64_t lists, all, waiting, over, older, reserved; /* of all sources */
    bool any;                                            /* this source is asked for something */
    uint64_t sources;
} planning;

static const column columns[] = {
    {.name = "source"}, {.name = "what"}, {.name = "when"}, {.name = "why"}, {.name = "url"},
};

enum { N_COLUMNS = sizeof columns / sizeof columns[0] };

static void put(planning *p, const char *what, gisa_str url, int64_t due_utc, gisa_str why)
{
    char when[GISA_TIME_CHARS];
    const gisa_time t = {due_utc, GISA_PRECISION_MINUTE, 0};
    gisa_str text = due_utc ? (gisa_str){when, gisa_time_format(&t, when)} : GISA_STR("now");
    if (due_utc && p->plan->format == CLI_TABLE) {
        when[10] = ' ';
        text.n = 16;
    }
    const cell cells[N_COLUMNS] = {{.text = p->source->name},
                                   {.text = gisa_str_from(what)},
                                   {.text = text},
                                   {.text = why},
                                   {.text = url}};
    rows_put(&p->table, cells, NULL);
    if (p->plan->format != CLI_TABLE && p->out.n > FLUSH_BYTES)
        cli_flush(p->plan->c, p->plan->format, &p->out);
}

static const char *kind_name(gisa_seed_kind kind)
{
    switch (kind) {
    case GISA_SEED_FEED: return "feed";
    case GISA_SEED_SITEMAP: return "sitemap";
    case GISA_SEED_URLS: return "urls";
    case GISA_SEED_PAGE: break;
    }
    return "list";
}

/* Until when the host of an address rests; 0: it does not. */
static gisa_status rest_of(planning *p, gisa_str url, int64_t *until_utc, gisa_error *err)
{
    gisa_frontier_host host = {0};
    gisa_status st = p->frontier
                         ? gisa_frontier_host_of(p->frontier, gisa_url_origin(url), &host, err)
                         : GISA_OK;
    *until_utc = host.rests_until_utc > p->plan->now_utc ? host.rests_until_utc : 0;
    return st;
}

/* "failed: HTTP status 404", in p->why. */
static gisa_str failed(planning *p, gisa_str why)
{
    gisa_buf_reset(&p->why);
    gisa_buf_add_c(&p->why, "failed: ");
    gisa_buf_add(&p->why, why);
    return gisa_buf_view(&p->why);
}

static gisa_status plan_seed(planning *p, const gisa_seed *seed, gisa_error *err)
{
    int64_t rests_until = 0;
    gisa_frontier_seed known = {0};
    gisa_status st = GISA_OK;
    if (p->frontier)
        st = gisa_frontier_seed_of(p->frontier, p->source->name, seed->url, &known, err);
    int64_t due = known.due_utc;
    gisa_str why = known.tries ? failed(p, known.why) : GISA_STR("");
    bool due_now = due <= p->plan->now_utc || known.asked_utc > p->plan->now_utc;
    if (!known.asked_utc) why = GISA_STR("new");
    if (st >= 0 && seed->kind == GISA_SEED_URLS)
        st = gisa_crawl_urls_changed(seed, &known, p->plan->now_utc, &due_now, err);
    else if (st >= 0)
        st = rest_of(p, seed->url, &rests_until, err);
    bool idle = seed->kind == GISA_SEED_URLS && !due_now && !p->plan->all_due && !known.tries;
    if (st < 0 || idle) return st; /* a file of addresses that has not changed */
    bool now = !rests_until && (due_now || p->plan->all_due);
    if (rests_until) why = GISA_STR("its host rests");
    p->lists += now;
    p->any = p->any || now;
    put(p, kind_name(seed->kind), seed->url, now ? 0 : rests_until ? rests_until : due, why);
    return GISA_OK;
}

/* Sitemaps that an index led to and that did not come yet. */
static gisa_status plan_children(planning *p, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_buf_reset(&p->url);
    while (st >= 0) {
        st = gisa_frontier_next_unread(p->frontier, p->source->name, p->plan->now_utc, &p->url,
                                       err);
        if (st != GISA_OK) break;
        bool own = false;
        for (size_t i = 0; i < p->source->n_seeds; i++)
            own = own || gisa_str_eq(p->source->seeds[i].url, gisa_buf_view(&p->url));
        if (own) continue;
        p->lists++;
        p->any = true;
        bool list = gisa_source_is_list(p->source, gisa_buf_view(&p->url));
        put(p, list ? "list" : "sitemap", gisa_buf_view(&p->url), 0, GISA_STR("new"));
    }
    return st < 0 ? st : GISA_OK;
}

static bool skips_reserved(const planning *p)
{
    return p->source->reservations == GISA_RESERVATIONS_SKIP;
}

static gisa_str why_page(planning *p, const gisa_frontier_page *page)
{
    switch (page->state) {
    case GISA_FRONTIER_WAITING: return GISA_STR("new");
    case GISA_FRONTIER_HELD: return GISA_STR("changed");
    case GISA_FRONTIER_REFUSED: return GISA_STR("robots.txt said no");
    case GISA_FRONTIER_RESERVED:
        return skips_reserved(p) ? page->why : GISA_STR("is left out no more");
    case GISA_FRONTIER_FAILED:
    case GISA_FRONTIER_GONE: return failed(p, page->why);
    case GISA_FRONTIER_MOVED: break;
    }
    return GISA_STR("");
}

static gisa_status plan_page(planning *p, const gisa_frontier_page *page, gisa_error *err)
{
    int64_t rests_until;
    gisa_status st = rest_of(p, page->url, &rests_until, err);
    if (st < 0) return st;
    if (page->dated_utc && page->dated_utc < p->plan->since_utc) {
        p->older++;
        return GISA_OK;
    }
    bool rests = rests_until > page->due_utc, now = !rests && page->due_utc <= p->plan->now_utc;
    p->waiting += !now && page->state != GISA_FRONTIER_RESERVED;
    if (now && p->plan->limit && p->pages >= p->plan->limit) {
        p->over++;
        return GISA_OK;
    }
    p->pages += now;
    p->any = p->any || now;
    put(p, "page", page->url,
        now     ? 0
        : rests ? rests_until
                : page->due_utc,
        rests ? GISA_STR("its host rests") : why_page(p, page));
    return GISA_OK;
}

/* A view dies with the next call of the frontier. */
static gisa_status keep_url(planning *p, gisa_frontier_page *page, gisa_error *err)
{
    gisa_buf_reset(&p->url);
    gisa_buf_add(&p->url, page->url);
    page->url = gisa_buf_view(&p->url);
    return gisa_buf_check(&p->url, "an address", err);
}

/* Pages that were left out are due as soon as their source does not leave such pages out. */
static gisa_status plan_reserved(planning *p, gisa_error *err)
{
    int64_t after = 0;
    gisa_frontier_page page;
    gisa_status st;
    while ((st = gisa_frontier_next_reserved(p->frontier, p->source->name, &after, &page, err)) ==
           GISA_OK) {
        page.due_utc = p->plan->now_utc;
        p->reserved += skips_reserved(p);
        if (skips_reserved(p)) continue;
        if ((st = keep_url(p, &page, err)) >= 0) st = plan_page(p, &page, err);
        if (st < 0) break;
    }
    return st < 0 ? st : GISA_OK;
}

/* In the order of the crawl: what has waited longest comes first. */
static gisa_status plan_pages(planning *p, gisa_error *err)
{
    const gisa_frontier_due ever = {.now_utc = INT64_MAX};
    gisa_frontier_place place = {0};
    gisa_frontier_page page;
    gisa_status st = GISA_OK;
    while (st >= 0 && !cli_output_failed(p->plan->c)) {
        st = gisa_frontier_next(p->frontier, p->source->name, &ever, &place, &page, err);
        if (st != GISA_OK) break;
        if (page.state == GISA_FRONTIER_RESERVED && !skips_reserved(p)) continue;
        if ((st = keep_url(p, &page, err)) >= 0) st = plan_page(p, &page, err);
    }
    if (st >= 0) st = plan_reserved(p, err);
    p->all += p->pages;
    return st < 0 ? st : GISA_OK;
}

static gisa_status plan_source(planning *p, gisa_error *err)
{
    gisa_status st = GISA_OK;
    p->pages = 0;
    p->any = false;
    for (size_t k = 0; k < p->source->n_seeds && st >= 0; k++)
        st = plan_seed(p, &p->source->seeds[k], err);
    if (st >= 0 && p->frontier) st = plan_children(p, err);
    if (st >= 0 && p->frontier) st = plan_pages(p, err);
    p->sources += p->any;
    return st;
}

static const char *plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

static void say_sum(const planning *p)
{
    const cli *c = p->plan->c;
    if (!p->sources)
        cli_info(c, "nothing is due; nothing was asked");
    else
        cli_info(c,
                 "would ask for %" PRIu64 " list%s and %" PRIu64 " page%s of %" PRIu64
                 " source%s, and for what the lists name; nothing was asked",
                 p->lists, plural(p->lists), p->all, plural(p->all), p->sources,
                 plural(p->sources));
    if (p->over)
        cli_info(c, "%" PRIu64 " page%s over the limit would be left for another time", p->over,
                 plural(p->over));
    if (p->older)
        cli_info(c, "%" PRIu64 " page%s dated before that day, and kept for a run without --since",
                 p->older, p->older == 1 ? " is" : "s are");
    if (p->reserved)
        cli_info(c, "%" PRIu64 " page%s left out, as reserved", p->reserved,
                 p->reserved == 1 ? " is" : "s are");
    if (p->waiting)
        cli_info(c, "%" PRIu64 " page%s not due yet", p->waiting,
                 p->waiting == 1 ? " is" : "s are");
}

gisa_status fetch_plan_print(const fetch_plan *plan, int *code, gisa_error *err)
{
    planning p = {.plan = plan};
    p.table = (rows){.c = plan->c,
                     .format = plan->format,
                     .columns = columns,
                     .n_columns = N_COLUMNS,
                     .out = &p.out};
    gisa_status st = cli_frontier_look(plan->c, &p.frontier, err);
    rows_begin(&p.table);
    for (size_t i = 0; i < plan->n_sources && st >= 0; i++) {
        p.source = plan->sources[i];
        st = plan_source(&p, err);
    }
    gisa_status ended = rows_end(&p.table, err);
    if (st >= 0) st = ended;
    if (st >= 0) {
        cli_flush(plan->c, plan->format, &p.out);
        say_sum(&p);
        *code = p.sources ? CLI_FOUND : CLI_NOTHING;
    }
    gisa_frontier_close(p.frontier);
    gisa_buf_clear(&p.out);
    gisa_buf_clear(&p.url);
    gisa_buf_clear(&p.why);
    return st;
}
