#include "pipeline/pipeline.h"

#include "tests/unit/scratch_corpus.h"

typedef struct heard {
    int warnings, skipped, last_kind;
    uint64_t done;
    gisa_buf text;
} heard;

static void on_warning(void *ctx, gisa_pipeline_warning kind, gisa_str text)
{
    heard *h = ctx;
    h->warnings++;
    h->last_kind = (int)kind;
    gisa_buf_reset(&h->text);
    gisa_buf_add(&h->text, text);
}

static void on_skipped(void *ctx, gisa_str uri, gisa_str reason)
{
    heard *h = ctx;
    h->skipped++;
    gisa_buf_reset(&h->text);
    gisa_buf_addf(&h->text, "%.*s: %.*s", GISA_ARG(uri), GISA_ARG(reason));
}

static void on_progress(void *ctx, uint64_t done)
{
    heard *h = ctx;
    EQUAL(done, h->done + 1, "progress counts one by one");
    h->done = done;
}

static gisa_pipeline_opts opts_with(heard *h)
{
    return (gisa_pipeline_opts){.threads = 2,
                                .events = {on_warning, on_skipped, on_progress, NULL, h}};
}

static void write_file(const scratch_corpus *s, const char *name, const char *text)
{
    gisa_error err = {0};
    char *path = gisa_path_join(s->dir, name);
    WENT(gisa_file_write(path, gisa_str_from(text), &err), err, name);
    gisa_free(path);
}

static void test_files(void)
{
    scratch_corpus s;
    heard h = {0};
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    write_file(&s, "a.jsonl", "{\"title\":\"하나\",\"body\":\"첫 글이다.\"}\n{\"title\":1}\n");
    write_file(&s, "b.jsonl", "{\"title\":\"둘\",\"body\":\"둘째 글이다.\"}\n");
    write_file(&s, "empty.txt", "");
    const char *const paths[] = {s.dir};
    const gisa_pipeline_opts opts = opts_with(&h);
    WENT(gisa_pipeline_open(s.db, &opts, &p, &err), err, "a pipeline opens");
    WENT(gisa_pipeline_import_files(p, paths, 1, NULL, &report, &err), err, "a folder comes in");
    EQUAL(report.added, 2, "the articles of its files are added");
    EQUAL(report.failed, 1, "an unreadable file is counted");
    EQUAL(h.warnings, 1, "and is a warning");
    EQUAL(h.last_kind, GISA_WARN_UNREADABLE, "of its kind");
    EQUAL(report.skipped, 1, "a page without an article is counted");
    EQUAL(h.skipped, 1, "and said");
    EQUAL(report.reasons.n, 1, "with its reason in the report");
    EQUAL(h.done, 3, "progress comes for every capture");
    h.done = 0;
    WENT(gisa_pipeline_import_files(p, paths, 1, NULL, &report, &err), err, "the folder once more");
    EQUAL(report.known, 3, "what is known is passed over");
    EQUAL(h.last_kind, GISA_WARN_UNREADABLE, "of its files the empty one comes last");
    EQUAL(h.warnings, 3, "the archive in the folder is left out, with a warning");
    EQUAL(h.done, 0, "without being analysed");
    WENT(gisa_pipeline_import_files(p, paths, 1, &(gisa_import_opts){.keep_duplicates = true},
                                    &report, &err),
         err, "and once more, with duplicates kept");
    EQUAL(report.known, 3, "which passes nothing over");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), 2,
          "though what has the same text is the same article");
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
    gisa_buf_clear(&h.text);
    scratch_close(&s);
}

