#include "index/store/store.h"

#include <stdio.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/percent.h"
#include "index/index_tuning.h"
#include "index/store/row.h"
#include "index/store/schema.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "index/store/store_meta.h"

/* What the write-ahead log grew to during a long read is given back. */
enum { WAL_BYTES_KEPT = 2 * GISA_WAL_PAGES * GISA_PAGE_BYTES };

static gisa_status make_folder(const char *path, gisa_error *err)
{
    const char *slash = strrchr(path, '/');
    if (!slash || slash == path) return GISA_OK;
    char *dir = gisa_memdup(path, (size_t)(slash - path));
    if (!dir) return gisa_fail_mem(err);
    gisa_status st = gisa_dir_make(dir, err);
    gisa_free(dir);
    return st;
}

static gisa_status open_file(gisa_store *s, const char *path, gisa_error *err)
{
    bool there = gisa_file_exists(path);
    if (s->read_only && !there)
        return gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_DATABASE, "%s: no database there",
                             path);
    if (!there && make_folder(path, err) < 0) return err ? err->code : GISA_EIO;
    /* A reader of a WAL database needs to write its index file, so read-only comes second. */
    int flags = SQLITE_OPEN_READWRITE | (s->read_only ? 0 : SQLITE_OPEN_CREATE);
    gisa_status st = gisa_sql_open(path, flags, &s->sql, err);
    if (st == GISA_EIO && s->read_only)
        st = gisa_sql_open(path, SQLITE_OPEN_READONLY, &s->sql, err);
    return st;
}

/* A reader of a WAL database needs its index file. Where that cannot be created, a file without a
 * write-ahead log has no writer either and may be read as immutable. */
static gisa_status open_unchanging(gisa_store *s, const char *path, gisa_error *err)
{
    gisa_buf name = {0};
    gisa_status st = GISA_EIO;
    gisa_buf_addf(&name, "%s-wal", path);
    bool alone = gisa_buf_status(&name) >= 0 && !gisa_file_exists(name.p);
    gisa_buf_reset(&name);
    gisa_buf_add_c(&name, "file:");
    for (const char *p = path; *p; p++) {
        bool plain = *p != '%' && *p != '?' && *p != '#';
        if (plain)
            gisa_buf_add_char(&name, *p);
        else
            gisa_percent_add(&name, (unsigned char)*p);
    }
    gisa_buf_add_c(&name, "?immutable=1");
    if (alone && gisa_buf_status(&name) >= 0) {
        gisa_sql_close(&s->sql);
        st = gisa_sql_open(name.p, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, &s->sql, err);
    }
    gisa_buf_clear(&name);
    return st;
}

static gisa_status tune(gisa_store *s, uint64_t cache_bytes, gisa_error *err)
{
    char text[256];
    uint64_t kb = cache_bytes ? cache_bytes / 1024 : GISA_CACHE_KB;
    snprintf(text, sizeof text, "PRAGMA cache_size=-%llu; PRAGMA temp_store=MEMORY",
             (unsigned long long)(kb < (1 << 30) ? kb : 1 << 30));
    gisa_status st = gisa_sql_run(&s->sql, text, err);
    if (st < 0) return st;
    if (s->read_only) return GISA_OK;
    snprintf(text, sizeof text,
             "PRAGMA page_size=%d; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
             "PRAGMA wal_autocheckpoint=%d; PRAGMA journal_size_limit=%d",
             GISA_PAGE_BYTES, GISA_WAL_PAGES, WAL_BYTES_KEPT);
    return gisa_sql_run(&s->sql, text, err);
}

static gisa_status bring_up_to_date(gisa_store *s, const char *path, bool any, gisa_error *err)
{
    int version;
    gisa_status st = gisa_schema_version(&s->sql, &version, err);
    if (st < 0 || version == GISA_SCHEMA_VERSION) return st;
    if (s->read_only && any && version > 0 && version < GISA_SCHEMA_VERSION) return st;
    if (!s->read_only || version > GISA_SCHEMA_VERSION)
        return gisa_schema_migrate(&s->sql, GISA_SCHEMA_VERSION, err);
    if (version == 0)
        return gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_EMPTY_DATABASE,
                             "%s: an empty database", path);
    return gisa_fail_for(err, GISA_EINVAL, GISA_CAUSE_OLDER_DATABASE,
                         "%s: made by an older gisa (schema %d)", path, version);
}

