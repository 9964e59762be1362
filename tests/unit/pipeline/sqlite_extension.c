/* The extension as a host calls it, here the SQLite of this program; tests/extension.sh loads the
 * library into others. */
#include <sqlite3.h>

#include "tests/unit/test.h"

int sqlite3_gisafts_init(sqlite3 *db, char **message, const sqlite3_api_routines *api);
extern const sqlite3_api_routines
    *sqlite3_api; /* of the extension; its host's, once it was called */

static int add_row(void *ctx, int n, char **cells, char **names)
{
    (void)names;
    for (int i = 0; i < n; i++) gisa_buf_addf(ctx, "%s|", cells[i] ? cells[i] : "NULL");
    return 0;
}

static void ask(sqlite3 *db, const char *sql, const char *want, const char *name)
{
    gisa_buf out = {0};
    char *why = NULL;
    gisa_buf_add_c(&out, "");
    OK(sqlite3_exec(db, sql, add_row, &out, &why) == SQLITE_OK, why ? why : name);
    OK(strcmp(out.p ? out.p : "", want) == 0, name);
    sqlite3_free(why);
    gisa_buf_clear(&out);
}

static void test_terms(sqlite3 *db)
{
    ask(db, "SELECT gisa_terms('강릉에 비가')", "강릉\n비|", "a text has its terms");
    ask(db, "SELECT gisa_terms('성격을 나눠 보자고')", "성격\n나누\n보|",
        "each word as it is read by itself");
    ask(db, "SELECT gisa_terms('')", "|", "nothing has none");
    ask(db, "SELECT gisa_terms(NULL)", "NULL|", "what is unknown has unknown ones");
}

static void test_table(sqlite3 *db)
{
    ask(db,
        "CREATE VIRTUAL TABLE temp.news USING fts5(title, body, tokenize='gisa');"
        "INSERT INTO news VALUES ('모델 공개', '미르AI는 허깅페이스에 모델을 올렸다고 밝혔다.');"
        "INSERT INTO news VALUES ('비 소식', '강릉에는 내일 비가 내린다.');"
        "SELECT rowid FROM news WHERE news MATCH '허깅페이스'",
        "1|", "a table finds a noun whatever its josa");
}

int main(void)
{
    sqlite3 *db = NULL;
    char *message = NULL;
    sqlite3_auto_extension((void (*)(void))sqlite3_gisafts_init);
    OK(sqlite3_open(":memory:", &db) == SQLITE_OK, "a database opens with the extension");
    test_terms(db);
    test_table(db);
    EQUAL(sqlite3_gisafts_init(db, &message, sqlite3_api), SQLITE_OK, "a second time does no harm");
    test_terms(db);
    sqlite3_cancel_auto_extension((void (*)(void))sqlite3_gisafts_init);
    sqlite3_close(db);
    return test_end();
}
