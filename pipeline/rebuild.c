#include "pipeline/rebuild.h"

#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "index/store/saved.h"
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

/* Saved searches are in no archive. One of an older schema (GISA_EINVAL) has none to lose. */
static void keep_searches(gisa_pipeline *p, const char *old, gisa_pipeline_report *report)
{
    gisa_store *from = NULL;
    gisa_error why = {0};
    size_t n = 0;
    if (!gisa_file_exists(old)) return;
    gisa_status st = gisa_store_open(old, &(gisa_store_opts){.read_only = true}, &from, &why);
    if (st == GISA_OK) st = gisa_saved_copy(from, p->store, &n, &why);
    if (st < 0 && st != GISA_EINVAL && st != GISA_ENOTFOUND)
        gisa_pipeline_warn(&p->events, GISA_WARN_SEARCHES_LOST,
                           "saved searches, if there were any, are lost: %s", why.text);
    if (st == GISA_OK) report->searches_kept += n;
    gisa_store_close(from);
}

/* Fills a new database at `fresh` from the archive. */
static gisa_status fill(const char *old, const char *fresh, const gisa_pipeline_opts *opts,
                        gisa_pipeline_report *report, gisa_error *err)
{
    gisa_pipeline *p = NULL;
    gisa_status st = gisa_pipeline_open(fresh, opts, &p, err);
    if (st >= 0) st = gisa_pipeline_catch_up(p, report, err);
    if (st >= 0) st = gisa_store_optimize(p->store, err);
    if (st >= 0) keep_searches(p, old, report);
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
    gisa_archive *held = NULL; /* nobody writes meanwhile */
    gisa_buf fresh = {0};
    gisa_status st = GISA_OK;
    if (!gisa_file_exists(opts->archive_path))
        st = gisa_fail_for(err, GISA_ENOTFOUND, GISA_CAUSE_NO_ARCHIVE,
                           "%s: no archive to rebuild from", opts->archive_path);
    if (st >= 0) st = gisa_archive_open(opts->archive_path, &held, NULL, err);
    gisa_buf_addf(&fresh, "%s.new", database);
    if (gisa_buf_status(&fresh) < 0) st = gisa_fail_mem(err);
    if (st >= 0) {
        remove_database(fresh.p);
        st = fill(database, fresh.p, opts, report, err);
        if (st >= 0) st = replace(database, fresh.p, err);
        remove_database(fresh.p); /* what is left of it */
    }
    gisa_archive_close(held);
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
