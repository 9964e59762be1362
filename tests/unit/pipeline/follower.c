#include "pipeline/follower.h"

#include <pthread.h>

#include "corpus/archive.h"
#include "tests/unit/scratch_corpus.h"

enum { N = 12 };

/* What the thread says of its progress. */
typedef struct told {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    unsigned pages;
    bool waits; /* it is not to go on before it may */
} told;

static void on_progress(void *ctx, uint64_t done)
{
    told *t = ctx;
    (void)done;
    pthread_mutex_lock(&t->lock);
    t->pages++;
    pthread_cond_broadcast(&t->changed);
    while (t->waits) pthread_cond_wait(&t->changed, &t->lock);
    pthread_mutex_unlock(&t->lock);
}

static void wait_for(told *t, unsigned pages)
{
    pthread_mutex_lock(&t->lock);
    while (t->pages < pages) pthread_cond_wait(&t->changed, &t->lock);
    pthread_mutex_unlock(&t->lock);
}

static void let(told *t, bool waits)
{
    pthread_mutex_lock(&t->lock);
    t->waits = waits;
    pthread_cond_broadcast(&t->changed);
    pthread_mutex_unlock(&t->lock);
}

typedef struct bench {
    scratch_corpus s;
    told told;
    gisa_pipeline *p;
    gisa_pipeline_report report;
    gisa_archive *archive;
    gisa_follower *f;
    scratch_source articles;
    gisa_error err;
} bench;

static bool begin(bench *b)
{
    *b = (bench){.told = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, false},
                 .articles = {.at = 1}};
    const gisa_pipeline_opts opts = {.threads = 2,
                                     .events = {.progress = on_progress, .ctx = &b->told}};
    if (!scratch_open(&b->s)) return false;
    WENT(gisa_pipeline_open(b->s.db, &opts, &b->p, &b->err), b->err, "a pipeline");
    WENT(gisa_pipeline_archive(b->p, &b->archive, &b->err), b->err, "and its archive");
    WENT(gisa_follower_open(b->p, &b->report, &b->f, &b->err), b->err, "and who follows it");
    return true;
}

static void end(bench *b)
{
    gisa_pipeline_report_clear(&b->report);
    gisa_pipeline_close(b->p);
    scratch_source_clear(&b->articles);
    scratch_close(&b->s);
}

/* Appends articles up to that number. */
static void append(bench *b, int last)
{
    gisa_capture c;
    b->articles.end = last + 1;
    while (scratch_next(&b->articles, &c, &b->err) == GISA_OK)
        WENT(gisa_archive_put(b->archive, &c, NULL, &b->err), b->err, "a capture is appended");
}

static void note(bench *b)
{
    WENT(gisa_archive_sync(b->archive, &b->err), b->err, "and is durable");
    gisa_follower_note(b->f, gisa_archive_end(b->archive));
}

static void check_same(const bench *b, const gisa_buf *want)
{
    gisa_buf got = scratch_dump(&b->s);
    OK(gisa_str_eq(gisa_buf_view(&got), gisa_buf_view(want)),
       "the database is that of an import afterwards");
    EQUAL(b->report.captures, N - 1, "each capture went through once");
    EQUAL(b->report.added, N - 1, "each article is counted once");
    gisa_buf_clear(&got);
}

static void test_beside(const gisa_buf *want)
{
    bench b;
    if (!begin(&b)) return;
    append(&b, 4);
    note(&b);
    wait_for(&b.told, 4);
    OK(true, "what is durable is taken in while more may come");
    append(&b, 6);
    note(&b);
    wait_for(&b.told, 6);
    append(&b, 9);
    note(&b);
    append(&b, N - 1);
    gisa_follower_close(b.f);
    WENT(gisa_pipeline_catch_up(b.p, &b.report, &b.err), b.err, "the rest is taken in afterwards");
    check_same(&b, want);
    end(&b);
}

static void test_no_further(void)
{
    bench b;
    if (!begin(&b)) return;
    append(&b, 3);
    note(&b);
    wait_for(&b.told, 3);
    let(&b.told, true);
    append(&b, 4);
    note(&b); /* which keeps it at work while more comes that is not durable */
    wait_for(&b.told, 4);
    append(&b, 8);
    let(&b.told, false);
    gisa_follower_close(b.f);
    EQUAL(b.report.captures, 4, "nothing is read that is not durable");
    end(&b);
}

/* A batch that fails in the middle. */
static void test_failure(const gisa_buf *want)
{
    bench b;
    gisa_buf none;
    if (!begin(&b)) return;
    append(&b, 3);
    note(&b);
    wait_for(&b.told, 3);
    let(&b.told, true);
    append(&b, 4);
    note(&b);
    wait_for(&b.told, 4); /* in the batch, which is committed when it goes on */
    append(&b, 9);
    note(&b);
    let(&b.told, false);
    wait_for(&b.told, 9);
    gisa_follower_close(b.f);
    none = scratch_ask(&b.s, "CREATE TRIGGER bad BEFORE INSERT ON capture WHEN NEW.uri LIKE '%#L11'"
                             " BEGIN SELECT RAISE(ABORT, 'bad'); END");
    gisa_buf_clear(&none);
    WENT(gisa_follower_open(b.p, &b.report, &b.f, &b.err), b.err, "another one");
    append(&b, N - 1);
    note(&b);
    wait_for(&b.told, 10); /* the one before the bad one */
    gisa_follower_close(b.f);
    EQUAL(b.report.captures, 9, "what was rolled back is not counted");
    none = scratch_ask(&b.s, "DROP TRIGGER bad");
    gisa_buf_clear(&none);
    WENT(gisa_pipeline_catch_up(b.p, &b.report, &b.err), b.err, "it is taken in afterwards");
    check_same(&b, want);
    end(&b);
}

static void test_damage(void)
{
    bench b;
    FILE *file;
    if (!begin(&b)) return;
    append(&b, 2);
    uint64_t at = gisa_archive_end(b.archive);
    append(&b, 6);
    file = fopen(b.s.archive, "r+b");
    fseek(file, (long)at + 40, SEEK_SET);
    fputs("XXXXXXXX", file);
    fclose(file);
    note(&b);
    gisa_follower_close(b.f);
    EQUAL(gisa_pipeline_catch_up(b.p, &b.report, &b.err), GISA_ECORRUPT,
          "damage is an error of the import that comes afterwards");
    end(&b);
}

static void test_nothing(void)
{
    bench b;
    if (!begin(&b)) return;
    gisa_follower_close(b.f);
    EQUAL(b.report.captures, 0, "nothing comes of nothing");
    gisa_follower_note(NULL, 7);
    gisa_follower_close(NULL);
    end(&b);
}

int main(void)
{
    scratch_corpus s;
    gisa_error err = {0};
    gisa_pipeline_report report = {0};
    if (!scratch_open(&s)) return test_end();
    WENT(scratch_import(&s, 1, N, NULL, &report, &err), err, "an import");
    gisa_buf want = scratch_dump(&s);
    test_beside(&want);
    test_no_further();
    test_failure(&want);
    test_damage();
    test_nothing();
    gisa_buf_clear(&want);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
    return test_end();
}
