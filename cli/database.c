#include "cli/database.h"

#include "base/file.h"
#include "base/mem.h"

typedef gisa_status (*opener)(const char *path, const char *lexicon, gisa_reader *r,
                              gisa_error *err);

/* Whether a database that is not there has been there. */
static void look_for_archive(cli *c, gisa_error *err)
{
    bool lost = err->cause == GISA_CAUSE_NO_DATABASE || err->cause == GISA_CAUSE_EMPTY_DATABASE;
    char *archive = lost ? cli_archive_path(c, NULL) : NULL;
    if (archive && gisa_file_exists(archive)) err->cause = GISA_CAUSE_LOST_DATABASE;
    gisa_free(archive);
}

/* The database was indexed with other names or words of the user's, or with none. */
static void say_other_words(const cli *c, const gisa_reader *r)
{
    const char *names = gisa_file_exists(r->own.names) ? r->own.names : NULL;
    const char *words = r->own.words;
    if (names || words)
        cli_warn(c,
                 "%s%s%s: your own words or names are not those that this database was indexed "
                 "with, so words may be missed; gisa rebuild makes the index anew",
                 names ? names : "", names && words ? ", " : "", words ? words : "");
    else
        cli_warn(c, "this database was indexed with words or names of your own that are not here, "
                    "so words may be missed; put them back, or gisa rebuild makes the index anew "
                    "without them");
}

static gisa_status open_by(opener open, cli *c, gisa_reader *r, gisa_error *err)
{
    const char *path = cli_db_path(c, err);
    if (!path) return err->code;
    gisa_status st = open(path, c->lexicon, r, err);
    if (st < 0) look_for_archive(c, err);
    if (st >= 0 && r->edition == GISA_EDITION_OTHER)
        cli_warn(c, "this database was indexed by another version of the analyser, so words may be "
                    "missed; gisa rebuild makes the index anew");
    if (st >= 0 && r->edition == GISA_EDITION_OTHER_NAMES) say_other_words(c, r);
    return st;
}

gisa_status cli_database_open(cli *c, gisa_reader *r, gisa_error *err)
{
    return open_by(gisa_reader_open, c, r, err);
}

gisa_status cli_database_open_current(cli *c, gisa_reader *r, gisa_error *err)
{
    return open_by(gisa_reader_open_current, c, r, err);
}

gisa_status cli_database_open_to_write(cli *c, gisa_store **out, gisa_error *err)
{
    const char *path = cli_db_path(c, err);
    return path ? gisa_store_open(path, NULL, out, err) : err->code;
}

gisa_status cli_frontier_look(cli *c, gisa_frontier **out, gisa_error *err)
{
    char *path = cli_frontier_path(c, err);
    gisa_status st = path ? GISA_OK : err->code;
    *out = NULL;
    if (st >= 0 && gisa_file_exists(path)) st = gisa_frontier_look(path, out, err);
    gisa_free(path);
    return st;
}

void cli_frontier_blame(cli *c, gisa_error *err)
{
    char *path = err->cause == GISA_CAUSE_DAMAGED_DATABASE ? cli_frontier_path(c, NULL) : NULL;
    if (!path) return;
    const char *name = strrchr(path, '/');
    gisa_buf place = {0};
    gisa_buf_addf(&place, "/%s: damaged", name ? name + 1 : path); /* SQLite has whole paths */
    if (gisa_buf_status(&place) >= 0 && strstr(err->text, place.p))
        err->cause = GISA_CAUSE_DAMAGED_FRONTIER;
    gisa_buf_clear(&place);
    gisa_free(path);
}

void cli_database_say_nothing(const cli *c, const gisa_reader *r)
{
    if (gisa_reader_is_empty(r))
        cli_info(c, "the database is empty; gisa import or gisa fetch fills it");
    else
        cli_info(c, "nothing found");
}
