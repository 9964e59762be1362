#include "pipeline/capture_run.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/pool.h"
#include "base/time.h"
#include "pipeline/page_record.h"
#include "pipeline/pipeline_events.h"

/* What comes out is the same whatever they are. mutate: equivalent, but for memory and speed */
enum {
    BATCH_ARTICLES = 1000,
    BATCH_BYTES = 16 << 20,  /* of text; what it costs in memory is a few times that */
    WINDOW_PER_THREAD = 500, /* enough to go on with while a batch is written */
    WINDOW_BYTES = 16 << 20, /* of captures under way */
};

enum { MAX_NOTES = 20 }; /* articles of a run whose notes are told; the rest is counted */

/* One capture on its way through the stages. */
typedef struct item {
    gisa_buf payload;
    gisa_buf texts; /* uri, content type, digest, HTTP head: what capture's views point into */
    gisa_capture capture;
    uint64_t end; /* of its record in the archive */
    gisa_page_record page;
} item;

typedef struct capture_run {
    gisa_pipeline *p;
    const gisa_capture_source *source; /* of new captures, with opts; or */
    const gisa_import_opts *opts;
    gisa_archive *reading; /* what the archive holds */
    uint64_t until;        /* where it is read no further; 0: to its end */
    uint64_t read_to;
    size_t n_read;
    gisa_pipeline_report *report;
    gisa_page_worker *works; /* one a thread */
    unsigned n_works;
    gisa_checksum *recent; /* of the last captures taken; the store does not know them all yet */
    size_t window, n_recent;
    size_t batch_n, batch_bytes;
    size_t under_way; /* bytes of the captures between next and put */
    uint64_t mark;
    bool in_batch;
    bool broken; /* the batch holds a part of an article */
    uint64_t done;
} capture_run;

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
    if (gisa_buf_status(&it->texts) < 0) st = gisa_fail_mem(err);
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

/* Whether the payload is in the archive, or on its way; one that is to be taken in, not only aside
 * in it. */
static gisa_status is_known(capture_run *r, const gisa_checksum *digest, bool aside, bool *known,
                            gisa_error *err)
{
    size_t n = r->n_recent < r->window ? r->n_recent : r->window;
    *known = true;
    for (size_t i = n; i-- > 0;)
        if (memcmp(r->recent[i].text, digest->text, sizeof digest->text) == 0) return GISA_OK;
    return gisa_store_has_capture(r->p->store, gisa_checksum_text(digest), aside, known, err);
}

/* The next new capture of the source, archived. */
static gisa_status archive_next_new(capture_run *r, item **out, gisa_error *err)
{
    gisa_capture capture;
    gisa_checksum digest;
    for (;;) {
        gisa_status st = r->source->next(r->source->ctx, &capture, err);
        if (st == GISA_SKIP) {
            gisa_pipeline_warn(&r->p->events, GISA_WARN_UNREADABLE, "%s", err->text);
            r->report->failed++;
            continue;
        }
        if (st != GISA_OK) return st;
        if (gisa_checksum_make(capture.payload, &digest) < 0) return gisa_fail_mem(err);
        capture.digest = gisa_checksum_text(&digest);
        bool known = false;
        if (r->opts->reserved) capture.aside = false;
        if ((st = is_known(r, &digest, capture.aside, &known, err)) < 0) return st;
        if (known && !r->opts->keep_duplicates) {
            r->report->known++;
            continue;
        }
        if (r->opts->no_learn) capture.no_learn = true;
        if (r->opts->keep_duplicates) capture.keep_duplicates = true;
        uint64_t started = gisa_clock_ns();
        st = gisa_archive_put_digested(r->p->archive, &capture, &capture.offset, err);
        r->report->archive_ns += gisa_clock_ns() - started;
        if (st < 0) return st;
        if (!capture.aside) r->recent[r->n_recent++ % r->window] = digest;
        st = item_copy(&capture, out, err);
        if (st >= 0) (*out)->end = gisa_archive_end(r->p->archive);
        return st;
    }
}

static bool is_part_read(const capture_run *r)
{
    return r->until && (r->read_to >= r->until || r->n_read >= BATCH_ARTICLES);
}

static gisa_status next_archived(capture_run *r, item **out, gisa_error *err)
{
    gisa_capture capture;
    for (;;) {
        if (is_part_read(r)) return GISA_END;
        uint64_t started = gisa_clock_ns();
        gisa_status st = gisa_archive_next(r->reading, &capture, err);
        r->report->archive_ns += gisa_clock_ns() - started;
        if (st == GISA_SKIP && r->until) return GISA_END;
        if (st == GISA_SKIP) {
            gisa_pipeline_warn(&r->p->events, GISA_WARN_BAD_RECORD, "%s: %s", r->p->archive_path,
                               err->text);
            continue;
        }
        if (st != GISA_OK) return st;
        r->read_to = capture.offset + capture.length;
        if (!gisa_capture_is_page(&capture)) continue;
        r->n_read++;
        st = item_copy(&capture, out, err);
        if (st >= 0) (*out)->end = capture.offset + capture.length;
        return st;
    }
}

