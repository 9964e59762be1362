#include "pipeline/line.h"

#include <inttypes.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/time.h"
#include "pipeline/edition_check.h"
#include "pipeline/page_record.h"

enum {
    BATCH_ARTICLES = 1000,
    BATCH_BYTES = 16 << 20,  /* of text; what it costs in memory is a few times that */
    WINDOW_PER_THREAD = 500, /* enough to go on with while a batch is written */
    WINDOW_BYTES = 16 << 20, /* of captures under way */
};

/* One capture on its way through the line. */
typedef struct item {
    gisa_buf payload;
    gisa_buf texts; /* uri, content type, digest, HTTP head: what capture's views point into */
    gisa_capture capture;
    uint64_t end; /* of its record in the archive */
    gisa_page_record page;
} item;

typedef struct digest_text {
    char text[sizeof "sha256:" + GISA_SHA256_HEX];
} digest_text;

typedef struct run {
    line_state *l;
    const line_source *source;
    gisa_archive *reading;
    line_report *report;
    gisa_page_worker *works; /* one a thread */
    unsigned n_works;
    digest_text *recent; /* of the last captures taken; the store does not know them all yet */
    size_t window, n_recent;
    size_t batch_n, batch_bytes;
    size_t under_way; /* bytes of the captures between next and put */
    uint64_t mark;
    bool in_batch;
    uint64_t done;
    cli_progress progress;
} run;

gisa_status line_open(cli *c, line_state *l, gisa_error *err)
{
    gisa_status st;
    gisa_mem_be_frugal();
    l->c = c;
    const char *db = cli_db_path(c, err);
    l->archive_path = db ? cli_archive_path(c, err) : NULL;
    if (!l->archive_path) return GISA_ENOMEM;
    if ((st = gisa_extractor_open(&l->extractor, err)) < 0) return st;
    if ((st = gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &l->analyzer,
                                 err)) < 0)
        return st;
    gisa_store_opts opts = {.tokenizer = gisa_analyzer_tokenizer(l->analyzer)};
    return gisa_store_open(db, &opts, &l->store, err);
}

gisa_status line_open_archive(line_state *l, gisa_error *err)
{
    uint64_t cut = 0;
    if (l->archive) return GISA_OK;
    gisa_status st = gisa_archive_open(l->archive_path, &l->archive, &cut, err);
    if (st >= 0 && cut)
        cli_warn(l->c, "%s: %" PRIu64 " bytes of an unfinished last record were cut off",
                 l->archive_path, cut);
    return st;
}

void line_close(line_state *l)
{
    gisa_learning_close(&l->learn);
    gisa_archive_close(l->archive);
    gisa_store_close(l->store);
    gisa_analyzer_close(l->analyzer);
    gisa_extractor_close(l->extractor);
    gisa_free(l->archive_path);
    *l = (line_state){0};
}

static void item_free(item *it)
{
    if (!it) return;
    gisa_buf_clear(&it->payload);
    gisa_buf_clear(&it->texts);
    gisa_page_record_clear(&it->page);
    gisa_free(it);
}

/* A deep copy, because the archive's views die with its next record. */
static gisa_status item_copy(const gisa_capture *from, item **out, gisa_error *err)
{
    item *it = gisa_calloc(1, sizeof *it);
    if (!it) return gisa_fail_mem(err);
    const gisa_str *in[] = {&from->uri, &from->content_type, &from->digest, &from->http_head};
    gisa_str *to[] = {&it->capture.uri, &it->capture.content_type, &it->capture.digest,
                      &it->capture.http_head};
    it->capture = *from;
    gisa_buf_add(&it->payload, from->payload);
    for (size_t i = 0; i < 4; i++) gisa_buf_add(&it->texts, *in[i]);
    gisa_status st = gisa_buf_check(&it->payload, "a capture", err);
    if (st >= 0) st = gisa_buf_check(&it->texts, "a capture's head", err);
    if (st < 0) {
        item_free(it);
        return st;
    }
    it->capture.payload = gisa_buf_view(&it->payload);
    size_t at = 0;
    for (size_t i = 0; i < 4; i++) {
        *to[i] = in[i]->p ? gisa_str_cut(gisa_buf_view(&it->texts), at, at + in[i]->n) : GISA_NONE;
        at += in[i]->n;
    }
    *out = it;
    return GISA_OK;
}

