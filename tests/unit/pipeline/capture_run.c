#include "pipeline/capture_run.h"

#include <sys/wait.h>

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
    scratch_count(&s, "CREATE TRIGGER stop BEFORE INSERT ON meta BEGIN"
                      " SELECT RAISE(ABORT, 'no more'); END");
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
    gisa_buf_clear(&want);
    gisa_buf_clear(&want_index);
    scratch_close(&s);
    return test_end();
}
