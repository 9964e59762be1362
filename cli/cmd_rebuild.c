#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "corpus/archive.h"
#include "index/store/saved.h"
#include "pipeline/line.h"

static const char details[] =
    "The archive is the only truth; the database is made from it. The new one is built beside\n"
    "the old one and takes its place only when it is whole, so a rebuild may be interrupted.\n";

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

/* Fills a new database at `fresh` from the archive of the old one. */
static gisa_status fill(cli *c, char *fresh, char *archive, line_report *report, gisa_error *err)
{
    line_state l = {0};
    char *old = c->db_path;
    c->db_path = fresh;
    gisa_status st = line_open(c, &l, err);
    c->db_path = old;
    if (st >= 0) {
        gisa_free(l.archive_path);
        l.archive_path = gisa_strdup(archive);
        st = l.archive_path ? line_catch_up(&l, report, err) : gisa_fail_mem(err);
    }
    if (st >= 0) st = gisa_store_optimize(l.store, err);
    if (st >= 0) line_report_say(&l, report);
    line_close(&l);
    return st;
}

/* Saved searches are in no archive. When the old database cannot tell them any more, the rebuild
 * goes on without; one of an older schema that was not brought up to date (GISA_EINVAL) has none.
 */
static gisa_status keep_searches(cli *c, const char *old, const char *fresh, gisa_error *err)
{
    gisa_store *from = NULL, *to = NULL;
    gisa_error why = {0};
    size_t n = 0;
    if (!gisa_file_exists(old)) return GISA_OK;
    gisa_status st = gisa_store_open(fresh, NULL, &to, err);
    gisa_status could = st;
    if (st == GISA_OK)
        could = gisa_store_open(old, &(gisa_store_opts){.read_only = true}, &from, &why);
    if (could == GISA_OK) could = gisa_saved_copy(from, to, &n, &why);
    if (st == GISA_OK && could < 0 && could != GISA_EINVAL && could != GISA_ENOTFOUND)
        cli_warn(c, "saved searches, if there were any, are lost: %s", why.text);
    if (could == GISA_OK && n) cli_info(c, "%zu saved search%s kept", n, n == 1 ? "" : "es");
    gisa_store_close(from);
    gisa_store_close(to);
    return st;
}

static gisa_status rebuild(cli *c, line_report *report, gisa_error *err)
{
    const char *db = cli_db_path(c, err);
    char *archive = db ? cli_archive_path(c, err) : NULL;
    gisa_archive *held = NULL; /* nobody writes meanwhile */
    gisa_buf fresh = {0};
    gisa_status st = archive ? GISA_OK : GISA_ENOMEM;
    if (st >= 0 && !gisa_file_exists(archive))
        st = gisa_fail(err, GISA_ENOTFOUND, "%s: no archive to rebuild from; gisa import makes one",
                       archive);
    if (st >= 0) st = gisa_archive_open(archive, &held, NULL, err);
    if (st >= 0) {
        gisa_buf_addf(&fresh, "%s.new", db);
        st = gisa_buf_check(&fresh, "a path", err);
    }
    if (st >= 0) {
        remove_database(fresh.p);
        st = fill(c, fresh.p, archive, report, err);
    }
    if (st >= 0) st = keep_searches(c, db, fresh.p, err);
    if (st >= 0) {
        remove_with(db, "-wal");
        remove_with(db, "-shm");
        if (rename(fresh.p, db) != 0)
            st = gisa_fail(err, GISA_EIO, "%s: cannot put it in the place of %s", fresh.p, db);
    }
    if (st < 0 && fresh.n) remove_database(fresh.p);
    gisa_archive_close(held);
    gisa_buf_clear(&fresh);
    gisa_free(archive);
    return st;
}

int cmd_rebuild(cli *c, int argc, char **argv)
{
    const cli_usage usage = {.name = "rebuild",
                             .args = "",
                             .summary = "rebuild the database from the archive",
                             .details = details};
    line_report report = {0};
    gisa_error err = {0};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (n_args) {
        cli_error(c, "rebuild: takes no arguments; --db FILE names the database");
        return CLI_FAILED;
    }
    code = rebuild(c, &report, &err) < 0 ? cli_fail(c, &err) : CLI_FOUND;
    line_report_clear(&report);
    return code;
}