/* Whether the payload is in the archive, or on its way through the line. */
static gisa_status is_known(run *r, const digest_text *digest, bool *known, gisa_error *err)
{
    size_t n = r->n_recent < r->window ? r->n_recent : r->window;
    *known = true;
    for (size_t i = 0; i < n; i++)
        if (memcmp(r->recent[i].text, digest->text, sizeof digest->text) == 0) return GISA_OK;
    return gisa_store_has_capture(r->l->store, gisa_str_from(digest->text), known, err);
}

/* The next new capture of the source, archived. */
static gisa_status take_new(run *r, item **out, gisa_error *err)
{
    gisa_capture capture;
    digest_text digest = {"sha256:"};
    for (;;) {
        gisa_status st = r->source->next(r->source->ctx, &capture, err);
        if (st == GISA_SKIP) {
            cli_warn(r->l->c, "%s", err->text);
            r->report->failed++;
            continue;
        }
        if (st != GISA_OK) return st;
        if (gisa_sha256_hex(capture.payload, digest.text + 7) < 0) return gisa_fail_mem(err);
        capture.digest = gisa_str_from(digest.text);
        bool known = false;
        if ((st = is_known(r, &digest, &known, err)) < 0) return st;
        if (known && !r->source->keep_known) {
            r->report->known++;
            continue;
        }
        if (r->l->no_learn) capture.no_learn = true;
        uint64_t started = gisa_clock_ns();
        st = gisa_archive_put(r->l->archive, &capture, &capture.offset, err);
        r->report->archive_ns += gisa_clock_ns() - started;
        if (st < 0) return st;
        r->recent[r->n_recent++ % r->window] = digest;
        st = item_copy(&capture, out, err);
        if (st >= 0) (*out)->end = gisa_archive_end(r->l->archive);
        return st;
    }
}

static gisa_status read_archived(run *r, item **out, gisa_error *err)
{
    gisa_capture capture;
    for (;;) {
        uint64_t started = gisa_clock_ns();
        gisa_status st = gisa_archive_next(r->reading, &capture, err);
        r->report->archive_ns += gisa_clock_ns() - started;
        if (st == GISA_SKIP) {
            cli_warn(r->l->c, "%s: %s", r->l->archive_path, err->text);
            continue;
        }
        if (st != GISA_OK) return st;
        if (!gisa_capture_is_page(&capture)) continue;
        st = item_copy(&capture, out, err);
        if (st >= 0) (*out)->end = capture.offset + capture.length;
        return st;
    }
}

static gisa_status next(void *ctx, void **out, gisa_error *err)
{
    run *r = ctx;
    item *it = NULL;
    gisa_status st = r->source ? take_new(r, &it, err) : read_archived(r, &it, err);
    if (it) r->under_way += it->payload.n;
    *out = it;
    return st;
}

static bool is_full(void *ctx)
{
    const run *r = ctx;
    return r->under_way >= WINDOW_BYTES;
}

static gisa_status work(void *ctx, unsigned worker, void *p, gisa_error *err)
{
    run *r = ctx;
    item *it = p;
    return gisa_page_record_make(&r->works[worker], &it->capture, &it->page, err);
}

static gisa_status commit(run *r, gisa_error *err)
{
    if (!r->in_batch) return GISA_OK;
    uint64_t started = gisa_clock_ns();
    gisa_status st = GISA_OK;
    if (r->l->archive) st = gisa_archive_sync(r->l->archive, err);
    if (st >= 0) st = gisa_learning_save(&r->l->learn, err);
    if (st >= 0) st = gisa_store_set_archive_mark(r->l->store, r->mark, err);
    if (st >= 0) st = gisa_store_commit(r->l->store, err);
    if (st < 0) gisa_store_rollback(r->l->store);
    if (st >= 0) st = gisa_store_keep_up(r->l->store, err);
    r->report->store_ns += gisa_clock_ns() - started;
    r->in_batch = false;
    r->batch_n = r->batch_bytes = 0;
    return st;
}

