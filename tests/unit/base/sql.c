#include "base/sql.h"

#include "tests/unit/test.h"

int main(void)
{
    gisa_sql q;
    gisa_error err = {0};
    sqlite3_stmt *a, *b;
    int64_t n;
    gisa_sql_be_uncounted();
    WENT(gisa_sql_open(":memory:", SQLITE_OPEN_READWRITE, &q, &err), err, "a database opens");
    WENT(gisa_sql_run(&q, "CREATE TABLE t (x, y)", &err), err, "a statement runs");
    WENT(gisa_sql_get(&q, "INSERT INTO t VALUES (?1, ?2)", &a, &err), err, "one is prepared");
    gisa_sql_bind(a, 1, GISA_STR("가"));
    gisa_sql_bind(a, 2, GISA_NONE);
    WENT(gisa_sql_finish(&q, a, &err), err, "it runs to its end");
    gisa_sql_get(&q, "INSERT INTO t VALUES (?1, ?2)", &b, &err);
    OK(a == b, "the same text is prepared once");
    EQUAL(sqlite3_memory_used(), 0, "SQLite keeps no count of its memory");
    gisa_sql_finish(&q, b, &err);
    gisa_sql_number(&q, "SELECT count(*) FROM t WHERE x IS NULL", 0, 7, &n, &err);
    EQUAL(n, 1, "what was bound before is forgotten");
    gisa_sql_number(&q, "SELECT x FROM t WHERE rowid = ?1", 99, 7, &n, &err);
    EQUAL(n, 7, "without a row there is the other value");
    gisa_sql_get(&q, "SELECT x, y FROM t WHERE rowid = 1", &a, &err);
    EQUAL(gisa_sql_step(&q, a, &err), GISA_OK, "a row is there");
    SAME_C(gisa_sql_text(a, 0), "가", "a text is read");
    SAME(gisa_sql_text(a, 1), GISA_NONE, "NULL is unknown");
    EQUAL(gisa_sql_step(&q, a, &err), GISA_END, "then the end");
    EQUAL(gisa_sql_get(&q, "SELECT FROM WHERE", &a, &err), GISA_EIO, "wrong SQL is reported");
    OK(a == NULL, "and gives no statement");
    gisa_sql_close(&q);
    EQUAL(gisa_sql_open("/nonexistent/folder/x.db", SQLITE_OPEN_READWRITE, &q, &err), GISA_EIO,
          "a file that cannot be opened is reported");
    return test_end();
}
