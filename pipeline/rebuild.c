#include "pipeline/rebuild.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/sql.h"
#include "index/store/saved.h"
#include "pipeline/archive_claim.h"
#include "pipeline/capture_run.h"
#include "pipeline/own_files.h"
#include "pipeline/pipeline_events.h"
#include "pipeline/salvage.h"

static void remove_with(const char *path, const char *ending)
{
    gisa_buf name = {0};
    gisa_buf_add_c(&name, path);
    gisa_buf_add_c(&name, ending);
    if (gisa_buf_status(&name) >= 0) unlink(name.p);
    gisa_buf_clear(&name);
}

static void remove_database(const char *path)
{
    remove_with(path, "");
    remove_with(path, "-wal");
    remove_with(path, "-shm");
}

/* The database that is there now, in today's schema; NULL: there is none, or it cannot be read. */
static gisa_store *open_old(const char *path, gisa_error *why)
{
    gisa_store *old = NULL;
    why->code = GISA_OK;
    if (!gisa_file_exists(path)) return NULL;
    /* mutate: equivalent, one of today's schema is not written to */
    gisa_status st = gisa_store_open(path, &(gisa_store_opts){.read_only = true}, &old, why);
    if (st == GISA_EINVAL) gisa_store_open(path, NULL, &old, why); /* of an older schema */
    return old;
}

/* What a rebuild holds on to. */
typedef struct rebuilding {
    const char *database;
    const gisa_pipeline_opts *opts; /* with the paths filled in */
    gisa_pipeline_report *report;
    gisa_buf fresh;  /* the path of the new database */
    gisa_store *old; /* the database that is there, or NULL with why */
    gisa_error why;
    gisa_archive *archive; /* so that nobody writes meanwhile */
    gisa_salvage salvage;
} rebuilding;

static uint64_t place(const void *ctx, uint64_t old)
{
    return gisa_salvage_place(ctx, old);
}

/* Saved searches are in no archive. */
static void keep_searches(rebuilding *r, gisa_pipeline *p)
{
    size_t n = 0;
    gisa_error why = r->why;
    const gisa_saved_places moved = {place, &r->salvage}; /* in an archive that was made whole */
    gisa_status st = r->old ? gisa_saved_copy(r->old, p->store, r->salvage.n_parts ? &moved : NULL,
                                              &n, &why)
                            : why.code;
    if (st < 0 && st != GISA_ENOTFOUND)
        gisa_pipeline_warn(&p->events, GISA_WARN_SEARCHES_LOST,
                           "saved searches, if there were any, are lost: %s", why.text);
    if (st == GISA_OK) r->report->searches_kept += n;
}

static void say_making(const rebuilding *r, const char *database)
{
    const gisa_pipeline_events *events = &r->opts->events;
    if (events->making) events->making(events->ctx, database);
}

/* Fills a new database at `fresh` from the archive. */
static gisa_status fill(rebuilding *r, gisa_error *err)
{
    gisa_pipeline *p = NULL;
    char id[GISA_ARCHIVE_ID_CHARS + 1];
    remove_database(r->fresh.p);
    say_making(r, r->fresh.p);
    gisa_status st = gisa_pipeline_open(r->fresh.p, r->opts, &p, err);
    if (st >= 0) st = gisa_store_name_archive(p->store, gisa_archive_id(r->archive), id, err);
    if (st >= 0) st = gisa_pipeline_catch_up(p, r->report, err);
    if (st >= 0) keep_searches(r, p);
    gisa_pipeline_close(p);
    return st;
}

/* A write-ahead log belongs to the old database and must not be left to the new one; what is in it
 * is written to the old one first, which may stay in its place. */