static gisa_status next_item(void *ctx, void **out, gisa_error *err)
{
    capture_run *r = ctx;
    item *it = NULL;
    gisa_status st = r->source ? archive_next_new(r, &it, err) : next_archived(r, &it, err);
    if (it) r->under_way += it->payload.n;
    *out = it;
    return st;
}

static bool is_full(void *ctx)
{
    const capture_run *r = ctx;
    return r->under_way >= WINDOW_BYTES; /* mutate: equivalent, but for a byte of memory */
}

static gisa_status analyse_item(void *ctx, unsigned worker, void *p, gisa_error *err)
{
    capture_run *r = ctx;
    item *it = p;
    return gisa_page_record_make(&r->works[worker], &it->capture, &it->page, err);
}

static gisa_status commit_batch(capture_run *r, gisa_error *err)
{
    if (!r->in_batch) return GISA_OK;
    uint64_t started = gisa_clock_ns();
    gisa_status st = r->broken ? GISA_EIO : GISA_OK; /* which is rolled back */
    if (st >= 0 && r->p->archive && !r->until) st = gisa_archive_sync(r->p->archive, err);
    if (st >= 0) st = gisa_learning_save(&r->p->learning, err);
    if (st >= 0) st = gisa_store_set_archive_mark(r->p->store, r->mark, err);
    if (st >= 0) st = gisa_store_commit(r->p->store, err);
    gisa_store_rollback(r->p->store); /* nothing, after a commit */
    /* mutate: equivalent, but for the speed of what comes before the end */
    if (st >= 0) st = gisa_store_keep_up(r->p->store, err);
    r->report->store_ns += gisa_clock_ns() - started;
    r->in_batch = false;
    r->batch_n = r->batch_bytes = 0;
    return st;
}

static gisa_status put_article(capture_run *r, item *it, const char **outcome, gisa_error *err)
{
    gisa_put_result result;
    gisa_pipeline_report *report = r->report;
    report->bytes_in += it->page.bytes_in;
    if (it->page.bytes_in) report->bytes_kept += it->page.record.text.n;
    r->batch_bytes += it->page.record.text.n;
    it->page.record.capture = it->capture.offset;
    gisa_status st = gisa_learning_put(&r->p->learning, &it->page, &result, &report->learned, err);
    if (st < 0) return st;
    *outcome = result == GISA_PUT_ADDED ? "article" : result == GISA_PUT_SAME ? "same" : "changed";
    report->added += result == GISA_PUT_ADDED;
    report->same += result == GISA_PUT_SAME;
    report->changed += result == GISA_PUT_CHANGED;
    return GISA_OK;
}

/* Says what of an article did not come in as it was; of many articles, the first few. */
static void say_notes(capture_run *r, const item *it)
{
    const gisa_article_notes *notes = &it->page.notes;
    gisa_pipeline_report *report = r->report;
    if (!notes->text[0]) return;
    if (report->cut + report->undated < MAX_NOTES)
        gisa_pipeline_warn(&r->p->events, GISA_WARN_NOTES, "%.*s: %s", GISA_ARG(it->capture.uri),
                           notes->text);
    report->cut += notes->n_cut > 0;
    report->undated += notes->n_unread > 0;
}

static gisa_status note_skip(capture_run *r, const item *it, gisa_error *err)
{
    const gisa_pipeline_events *events = &r->p->events;
    gisa_str reason = gisa_str_from(it->page.reason);
    r->report->skipped++;
    if (events->skipped) events->skipped(events->ctx, it->capture.uri, reason);
    if (gisa_map_count(&r->report->reasons, reason, 1) < 0) return gisa_fail_mem(err);
    return GISA_OK;
}

/* Of captures without an article. */
static const char *const outcomes[] = {[GISA_PAGE_NONE] = "other",
                                       [GISA_PAGE_ASIDE] = "aside",
                                       [GISA_PAGE_SKIPPED] = "skipped",
                                       [GISA_PAGE_ARTICLE] = NULL};