static void test_one_capture(void)
{
    static const gisa_str html = GISA_STR(
        "<html><head><title>가온 공개</title></head><body><article><p>미르AI가 3일 공개 모델 "
        "가온을 "
        "내놓았다.</p><p>연구자가 자유롭게 고쳐 쓸 수 있다고 회사는 밝혔다.</p></article></body>"
        "</html>");
    scratch_corpus s;
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("https://mir.example/1"),
                      .content_type = GISA_STR("text/html"),
                      .payload = html};
    if (!scratch_open(&s)) return;
    WENT(gisa_pipeline_open(s.db, NULL, &p, &err), err, "a pipeline opens without options");
    WENT(gisa_pipeline_import_capture(p, &c, NULL, &report, &err), err, "a page in memory");
    EQUAL(report.added, 1, "becomes an article");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM capture WHERE fetched > 1700000000"), 1,
          "and without a date was fetched now");
    WENT(gisa_pipeline_import_capture(p, &c, NULL, &report, &err), err, "the same page again");
    EQUAL(report.known, 1, "is known");
    c.uri = GISA_STR("a\nb");
    c.payload = GISA_STR("<p>x</p>");
    EQUAL(gisa_pipeline_import_capture(p, &c, NULL, &report, &err), GISA_EINVAL,
          "an address that no archive can hold is refused");
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

/* The archive belongs to whoever appends; the database can be lost. */
static void test_catch_up(void)
{
    scratch_corpus s;
    heard h = {0};
    gisa_pipeline *p = NULL, *other = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 9, NULL, &report, &err), err, "an import");
    gisa_buf before = scratch_dump(&s);
    unlink(s.db);
    const gisa_pipeline_opts opts = opts_with(&h);
    WENT(gisa_pipeline_open(s.db, &opts, &p, &err), err, "a new database by the old archive");
    EQUAL(gisa_pipeline_catch_up(p, &report, &err), GISA_EINVAL, "does not name it");
    EQUAL(err.cause, GISA_CAUSE_UNNAMED_ARCHIVE, "which is said");
    gisa_pipeline_close(p);
    WENT(gisa_pipeline_rebuild(s.db, &opts, &report, &err), err, "until it is rebuilt from it");
    gisa_buf after = scratch_dump(&s);
    SAME(gisa_buf_view(&after), gisa_buf_view(&before), "with the same articles");
    EQUAL(h.done, 8, "said one by one");
    WENT(gisa_pipeline_open(s.db, &opts, &p, &err), err, "it opens again");
    WENT(gisa_pipeline_catch_up(p, &report, &err), err, "and catches up");
    EQUAL(h.done, 8, "with nothing to do");
    gisa_archive *mine = NULL, *theirs = NULL;
    WENT(gisa_pipeline_archive(p, &mine, &err), err, "one pipeline appends");
    WENT(gisa_pipeline_open(s.db, &opts, &other, &err), err, "another may be open");
    EQUAL(gisa_pipeline_archive(other, &theirs, &err), GISA_EBUSY, "but not append");
    gisa_pipeline_close(other);
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
    gisa_buf_clear(&before);
    gisa_buf_clear(&after);
    scratch_close(&s);
}

static void test_damage(void)
{
    scratch_corpus s;
    heard h = {0};
    gisa_pipeline *p = NULL;
    gisa_archive *archive = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 4, NULL, &report, &err), err, "an import");
    FILE *f = fopen(s.archive, "ab");
    fwrite("\037\213\010\0\0\0\0\0", 1, 8, f);
    fclose(f);
    const gisa_pipeline_opts opts = opts_with(&h);
    WENT(gisa_pipeline_open(s.db, &opts, &p, &err), err, "a pipeline on a torn archive");
    WENT(gisa_pipeline_archive(p, &archive, &err), err, "mends it");
    EQUAL(h.last_kind, GISA_WARN_TORN_ARCHIVE, "and says so");
    OK(h.text.p && strstr(h.text.p, ": 8 bytes of an unfinished") != NULL, "with how much");
    gisa_pipeline_close(p);
    gisa_buf_clear(&h.text);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

int main(void)
{
    gisa_error err = {0};
    char *path = gisa_pipeline_archive_path("x/news.db", &err);
    SAME_C(gisa_str_from(path), "x/news.warc.gz", "the archive is beside the database");
    gisa_free(path);
    path = gisa_pipeline_archive_path("news", &err);
    SAME_C(gisa_str_from(path), "news.warc.gz", "whatever the database's ending");
    gisa_free(path);
    gisa_pipeline_close(NULL);
    test_files();
    test_one_capture();
    test_catch_up();
    test_damage();
    return test_end();
}
