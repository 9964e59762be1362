#include "pipeline/rebuild.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "index/store/saved.h"
#include "pipeline/archive_claim.h"
#include "pipeline/capture_run.h"
#include "pipeline/pipeline_events.h"

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
    gisa_status st = gisa_store_open(path, &(gisa_store_opts){.read_only = true}, &old, why);
    if (st == GISA_EINVAL) gisa_store_open(path, NULL, &old, why); /* of an older schema */
    return old;
}

/* Saved searches are in no archive. */
static void keep_searches(gisa_pipeline *p, gisa_store *old, gisa_error *why,
                          gisa_pipeline_report *report)
{
    size_t n = 0;
    gisa_status st = old ? gisa_saved_copy(old, p->store, &n, why) : why->code;
    if (st < 0 && st != GISA_ENOTFOUND)
        gisa_pipeline_warn(&p->events, GISA_WARN_SEARCHES_LOST,
                           "saved searches, if there were any, are lost: %s", why->text);
    if (st == GISA_OK) report->searches_kept += n;
}

static gisa_status name_archive(gisa_store *s, const char *id, gisa_error *err)
{
    gisa_status st = gisa_store_begin(s, err);
    if (st >= 0) st = gisa_store_set_archive_id(s, id, err);
    return st < 0 ? st : gisa_store_commit(s, err);
}

/* What a rebuild holds on to: the database that is there, or NULL with why, and the archive, so
 * that nobody writes meanwhile. */
typedef struct rebuilding {
    gisa_store *old;
    gisa_error why;
    gisa_archive *archive;
} rebuilding;

/* The archive, if it is the one that the database names; a lost database names none. */
static gisa_status hold(rebuilding *r, const char *database, const char *path, gisa_error *err)
{
    char id[GISA_ARCHIVE_ID_CHARS + 1] = "";
    gisa_error ignored;
    if (!gisa_file_exists(path))
        return gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_ARCHIVE,
                             "%s: no archive to rebuild from", path);
    r->old = open_old(database, &r->why);
    if (r->old) gisa_store_archive_id(r->old, id, &ignored);
    return gisa_archive_open_as(path, *id ? id : NULL, &r->archive, NULL, err);
}

/* Fills a new database at `fresh` from the archive. */
static gisa_status fill(rebuilding *r, const char *fresh, const gisa_pipeline_opts *opts,
                        gisa_pipeline_report *report, gisa_error *err)
{
    gisa_pipeline *p = NULL;
    gisa_status st = gisa_pipeline_open(fresh, opts, &p, err);
    if (st >= 0) st = name_archive(p->store, gisa_archive_id(r->archive), err);
    if (st >= 0) st = gisa_pipeline_catch_up(p, report, err);
    if (st >= 0) st = gisa_store_optimize(p->store, err);
    if (st >= 0) keep_searches(p, r->old, &r->why, report);
    gisa_pipeline_close(p);
    return st;
}

static gisa_status replace(const char *database, const char *fresh, gisa_error *err)
{
    remove_with(database, "-wal");
    remove_with(database, "-shm");
    if (rename(fresh, database) == 0) return GISA_OK;
    return gisa_fail(err, GISA_EIO, "%s: cannot put it in the place of %s", fresh, database);
}

/* With opts->archive_path filled in. */
static gisa_status rebuild_beside(const char *database, const gisa_pipeline_opts *opts,
                                  gisa_pipeline_report *report, gisa_error *err)
{
    rebuilding r = {0};
    gisa_buf fresh = {0};
    gisa_buf_addf(&fresh, "%s.new", database);
    gisa_status st = gisa_buf_status(&fresh) < 0 ? gisa_fail_mem(err) : GISA_OK;
    if (st >= 0) st = hold(&r, database, opts->archive_path, err);
    if (st >= 0) {
        remove_database(fresh.p);
        st = fill(&r, fresh.p, opts, report, err);
        gisa_store_close(r.old);
        r.old = NULL;
        if (st >= 0) st = replace(database, fresh.p, err);
        remove_database(fresh.p); /* what is left of it */
    }
    gisa_store_close(r.old);
    gisa_archive_close(r.archive);
    gisa_buf_clear(&fresh);
    return st;
}

gisa_status gisa_pipeline_rebuild(const char *database, const gisa_pipeline_opts *opts,
                                  gisa_pipeline_report *report, gisa_error *err)
{
    gisa_pipeline_opts filled = opts ? *opts : (gisa_pipeline_opts){0};
    char *archive = filled.archive_path ? NULL : gisa_pipeline_archive_path(database, err);
    if (archive) filled.archive_path = archive;
    gisa_status st = filled.archive_path ? rebuild_beside(database, &filled, report, err)
                                         : gisa_fail_mem(err);
    gisa_free(archive);
    return st;
}
