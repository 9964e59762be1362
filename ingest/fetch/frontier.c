/* The file: its tables, and how it keeps up with the archive. */
#include "ingest/fetch/frontier.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "ingest/fetch/frontier_handle.h"

enum { CATCH_UP_EVERY = 20000 }; /* captures between two commits while the archive is read */

static const char schema[] =
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;"
    "CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, ended INTEGER);"
    "CREATE TABLE page(id INTEGER PRIMARY KEY, hash INTEGER NOT NULL, role INTEGER NOT NULL,"
    " url TEXT NOT NULL, source INTEGER, found INTEGER, state INTEGER NOT NULL, due INTEGER,"
    " asked INTEGER,"
    " fetched INTEGER, place INTEGER, digest INTEGER, status INTEGER, tries INTEGER NOT NULL,"
    " why TEXT, etag TEXT, modified TEXT, moved_to INTEGER, dated INTEGER);"
    "CREATE INDEX page_hash ON page(hash);"
    "CREATE INDEX page_fetched ON page(source, fetched) WHERE fetched IS NOT NULL;"
    "CREATE INDEX page_due ON page(source, due) WHERE due IS NOT NULL;"
    "CREATE INDEX page_tried ON page(source) WHERE tries>0;"
    "CREATE INDEX page_ended ON page(source, state) WHERE state>=4;"
    "CREATE TABLE seed(source INTEGER NOT NULL, url TEXT NOT NULL, due INTEGER NOT NULL,"
    " asked INTEGER NOT NULL, period INTEGER NOT NULL, listed INTEGER NOT NULL,"
    " digest INTEGER NOT NULL, tries INTEGER NOT NULL, why TEXT,"
    " PRIMARY KEY(source, url)) WITHOUT ROWID;"
    "CREATE TABLE host(origin TEXT PRIMARY KEY, rests_until INTEGER NOT NULL DEFAULT 0,"
    " robots_asked INTEGER NOT NULL DEFAULT 0, policy_asked INTEGER NOT NULL DEFAULT 0,"
    " robots INTEGER NOT NULL DEFAULT -1, policy INTEGER NOT NULL DEFAULT -1) WITHOUT ROWID;"
    "PRAGMA user_version=" GISA_FRONTIER_EDITION;

uint64_t gisa_frontier_hash(gisa_str digest)
{
    return gisa_hash64(digest, 1);
}

gisa_status gisa_frontier_begin(gisa_frontier *f, gisa_error *err)
{
    if (f->open) return GISA_OK;
    gisa_status st = gisa_sql_run(&f->sql, "BEGIN IMMEDIATE", err);
    f->open = st >= 0;
    return st;
}

gisa_status gisa_frontier_write(gisa_frontier *f, const char *sql, sqlite3_stmt **out,
                                gisa_error *err)
{
    gisa_status st = gisa_frontier_begin(f, err);
    return st < 0 ? st : gisa_sql_get(&f->sql, sql, out, err);
}

static gisa_status put_meta(gisa_frontier *f, const char *key, gisa_str text, int64_t number,
                            gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&f->sql, "INSERT OR REPLACE INTO meta VALUES(?1, ?2)", &stmt,
                                  err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_str_from(key));
    if (text.p)
        gisa_sql_bind(stmt, 2, text);
    else
        sqlite3_bind_int64(stmt, 2, number);
    return gisa_sql_finish(&f->sql, stmt, err);
}

gisa_status gisa_frontier_commit(gisa_frontier *f, uint64_t archive_end, gisa_error *err)
{
    gisa_status st = gisa_frontier_begin(f, err);
    if (st >= 0) st = put_meta(f, "archive_end", GISA_NONE, (int64_t)archive_end, err);
    if (st >= 0) st = put_meta(f, "last", GISA_NONE, f->last, err);
    if (st >= 0) st = put_meta(f, "last_digest", GISA_NONE, (int64_t)f->last_digest, err);
    if (st >= 0) st = gisa_sql_run(&f->sql, "COMMIT", err);
    if (st < 0) return st;
    f->open = false;
    f->taken_to = archive_end;
    return GISA_OK;
}

static gisa_status name_told(gisa_str source, gisa_buf *key, gisa_error *err)
{
    gisa_buf_addf(key, "told %.*s", GISA_ARG(source));
    return gisa_buf_check(key, "a key", err);
}

