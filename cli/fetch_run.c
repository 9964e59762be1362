#include "cli/fetch_run.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/nearest.h"
#include "base/time.h"
#include "cli/fetch_plan.h"
#include "cli/fetch_report.h"
#include "cli/interrupt.h"
#include "cli/source_trouble.h"
#include "cli/taken_in.h"
#include "gisa/search.h"
#include "ingest/fetch/contact.h"
#include "pipeline/follower.h"

typedef struct fetch_at_work {
    fetch *f;
    const gisa_source **due;
    size_t n_due;
    gisa_crawl_report *reports;
    gisa_pipeline *pipeline;
    gisa_archive *archive;
    gisa_frontier *frontier;
    gisa_follower *follower; /* NULL: nothing is taken in beside the crawl */
    gisa_pipeline_report stored;
    taken_in taken;
    cli_progress progress;
    bool crawled; /* to the end */
} fetch_at_work;

static gisa_status fail_name(const fetch *f, const char *name, gisa_error *err)
{
    const char *nearest = NULL;
    const char **known = gisa_calloc(f->sources.n, sizeof *known);
    for (size_t i = 0; known && i < f->sources.n; i++) known[i] = f->sources.items[i].name.p;
    if (known) nearest = gisa_nearest(name, known, f->sources.n);
    gisa_free(known);
    if (nearest)
        return gisa_fail(err, GISA_EINVAL, "no source named '%s'; did you mean %s?", name, nearest);
    return gisa_fail(err, GISA_EINVAL, "no source named '%s'; the first one is '%.*s'", name,
                     GISA_ARG(f->sources.items[0].name));
}

bool fetch_read_since(fetch *f)
{
    int64_t first, last;
    if (!f->since) return true;
    if (!gisa_day_range_parse(gisa_str_from(f->since), &first, &last)) return false;
    f->since_utc = first * 86400 - GISA_KST_OFFSET_S;
    return true;
}

bool fetch_is_wanted(const fetch *f, const gisa_source *source)
{
    for (size_t i = 0; i < f->n_names; i++)
        if (gisa_str_is(source->name, f->names[i])) return true;
    return !f->n_names;
}

/* Whether sources are asked that are not due: what one has asked for by name, once. */
static bool is_all_due(const fetch *f)
{
    return (f->force || f->n_names) && f->round <= 1;
}

/* Those that are named, or all that are due; without a frontier all. */
static gisa_status choose_sources(fetch_at_work *w, gisa_error *err)
{
    const fetch *f = w->f;
    const gisa_frontier_due when = {gisa_now_utc(), f->since_utc};
    w->due = gisa_calloc(f->sources.n, sizeof *w->due);
    w->reports = gisa_calloc(f->sources.n, sizeof *w->reports);
    if (!w->due || !w->reports) return gisa_fail_mem(err);
    for (size_t i = 0; i < f->n_names; i++)
        if (!gisa_sources_find(&f->sources, gisa_str_from(f->names[i])))
            return fail_name(f, f->names[i], err);
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < f->sources.n && st >= 0; i++) {
        const gisa_source *source = &f->sources.items[i];
        int64_t due = 0;
        if (!fetch_is_wanted(f, source)) continue;
        if (!is_all_due(f) && w->frontier)
            st = gisa_crawl_next_due(source, w->frontier, &when, &due, err);
        if (due <= when.now_utc) w->due[w->n_due++] = source;
    }
    return st;
}

/* No outlet is crawled that could not write to somebody about it. */
static gisa_status check_contact(const fetch *f, gisa_error *err)
{
    if (f->sources.contact.n) return GISA_OK;
    for (size_t i = 0; i < f->sources.n; i++) {
        const gisa_source *s = &f->sources.items[i];
        if (fetch_is_wanted(f, s) && gisa_contact_is_wanted(s, f->connect_to))
            return gisa_fail(
                err, GISA_EINVAL,
                "%.*s: outlets are told who crawls them: write \"contact = NAME@DOMAIN\","
                " or a web address of yours, before the first [source]",
                GISA_ARG(f->sources.path));
    }
    return GISA_OK;
}

