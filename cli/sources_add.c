#include "cli/sources_add.h"

#include <inttypes.h>
#include <libgen.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/rows.h"
#include "cli/sources_file.h"
#include "corpus/url.h"
#include "ingest/fetch/contact.h"
#include "ingest/fetch/discover.h"

enum { FILE_BYTES_MAX = 4 << 20 };

typedef struct proposal {
    cli *c;
    const sources_add_opts *opts;
    char *path;     /* of the sources file */
    gisa_buf there; /* what it holds */
    gisa_sources sources;
    gisa_discovery found;
    gisa_buf url, agent, name, block;
    size_t n_new; /* lines of the block that watch something */
} proposal;

static const char *kind_name(gisa_feed_kind kind)
{
    static const char *const names[] = {
        [GISA_FEED_RSS] = "RSS",        [GISA_FEED_ATOM] = "Atom",
        [GISA_FEED_JSON] = "JSON Feed", [GISA_FEED_SITEMAP] = "sitemap",
        [GISA_FEED_INDEX] = "index",    [GISA_FEED_PAGE] = "page",
    };
    return names[kind];
}

static const char *way_name(gisa_find_way way)
{
    static const char *const names[] = {
        [GISA_FIND_ITSELF] = "given",
        [GISA_FIND_NAMED] = "named by the page",
        [GISA_FIND_LINKED] = "linked",
        [GISA_FIND_ROBOTS] = "named by robots.txt",
        [GISA_FIND_INDEX] = "listed by an index",
        [GISA_FIND_USUAL] = "at the usual place",
    };
    return names[way];
}

/* The source that watches an address already, or NULL. */
static const gisa_source *watcher(const proposal *p, gisa_str url)
{
    for (size_t i = 0; i < p->sources.n; i++)
        for (size_t k = 0; k < p->sources.items[i].n_seeds; k++)
            if (gisa_str_eq(p->sources.items[i].seeds[k].url, url)) return &p->sources.items[i];
    return NULL;
}

/* The file need not be there, nor have a source in it. */
static gisa_status read_sources(proposal *p, gisa_error *err)
{
    gisa_error why;
    p->path = sources_file_path(p->c, p->opts->sources_path, err);
    if (!p->path) return err->code;
    if (!gisa_file_exists(p->path)) return GISA_OK;
    gisa_status st = gisa_file_read(p->path, FILE_BYTES_MAX, &p->there, err);
    if (st < 0) return st;
    st = gisa_sources_parse(gisa_buf_view(&p->there), &p->sources, &why);
    return st < 0 ? gisa_fail(err, st, "%s, %s", p->path, why.text) : GISA_OK;
}

static gisa_str contact_of(const proposal *p)
{
    return p->opts->contact ? gisa_str_from(p->opts->contact) : p->sources.contact;
}

static gisa_status look_around(proposal *p, const char *url, gisa_error *err)
{
    gisa_buf full = {0};
    if (!strstr(url, "://")) gisa_buf_add_c(&full, "https://");
    gisa_buf_add_c(&full, url);
    gisa_status st = gisa_buf_check(&full, "an address", err);
    if (st >= 0) st = gisa_url_resolve(GISA_NONE, gisa_buf_view(&full), &p->url, err);
    gisa_buf_clear(&full);
    if (st == GISA_SKIP) st = err->code = GISA_EINVAL;
    if (st < 0) return st;
    gisa_fetch_opts opts = {.connect_to = p->opts->connect_to, .log = &p->c->log};
    gisa_str contact = contact_of(p);
    gisa_contact_add_agent(gisa_str_from(p->opts->agent ? p->opts->agent : GISA_AGENT), contact,
                           &p->agent);
    if ((st = gisa_buf_check(&p->agent, "a User-Agent", err)) < 0) return st;
    opts.agent = p->agent.p;
    opts.loopback_only = gisa_contact_confines(contact, opts.connect_to);
    gisa_str host = gisa_url_parse(gisa_buf_view(&p->url)).authority;
    if (opts.loopback_only && !gisa_host_is_loopback(host))
        return gisa_fail(err, GISA_EINVAL,
                         "outlets are told who asks: --contact NAME@DOMAIN, or a line \"contact =\""
                         " at the top of %s",
                         p->path);
    return gisa_discover(gisa_buf_view(&p->url), &opts, &p->found, err);
}

static gisa_status choose_name(proposal *p, gisa_error *err)
{
    if (p->opts->name)
        gisa_buf_add_c(&p->name, p->opts->name);
    else
        gisa_discovery_add_name(p->found.home, &p->name);
    gisa_status st = gisa_buf_check(&p->name, "a name", err);
    if (st >= 0 && p->opts->write && gisa_sources_find(&p->sources, gisa_buf_view(&p->name)))
        st = gisa_fail(err, GISA_EINVAL,
                       "%s has a source [%.*s]; --name NAME calls this one otherwise", p->path,
                       GISA_ARG(gisa_buf_view(&p->name)));
    return st;
}

