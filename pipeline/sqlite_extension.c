/* gisa_fts5.so: the tokenizer "gisa" for any SQLite with FTS5 (docs/FORMATS.md).
 *
 * Not part of the program gisa: `make extension` links it with index/store/fts.c and the
 * library. */
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include "base/buf.h"
#include "base/mem.h"
#include "index/store/fts.h"
#include "pipeline/own_files.h"

__attribute__((visibility("default"))) int sqlite3_gisafts_init(sqlite3 *db, char **message,
                                                                const sqlite3_api_routines *api);

typedef struct extension {
    gisa_analyzer *analyzer;
    gisa_fts fts;
} extension;

static void close_extension(void *p)
{
    extension *e = p;
    if (!e) return;
    gisa_fts_clear(&e->fts);
    gisa_analyzer_close(e->analyzer);
    gisa_free(e);
}

/* gisa_terms(text): the terms of a text, one a line; those at one place are joined by "/". */
static void list_terms(sqlite3_context *context, int n, sqlite3_value **values)
{
    extension *e = sqlite3_user_data(context);
    gisa_terms terms = {0};
    gisa_buf out = {0};
    gisa_error err = {0};
    (void)n;
    gisa_str text = {(const char *)sqlite3_value_text(values[0]),
                     (size_t)sqlite3_value_bytes(values[0])};
    if (!text.p) return; /* NULL of NULL */
    gisa_status st = gisa_fts_terms(&e->fts, text, GISA_TOKENIZE_DOCUMENT, &terms, &err);
    for (size_t i = 0; i < terms.n && st == GISA_OK; i++) {
        if (i) gisa_buf_add_char(&out, terms.items[i].colocated ? '/' : '\n');
        gisa_buf_add(&out, terms.items[i].form);
    }
    if (gisa_buf_status(&out) < 0) st = gisa_fail_mem(&err);
    if (st < 0) {
        sqlite3_result_error(context, err.text, -1);
    } else {
        gisa_str list = gisa_buf_view(&out);
        sqlite3_result_text64(context, list.p, list.n, SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    gisa_terms_clear(&terms);
    gisa_buf_clear(&out);
}

/* With the user's own names and words for the database that is open now, if it is a file. */
static gisa_status open_analyzer(sqlite3 *db, gisa_analyzer **out, gisa_error *err)
{
    const gisa_analyzer_opts words = {.isolated_words = true, .morphs_only = true};
    const char *path = sqlite3_db_filename(db, "main");
    if (!path || !*path) return gisa_analyzer_open(&words, out, err);
    gisa_own_files own = {0};
    gisa_status st = gisa_own_files_find(path, NULL, &own, err);
    if (st >= 0) st = gisa_own_files_open(&own, &words, out, err);
    gisa_own_files_clear(&own);
    return st;
}

/* The function owns what belongs to the connection: it goes last, after the full-text tables. */
int sqlite3_gisafts_init(sqlite3 *db, char **message, const sqlite3_api_routines *api)
{
    gisa_error err = {0};
    SQLITE_EXTENSION_INIT2(api);
    if (sqlite3_exec(db, "SELECT gisa_terms(NULL)", NULL, NULL, NULL) == SQLITE_OK)
        return SQLITE_OK; /* loaded a second time */
    extension *e = gisa_calloc(1, sizeof *e);
    if (!e) return SQLITE_NOMEM;
    gisa_status st = open_analyzer(db, &e->analyzer, &err);
    if (st < 0) {
        *message = sqlite3_mprintf("gisa_fts5: %s", err.text);
        close_extension(e);
        return SQLITE_ERROR;
    }
    e->fts.tokenizer = gisa_analyzer_tokenizer(e->analyzer);
    int code = sqlite3_create_function_v2(db, "gisa_terms", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                          e, list_terms, NULL, NULL, close_extension);
    if (code != SQLITE_OK) return code; /* and e is closed */
    if (gisa_fts_register(&e->fts, db, &err) == GISA_OK) return SQLITE_OK;
    *message = sqlite3_mprintf("gisa_fts5: %s", err.text);
    return SQLITE_ERROR;
}