static gisa_status put_article(run *r, item *it, const char **outcome, gisa_error *err)
{
    gisa_put_result result;
    line_report *report = r->report;
    report->bytes_in += it->page.bytes_in;
    if (it->page.bytes_in) report->bytes_kept += it->page.record.text.n;
    r->batch_bytes += it->page.record.text.n;
    it->page.record.capture = it->capture.offset;
    gisa_status st = gisa_learning_put(&r->l->learn, &it->page, &result, &report->learned, err);
    if (st < 0) return st;
    *outcome = result == GISA_PUT_ADDED ? "article" : result == GISA_PUT_SAME ? "same" : "changed";
    report->added += result == GISA_PUT_ADDED;
    report->same += result == GISA_PUT_SAME;
    report->changed += result == GISA_PUT_CHANGED;
    return GISA_OK;
}

static gisa_status note_skip(run *r, const item *it, gisa_error *err)
{
    r->report->skipped++;
    cli_warn(r->l->c, "%.*s: skipped: %.*s", GISA_ARG(it->capture.uri), GISA_ARG(it->page.reason));
    if (gisa_map_count(&r->report->reasons, it->page.reason, 1) < 0) return gisa_fail_mem(err);
    return GISA_OK;
}

static gisa_status put(void *ctx, void *p, gisa_error *err)
{
    run *r = ctx;
    item *it = p;
    const char *outcome = it->page.kind == GISA_PAGE_NONE ? "other" : "skipped";
    gisa_status st = GISA_OK;
    uint64_t started = gisa_clock_ns();
    if (!r->in_batch) st = gisa_store_begin(r->l->store, err);
    if (st >= 0) r->in_batch = true;
    r->report->captures++;
    r->report->extract_ns += it->page.extract_ns;
    r->report->annotate_ns += it->page.annotate_ns;
    r->report->terms_ns += it->page.terms_ns;
    if (st >= 0 && it->page.kind == GISA_PAGE_ARTICLE) st = put_article(r, it, &outcome, err);
    if (st >= 0 && it->page.kind == GISA_PAGE_SKIPPED) st = note_skip(r, it, err);
    if (st >= 0)
        st = gisa_store_put_capture(r->l->store, &it->capture, outcome, it->page.reason, err);
    r->mark = it->end;
    r->under_way -= it->payload.n;
    r->report->store_ns += gisa_clock_ns() - started;
    r->batch_n++;
    if (st >= 0 && (r->batch_n >= BATCH_ARTICLES || r->batch_bytes >= BATCH_BYTES))
        st = commit(r, err);
    item_free(it);
    cli_progress_step(&r->progress, ++r->done);
    return st;
}

static void drop(void *ctx, void *p)
{
    run *r = ctx;
    r->under_way -= ((const item *)p)->payload.n;
    item_free(p);
}

static gisa_status go(run *r, gisa_error *err)
{
    unsigned threads = r->l->c->threads;
    gisa_status st = GISA_OK;
    gisa_pool_ops ops = {
        .ctx = r, .next = next, .work = work, .put = put, .drop = drop, .full = is_full};
    if (!r->l->learn.known)
        st = gisa_learning_open(&r->l->learn, r->l->store, r->l->extractor, r->l->analyzer, err);
    if (st < 0) return st;
    r->window = (size_t)threads * WINDOW_PER_THREAD;
    r->recent = gisa_calloc(r->window, sizeof *r->recent);
    r->works = gisa_calloc(threads, sizeof *r->works);
    if (!r->works || !r->recent) st = gisa_fail_mem(err);
    for (; st >= 0 && r->n_works < threads; r->n_works++) {
        st = gisa_page_worker_open(r->l->extractor, r->l->analyzer, &r->works[r->n_works], err);
        r->works[r->n_works].known = r->l->learn.known;
    }
    r->progress = cli_progress_begin(r->l->c, "pages", 0);
    if (st >= 0) st = gisa_pool_run(threads, r->window, &ops, err);
    cli_progress_end(&r->progress);
    gisa_error ignored;
    gisa_status committed = commit(r, st < 0 ? &ignored : err);
    if (st >= 0) st = committed;
    if (st >= 0)
        st = r->report->added + r->report->changed > 0 ? gisa_store_optimize(r->l->store, err)
                                                       : gisa_store_settle(r->l->store, err);
    for (unsigned i = 0; i < r->n_works; i++) gisa_page_worker_close(&r->works[i]);
    gisa_free(r->works);
    gisa_free(r->recent);
    return st;
}