static void add_count(gisa_buf *out, size_t n, const char *what, const char *more)
{
    gisa_buf_addf(out, "%zu %s%s", n, what, n == 1 ? "" : more);
}

/* "# RSS, named by the page: 30 addresses, the newest of 2025-02-03 04:37, 12.3 a day" */
static void add_find_comment(proposal *p, const gisa_find *f, const gisa_source *there)
{
    gisa_buf *out = &p->block;
    char newest[GISA_TIME_CHARS];
    if (f->n)
        gisa_buf_addf(out, "# %s, %s: ", kind_name(f->kind), way_name(f->way));
    else
        gisa_buf_addf(out, "# %s: ", way_name(f->way));
    if (f->n) {
        if (f->kind == GISA_FEED_INDEX)
            add_count(out, f->n, "sitemap", "s");
        else
            add_count(out, f->n, "address", "es");
        size_t n = gisa_time_format(&f->newest, newest);
        if (n) gisa_buf_addf(out, ", the newest of %.10s", newest);
        if (n > 16) gisa_buf_addf(out, " %.5s", newest + 11);
        if (f->per_day > 0) gisa_buf_addf(out, ", %.1f a day", f->per_day);
        if (f->n_closed) gisa_buf_addf(out, ", robots.txt refuses %zu", f->n_closed);
        if (f->n_reserved == f->n)
            gisa_buf_add_c(out, ", all reserved");
        else if (f->n_reserved)
            gisa_buf_addf(out, ", %zu reserved", f->n_reserved);
    }
    if (f->why.n) gisa_buf_addf(out, "%s%.*s", f->n ? "; " : "", GISA_ARG(f->why));
    if (there) gisa_buf_addf(out, "; in [%.*s] already", GISA_ARG(there->name));
    gisa_buf_add_c(out, "\n");
}

static void add_seed(proposal *p, const gisa_find *f)
{
    const gisa_source *there = watcher(p, f->url);
    bool map = f->kind == GISA_FEED_SITEMAP || f->kind == GISA_FEED_INDEX ||
               (!f->n && f->way == GISA_FIND_ROBOTS);
    bool good = f->state == GISA_FIND_GOOD && !there;
    add_find_comment(p, f, there);
    gisa_buf_addf(&p->block, "%s%s = %.*s\n", good ? "" : "# ", map ? "sitemap" : "feed",
                  GISA_ARG(f->url));
    p->n_new += good;
}

static void add_page(proposal *p)
{
    const gisa_discovery *d = &p->found;
    const gisa_source *there = watcher(p, d->home);
    if (!d->n_links) return;
    gisa_buf_add_c(&p->block, "# no feed and no sitemap; the page has ");
    add_count(&p->block, d->n_links, "link", "s");
    gisa_buf_add_c(&p->block, " to its own site, so match = PATTERN should say which are articles");
    if (there) gisa_buf_addf(&p->block, "; in [%.*s] already", GISA_ARG(there->name));
    gisa_buf_addf(&p->block, "\n%spage = %.*s\n", there ? "# " : "", GISA_ARG(d->home));
    p->n_new += !there;
}

static void make_block(proposal *p)
{
    const gisa_discovery *d = &p->found;
    gisa_buf *out = &p->block;
    bool good = false;
    gisa_buf_addf(out, "# %.*s\n", GISA_ARG(d->home));
    if (d->delay_ms > 0)
        gisa_buf_addf(out, "# robots.txt wants %.3g s between two requests\n",
                      (double)d->delay_ms / 1000);
    if (d->reserves.n)
        gisa_buf_addf(out,
                      "# reserved against language models by %.*s; see reservations ="
                      " in gisa-fetch(1)\n",
                      GISA_ARG(d->reserves));
    gisa_buf_addf(out, "[%.*s]\n", GISA_ARG(gisa_buf_view(&p->name)));
    for (size_t i = 0; i < d->n; i++) {
        add_seed(p, &d->items[i]);
        good = good || d->items[i].state == GISA_FIND_GOOD;
    }
    if (d->n_left_out)
        gisa_buf_addf(out, "# and %zu more that were not looked at\n", d->n_left_out);
    if (!good) add_page(p);
}

static const column columns[] = {
    {.name = "source"},
    {.name = "url"},
    {.name = "kind"},
    {.name = "found"},
    {.name = "good", .kind = COLUMN_FLAG},
    {.name = "addresses", .kind = COLUMN_COUNT},
    {.name = "newest"},
    {.name = "per_day", .kind = COLUMN_DECIMAL, .decimals = 1},
    {.name = "refused", .kind = COLUMN_COUNT},
    {.name = "reserves"},
    {.name = "reason"},
};

static gisa_str text_of(const char *s)
{
    return s ? gisa_str_from(s) : GISA_NONE;
}