static gisa_status put_item(void *ctx, void *p, gisa_error *err)
{
    capture_run *r = ctx;
    item *it = p;
    const char *outcome = outcomes[it->page.kind];
    gisa_status st = GISA_OK;
    uint64_t started = gisa_clock_ns();
    if (!r->in_batch) st = gisa_store_begin(r->p->store, err);
    if (st >= 0) r->in_batch = true;
    r->report->extract_ns += it->page.extract_ns;
    r->report->annotate_ns += it->page.annotate_ns;
    r->report->terms_ns += it->page.terms_ns;
    if (it->page.kind == GISA_PAGE_ARTICLE) say_notes(r, it);
    if (st >= 0 && it->page.kind == GISA_PAGE_ARTICLE) st = put_article(r, it, &outcome, err);
    if (st >= 0 && it->page.kind == GISA_PAGE_SKIPPED) st = note_skip(r, it, err);
    gisa_str reason = *it->page.reason ? gisa_str_from(it->page.reason) : GISA_NONE;
    bool passed = it->page.kind == GISA_PAGE_NONE || it->page.kind == GISA_PAGE_ASIDE;
    if (passed && gisa_map_count(&r->report->passed, reason, 1) < 0) st = gisa_fail_mem(err);
    if (st >= 0) st = gisa_store_put_capture(r->p->store, &it->capture, outcome, reason, err);
    r->report->captures++;
    r->mark = it->end;
    r->broken = st < 0;
    r->under_way -= it->payload.n;
    r->report->store_ns += gisa_clock_ns() - started;
    r->batch_n++;
    /* mutate: equivalent, what comes out is the same wherever a batch ends */
    if (st >= 0 && (r->batch_n >= BATCH_ARTICLES || r->batch_bytes >= BATCH_BYTES))
        st = commit_batch(r, err);
    item_free(it);
    r->done++;
    if (r->p->events.progress) r->p->events.progress(r->p->events.ctx, r->done);
    return st;
}

static void drop_item(void *ctx, void *p)
{
    capture_run *r = ctx;
    r->under_way -= ((const item *)p)->payload.n;
    item_free(p);
}

static gisa_status run_all(capture_run *r, gisa_error *err)
{
    unsigned threads = r->p->threads;
    gisa_status st = GISA_OK;
    gisa_pool_ops ops = {.ctx = r,
                         .next = next_item,
                         .work = analyse_item,
                         .put = put_item,
                         .drop = drop_item,
                         .full = is_full};
    if (!r->p->learning.known)
        st = gisa_learning_open(&r->p->learning, r->p->store, r->p->extractor, r->p->analyzer, err);
    if (st < 0) return st;
    r->window = (size_t)threads * WINDOW_PER_THREAD;
    r->recent = gisa_calloc(r->window, sizeof *r->recent);
    r->works = gisa_calloc(threads, sizeof *r->works);
    if (!r->works || !r->recent) st = gisa_fail_mem(err);
    for (; st >= 0 && r->n_works < threads; r->n_works++) {
        st = gisa_page_worker_open(r->p->extractor, r->p->analyzer, &r->works[r->n_works], err);
        r->works[r->n_works].known = r->p->learning.known;
    }
    if (st >= 0) st = gisa_pool_run(threads, r->window, &ops, err);
    gisa_error ignored;
    gisa_status committed = commit_batch(r, st < 0 ? &ignored : err);
    if (st >= 0) st = committed;
    /* mutate: equivalent, to optimize where nothing is new only takes time */
    bool news = r->report->added + r->report->changed > 0;
    if (st >= 0 && !r->until)
        st = news ? gisa_store_optimize(r->p->store, err) : gisa_store_settle(r->p->store, err);
    for (unsigned i = r->n_works; i-- > 0;) gisa_page_worker_close(&r->works[i]);
    gisa_free(r->works);
    gisa_free(r->recent);
    return st;
}

gisa_status gisa_capture_run_source(gisa_pipeline *p, const gisa_capture_source *source,
                                    const gisa_import_opts *opts, gisa_pipeline_report *report,
                                    gisa_error *err)
{
    capture_run r = {.p = p, .source = source, .opts = opts, .report = report};
    return run_all(&r, err);
}

static gisa_status run_archived(gisa_pipeline *p, gisa_stretch part, uint64_t *to,
                                gisa_pipeline_report *report, gisa_error *err)
{
    capture_run r = {
        .p = p, .mark = part.from, .until = part.to, .read_to = part.from, .report = report};
    gisa_status st = gisa_archive_read(p->archive_path, part.from, &r.reading, err);
    if (st >= 0) st = run_all(&r, err);
    gisa_archive_close(r.reading);
    *to = r.read_to;
    return st;
}

gisa_status gisa_capture_run_archived(gisa_pipeline *p, uint64_t mark, gisa_pipeline_report *report,
                                      gisa_error *err)
{
    uint64_t to;
    return run_archived(p, (gisa_stretch){.from = mark}, &to, report, err);
}

gisa_status gisa_capture_run_part(gisa_pipeline *p, gisa_stretch part, uint64_t *to,
                                  gisa_pipeline_report *report, gisa_error *err)
{
    *to = part.from;
    return part.from < part.to ? run_archived(p, part, to, report, err) : GISA_OK;
}
