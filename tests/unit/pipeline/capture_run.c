#include "pipeline/capture_run.h"

#include <sys/wait.h>

#include "corpus/archive.h"
#include "tests/unit/scratch_corpus.h"

enum { N = 23 };

/* What one uninterrupted import on one thread gives, with the full-text index. */
static const char index_sql[] = "SELECT id, hex(block) FROM article_fts_data";

static void test_threads(const gisa_buf *want, const gisa_buf *want_index)
{
    static const unsigned counts[] = {2, 5};
    for (size_t i = 0; i < 2; i++) {
        scratch_corpus s;
        gisa_pipeline_report report = {0};
        gisa_error err = {0};
        if (!scratch_open(&s)) return;
        WENT(scratch_import(&s, 1, N, &(gisa_pipeline_opts){.threads = counts[i]}, &report, &err),
             err, "an import on several threads");
        gisa_buf got = scratch_dump(&s), got_index = scratch_ask(&s, index_sql);
        OK(gisa_str_eq(gisa_buf_view(&got), gisa_buf_view(want)),
           "several threads store what one does, in the same order");
        OK(gisa_str_eq(gisa_buf_view(&got_index), gisa_buf_view(want_index)),
           "and index it in the same bytes");
        gisa_buf_clear(&got);
        gisa_buf_clear(&got_index);
        gisa_pipeline_report_clear(&report);
        scratch_close(&s);
    }
}

static void die_at(void *ctx, uint64_t done)
{
    if (done == *(const uint64_t *)ctx) _exit(0);
}

/* A process that dies in the middle of an import, as after kill -9. */
static void import_and_die(const scratch_corpus *s, unsigned threads, uint64_t at)
{
    gisa_pipeline_report report = {0};
    gisa_pipeline_opts opts = {.threads = threads, .events = {.progress = die_at, .ctx = &at}};
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        scratch_import(s, 1, N, &opts, &report, NULL);
        _exit(1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EQUAL(status, 0, "the process died where it should");
}

static void test_kills(const gisa_buf *want)
{
    static const struct {
        const char *name;
        unsigned threads;
        uint64_t at;
    } rows[] = {{"killed after the first article", 1, 1},
                {"killed in the middle, when a line was learned", 1, 11},
                {"killed after the last article, before the commit", 1, N - 1},
                {"killed with captures under way on threads", 3, 4}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        scratch_corpus s;
        gisa_pipeline_report report = {0};
        gisa_error err = {0};
        if (!scratch_open(&s)) return;
        import_and_die(&s, rows[i].threads, rows[i].at);
        EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), 0, "nothing half is committed");
        WENT(scratch_import(&s, 1, N, NULL, &report, &err), err, rows[i].name);
        gisa_buf got = scratch_dump(&s);
        OK(gisa_str_eq(gisa_buf_view(&got), gisa_buf_view(want)), rows[i].name);
        EQUAL(report.added, N - 1, "every article is added once");
        OK(report.known >= rows[i].at, "what was archived before the kill is not archived again");
        EQUAL(report.captures, N - 1, "and every capture goes through the stages once more");
        gisa_buf_clear(&got);
        gisa_pipeline_report_clear(&report);
        scratch_close(&s);
    }
}

/* A source that fails ends the run, and what it gave before is in the archive. */
static void test_failing_source(void)
{
    scratch_corpus s;
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    scratch_source broken = {.at = 1, .end = N, .fails = 4};
    const gisa_capture_source source = {scratch_next, &broken};
    if (!scratch_open(&s)) return;
    WENT(gisa_pipeline_open(s.db, NULL, &p, &err), err, "a pipeline opens");
    EQUAL(gisa_pipeline_import_source(p, &source, NULL, &report, &err), GISA_EIO,
          "the failure of a source comes back");
    SAME_C(gisa_str_from(err.text), "the source broke", "with its reason");
    broken.fails = 0;
    report.added = 0;
    WENT(gisa_pipeline_import_source(p, &source, NULL, &report, &err), err,
         "and the same pipeline goes on");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), N - 1, "to the end");
    EQUAL(scratch_count(&s, "SELECT count(DISTINCT digest) FROM capture"), N - 1,
          "with what came before the failure");
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
    scratch_source_clear(&broken);
    scratch_close(&s);
}

