#include "cli/sources_file.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/mem.h"

/* Where it is looked for when nobody says. */
static char *find(cli *c, gisa_error *err)
{
    gisa_str db = gisa_str_from(cli_db_path(c, err));
    gisa_buf beside = {0};
    if (!db.p) return NULL;
    if (gisa_str_ends(db, GISA_STR(".db"))) db.n -= 3;
    gisa_buf_add(&beside, db);
    gisa_buf_add_c(&beside, ".sources");
    if (gisa_buf_status(&beside) >= 0 && gisa_file_exists(beside.p)) return beside.p;
    gisa_buf_clear(&beside);
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && *config) return gisa_path_join(config, "gisa/sources");
    if (home && *home) return gisa_path_join(home, ".config/gisa/sources");
    gisa_fail(err, GISA_EINVAL, "HOME is not set; --sources FILE names the sources");
    return NULL;
}

char *sources_file_path(cli *c, const char *named, gisa_error *err)
{
    if (!named) return find(c, err);
    char *copy = gisa_strdup(named);
    if (!copy) gisa_fail_mem(err);
    return copy;
}

gisa_status sources_file_read(cli *c, const char *named, gisa_sources *out, gisa_error *err)
{
    char *found = sources_file_path(c, named, err);
    if (!found) return err->code;
    gisa_status st = GISA_OK;
    if (!named && !gisa_file_exists(found))
        st = gisa_fail(
            err, GISA_ENOTFOUND,
            "no sources yet: write %s, or name a file with --sources (gisa fetch --help)", found);
    if (st >= 0) st = gisa_sources_read(found, out, err);
    gisa_free(found);
    return st;
}