static gisa_status find_layout(gisa_store *s, gisa_error *err)
{
    int64_t layout;
    gisa_status st = gisa_meta_number(s, "layout", 1, &layout, err);
    s->title_first = layout == 1;
    s->rows = layout == 1 ? GISA_ROWS_BY_MINUTE : GISA_ROWS_BY_DAY;
    return st;
}

gisa_status gisa_store_open(const char *path, const gisa_store_opts *opts, gisa_store **out,
                            gisa_error *err)
{
    const gisa_store_opts none = {0};
    if (!opts) opts = &none;
    *out = NULL;
    gisa_store *s = gisa_calloc(1, sizeof *s);
    if (!s) return gisa_fail_mem(err);
    s->read_only = opts->read_only;
    s->fts.tokenizer = opts->tokenizer;
    s->roll_seen = s->articles = -1;
    gisa_status st = open_file(s, path, err);
    if (st == GISA_OK) {
        int version; /* reads the file before anything is changed in it */
        st = gisa_schema_version(&s->sql, &version, err);
        if (st == GISA_EIO && s->read_only && open_unchanging(s, path, err) == GISA_OK)
            st = gisa_schema_version(&s->sql, &version, err);
    }
    if (st == GISA_OK) st = tune(s, opts->cache_bytes, err);
    if (st == GISA_OK) st = gisa_fts_register(&s->fts, s->sql.db, err);
    if (st == GISA_OK) st = bring_up_to_date(s, path, opts->any_schema, err);
    if (st == GISA_OK) st = find_layout(s, err);
    if (st == GISA_OK) {
        *out = s;
        return GISA_OK;
    }
    gisa_store_close(s);
    return st;
}

void gisa_store_close(gisa_store *s)
{
    if (!s) return;
    gisa_store_rollback(s);
    gisa_batch_clear(&s->batch);
    gisa_sql_close(&s->sql);
    gisa_fts_clear(&s->fts);
    gisa_map_clear(&s->names);
    gisa_map_clear(&s->frequencies);
    gisa_roll_clear(&s->roll);
    gisa_bounds_clear(&s->bounds);
    gisa_copy_links_clear(&s->links);
    gisa_free(s);
}

gisa_status gisa_store_archive_mark(gisa_store *s, uint64_t *offset, gisa_error *err)
{
    int64_t value;
    gisa_status st = gisa_meta_number(s, "archive_mark", 0, &value, err);
    *offset = (uint64_t)value;
    return st;
}

gisa_status gisa_store_set_archive_mark(gisa_store *s, uint64_t offset, gisa_error *err)
{
    return gisa_meta_set_number(s, "archive_mark", (int64_t)offset, err);
}

/* A short text of the table meta; "" where the key is not there. */
static gisa_status meta_text(gisa_store *s, const char *key, char *out, size_t size,
                             gisa_error *err)
{
    sqlite3_stmt *stmt;
    *out = '\0';
    gisa_status st = gisa_sql_get(&s->sql, "SELECT value FROM meta WHERE key = ?1", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_str_from(key));
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) {
        gisa_str held = gisa_sql_text(stmt, 0);
        snprintf(out, size, "%.*s", GISA_ARG(held));
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static gisa_status put_meta_text(gisa_store *s, const char *sql, const char *key, const char *value,
                                 gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, sql, &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_str_from(key));
    gisa_sql_bind(stmt, 2, gisa_str_from(value));
    return gisa_sql_finish(&s->sql, stmt, err);
}

gisa_status gisa_store_archive_id(gisa_store *s, char out[GISA_ARCHIVE_ID_CHARS + 1],
                                  gisa_error *err)
{
    return meta_text(s, "made_from", out, GISA_ARCHIVE_ID_CHARS + 1, err);
}

gisa_status gisa_store_name_archive(gisa_store *s, const char *name,
                                    char id[GISA_ARCHIVE_ID_CHARS + 1], gisa_error *err)
{
    gisa_status st = put_meta_text(s, "INSERT OR IGNORE INTO meta (key, value) VALUES (?1, ?2)",
                                   "made_from", name, err);
    return st < 0 ? st : gisa_store_archive_id(s, id, err);
}

