#include "pipeline/pipeline.h"

#include "nlp/edition.h"
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

/* A flipped bit in the archive is its damage, whoever asks; nothing else is. */
static void test_cause(void)
{
    scratch_corpus s;
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    gisa_buf bytes = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 4, NULL, &report, &err), err, "an import");
    EQUAL(err.cause, GISA_CAUSE_NONE, "that goes well has no cause to tell");
    long long place = scratch_count(&s, "SELECT capture FROM article WHERE url LIKE '%/2'");
    scratch_count(&s, "UPDATE meta SET value = (SELECT capture FROM article WHERE url LIKE '%/2')"
                      " WHERE key = 'archive_mark'");
    WENT(gisa_file_read(s.archive, 1 << 20, &bytes, &err), err, "the archive is read");
    bytes.p[place + 50] ^= 0x20;
    WENT(gisa_file_write(s.archive, gisa_buf_view(&bytes), &err), err, "and damaged");
    WENT(gisa_pipeline_open(s.db, NULL, &p, &err), err, "a pipeline opens");
    EQUAL(gisa_pipeline_catch_up(p, &report, &err), GISA_ECORRUPT, "it cannot catch up");
    EQUAL(err.cause, GISA_CAUSE_DAMAGED_ARCHIVE, "because the archive is damaged");
    EQUAL(gisa_pipeline_catch_up(p, &report, NULL), GISA_ECORRUPT, "and need not say why");
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
    gisa_buf_clear(&bytes);
    scratch_close(&s);
}

/* Imports one file; what was told of it. */
static void import_file(const scratch_corpus *s, const char *path, heard *h, uint64_t *added)
{
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    const gisa_pipeline_opts opts = opts_with(h);
    h->warnings = 0;
    h->done = 0;
    gisa_buf_reset(&h->text);
    WENT(gisa_pipeline_open(s->db, &opts, &p, &err), err, "a pipeline opens");
    WENT(gisa_pipeline_import_files(p, &path, 1, NULL, &report, &err), err, path);
    *added = report.added;
    gisa_pipeline_close(p);
    gisa_pipeline_report_clear(&report);
}

/* The archive itself and its copies are left out, those of others are not. */
static void test_archives(void)
{
    scratch_corpus s, other;
    heard h = {0};
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    uint64_t added = 0;
    char copy[96], link_path[96], command[192];
    if (!scratch_open(&s) || !scratch_open(&other)) return;
    WENT(scratch_import(&s, 1, 4, NULL, &report, &err), err, "an import");
    WENT(scratch_import(&other, 4, 6, NULL, &report, &err), err, "another");
    snprintf(copy, sizeof copy, "%s/copy.warc.gz", s.dir);
    snprintf(link_path, sizeof link_path, "%s/link.warc.gz", s.dir);
    snprintf(command, sizeof command, "cp %s %s", s.archive, copy);
    EQUAL(system(command), 0, "a copy");
    EQUAL(symlink(s.archive, link_path), 0, "and a link");
    import_file(&s, link_path, &h, &added);
    OK(gisa_str_ends(gisa_buf_view(&h.text), GISA_STR("the archive that captures are added to")),
       "the archive is known by another name");
    import_file(&s, copy, &h, &added);
    OK(gisa_str_ends(gisa_buf_view(&h.text), GISA_STR("a copy of this database's own archive")),
       "and a copy by what is in it");
    import_file(&s, other.archive, &h, &added);
    EQUAL(h.warnings, 0, "another's is taken in");
    EQUAL(added, 2, "with its articles");
    gisa_buf_clear(&h.text);
    gisa_pipeline_report_clear(&report);
    scratch_close(&other);
    scratch_close(&s);
}

/* What a folder holds besides pages is told once. */
static void test_passed_over(void)
{
    scratch_corpus s;
    heard h = {0};
    uint64_t added = 0;
    if (!scratch_open(&s)) return;
    write_file(&s, "a.jsonl", "{\"title\":\"하나\",\"body\":\"첫 글이다.\"}\n");
    write_file(&s, "b.pdf", "%PDF-1.7");
    import_file(&s, s.dir, &h, &added);
    EQUAL(added, 1, "an article");
    EQUAL(h.warnings, 1, "and one warning");
    EQUAL(h.last_kind, GISA_WARN_PASSED_OVER, "of what was passed over");
    OK(gisa_str_has(gisa_buf_view(&h.text), GISA_STR(": 1 PDF (first: ")), "by its kind");
    gisa_buf_clear(&h.text);
    scratch_close(&s);
}

/* An import takes in first what the archive holds, and says what it knows of the index. */
static void test_before_import(void)
{
    scratch_corpus s;
    heard h = {0};
    gisa_archive *a = NULL;
    gisa_analyzer *analyzer = NULL;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    char mine[GISA_EDITION_CHARS + 1];
    scratch_source source = {.at = 9, .end = 10};
    gisa_capture c;
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 3, NULL, &report, &err), err, "two articles");
    WENT(gisa_analyzer_open(&(gisa_analyzer_opts){.isolated_words = true}, &analyzer, &err), err,
         "an analyser of words by themselves");
    const gisa_tokenizer tokenizer = gisa_analyzer_tokenizer(analyzer);
    WENT(gisa_edition_find(&tokenizer, mine, &err), err, "has an edition");
    gisa_buf held = scratch_ask(&s, "SELECT value FROM meta WHERE key = 'analyser'");
    SAME_C(gisa_str_trim(gisa_buf_view(&held)), mine, "which indexed them");
    gisa_buf_clear(&held);
    gisa_analyzer_close(analyzer);
    WENT(gisa_archive_open(s.archive, &a, NULL, &err), err, "the archive");
    scratch_next(&source, &c, &err);
    WENT(gisa_archive_put(a, &c, NULL, &err), err, "gets a capture, and the program is killed");
    gisa_archive_close(a);
    scratch_source_clear(&source);
    scratch_count(&s, "DELETE FROM meta WHERE key = 'analyser'");
    report.added = 0;
    gisa_pipeline_opts opts = opts_with(&h);
    opts.events.progress = NULL;
    WENT(scratch_import(&s, 3, 4, &opts, &report, &err), err, "the next import");
    EQUAL(report.added, 2, "has both articles");
    EQUAL(h.last_kind, GISA_WARN_UNKNOWN_EDITION, "and says that the analyser is not known");
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
    test_archives();
    test_cause();
    test_passed_over();
    test_before_import();
    return test_end();
}
