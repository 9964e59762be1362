#include "index/store/fts.h"

#include "base/sql.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static int64_t count(gisa_sql *q, const char *match)
{
    char sql[200];
    int64_t n = -1;
    gisa_error err;
    snprintf(sql, sizeof sql, "SELECT count(*) FROM t WHERE t MATCH '%s'", match);
    if (gisa_sql_number(q, sql, 0, -1, &n, &err) < 0) printf("# %s\n", err.text);
    return n;
}

static int seen;

static void see(void *ctx, const Fts5ExtensionApi *api, Fts5Context *fts)
{
    (void)ctx;
    seen += (int)api->xRowid(fts);
}

int main(void)
{
    gisa_sql q;
    gisa_fts fts = {.tokenizer = tiny_tokenizer()};
    gisa_error err = {0};
    gisa_terms ready = {0};
    gisa_sql_open(":memory:", SQLITE_OPEN_READWRITE, &q, &err);
    gisa_fts_register(&fts, q.db, &err);
    gisa_sql_run(&q, "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='gisa')", &err);
    gisa_sql_run(&q, "INSERT INTO t (rowid, x) VALUES (1, 'Alpha beta-gamma')", &err);
    gisa_terms_put(&ready, GISA_STR("made"), 0, 4, false);
    gisa_terms_put(&ready, GISA_STR("beside"), 0, 4, true);
    gisa_terms_put(&ready, GISA_STR("across"), 0, 9, true);
    gisa_terms_put(&ready, GISA_STR("anew"), 5, 9, false);
    ready.items[ready.n - 1].begins = true;
    fts.ready[0] = (gisa_fts_ready){GISA_STR("some text"), &ready};
    gisa_sql_run(&q, "INSERT INTO t (rowid, x) VALUES (2, 'some text'), (3, 'other text')", &err);
    EQUAL(count(&q, "alpha"), 1, "the tokenizer makes terms");
    EQUAL(count(&q, "betagamma"), 1, "with colocated ones");
    EQUAL(count(&q, "made"), 1, "ready terms are replayed");
    EQUAL(count(&q, "beside"), 1, "with the colocated ones");
    EQUAL(count(&q, "across"), 0, "but none that runs over a blank");
    EQUAL(count(&q, "\"\x01made\x01"
                    "anew\""),
          0, "words of two sentences are not side by side");
    EQUAL(count(&q, "\"\x01made\x01.\x01"
                    "anew\""),
          1, "the break is between them");
    EQUAL(count(&q, "some"), 0, "instead of the text's own");
    EQUAL(count(&q, "other"), 1, "and for their own text only");
    EQUAL(count(&q, "\"\x01"
                    "beta\x01gamma\""),
          1, "a list of terms is a phrase");
    EQUAL(count(&q, "\"\x01gamma\x01"
                    "beta\""),
          0, "in its order");
    EQUAL(count(&q, "\"\x01none\x02"
                    "beta\x01gamma\""),
          1, "with colocated alternatives");
    fts.collector = (gisa_fts_collector){see, NULL};
    gisa_sql_run(&q, "SELECT gisa_collect(t) FROM t WHERE t MATCH 'alpha OR other'", &err);
    EQUAL(seen, 4, "every row is handed to the collector");
    fts.tokenizer = (gisa_tokenizer){0};
    fts.workspace = NULL;
    OK(gisa_sql_run(&q, "INSERT INTO t (x) VALUES ('more')", &err) < 0,
       "without a tokenizer nothing new is indexed");
    OK(fts.err.code == GISA_EINVAL, "and the reason is kept");
    gisa_sql_close(&q);
    gisa_terms_clear(&ready);
    gisa_fts_clear(&fts);
    return test_end();
}
