#include <curl/curl.h>
#include <inttypes.h>
#include <libxml/xmlversion.h>
#include <sqlite3.h>
#include <unicode/uvernum.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/wrap.h"
#include "corpus/data.h"
#include "corpus/identity.h"
#include "index/store/identity_check.h"
#include "nlp/tagger/model.h"
#include "pipeline/own_names.h"

enum { NAME = 11 }; /* columns of the names */

static void put_field(const cli *c, const char *name, gisa_buf *text, gisa_buf *out)
{
    wrap_field(out, c, name, gisa_buf_view(text), NAME);
    gisa_buf_take_status(out, text);
    gisa_buf_reset(text);
}

static void put_file(const cli *c, const char *name, const char *path, gisa_buf *text,
                     gisa_buf *out)
{
    gisa_buf_addf(text, "%s (%s)", path, gisa_file_exists(path) ? "there" : "not there yet");
    put_field(c, name, text, out);
}

static void put_set_up(const cli *c, const char *db, const char *archive, const char *names,
                       gisa_buf *out)
{
    gisa_buf text = {0};
    put_file(c, "database", db, &text, out);
    put_file(c, "archive", archive, &text, out);
    put_file(c, "names", names, &text, out);
    gisa_buf_addf(&text, "%u", c->threads);
    put_field(c, "threads", &text, out);
    gisa_buf_addf(&text, "libcurl %s, libxml2 %s, ICU %s, SQLite %s",
                  curl_version_info(CURLVERSION_NOW)->version, LIBXML_DOTTED_VERSION, U_ICU_VERSION,
                  sqlite3_libversion());
    put_field(c, "libraries", &text, out);
    for (size_t i = 0; gisa_data_at(i); i++) {
        gisa_buf_addf(&text, "%s, %zu bytes", gisa_data_at(i)->name, gisa_data_at(i)->bytes.n);
        put_field(c, i ? "" : "data", &text, out);
    }
    gisa_buf_clear(&text);
}

enum { SHOWN_MAX = 20 };

/* Articles that an earlier edition of ids hides: the first of them, and how many there are. */
typedef struct parted_list {
    const cli *c;
    gisa_buf *out;
    uint64_t n;
} parted_list;

static void put_parted(void *ctx, gisa_str text)
{
    parted_list *list = ctx;
    if (list->n++ < SHOWN_MAX) wrap_field(list->out, list->c, "", text, NAME);
}

static void put_identity(const cli *c, const gisa_identity_report *r, gisa_str parted,
                         gisa_buf *out)
{
    gisa_buf text = {0};
    bool old = r->edition != GISA_IDENTITY_EDITION;
    gisa_buf_addf(&text, "edition %d", r->edition);
    if (old)
        gisa_buf_addf(&text, " of %d; gisa rebuild makes them anew, the old ones stay valid",
                      GISA_IDENTITY_EDITION);
    put_field(c, "ids", &text, out);
    if (r->parted) {
        gisa_buf_addf(&text, "%" PRIu64 " stand%s for several articles, which the rebuild parts:",
                      r->parted, r->parted == 1 ? "s" : "");
        put_field(c, "", &text, out);
    }
    gisa_buf_add(out, parted);
    if (r->parted > SHOWN_MAX) {
        gisa_buf_addf(&text, "and %" PRIu64 " more", r->parted - SHOWN_MAX);
        put_field(c, "", &text, out);
    }
    if (r->joined) {
        gisa_buf_addf(&text, "%" PRIu64 " stand%s for another page of an article, which it joins",
                      r->joined, r->joined == 1 ? "s" : "");
        put_field(c, "", &text, out);
    }
    gisa_buf_clear(&text);
}

/* The edition of the database's ids, and what a rebuild would change about them. */
static gisa_status check_identity(const cli *c, gisa_store *s, gisa_buf *out, gisa_error *err)
{
    gisa_identity_report report;
    gisa_buf parted = {0};
    parted_list list = {.c = c, .out = &parted};
    const gisa_check_sink sink = {put_parted, &list};
    gisa_status st = gisa_identity_check(s, &sink, &report, err);
    if (st >= 0) put_identity(c, &report, gisa_buf_view(&parted), out);
    gisa_buf_clear(&parted);
    return st;
}

static gisa_status check_database(const cli *c, const char *db, gisa_buf *out, gisa_error *err)
{
    gisa_store *s = NULL;
    bool empty = true;
    const gisa_store_opts opts = {.read_only = true, .any_schema = true};
    gisa_status st = gisa_store_open(db, &opts, &s, err);
    if (st >= 0) st = gisa_store_is_empty(s, &empty, err);
    if (st >= 0 && !empty) st = check_identity(c, s, out, err);
    gisa_store_close(s);
    return st;
}

int cmd_doctor(cli *c, int argc, char **argv)
{
    const cli_usage usage = {.name = "doctor", .args = "", .summary = "explain the set-up"};
    int n_args;
    char **args;
    gisa_error err;
    gisa_buf out = {0};
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    const char *db = cli_db_path(c, &err);
    char *archive = db ? cli_archive_path(c, &err) : NULL;
    char *names = archive ? gisa_own_names_path(db, &err) : NULL;
    if (!names) return gisa_free(archive), cli_fail(c, &err);
    put_set_up(c, db, archive, names, &out);
    gisa_free(names);
    gisa_status st = gisa_file_exists(db) ? check_database(c, db, &out, &err) : GISA_OK;
    bool good = cli_flush(c, CLI_TABLE, &out);
    gisa_buf_clear(&out);
    gisa_free(archive);
    if (st < 0 && err.cause != GISA_CAUSE_EMPTY_DATABASE) return cli_fail(c, &err);
    if (gisa_model_check(gisa_data_find("lexicon/model.bin"), &err) < 0) return cli_fail(c, &err);
    return good ? CLI_FOUND : CLI_FAILED;
}
