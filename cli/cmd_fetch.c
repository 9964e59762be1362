#include "base/mem.h"
#include "base/time.h"
#include "cli/commands.h"
#include "cli/fetch_plan.h"
#include "cli/fetch_report.h"
#include "cli/interrupt.h"
#include "cli/sources_file.h"
#include "cli/taken_in.h"
#include "gisa/search.h"
#include "ingest/fetch/contact.h"
#include "ingest/fetch/crawl.h"

static const char details[] =
    "Crawls the sources that are due, or those that are named, into the archive and takes in\n"
    "what is new. The sources file is --sources FILE; else the database's name with .sources\n"
    "for .db; else gisa/sources in $XDG_CONFIG_HOME or ~/.config. A source is a block:\n"
    "\n"
    "  contact = me@newsroom.example\n"
    "\n"
    "  [hanbit]\n"
    "  feed = https://hanbit.example/rss\n"
    "  sitemap = https://hanbit.example/map\n"
    "  every = 1h\n"
    "\n"
    "robots.txt is kept to, and one host is asked for one thing at a time, with a pause.\n"
    "man gisa-fetch says what else a block may hold.\n";

typedef struct fetch {
    cli *c;
    const char *sources_path, *connect_to, *agent, *since;
    int64_t since_utc;
    uint64_t limit, timeout_s;
    bool named, force, dry_run, json, csv, no_ingest, no_learn;
    gisa_sources sources;
    const gisa_source **due;
    size_t n_due;
    gisa_crawl_report *reports;
    cli_progress progress;
} fetch;

static gisa_status fail_name(const fetch *f, const char *name, gisa_error *err)
{
    const char *nearest = NULL;
    const char **known = gisa_calloc(f->sources.n, sizeof *known);
    for (size_t i = 0; known && i < f->sources.n; i++) known[i] = f->sources.items[i].name.p;
    if (known) nearest = cli_nearest(name, known, f->sources.n);
    gisa_free(known);
    if (nearest)
        return gisa_fail(err, GISA_EINVAL, "no source named '%s'; did you mean %s?", name, nearest);
    return gisa_fail(err, GISA_EINVAL, "no source named '%s'; the first one is '%.*s'", name,
                     GISA_ARG(f->sources.items[0].name));
}

static gisa_status choose_named(fetch *f, char **names, size_t n, gisa_error *err)
{
    for (size_t i = 0; i < n; i++) {
        const gisa_source *s = gisa_sources_find(&f->sources, gisa_str_from(names[i]));
        if (!s) return fail_name(f, names[i], err);
        f->due[f->n_due++] = s;
    }
    return GISA_OK;
}

/* Those that are named, or all that are due; without a frontier all. */
static gisa_status choose_sources(fetch *f, gisa_frontier *frontier, char **names, size_t n,
                                  gisa_error *err)
{
    int64_t now = gisa_now_utc();
    size_t most = n > f->sources.n ? n : f->sources.n;
    f->due = gisa_calloc(most, sizeof *f->due);
    f->reports = gisa_calloc(most, sizeof *f->reports);
    if (!f->due || !f->reports) return gisa_fail_mem(err);
    f->named = n > 0;
    if (n) return choose_named(f, names, n, err);
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < f->sources.n && st >= 0; i++) {
        bool due = f->force || !frontier;
        if (!due) st = gisa_crawl_is_due(&f->sources.items[i], frontier, now, &due, err);
        if (due) f->due[f->n_due++] = &f->sources.items[i];
    }
    return st;
}

/* No outlet is crawled that could not write to somebody about it. */
static gisa_status check_contact(const fetch *f, char **names, size_t n, gisa_error *err)
{
    if (f->sources.contact.n) return GISA_OK;
    for (size_t i = 0; i < f->sources.n; i++) {
        const gisa_source *s = &f->sources.items[i];
        bool asked = n == 0;
        for (size_t k = 0; k < n; k++) asked = asked || gisa_str_is(s->name, names[k]);
        if (asked && gisa_contact_is_wanted(s, f->connect_to))
            return gisa_fail(
                err, GISA_EINVAL,
                "%.*s: outlets are told who crawls them: write \"contact = NAME@DOMAIN\","
                " or a web address of yours, before the first [source]",
                GISA_ARG(f->sources.path));
    }
    return GISA_OK;
}