gisa_status gisa_store_last_capture(gisa_store *s, uint64_t *start, gisa_buf *digest, bool *any,
                                    gisa_error *err)
{
    sqlite3_stmt *stmt;
    *any = false;
    gisa_buf_reset(digest);
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT start, digest FROM capture ORDER BY start DESC LIMIT 1", &stmt, err);
    if (st < 0) return st;
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) {
        *any = true;
        *start = (uint64_t)sqlite3_column_int64(stmt, 0);
        gisa_buf_add(digest, gisa_sql_text(stmt, 1));
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : gisa_buf_check(digest, "a digest", err);
}

gisa_status gisa_store_edition(gisa_store *s, char out[GISA_STORE_EDITION_MAX + 1], gisa_error *err)
{
    return meta_text(s, "analyser", out, GISA_STORE_EDITION_MAX + 1, err);
}

gisa_status gisa_store_set_edition(gisa_store *s, const char *edition, gisa_error *err)
{
    return put_meta_text(s, "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", "analyser",
                         edition, err);
}

gisa_status gisa_store_id_edition(gisa_store *s, int *out, gisa_error *err)
{
    int64_t edition;
    gisa_status st = gisa_meta_number(s, "id_edition", 1, &edition, err);
    *out = (int)edition;
    return st;
}

gisa_status gisa_store_set_id_edition(gisa_store *s, int edition, gisa_error *err)
{
    return gisa_meta_set_number(s, "id_edition", edition, err);
}

gisa_status gisa_store_is_empty(gisa_store *s, bool *out, gisa_error *err)
{
    int64_t any;
    gisa_status st = gisa_sql_number(&s->sql, "SELECT 1 FROM article LIMIT 1", 0, 0, &any, err);
    *out = any == 0;
    return st;
}

gisa_status gisa_store_has_capture(gisa_store *s, gisa_str digest, bool aside, bool *out,
                                   gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "SELECT 1 FROM capture WHERE digest = ?1 AND (?2 OR outcome <> 'aside') LIMIT 1",
        &stmt, err);
    *out = false;
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, digest);
    sqlite3_bind_int(stmt, 2, aside);
    st = gisa_sql_step(&s->sql, stmt, err);
    *out = st == GISA_OK;
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_store_capture_is_empty(gisa_store *s, uint64_t offset, bool *known, bool *empty,
                                        gisa_error *err)
{
    int64_t skipped;
    gisa_status st = gisa_sql_number(&s->sql,
                                     "SELECT outcome IN ('skipped', 'other') FROM capture"
                                     " WHERE start = ?1",
                                     (int64_t)offset, -1, &skipped, err);
    *known = skipped >= 0;
    *empty = skipped > 0;
    return st;
}

gisa_status gisa_store_put_capture(gisa_store *s, const gisa_capture *capture, const char *outcome,
                                   gisa_str reason, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "INSERT OR REPLACE INTO capture (start, digest, uri, fetched, http_status, outcome, reason)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, (int64_t)capture->offset);
    gisa_sql_bind(stmt, 2, capture->digest);
    gisa_sql_bind(stmt, 3, capture->uri);
    sqlite3_bind_int64(stmt, 4, capture->fetched_utc);
    if (capture->http_status) sqlite3_bind_int(stmt, 5, capture->http_status);
    gisa_sql_bind(stmt, 6, gisa_str_from(outcome));
    gisa_sql_bind(stmt, 7, reason);
    return gisa_sql_finish(&s->sql, stmt, err);
}

gisa_status gisa_store_size_find(gisa_store *s, gisa_store_size *out, gisa_error *err)
{
    int64_t versions = 0, captures = 0;
    bool began;
    *out = (gisa_store_size){.last_day = -1};
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = gisa_store_need_roll(s, err);
    if (st == GISA_OK)
        st = gisa_sql_number(&s->sql, "SELECT count(*) FROM article", 0, 0, &versions, err);
    if (st == GISA_OK)
        st = gisa_sql_number(&s->sql, "SELECT count(*) FROM capture", 0, 0, &captures, err);
    gisa_store_end_read(s, began);
    if (st < 0) return st;
    out->articles = s->roll.n;
    out->versions = (uint64_t)versions;
    out->captures = (uint64_t)captures;
    out->undated = gisa_roll_seek(&s->roll, GISA_ROW_DATED, 0);
    if (out->undated < s->roll.n) {
        out->first_day = gisa_row_day(&s->rows, s->roll.items[out->undated].row);
        out->last_day = gisa_row_day(&s->rows, s->roll.items[s->roll.n - 1].row);
    }
    return GISA_OK;
}