/* A batch that cannot be committed is an error, and none of it stays; the next run takes it in. */
static void test_failing_commit(void)
{
    scratch_corpus s;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 3, NULL, &report, &err), err, "two articles");
    scratch_count(&s, "CREATE TRIGGER stop BEFORE INSERT ON meta WHEN NEW.key = 'archive_mark'"
                      " BEGIN SELECT RAISE(ABORT, 'no more'); END");
    EQUAL(scratch_import(&s, 3, N, NULL, &report, &err), GISA_EIO,
          "the others cannot be committed");
    OK(strstr(err.text, "no more"), "for the reason that is told");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), 2, "so none of them is there");
    scratch_count(&s, "DROP TRIGGER stop");
    WENT(scratch_import(&s, N - 1, N, NULL, &report, &err), err, "a later run");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), N - 1, "takes them in");
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

/* Captures of all kinds, in the order of a source. */
typedef struct sample {
    const char *uri, *type, *payload; /* uri NULL: cannot be read */
} sample;

#define JSON          "application/json"
#define LONG_LANGUAGE "xx-123456789012345678901234567890123"

static const sample mixed[] = {
    {NULL, NULL, NULL},
    {"file:a.json", JSON,
     "{\"url\":\"https://naru.example/a\",\"title\":\"고래\",\"body\":\"하나.\"}"},
    {"file:b.json", JSON,
     "{\"url\":\"https://naru.example/a\",\"title\":\"고래\",\"body\":\"하나.\"}"},
    {"file:c.json", JSON,
     "{\"url\":\"https://naru.example/a\",\"title\":\"고래\",\"body\":\"하나.\" }"},
    {"file:d.json", JSON,
     "{\"url\":\"https://naru.example/a\",\"title\":\"고래\",\"body\":\"둘.\"}"},
    {"file:e.json", JSON,
     "{\"url\":\"https://naru.example/"
     "e\",\"title\":\"상어\",\"body\":\"셋.\",\"published\":\"어제\"}"},
    {"file:f.json", JSON,
     "{\"url\":\"https://naru.example/"
     "f\",\"title\":\"거북\",\"body\":\"넷.\",\"lang\":\"" LONG_LANGUAGE "\"}"},
    {"file:g.json", JSON, "{\"url\":\"https://naru.example/g\",\"title\":\"\",\"body\":\"\"}"},
    {"https://naru.example/h", "text/html", "<p>없는 쪽입니다."},
};

typedef struct sample_source {
    size_t at;
} sample_source;

static gisa_status sample_next(void *ctx, gisa_capture *out, gisa_error *err)
{
    sample_source *s = ctx;
    if (s->at == sizeof mixed / sizeof *mixed) return GISA_END;
    const sample *m = &mixed[s->at++];
    if (!m->uri) return gisa_fail(err, GISA_SKIP, "a page that cannot be read");
    *out = (gisa_capture){.type = GISA_CAPTURE_RESOURCE,
                          .uri = gisa_str_from(m->uri),
                          .content_type = gisa_str_from(m->type),
                          .fetched_utc = 1741000000,
                          .payload = gisa_str_from(m->payload)};
    if (gisa_str_starts(out->uri, GISA_STR("https:"))) {
        out->type = GISA_CAPTURE_RESPONSE;
        out->http_status = 404;
        out->http_head = GISA_STR("HTTP/1.1 404 Not Found");
    }
    return GISA_OK;
}

static void add_warning(void *ctx, gisa_pipeline_warning kind, gisa_str text)
{
    (void)kind;
    gisa_buf_add(ctx, text);
    gisa_buf_add_char(ctx, '\n');
}