static void on_capture(void *ctx, const gisa_crawl_state *now)
{
    const cli_progress_count n = {
        .done = now->pages, .waiting = now->waiting, .left_ms = now->left_ms};
    interrupt_count(now->captures, 0);
    cli_progress_count_step(ctx, &n);
}

static gisa_status crawl(fetch *f, gisa_archive *archive, gisa_frontier *frontier, gisa_error *err)
{
    const gisa_crawl_opts opts = {
        .fetch = {.agent = f->agent,
                  .timeout_ms = (int64_t)f->timeout_s * 1000,
                  .connect_to = f->connect_to,
                  .log = &f->c->log},
        .contact = f->sources.contact,
        .now_utc = gisa_now_utc(),
        .limit = f->limit,
        .since_utc = f->since_utc,
        .all_due = f->force || f->named,
        .no_learn = f->no_learn,
        .events = {on_capture, &f->progress},
    };
    f->progress = cli_progress_begin(f->c, "pages", 0);
    gisa_status st = gisa_crawl(f->due, f->n_due, &opts, archive, frontier, f->reports, err);
    cli_progress_end(&f->progress);
    return st;
}

static gisa_status open_frontier(fetch *f, const gisa_archive *archive, gisa_frontier **out,
                                 gisa_error *err)
{
    bool rebuilt = false;
    char *path = cli_frontier_path(f->c, err);
    gisa_status st = path ? gisa_frontier_open(path, gisa_archive_path(archive),
                                               gisa_archive_id(archive), out, &rebuilt, err)
                          : err->code;
    if (st >= 0 && rebuilt)
        cli_warn(f->c, "%s: made anew from the archive, as it was damaged or of another one", path);
    gisa_free(path);
    return st;
}

static gisa_status crawl_due(fetch *f, gisa_pipeline *p, char **args, size_t n, int *code,
                             gisa_error *err)
{
    gisa_frontier *frontier = NULL;
    gisa_archive *archive = NULL;
    gisa_status st = gisa_pipeline_archive(p, &archive, err);
    if (st >= 0) st = open_frontier(f, archive, &frontier, err);
    if (st >= 0) st = choose_sources(f, frontier, args, n, err);
    if (st >= 0 && !f->n_due) cli_info(f->c, "no source is due; --force crawls them all the same");
    if (st >= 0 && f->n_due) {
        st = crawl(f, archive, frontier, err);
        const fetch_report report = {f->c, f->due, f->reports, f->n_due, f->json, f->csv};
        fetch_report_print(&report);
        *code = fetch_report_code(&report);
    }
    gisa_frontier_close(frontier);
    return st;
}

static gisa_status fetch_all(fetch *f, char **args, size_t n, int *code, gisa_error *err)
{
    gisa_pipeline *p = NULL;
    taken_in taken = {.c = f->c, .unattended = true};
    gisa_pipeline_report stored = {0};
    const gisa_pipeline_opts opts = taken_in_opts(&taken);
    interrupt_say("what was fetched is kept in the archive; gisa fetch goes on from there",
                  "what was fetched is kept in the archive: # capture%; gisa fetch goes on from"
                  " there");
    gisa_status st = check_contact(f, args, n, err);
    const char *db = st >= 0 ? cli_db_path_to_make(f->c, err) : NULL;
    st = db ? gisa_pipeline_open(db, &opts, &p, err) : err->code;
    if (st >= 0) st = crawl_due(f, p, args, n, code, err);
    if (st >= 0 && !f->no_ingest) {
        st = gisa_pipeline_catch_up(p, &stored, err);
        taken_in_end(&taken);
        if (stored.captures) taken_in_report(f->c, &stored);
    }
    gisa_pipeline_report_clear(&stored);
    gisa_pipeline_close(p);
    return st;
}

