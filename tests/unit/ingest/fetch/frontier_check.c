#include "ingest/fetch/frontier_check.h"

#include "base/sql.h"
#include "tests/unit/ingest/fetch/frontier_bench.h"

static gisa_frontier_report look(frontier_bench *b, bool whole)
{
    gisa_frontier_report r;
    WENT(gisa_frontier_check(b->file, b->archive, whole, &r, &b->err), b->err, "a look");
    return r;
}

static void sql(const frontier_bench *b, const char *text)
{
    gisa_sql q;
    gisa_error err;
    WENT(gisa_sql_open(b->file, SQLITE_OPEN_READWRITE, &q, &err), err, "the file");
    WENT(gisa_sql_run(&q, text, &err), err, text);
    gisa_sql_close(&q);
}

/* Overwrites what is at a place of the file. */
static void spoil(const frontier_bench *b, long at, size_t n)
{
    FILE *f = fopen(b->file, "r+b");
    if (!f || fseek(f, at, SEEK_SET) != 0) abort();
    while (n--) fputc(0xa5, f);
    fclose(f);
}

/* An archive with one page, and with what a crawl writes besides if it was crawled. */
static void put_archive(frontier_bench *b, gisa_capture_role role)
{
    gisa_archive *a;
    const gisa_capture c = {.type = GISA_CAPTURE_RESPONSE,
                            .role = role,
                            .uri = GISA_STR("http://a.example/1"),
                            .http_status = 200,
                            .http_head = GISA_STR("HTTP/1.1 200 OK\r\n\r\n"),
                            .payload = GISA_STR("<p>1</p>"),
                            .fetched_utc = b->now};
    WENT(gisa_archive_open(b->archive, &a, NULL, &b->err), b->err, "the archive");
    WENT(gisa_archive_put(a, &c, NULL, &b->err), b->err, "a capture");
    gisa_archive_close(a);
}

/* Opens the frontier of the archive that is there. */
static void catch_up(frontier_bench *b)
{
    gisa_archive_origin origin;
    gisa_frontier_close(b->f);
    WENT(gisa_archive_origin_read(b->archive, &origin, &b->err), b->err, "the archive's name");
    WENT(gisa_frontier_open(b->file, b->archive, origin.id, &b->f, NULL, &b->err), b->err,
         "the frontier");
    gisa_frontier_close(b->f);
    b->f = NULL;
}

static void test_without(frontier_bench *b)
{
    gisa_frontier_close(b->f);
    b->f = NULL;
    unlink(b->file);
    EQUAL(look(b, true).condition, GISA_FRONTIER_UNNEEDED, "nothing is there");
    put_archive(b, GISA_ROLE_PAGE);
    EQUAL(look(b, false).condition, GISA_FRONTIER_MISSING, "an archive may be of a crawl");
    EQUAL(look(b, true).condition, GISA_FRONTIER_UNNEEDED, "but one of imports is none");
    put_archive(b, GISA_ROLE_FEED);
    EQUAL(look(b, true).condition, GISA_FRONTIER_MISSING, "one with a feed is");
}

static void test_conditions(frontier_bench *b)
{
    catch_up(b);
    EQUAL(look(b, true).condition, GISA_FRONTIER_SOUND, "it knows all that is there");
    put_archive(b, GISA_ROLE_PAGE);
    gisa_frontier_report r = look(b, true);
    EQUAL(r.condition, GISA_FRONTIER_BEHIND, "the archive has more");
    OK(r.behind > 100 && r.behind < 10000, "a record");
    catch_up(b);
    EQUAL(look(b, true).condition, GISA_FRONTIER_SOUND, "until it is read");
    OK(truncate(b->archive, 600) == 0, "an archive that is cut off");
    EQUAL(look(b, true).condition, GISA_FRONTIER_OTHER_ARCHIVE, "is another one");
    unlink(b->archive);
    EQUAL(look(b, true).condition, GISA_FRONTIER_OTHER_ARCHIVE, "and none is another one, too");
    put_archive(b, GISA_ROLE_PAGE);
    put_archive(b, GISA_ROLE_FEED);
    put_archive(b, GISA_ROLE_PAGE);
    EQUAL(look(b, true).condition, GISA_FRONTIER_OTHER_ARCHIVE, "as is a new one of that length");
    catch_up(b);
    EQUAL(look(b, true).condition, GISA_FRONTIER_SOUND, "whose frontier is made anew");
    sql(b, "PRAGMA user_version = 2");
    r = look(b, true);
    EQUAL(r.condition, GISA_FRONTIER_OTHER_EDITION, "of an older gisa");
    EQUAL(r.edition, 2, "which is named");
    OK(r.current > 2, "beside this one");
    catch_up(b);
    EQUAL(look(b, true).condition, GISA_FRONTIER_SOUND, "and made anew");
}

static void test_damage(frontier_bench *b)
{
    sql(b, "PRAGMA journal_mode=DELETE; DROP INDEX page_hash; CREATE INDEX page_hash ON page(url)");
    sql(b, "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql='CREATE INDEX page_hash ON"
           " page(hash)' WHERE name='page_hash'");
    EQUAL(look(b, false).condition, GISA_FRONTIER_SOUND, "an index may be wrong unseen");
    gisa_frontier_report r = look(b, true);
    EQUAL(r.condition, GISA_FRONTIER_DAMAGED, "until all is read");
    OK(strstr(r.damage, "page_hash") && !strchr(r.damage, '\n'), "which says what is wrong");
    spoil(b, 100, 40);
    EQUAL(look(b, false).condition, GISA_FRONTIER_DAMAGED,
          "a first page that is none is seen at once");
    spoil(b, 0, 40);
    r = look(b, false);
    EQUAL(r.condition, GISA_FRONTIER_DAMAGED, "and what is no database");
    SAME_C(gisa_str_from(r.damage), "file is not a database", "in SQLite's words");
}

int main(void)
{
    frontier_bench b = {0};
    bench_open(&b);
    test_without(&b);
    test_conditions(&b);
    test_damage(&b);
    bench_close(&b);
    return test_end();
}