gisa_status line_take(line_state *l, const line_source *source, line_report *report,
                      gisa_error *err)
{
    run r = {.l = l, .source = source, .report = report};
    gisa_status st = line_open_archive(l, err);
    if (st >= 0) st = line_catch_up(l, report, err);
    return st < 0 ? st : go(&r, err);
}

gisa_status line_catch_up(line_state *l, line_report *report, gisa_error *err)
{
    run r = {.l = l, .report = report};
    const gisa_tokenizer tokenizer = gisa_analyzer_tokenizer(l->analyzer);
    gisa_edition_relation edition;
    gisa_status st = gisa_edition_claim(l->store, &tokenizer, &edition, err);
    if (st >= 0 && edition == GISA_EDITION_UNKNOWN)
        cli_warn(l->c, "this database does not say which analyser indexed it; gisa rebuild makes "
                       "the index anew");
    if (st >= 0) st = gisa_store_archive_mark(l->store, &r.mark, err);
    if (st < 0 || !gisa_file_exists(l->archive_path)) return st;
    st = gisa_archive_read(l->archive_path, r.mark, &r.reading, err);
    if (st >= 0) st = go(&r, err);
    gisa_archive_close(r.reading);
    return st;
}

static void say_times(const cli *c, const line_report *r)
{
    uint64_t total = r->archive_ns + r->extract_ns + r->annotate_ns + r->terms_ns + r->store_ns;
    const struct {
        const char *name;
        uint64_t ns;
    } stages[] = {{"archive", r->archive_ns},
                  {"extract", r->extract_ns},
                  {"annotate", r->annotate_ns},
                  {"terms", r->terms_ns},
                  {"store", r->store_ns}};
    for (size_t i = 0; total && i < sizeof stages / sizeof stages[0]; i++)
        cli_info(c, "  %-9s %8.3f s  %4.1f%%", stages[i].name, (double)stages[i].ns / 1e9,
                 100 * (double)stages[i].ns / (double)total);
}

void line_report_say(const line_state *l, const line_report *r)
{
    const cli *c = l->c;
    uint64_t pages = r->captures + r->known;
    cli_info(c,
             "%" PRIu64 " page%s: %" PRIu64 " article%s added, %" PRIu64 " changed, %" PRIu64
             " the same as before, %" PRIu64 " skipped",
             pages, pages == 1 ? "" : "s", r->added, r->added == 1 ? "" : "s", r->changed,
             r->same + r->known, r->skipped);
    if (r->bytes_in > r->bytes_kept)
        cli_info(c, "kept %.1f of %.1f kB: the rest was markup, menus, widgets and notices",
                 (double)r->bytes_kept / 1e3, (double)r->bytes_in / 1e3);
    if (r->learned.lines)
        cli_info(c,
                 "left out %" PRIu64 " line%s that recur across their site's articles, in %" PRIu64
                 " article%s",
                 r->learned.lines, r->learned.lines == 1 ? "" : "s", r->learned.articles,
                 r->learned.articles == 1 ? "" : "s");
    for (size_t i = 0; i < r->reasons.n; i++)
        cli_info(c, "  skipped %" PRIu64 ": %.*s", r->reasons.items[i].value,
                 GISA_ARG(r->reasons.items[i].key));
    if (c->verbose) say_times(c, r);
}

void line_report_clear(line_report *report)
{
    gisa_map_clear(&report->reasons);
    *report = (line_report){0};
}