/* A setting of the environment; an empty one is none. */
static const char *environment(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

static void on_capture(void *ctx, const gisa_crawl_state *now)
{
    fetch_at_work *w = ctx;
    const cli_progress_count n = {.done = now->pages,
                                  .waiting = now->waiting,
                                  .left_ms = now->left_ms,
                                  .taken_in = atomic_load(&w->taken.n_beside)};
    interrupt_count(now->captures, 0);
    cli_progress_count_step(&w->progress, &n);
}

static void on_durable(void *ctx, uint64_t archive_end)
{
    const fetch_at_work *w = ctx;
    gisa_follower_note(w->follower, archive_end);
}

static bool is_stopped(void *ctx)
{
    (void)ctx;
    return interrupt_asked();
}

/* The crawl, and beside it the import of what has come. */
static gisa_status crawl(fetch_at_work *w, gisa_error *err)
{
    const fetch *f = w->f;
    const gisa_crawl_opts opts = {
        .fetch = {.agent = f->agent,
                  .timeout_ms = (int64_t)f->timeout_s * 1000,
                  .connect_to = f->connect_to,
                  .ca_file = environment("SSL_CERT_FILE"),
                  .ca_folder = environment("SSL_CERT_DIR"),
                  .log = &f->c->log},
        .contact = f->sources.contact,
        .now_utc = gisa_now_utc(),
        .limit = f->limit,
        .since_utc = f->since_utc,
        .all_due = is_all_due(f),
        .no_learn = f->no_learn,
        .events = {on_capture, on_durable, f->watch ? is_stopped : NULL, w},
    };
    gisa_error ignored;
    w->taken.beside = !f->no_ingest &&
                      gisa_follower_open(w->pipeline, &w->stored, &w->follower, &ignored) >= 0;
    w->progress = cli_progress_begin(f->c, "pages", 0);
    gisa_status st = gisa_crawl(w->due, w->n_due, &opts, w->archive, w->frontier, w->reports, err);
    gisa_follower_close(w->follower);
    cli_progress_end(&w->progress);
    return st;
}

static gisa_status open_frontier(fetch_at_work *w, gisa_error *err)
{
    bool rebuilt = false;
    char *path = cli_frontier_path(w->f->c, err);
    gisa_status st = path ? gisa_frontier_open(path, gisa_archive_path(w->archive),
                                               gisa_archive_id(w->archive), &w->frontier, &rebuilt,
                                               err)
                          : err->code;
    if (st >= 0 && rebuilt)
        cli_warn(w->f->c, "%s: made anew from the archive, as it was damaged or of another one",
                 path);
    gisa_free(path);
    return st;
}

/* What the database made of the pages; none where it cannot be read, which is said elsewhere. */
static void open_store(const fetch_at_work *w, gisa_store **store)
{
    gisa_error ignored;
    const char *db = cli_db_path(w->f->c, &ignored);
    if (!db || gisa_store_open(db, &(gisa_store_opts){.read_only = true}, store, &ignored) < 0)
        *store = NULL;
}

/* The part of say_troubles for one source: what was not so when a person was told last. */
static gisa_status say_trouble(fetch_at_work *w, gisa_store *store, const gisa_source *s,
                               gisa_error *err)
{
    source_trouble t = {
        .source = s, .frontier = w->frontier, .archive = gisa_archive_path(w->archive)};
    gisa_buf text = {0}, pages = {0};
    gisa_status st = source_trouble_find(&t, store, gisa_now_utc(), err);
    if (st >= 0) st = source_trouble_add(&t, &text, &pages, err);
    unsigned bits = source_trouble_bits(&t), news = bits ^ t.told;
    if (st >= 0 && news) st = gisa_frontier_note_told(w->frontier, s->name, bits, err);
    if (st >= 0 && text.n && (news & SOURCE_TOLD_STATE)) cli_error(w->f->c, "%s", text.p);
    if (st >= 0 && pages.n && (news & SOURCE_TOLD_PAGES)) cli_error(w->f->c, "%s", pages.p);
    gisa_buf_clear(&text);
    gisa_buf_clear(&pages);
    return st;
}

/* Under cron: what a person must see, once, when it begins. */
static gisa_status say_troubles(fetch_at_work *w, gisa_error *err)
{
    const fetch *f = w->f;
    gisa_store *store;
    gisa_status st = GISA_OK;
    open_store(w, &store);
    for (size_t i = 0; i < f->sources.n && st >= 0; i++)
        st = say_trouble(w, store, &f->sources.items[i], err);
    gisa_store_close(store);
    return st < 0 ? st : gisa_frontier_commit(w->frontier, gisa_archive_end(w->archive), err);
}

static gisa_status crawl_due(fetch_at_work *w, int *code, gisa_error *err)
{
    const fetch *f = w->f;
    gisa_status st = gisa_pipeline_archive(w->pipeline, &w->archive, err);
    if (st >= 0) st = open_frontier(w, err);
    if (st >= 0) st = choose_sources(w, err);
    if (st >= 0 && !w->n_due && !f->watch)
        cli_info(f->c, "no source is due; --force crawls them all the same");
    if (st < 0 || !w->n_due) return st;
    st = crawl(w, err);
    const fetch_report report = {.c = f->c,
                                 .sources = w->due,
                                 .reports = w->reports,
                                 .n = w->n_due,
                                 .json = f->json,
                                 .csv = f->csv,
                                 .round = f->round};
    fetch_report_print(&report);
    taken_in_say_held(&w->taken);
    *code = fetch_report_code(&report);
    w->crawled = st >= 0;
    return st;
}

gisa_status fetch_run(fetch *f, int *code, gisa_error *err)
{
    fetch_at_work w = {.f = f, .taken = {.c = f->c, .unattended = true}};
    const gisa_pipeline_opts opts = taken_in_opts(&w.taken);
    if (!f->watch)
        interrupt_say("what was fetched is kept in the archive; gisa fetch goes on from there",
                      "what was fetched is kept in the archive: # capture%; gisa fetch goes on from"
                      " there");
    gisa_status st = check_contact(f, err);
    const char *db = st >= 0 ? cli_db_path_to_make(f->c, err) : NULL;
    st = db ? gisa_pipeline_open(db, &opts, &w.pipeline, err) : err->code;
    if (st >= 0) st = crawl_due(&w, code, err);
    if (st >= 0 && !f->no_ingest && !(f->watch && interrupt_asked())) {
        st = gisa_pipeline_catch_up(w.pipeline, &w.stored, err);
        taken_in_end(&w.taken);
        if (w.stored.captures) taken_in_report(f->c, &w.stored);
    }
    if (w.crawled && f->c->quiet) { /* also when what came could not be taken in */
        gisa_error other;
        gisa_status said = say_troubles(&w, st < 0 ? &other : err);
        if (st >= 0) st = said;
    }
    gisa_frontier_close(w.frontier);
    gisa_pipeline_report_clear(&w.stored);
    gisa_pipeline_close(w.pipeline);
    gisa_free(w.due);
    gisa_free(w.reports);
    return st;
}

gisa_status fetch_run_plan(fetch *f, int *code, gisa_error *err)
{
    fetch_at_work w = {.f = f};
    gisa_status st = choose_sources(&w, err);
    const fetch_plan plan = {.c = f->c,
                             .sources = w.due,
                             .n_sources = w.n_due,
                             .all_due = is_all_due(f),
                             .limit = f->limit,
                             .since_utc = f->since_utc,
                             .format = f->json  ? CLI_JSON
                                       : f->csv ? CLI_CSV
                                                : CLI_TABLE,
                             .now_utc = gisa_now_utc()};
    if (st >= 0) st = fetch_plan_print(&plan, code, err);
    gisa_free(w.due);
    gisa_free(w.reports);
    return st;
}