/* What becomes of each capture is counted, noted in the database, and told. */
static void test_outcomes(void)
{
    scratch_corpus s;
    gisa_pipeline *p = NULL;
    gisa_pipeline_report r = {0};
    gisa_error err = {0};
    gisa_buf told = {0};
    sample_source samples = {0};
    const gisa_capture_source source = {sample_next, &samples};
    const gisa_pipeline_opts opts = {.threads = 1,
                                     .events = {.warning = add_warning, .ctx = &told}};
    if (!scratch_open(&s)) return;
    WENT(gisa_pipeline_open(s.db, &opts, &p, &err), err, "a pipeline opens");
    WENT(gisa_pipeline_import_source(p, &source, NULL, &r, &err), err, "captures of all kinds");
    gisa_pipeline_close(p);
    EQUAL(r.failed, 1, "what cannot be read");
    EQUAL(r.known, 1, "what the archive has");
    EQUAL(r.captures, 7, "the rest");
    EQUAL(r.added, 3, "is new articles");
    EQUAL(r.same, 1, "the same article in other bytes");
    EQUAL(r.changed, 1, "one that was changed");
    EQUAL(r.skipped, 1, "and a page without an article");
    EQUAL(r.undated, 1, "of which one has a date that is none");
    EQUAL(r.cut, 1, "and one a field too long");
    if (EQUAL(r.passed.n, 1, "what is no page is counted"))
        SAME_C(r.passed.items[0].key, "HTTP status 404", "by what it is");
    SAME_C(gisa_buf_view(&told),
           "a page that cannot be read\n"
           "file:e.json: \"published\" is no date: 어제\n"
           "file:f.json: lang left out: 36 characters, over 35\n",
           "which is told");
    gisa_buf outcomes = scratch_ask(&s, "SELECT uri, outcome FROM capture ORDER BY start");
    SAME_C(gisa_buf_view(&outcomes),
           "file:a.json|article\nfile:c.json|same\nfile:d.json|changed\nfile:e.json|article\n"
           "file:f.json|article\nfile:g.json|skipped\nhttps://naru.example/h|other\n",
           "each capture has its outcome");
    gisa_buf_clear(&outcomes);
    gisa_buf_clear(&told);
    gisa_pipeline_report_clear(&r);
    scratch_close(&s);
}

/* Gives ctx articles without a readable date. */
static gisa_status undated_next(void *ctx, gisa_capture *out, gisa_error *err)
{
    static char uri[32], payload[128];
    int *left = ctx;
    (void)err;
    if (*left == 0) return GISA_END;
    snprintf(uri, sizeof uri, "file:%d.json", *left);
    snprintf(payload, sizeof payload,
             "{\"title\":\"고래 %d\",\"body\":\"%d.\",\"published\":\"어제\"}", *left, *left);
    --*left;
    *out = (gisa_capture){.type = GISA_CAPTURE_RESOURCE,
                          .uri = gisa_str_from(uri),
                          .content_type = GISA_STR(JSON),
                          .fetched_utc = 1741000000,
                          .payload = gisa_str_from(payload)};
    return GISA_OK;
}

static void count_warning(void *ctx, gisa_pipeline_warning kind, gisa_str text)
{
    (void)text;
    *(int *)ctx += kind == GISA_WARN_NOTES;
}