static gisa_status add_rows(const proposal *p, gisa_buf *out, gisa_error *err)
{
    char newest[GISA_TIME_CHARS];
    rows r = {.c = p->c,
              .format = p->opts->json ? CLI_JSON : CLI_CSV,
              .columns = columns,
              .n_columns = sizeof columns / sizeof columns[0],
              .out = out};
    rows_begin(&r);
    for (size_t i = 0; i < p->found.n; i++) {
        const gisa_find *f = &p->found.items[i];
        size_t n = gisa_time_format(&f->newest, newest);
        const cell cells[] = {{.text = gisa_buf_view(&p->name)},
                              {.text = f->url},
                              {.text = f->n ? text_of(kind_name(f->kind)) : GISA_NONE},
                              {.text = text_of(way_name(f->way))},
                              {.flag = f->state == GISA_FIND_GOOD},
                              {.count = f->n},
                              {.text = n ? (gisa_str){newest, n} : GISA_NONE},
                              {.decimal = f->per_day},
                              {.count = f->n_closed},
                              {.text = p->found.reserves},
                              {.text = f->why}};
        rows_put(&r, cells, NULL);
    }
    return rows_end(&r, err);
}

/* Appends the block to the sources file, which is read once more with it before it is written. */
static gisa_status write_block(proposal *p, gisa_error *err)
{
    gisa_buf text = {0};
    gisa_sources checked = {0};
    gisa_error why;
    if (p->opts->contact && !p->sources.contact.n)
        gisa_buf_addf(&text, "contact = %s\n", p->opts->contact);
    gisa_buf_add(&text, gisa_buf_view(&p->there));
    if (text.n && text.p[text.n - 1] != '\n') gisa_buf_add_char(&text, '\n');
    if (text.n) gisa_buf_add_char(&text, '\n');
    gisa_buf_add(&text, gisa_buf_view(&p->block));
    gisa_status st = gisa_buf_check(&text, "the sources file", err);
    if (st >= 0 && (st = gisa_sources_parse(gisa_buf_view(&text), &checked, &why)) < 0)
        gisa_fail(err, st, "%s with the new block, %s", p->path, why.text);
    char *folder = st >= 0 ? gisa_strdup(p->path) : NULL;
    if (st >= 0 && !folder) st = gisa_fail_mem(err);
    if (st >= 0) st = gisa_dir_make(dirname(folder), err);
    if (st >= 0) st = gisa_file_write(p->path, gisa_buf_view(&text), err);
    gisa_free(folder);
    gisa_sources_clear(&checked);
    gisa_buf_clear(&text);
    return st;
}

static bool is_found(const proposal *p)
{
    return p->found.n || p->found.n_links;
}

static bool print(proposal *p, gisa_buf *table)
{
    const sources_add_opts *o = p->opts;
    if (!is_found(p)) gisa_buf_reset(&p->block);
    if (!o->json && !o->csv) return cli_flush(p->c, CLI_TABLE, &p->block);
    return cli_flush(p->c, o->json ? CLI_JSON : CLI_CSV, table);
}

static gisa_status propose(proposal *p, const char *url, bool *printed, gisa_error *err)
{
    const sources_add_opts *o = p->opts;
    gisa_buf out = {0};
    gisa_status st = read_sources(p, err);
    if (st >= 0) st = look_around(p, url, err);
    if (st >= 0) st = choose_name(p, err);
    if (st < 0) return st;
    make_block(p);
    st = gisa_buf_check(&p->block, "the block", err);
    if (st >= 0 && (o->json || o->csv)) st = add_rows(p, &out, err);
    if (st >= 0 && o->write && p->n_new) st = write_block(p, err);
    if (st >= 0) *printed = print(p, &out);
    gisa_buf_clear(&out);
    if (st < 0) return st;
    if (!p->n_new)
        cli_warn(p->c, "%.*s: %s", GISA_ARG(p->found.home),
                 is_found(p) ? "nothing to add: what was found is watched already, or cannot be"
                             : "no feed, no sitemap and no links to its own site");
    else if (o->write)
        cli_info(p->c, "%s: [%.*s] added", p->path, GISA_ARG(gisa_buf_view(&p->name)));
    return GISA_OK;
}

int sources_add(cli *c, const sources_add_opts *opts, const char *url)
{
    proposal p = {.c = c, .opts = opts};
    gisa_error err = {0};
    bool printed = false;
    gisa_status st = propose(&p, url, &printed, &err);
    int code = st < 0     ? cli_fail(c, &err)
               : !printed ? CLI_FAILED
               : p.n_new  ? CLI_FOUND
                          : CLI_NOTHING;
    gisa_free(p.path);
    gisa_sources_clear(&p.sources);
    gisa_discovery_clear(&p.found);
    gisa_buf *const bufs[] = {&p.there, &p.url, &p.agent, &p.name, &p.block};
    for (size_t i = 0; i < sizeof bufs / sizeof bufs[0]; i++) gisa_buf_clear(bufs[i]);
    return code;
}
