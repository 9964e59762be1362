/* For the tests of pipeline/: a scratch folder with a database, a source of invented articles of
 * one site, with a line that recurs at their end, and what the database holds, as text. */
#ifndef GISA_TEST_SCRATCH_CORPUS_H
#define GISA_TEST_SCRATCH_CORPUS_H

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "pipeline/pipeline.h"
#include "tests/unit/test.h"

#define SCRATCH_PLEA "나루일보는 독자의 제보를 기다립니다."

typedef struct scratch_corpus {
    char dir[sizeof "/tmp/gisa-test-XXXXXX"];
    char db[64], archive[64];
} scratch_corpus;

static inline bool scratch_open(scratch_corpus *s)
{
    memcpy(s->dir, "/tmp/gisa-test-XXXXXX", sizeof s->dir);
    if (!OK(mkdtemp(s->dir) != NULL, "a scratch folder can be made")) return false;
    snprintf(s->db, sizeof s->db, "%s/news.db", s->dir);
    snprintf(s->archive, sizeof s->archive, "%s/news.warc.gz", s->dir);
    return true;
}

static inline void scratch_close(scratch_corpus *s)
{
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", s->dir);
    EQUAL(system(command), 0, "the scratch folder goes");
}

/* Gives articles [at, end); at `fails` it fails instead. */
typedef struct scratch_source {
    int at, end, fails;
    gisa_buf uri, payload;
} scratch_source;

static inline void scratch_article(gisa_buf *out, int i)
{
    gisa_buf_reset(out);
    gisa_buf_addf(
        out,
        "{\"outlet\":\"naru\",\"url\":\"https://naru.example/%d\",\"title\":\"%d번째 고래 "
        "소식\",\"published\":\"2025-03-%02dT09:00:00+09:00\",\"body\":\"고래 %d마리가 "
        "동해를 지나갔다고 선장이 밝혔다.\\n배 %d척이 그 뒤를 따랐다.\\n딥시크가 값을 "
        "%d억원으로 내렸다.\\n" SCRATCH_PLEA "\"}",
        i, i, i % 28 + 1, i * 3 + 5, i * 7 + 9, i * 11 + 2);
}

static inline gisa_status scratch_next(void *ctx, gisa_capture *out, gisa_error *err)
{
    scratch_source *s = ctx;
    if (s->fails && s->at == s->fails) return gisa_fail(err, GISA_EIO, "the source broke");
    if (s->at == s->end) return GISA_END;
    scratch_article(&s->payload, s->at);
    gisa_buf_reset(&s->uri);
    gisa_buf_addf(&s->uri, "file:naru.jsonl#L%d", s->at);
    s->at++;
    *out = (gisa_capture){.type = GISA_CAPTURE_RESOURCE,
                          .uri = gisa_buf_view(&s->uri),
                          .content_type = GISA_STR("application/json"),
                          .fetched_utc = 1741000000,
                          .payload = gisa_buf_view(&s->payload)};
    return GISA_OK;
}

static inline void scratch_source_clear(scratch_source *s)
{
    gisa_buf_clear(&s->uri);
    gisa_buf_clear(&s->payload);
}

/* Imports articles [from, end) in a pipeline of its own. */
static inline gisa_status scratch_import(const scratch_corpus *s, int from, int end,
                                         const gisa_pipeline_opts *opts,
                                         gisa_pipeline_report *report, gisa_error *err)
{
    gisa_pipeline *p = NULL;
    scratch_source articles = {.at = from, .end = end};
    const gisa_capture_source source = {scratch_next, &articles};
    gisa_status st = gisa_pipeline_open(s->db, opts, &p, err);
    if (st >= 0) st = gisa_pipeline_import_source(p, &source, NULL, report, err);
    gisa_pipeline_close(p);
    scratch_source_clear(&articles);
    return st;
}

static inline int scratch_add_row(void *ctx, int n, char **cells, char **names)
{
    (void)names;
    for (int i = 0; i < n; i++)
        gisa_buf_addf(ctx, "%s%c", cells[i] ? cells[i] : "-", i + 1 < n ? '|' : '\n');
    return 0;
}

/* The answer of an SQL query on the database, a line a row; cleared by gisa_buf_clear. */
static inline gisa_buf scratch_ask(const scratch_corpus *s, const char *sql)
{
    gisa_buf out = {0};
    sqlite3 *db = NULL;
    char *why = NULL;
    bool good = sqlite3_open_v2(s->db, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
                sqlite3_exec(db, sql, scratch_add_row, &out, &why) == SQLITE_OK;
    test_check(good, __FILE__, __LINE__, "the database can be asked", why);
    sqlite3_free(why);
    sqlite3_close(db);
    return out;
}

static inline long long scratch_count(const scratch_corpus *s, const char *sql)
{
    gisa_buf answer = scratch_ask(s, sql);
    long long n = answer.p ? strtoll(answer.p, NULL, 10) : -1;
    gisa_buf_clear(&answer);
    return n;
}

/* What every import of the same captures must give: articles, what was found in them, what was
 * learned, and how far the archive has been read. */
static inline gisa_buf scratch_dump(const scratch_corpus *s)
{
    return scratch_ask(s, "SELECT row, id, version, digest, origin, capture, title FROM article;"
                          "SELECT row, text FROM body;"
                          "SELECT row, start, end, name FROM mention;"
                          "SELECT row, start, end, value, unit FROM figure;"
                          "SELECT start, digest, uri, outcome, reason FROM capture;"
                          "SELECT site, line, capture FROM site_line;"
                          "SELECT site, hex(entries) FROM site_block;"
                          "SELECT value FROM meta WHERE key LIKE 'archive%'");
}

#endif