static void test_many_notes(void)
{
    scratch_corpus s;
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    int left = 23, told = 0;
    const gisa_capture_source source = {undated_next, &left};
    const gisa_pipeline_opts opts = {.threads = 1,
                                     .events = {.warning = count_warning, .ctx = &told}};
    if (!scratch_open(&s)) return;
    WENT(gisa_pipeline_open(s.db, &opts, &p, &err), err, "a pipeline opens");
    WENT(gisa_pipeline_import_source(p, &source, NULL, &report, &err), err, "many dates are none");
    EQUAL(told, 20, "the first twenty are told");
    EQUAL(report.undated, 23, "all are counted");
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

/* What an import leaves beside articles. */
static void test_left(const scratch_corpus *s)
{
    gisa_buf bytes = {0};
    gisa_error err = {0};
    gisa_pipeline_report report = {0};
    OK(scratch_count(s, "SELECT count(*) FROM site_block") > 0,
       "what was counted of a site is kept");
    WENT(gisa_file_read(s->archive, 1 << 20, &bytes, &err), err, "the archive");
    EQUAL(scratch_count(s, "SELECT value FROM meta WHERE key = 'archive_mark'"), bytes.n,
          "is read to its end");
    scratch_count(s, "UPDATE meta SET value = 0 WHERE key = 'copies_linked'"); /* a kill */
    WENT(scratch_import(s, 1, 2, NULL, &report, &err), err, "the next import, of nothing new,");
    OK(scratch_count(s, "SELECT value FROM meta WHERE key = 'copies_linked'") > 0,
       "does what a killed one left");
    gisa_pipeline_report_clear(&report);
    gisa_buf_clear(&bytes);
}

/* Captures that an archive holds and a database does not know, some of which are no articles. */
static void test_archived(void)
{
    scratch_corpus s;
    gisa_pipeline *p = NULL;
    gisa_archive *a = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    gisa_buf told = {0};
    const gisa_pipeline_opts opts = {.events = {.warning = add_warning, .ctx = &told}};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 2, NULL, &report, &err), err, "one article");
    gisa_capture feed = {.type = GISA_CAPTURE_RESOURCE,
                         .role = GISA_ROLE_FEED,
                         .uri = GISA_STR("https://naru.example/rss"),
                         .content_type = GISA_STR("text/xml"),
                         .fetched_utc = 1741000000,
                         .payload = GISA_STR("<rss/>")};
    gisa_capture coded = {.type = GISA_CAPTURE_RESPONSE,
                          .uri = GISA_STR("https://naru.example/9"),
                          .content_type = GISA_STR("text/html"),
                          .fetched_utc = 1741000000,
                          .http_head = GISA_STR("HTTP/1.1 200 OK\r\nContent-Encoding: zstd"),
                          .payload = GISA_STR("\x28\xB5\x2F\xFD\1")};
    gisa_capture page = {.type = GISA_CAPTURE_RESOURCE,
                         .uri = GISA_STR("file:i.json"),
                         .content_type = GISA_STR(JSON),
                         .fetched_utc = 1741000000,
                         .payload = GISA_STR("{\"title\":\"고등어\",\"body\":\"다섯.\"}")};
    WENT(gisa_archive_open(s.archive, &a, NULL, &err), err, "its archive");
    WENT(gisa_archive_put(a, &feed, NULL, &err), err, "gets a feed");
    WENT(gisa_archive_put(a, &coded, NULL, &err), err, "a page that cannot be decoded");
    WENT(gisa_archive_put(a, &page, NULL, &err), err, "and an article");
    gisa_archive_close(a);
    report.added = 0;
    WENT(gisa_pipeline_open(s.db, &opts, &p, &err), err, "a pipeline opens");
    WENT(gisa_pipeline_catch_up(p, &report, &err), err, "and catches up");
    EQUAL(report.added, 1, "with the article");
    OK(gisa_str_has(gisa_buf_view(&told), GISA_STR("cannot undo Content-Encoding zstd")),
       "and tells of the page");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM capture"), 2, "a feed is no capture of a page");
    gisa_pipeline_close(p);
    gisa_buf_clear(&told);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

int main(void)
{
    scratch_corpus s;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return test_end();
    WENT(scratch_import(&s, 1, N, &(gisa_pipeline_opts){.threads = 1}, &report, &err), err,
         "an import on one thread");
    gisa_buf want = scratch_dump(&s), want_index = scratch_ask(&s, index_sql);
    gisa_pipeline_report_clear(&report);
    test_threads(&want, &want_index);
    test_kills(&want);
    test_failing_source();
    test_failing_commit();
    test_outcomes();
    test_many_notes();
    test_archived();
    test_left(&s);
    gisa_buf_clear(&want);
    gisa_buf_clear(&want_index);
    scratch_close(&s);
    return test_end();
}
