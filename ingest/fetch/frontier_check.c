#include "ingest/fetch/frontier_check.h"

#include <stdio.h>
#include <sys/stat.h>

#include "base/file.h"
#include "ingest/fetch/frontier_handle.h"

static uint64_t size_of(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? (uint64_t)info.st_size : 0;
}

/* Whether what was taken in is where it was. An archive that was salvaged after damage keeps its
 * identity, and its records are elsewhere. */
static bool is_in_place(const gisa_frontier *f, const char *archive)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_error ignored;
    if (!f->taken_to) return true;
    if (size_of(archive) < f->taken_to) return false;
    if (f->last < 0) return true;
    bool there = gisa_archive_read(archive, (uint64_t)f->last, &a, &ignored) >= 0 &&
                 gisa_archive_next_head(a, &c, &ignored) == GISA_OK &&
                 c.offset == (uint64_t)f->last && gisa_frontier_hash(c.digest) == f->last_digest;
    gisa_archive_close(a);
    return there;
}

static gisa_status read_edition(gisa_frontier *f, int64_t *edition, gisa_error *err)
{
    return gisa_sql_number(&f->sql, "PRAGMA user_version", 0, 0, edition, err);
}

gisa_status gisa_frontier_fit(gisa_frontier *f, const char *archive, const char *id,
                              gisa_frontier_condition *out, gisa_error *err)
{
    int64_t edition = 0, same = 0, end = 0, digest = 0;
    sqlite3_stmt *stmt;
    *out = GISA_FRONTIER_OTHER_EDITION;
    gisa_status st = read_edition(f, &edition, err);
    if (st < 0 || edition != GISA_FRONTIER_EDITION[0] - '0') return st;
    st = gisa_sql_get(&f->sql, "SELECT count(*) FROM meta WHERE key='archive' AND value=?1", &stmt,
                      err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_str_from(id));
    if ((st = gisa_sql_step(&f->sql, stmt, err)) == GISA_OK) same = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    if (st < 0) return st;
    st = gisa_sql_number(&f->sql, "SELECT value FROM meta WHERE key='archive_end'", 0, 0, &end,
                         err);
    if (st >= 0)
        st = gisa_sql_number(&f->sql, "SELECT value FROM meta WHERE key='last'", 0, -1, &f->last,
                             err);
    if (st >= 0)
        st = gisa_sql_number(&f->sql, "SELECT value FROM meta WHERE key='last_digest'", 0, 0,
                             &digest, err);
    f->taken_to = (uint64_t)end;
    f->last_digest = (uint64_t)digest;
    if (st < 0) return st;
    *out = !same || !is_in_place(f, archive) ? GISA_FRONTIER_OTHER_ARCHIVE
           : size_of(archive) > f->taken_to  ? GISA_FRONTIER_BEHIND
                                             : GISA_FRONTIER_SOUND;
    return GISA_OK;
}

/* Whether an archive has what only a crawl writes. */
static gisa_status find_crawl(const char *archive, bool *found, gisa_error *err)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    *found = false;
    gisa_status st = gisa_archive_read(archive, 0, &a, err);
    while (st >= 0 && !*found && (st = gisa_archive_next_head(a, &c, err)) != GISA_END)
        *found = st == GISA_OK && c.role != GISA_ROLE_PAGE;
    gisa_archive_close(a);
    return st == GISA_ENOMEM ? st : GISA_OK; /* damage of the archive is said elsewhere */
}

static gisa_status look_without(const char *archive, bool whole, gisa_frontier_report *out,
                                gisa_error *err)
{
    bool crawled = gisa_file_exists(archive);
    gisa_status st = crawled && whole ? find_crawl(archive, &crawled, err) : GISA_OK;
    out->condition = crawled ? GISA_FRONTIER_MISSING : GISA_FRONTIER_UNNEEDED;
    return st;
}

/* Keeps what SQLite says, without the line above it that names the database. */
static void note_damage(gisa_frontier_report *out, gisa_str said)
{
    gisa_str line = said;
    while (gisa_str_next_line(&said, &line)) continue;
    out->condition = GISA_FRONTIER_DAMAGED;
    snprintf(out->damage, sizeof out->damage, "%.*s", GISA_ARG(gisa_str_trim(line)));
}

/* The first damage that SQLite finds. */
static gisa_status read_whole(gisa_frontier *f, gisa_frontier_report *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&f->sql, "PRAGMA integrity_check(1)", &stmt, err);
    if (st < 0 || (st = gisa_sql_step(&f->sql, stmt, err)) != GISA_OK) return st;
    gisa_str said = gisa_sql_text(stmt, 0);
    if (!gisa_str_is(said, "ok")) note_damage(out, said);
    sqlite3_reset(stmt);
    return GISA_OK;
}

static gisa_status look_at(gisa_frontier *f, const char *archive, bool whole,
                           gisa_frontier_report *out, gisa_error *err)
{
    gisa_archive_origin origin;
    gisa_status st = gisa_archive_origin_read(archive, &origin, err);
    if (st >= 0) st = read_edition(f, &out->edition, err);
    if (st >= 0) st = gisa_frontier_fit(f, archive, origin.id, &out->condition, err);
    if (st < 0) return st;
    if (out->condition == GISA_FRONTIER_BEHIND) out->behind = origin.bytes - f->taken_to;
    bool readable = out->condition != GISA_FRONTIER_OTHER_EDITION;
    return whole && readable ? read_whole(f, out, err) : GISA_OK;
}

gisa_status gisa_frontier_check(const char *path, const char *archive, bool whole,
                                gisa_frontier_report *out, gisa_error *err)
{
    gisa_frontier f = {0};
    *out = (gisa_frontier_report){.current = GISA_FRONTIER_EDITION[0] - '0'};
    if (!gisa_file_exists(path)) return look_without(archive, whole, out, err);
    gisa_status st = gisa_sql_open(path, SQLITE_OPEN_READONLY, &f.sql, err);
    if (st >= 0) st = look_at(&f, archive, whole, out, err);
    if (st == GISA_ECORRUPT)
        note_damage(out, gisa_str_from(f.sql.db ? sqlite3_errmsg(f.sql.db) : err->text));
    gisa_sql_close(&f.sql);
    return st < 0 && st != GISA_ECORRUPT ? st : GISA_OK;
}
