#include "index/store/schema.h"

#include "index/store/fts.h"
#include "tests/unit/test.h"

static const char *const tables[] = {
    "article",   "body",           "author",      "caption",       "capture",      "outlet",
    "name",      "mention",        "quote",       "date",          "figure",       "meta",
    "row_block", "term_frequency", "article_fts", "shingle_block", "saved_search", "saved_left",
    "site_line", "site_block",     "term_bound"};

int main(void)
{
    gisa_sql q;
    gisa_fts fts = {0};
    gisa_error err = {0};
    int version = -1;
    gisa_sql_open(":memory:", SQLITE_OPEN_READWRITE, &q, &err);
    WENT(gisa_fts_register(&fts, q.db, &err), err, "the tokenizer is registered");
    WENT(gisa_schema_version(&q, &version, &err), err, "an empty database has a version");
    EQUAL(version, 0, "which is 0");
    for (int to = 0; to <= GISA_SCHEMA_VERSION; to++) {
        WENT(gisa_schema_migrate(&q, to, &err), err, "each step brings the next version");
        gisa_schema_version(&q, &version, &err);
        EQUAL(version, to, "and says so");
    }
    WENT(gisa_schema_migrate(&q, GISA_SCHEMA_VERSION, &err), err, "again is nothing to do");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char sql[80];
        int64_t n;
        snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", tables[i]);
        WENT(gisa_sql_number(&q, sql, 0, -1, &n, &err), err, tables[i]);
    }
    gisa_sql_run(&q, "PRAGMA user_version=99", &err);
    EQUAL(gisa_schema_migrate(&q, GISA_SCHEMA_VERSION, &err), GISA_EINVAL,
          "a newer database is left alone");
    gisa_sql_run(&q, "PRAGMA application_id=1", &err);
    EQUAL(gisa_schema_version(&q, &version, &err), GISA_ECORRUPT, "somebody else's is not ours");
    gisa_sql_close(&q);
    gisa_fts_clear(&fts);
    return test_end();
}