gisa_status gisa_frontier_told(gisa_frontier *f, gisa_str source, unsigned *told, gisa_error *err)
{
    gisa_buf key = {0};
    sqlite3_stmt *stmt;
    *told = 0;
    gisa_status st = name_told(source, &key, err);
    if (st >= 0) st = gisa_sql_get(&f->sql, "SELECT value FROM meta WHERE key=?1", &stmt, err);
    if (st >= 0) {
        gisa_sql_bind(stmt, 1, gisa_buf_view(&key));
        st = gisa_sql_step(&f->sql, stmt, err);
        if (st == GISA_OK) *told = (unsigned)sqlite3_column_int(stmt, 0);
        sqlite3_reset(stmt);
    }
    gisa_buf_clear(&key);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_frontier_note_told(gisa_frontier *f, gisa_str source, unsigned told,
                                    gisa_error *err)
{
    gisa_buf key = {0};
    gisa_status st = name_told(source, &key, err);
    if (st >= 0) st = gisa_frontier_begin(f, err);
    if (st >= 0) st = put_meta(f, key.p, GISA_NONE, told, err);
    gisa_buf_clear(&key);
    return st;
}

gisa_status gisa_frontier_note_crawler(gisa_frontier *f, gisa_str fields, bool *news,
                                       gisa_error *err)
{
    int64_t said;
    const int64_t says = (int64_t)gisa_frontier_hash(fields);
    gisa_status st = gisa_sql_number(&f->sql, "SELECT value FROM meta WHERE key='crawler'", 0, 0,
                                     &said, err);
    *news = said != says;
    if (st >= 0 && *news) st = gisa_frontier_begin(f, err);
    return st < 0 || !*news ? st : put_meta(f, "crawler", GISA_NONE, says, err);
}

static gisa_status make_schema(gisa_frontier *f, const char *id, gisa_error *err)
{
    f->last = -1;
    gisa_status st = gisa_frontier_begin(f, err);
    if (st >= 0) st = gisa_sql_run(&f->sql, schema, err);
    if (st >= 0) st = put_meta(f, "archive", gisa_str_from(id), 0, err);
    return st < 0 ? st : gisa_frontier_commit(f, 0, err);
}

/* Notes and failures say what they have to say in their block. */
static gisa_status take_archived(gisa_frontier *f, const char *archive, gisa_capture *c,
                                 gisa_error *err)
{
    gisa_archive *whole = NULL;
    gisa_capture full;
    if (c->type != GISA_CAPTURE_METADATA) return gisa_frontier_take(f, c, err);
    gisa_status st = gisa_archive_read(archive, c->offset, &whole, err);
    if (st >= 0) st = gisa_archive_next(whole, &full, err);
    if (st == GISA_OK) st = gisa_frontier_take(f, &full, err);
    gisa_archive_close(whole);
    return st < 0 ? st : GISA_OK;
}

static gisa_status catch_up(gisa_frontier *f, const char *archive, gisa_error *err)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    uint64_t n = 0, end = f->taken_to;
    if (!gisa_file_exists(archive)) return GISA_OK;
    gisa_status st = gisa_archive_read(archive, end, &a, err);
    while (st >= 0 && (st = gisa_archive_next_head(a, &c, err)) != GISA_END && st >= 0) {
        if (st == GISA_SKIP) continue;
        end = c.length ? c.offset + c.length : end;
        st = take_archived(f, archive, &c, err);
        if (st >= 0 && ++n % CATCH_UP_EVERY == 0) st = gisa_frontier_commit(f, end, err);
    }
    gisa_archive_close(a);
    return st < 0 || !n ? st : gisa_frontier_commit(f, end, err);
}

static gisa_status open_file(const char *path, gisa_frontier *f, gisa_error *err)
{
    gisa_status st = gisa_sql_open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &f->sql, err);
    if (st >= 0) st = gisa_sql_run(&f->sql, "PRAGMA journal_mode=WAL", err);
    if (st >= 0) st = gisa_sql_run(&f->sql, "PRAGMA synchronous=NORMAL", err);
    return st;
}

static void remove_file(const char *path)
{
    static const char *const ends[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        gisa_buf name = {0};
        gisa_buf_addf(&name, "%s%s", path, ends[i]);
        if (gisa_buf_status(&name) >= 0) unlink(name.p);
        gisa_buf_clear(&name);
    }
}

/* Nothing is lost with an old file: all that it knows is in the archive. */
static gisa_status open_fitting(const char *path, const char *archive, const char *id,
                                gisa_frontier *f, bool *rebuilt, gisa_error *err)
{
    gisa_frontier_condition is = GISA_FRONTIER_MISSING;
    bool there = gisa_file_exists(path);
    gisa_status st = open_file(path, f, err);
    if (st >= 0 && there) st = gisa_frontier_fit(f, archive, id, &is, err);
    if (st < 0 && st != GISA_ECORRUPT) return st;
    if (is == GISA_FRONTIER_SOUND || is == GISA_FRONTIER_BEHIND) return GISA_OK;
    *rebuilt = there;
    gisa_sql_close(&f->sql);
    remove_file(path);
    f->taken_to = 0;
    st = open_file(path, f, err);
    return st < 0 ? st : make_schema(f, id, err);
}

gisa_status gisa_frontier_look(const char *path, gisa_frontier **out, gisa_error *err)
{
    int64_t edition = 0;
    gisa_frontier *f = gisa_calloc(1, sizeof *f);
    if (!f) return gisa_fail_mem(err);
    gisa_status st = gisa_sql_open(path, SQLITE_OPEN_READONLY, &f->sql, err);
    if (st >= 0) st = gisa_sql_number(&f->sql, "PRAGMA user_version", 0, 0, &edition, err);
    if (st >= 0 && edition != GISA_FRONTIER_EDITION[0] - '0')
        st = gisa_fail(err, GISA_EINVAL, "%s: of another edition of gisa; gisa fetch makes it anew",
                       path);
    if (st < 0) {
        gisa_frontier_close(f);
        return st;
    }
    *out = f;
    return GISA_OK;
}

gisa_status gisa_frontier_open(const char *path, const char *archive, const char *id,
                               gisa_frontier **out, bool *rebuilt, gisa_error *err)
{
    bool anew = false;
    gisa_frontier *f = gisa_calloc(1, sizeof *f);
    if (!f) return gisa_fail_mem(err);
    gisa_status st = open_fitting(path, archive, id, f, &anew, err);
    if (st >= 0) st = catch_up(f, archive, err);
    if (rebuilt) *rebuilt = anew;
    if (st < 0) {
        gisa_frontier_close(f);
        return st;
    }
    *out = f;
    return GISA_OK;
}

void gisa_frontier_close(gisa_frontier *f)
{
    if (!f) return;
    gisa_sql_close(&f->sql);
    gisa_buf_clear(&f->key);
    gisa_buf_clear(&f->other);
    gisa_buf_clear(&f->url);
    gisa_buf_clear(&f->source);
    gisa_free(f);
}