static gisa_status plan_all(fetch *f, char **args, size_t n, int *code, gisa_error *err)
{
    gisa_status st = choose_sources(f, NULL, args, n, err);
    const fetch_plan plan = {.c = f->c,
                             .sources = f->due,
                             .n_sources = f->n_due,
                             .all_due = f->force || f->named,
                             .limit = f->limit,
                             .since_utc = f->since_utc,
                             .format = f->json  ? CLI_JSON
                                       : f->csv ? CLI_CSV
                                                : CLI_TABLE,
                             .now_utc = gisa_now_utc()};
    return st < 0 ? st : fetch_plan_print(&plan, code, err);
}

/* ADDR:PORT */
static bool is_address(const char *text)
{
    const char *colon = strrchr(text, ':');
    uint64_t port;
    return colon && colon > text && gisa_str_to_u64(gisa_str_from(colon + 1), &port) && port > 0 &&
           port < 65536;
}

/* The first second of the day. */
static bool read_since(fetch *f)
{
    int64_t first, last;
    if (!f->since) return true;
    if (!gisa_day_range_parse(gisa_str_from(f->since), &first, &last)) return false;
    f->since_utc = first * 86400 - GISA_KST_OFFSET_S;
    return true;
}

/* Whether the values of options make sense; what does not is said. */
static bool check_options(fetch *f)
{
    const cli *c = f->c;
    bool good_address = !f->connect_to || is_address(f->connect_to);
    bool good_day = read_since(f);
    if (f->json && f->csv)
        cli_two_formats(c, "fetch");
    else if (!good_address)
        cli_error(c, "fetch: --connect-to wants ADDR:PORT, not '%s'", f->connect_to);
    else if (f->timeout_s > 3600)
        cli_error(c, "fetch: --timeout wants at most 3600 seconds");
    else if (!good_day)
        cli_error(c, "fetch: --since wants a day, such as 2025-02-03 or 7d, not '%s'", f->since);
    else
        return true;
    return false;
}

int cmd_fetch(cli *c, int argc, char **argv)
{
    fetch f = {.c = c};
    const cli_option options[] = {
        {"sources", 's', CLI_TEXT, &f.sources_path, "FILE", "the sources file"},
        {"force", 'f', CLI_FLAG, &f.force, NULL, "also sources that are not due"},
        {"dry-run", 0, CLI_FLAG, &f.dry_run, NULL,
         "list what would be asked for and when; ask nothing"},
        {"limit", 'n', CLI_NUMBER, &f.limit, "N", "at most N pages of a source in this run"},
        {"since", 0, CLI_TEXT, &f.since, "DAY", "pass over pages that feeds date before that"},
        {"timeout", 0, CLI_NUMBER, &f.timeout_s, "S", "seconds for one exchange (default: 60)"},
        {"agent", 0, CLI_TEXT, &f.agent, "A",
         "User-Agent; its first word is what robots.txt names"},
        {"no-ingest", 0, CLI_FLAG, &f.no_ingest, NULL, "into the archive only"},
        {"no-learn", 0, CLI_FLAG, &f.no_learn, NULL,
         "neither learn recurring lines of sites from these, nor take them out"},
        {"connect-to", 0, CLI_TEXT, &f.connect_to, "ADDR:PORT",
         "connect there for every host; for tests and mirrors"},
        {"json", 0, CLI_FLAG, &f.json, NULL, "the summary as JSON, a line a source"},
        {"csv", 0, CLI_FLAG, &f.csv, NULL, "the summary as CSV"},
    };
    const cli_usage usage = {"fetch", "[SOURCE…]", "crawl due sources, then take in what is new",
                             details, options,     sizeof options / sizeof options[0]};
    gisa_error err = {0};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    code = CLI_FOUND;
    if (!check_options(&f)) return CLI_FAILED;
    gisa_status st = sources_file_read(c, f.sources_path, &f.sources, &err);
    gisa_status (*run)(fetch *, char **, size_t, int *, gisa_error *) = f.dry_run ? plan_all
                                                                                  : fetch_all;
    if (st >= 0) st = run(&f, args, (size_t)n_args, &code, &err);
    if (st < 0) code = cli_fail(c, &err);
    gisa_sources_clear(&f.sources);
    gisa_free(f.due);
    gisa_free(f.reports);
    return code;
}