static void empty_log(const char *database)
{
    gisa_sql old;
    if (!gisa_file_exists(database)) return;
    if (gisa_sql_open(database, SQLITE_OPEN_READWRITE, &old, NULL) < 0) return;
    gisa_sql_run(&old, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
    gisa_sql_close(&old);
}

static gisa_status replace(const rebuilding *r, gisa_error *err)
{
    empty_log(r->database);
    remove_with(r->database, "-wal");
    remove_with(r->database, "-shm");
    if (rename(r->fresh.p, r->database) == 0) return GISA_OK;
    return gisa_fail(err, GISA_EIO, "%s: cannot put it in the place of %s: %s", r->fresh.p,
                     r->database, strerrordesc_np(errno));
}

/* Makes the archive whole, with what the old database still has of it. */
static gisa_status salvage(rebuilding *r, const char *id, gisa_error *err)
{
    const gisa_pipeline_events *events = &r->opts->events;
    gisa_salvage *s = &r->salvage;
    gisa_archive *fresh = NULL;
    gisa_status st = gisa_salvage_archive(r->opts->archive_path, id, r->old, &fresh, s, err);
    if (st < 0) return st;
    gisa_archive_close(r->archive);
    r->archive = fresh;
    if (s->damaged)
        gisa_pipeline_warn(
            events, GISA_WARN_SALVAGED, "%s: %" PRIu64 " damaged part%s left out; it is kept as %s",
            r->opts->archive_path, s->damaged, s->damaged == 1 ? "" : "s", s->kept_as.p);
    gisa_pipeline_warn(events, GISA_WARN_SALVAGED,
                       "%" PRIu64 " article%s of captures that are lost kept from the database%s",
                       s->articles, s->articles == 1 ? "" : "s",
                       s->unread ? ", which is damaged too" : "");
    gisa_pipeline_report_clear(r->report);
    return GISA_OK;
}

/* Whether the database has taken in more than the archive holds. */
static bool is_short(const rebuilding *r)
{
    gisa_error ignored;
    uint64_t mark = 0;
    struct stat info;
    if (r->old) gisa_store_archive_mark(r->old, &mark, &ignored);
    bool there = stat(r->opts->archive_path, &info) == 0;
    return mark > (there ? (uint64_t)info.st_size : 0);
}

/* The archive, if it is the one that the database names; a lost database names none. *lacking: it
 * is held, but not whole. */
static gisa_status hold(rebuilding *r, const char *id, bool *lacking, gisa_error *err)
{
    const char *path = r->opts->archive_path;
    *lacking = is_short(r);
    if (!gisa_file_exists(path))
        return *lacking ? GISA_OK
                        : gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_ARCHIVE,
                                        "%s: no archive to rebuild from", path);
    gisa_status st = gisa_archive_open_as(path, id, 0, &r->archive, NULL, err);
    if (st != GISA_ECORRUPT) return st;
    *lacking = true;
    return gisa_archive_lock(path, &r->archive, err);
}

static gisa_status rebuild_beside(rebuilding *r, gisa_error *err)
{
    char id[GISA_ARCHIVE_ID_CHARS + 1] = "";
    gisa_error ignored;
    bool lacking;
    r->old = open_old(r->database, &r->why);
    if (r->old) gisa_store_archive_id(r->old, id, &ignored);
    gisa_status st = hold(r, *id ? id : NULL, &lacking, err);
    if (st >= 0 && lacking) st = salvage(r, *id ? id : NULL, err);
    if (st >= 0) st = fill(r, err);
    if (st == GISA_ECORRUPT && !lacking) {
        st = salvage(r, gisa_archive_id(r->archive), err);
        if (st >= 0) st = fill(r, err);
    }
    gisa_store_close(r->old);
    r->old = NULL;
    if (st >= 0) st = replace(r, err);
    say_making(r, NULL);
    if (r->archive) remove_database(r->fresh.p); /* what is left of it; else it is another run's */
    return st;
}

gisa_status gisa_pipeline_rebuild(const char *database, const gisa_pipeline_opts *opts,
                                  gisa_pipeline_report *report, gisa_error *err)
{
    gisa_pipeline_opts filled = opts ? *opts : (gisa_pipeline_opts){0};
    char *archive = filled.archive_path ? NULL : gisa_pipeline_archive_path(database, err);
    gisa_own_files own = {0}; /* of the database, not of the new one beside it */
    gisa_status st = filled.own ? GISA_OK
                                : gisa_own_files_find(database, filled.lexicon, &own, err);
    if (archive) filled.archive_path = archive;
    if (!filled.own) filled.own = &own;
    rebuilding r = {.database = database, .opts = &filled, .report = report};
    gisa_buf_addf(&r.fresh, "%s.new", database);
    if (!filled.archive_path || gisa_buf_status(&r.fresh) < 0) st = gisa_fail_mem(err);
    if (st >= 0) st = rebuild_beside(&r, err);
    gisa_archive_close(r.archive);
    gisa_salvage_clear(&r.salvage);
    gisa_buf_clear(&r.fresh);
    gisa_free(archive);
    gisa_own_files_clear(&own);
    return st;
}
