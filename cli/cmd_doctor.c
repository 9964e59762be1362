#include <curl/curl.h>
#include <inttypes.h>
#include <libxml/xmlversion.h>
#include <sqlite3.h>
#include <unicode/uvernum.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/frontier_state.h"
#include "cli/own_words.h"
#include "cli/wrap.h"
#include "corpus/data.h"
#include "corpus/identity.h"
#include "index/store/identity_check.h"
#include "nlp/section/section_model.h"
#include "nlp/tagger/model.h"
#include "pipeline/reader.h"

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

/* Returns: whether nobody can write to them. */
static bool put_places(const cli *c, const char *db, const char *archive, gisa_buf *out)
{
    gisa_buf text = {0};
    put_file(c, "database", db, &text, out);
    put_file(c, "archive", archive, &text, out);
    bool locked = frontier_state_add_writer(archive, &text);
    if (text.n) put_field(c, "", &text, out);
    gisa_buf_clear(&text);
    return locked;
}

/* What the crawler remembers. *broken: it cannot go on with it. */
static gisa_status put_frontier(cli *c, const char *archive, gisa_buf *out, bool *broken,
                                gisa_error *err)
{
    gisa_buf text = {0};
    gisa_frontier_report report;
    char *path = cli_frontier_path(c, err);
    gisa_status st = path ? gisa_frontier_check(path, archive, false, &report, err) : err->code;
    if (st >= 0 && report.condition == GISA_FRONTIER_MISSING) {
        gisa_buf_addf(&text,
                      "%s (not there: nothing was crawled yet, or gisa fetch makes it from"
                      " the archive)",
                      path);
        put_field(c, "frontier", &text, out);
    } else if (st >= 0) {
        put_file(c, "frontier", path, &text, out);
        frontier_state_add(&report, &text);
        if (text.n) put_field(c, "", &text, out);
    }
    *broken = st >= 0 && report.condition == GISA_FRONTIER_DAMAGED;
    gisa_buf_clear(&text);
    gisa_free(path);
    return st;
}

static void put_program(const cli *c, gisa_buf *out)
{
    gisa_buf text = {0};
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

/* Whether the index was made by this analyser with these words. */
static void compare_index(const cli *c, const char *db, gisa_buf *out)
{
    static const char *const texts[] = {
        [GISA_EDITION_SAME] = "made by this analyser, with these names and words",
        [GISA_EDITION_UNKNOWN] = "does not say which analyser made it; gisa rebuild makes it anew",
        [GISA_EDITION_OTHER] =
            "made by another version of the analyser; gisa rebuild makes it anew",
        [GISA_EDITION_OTHER_NAMES] = "made with other names or words; gisa rebuild makes it anew",
    };
    gisa_reader r = {0};
    gisa_error ignored;
    if (!gisa_file_exists(db)) return;
    if (gisa_reader_open(db, c->lexicon, &r, &ignored) >= 0 && !gisa_reader_is_empty(&r))
        wrap_field(out, c, "index", gisa_str_from(texts[r.edition]), NAME);
    gisa_reader_close(&r);
}

int cmd_doctor(cli *c, int argc, char **argv)
{
    const cli_usage usage = {.name = "doctor", .args = "", .summary = "explain the set-up"};
    int n_args;
    char **args;
    gisa_error err;
    gisa_buf out = {0};
    bool broken = false;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    const char *db = cli_db_path(c, &err);
    char *archive = db ? cli_archive_path(c, &err) : NULL;
    if (!archive) return cli_fail(c, &err);
    const bool locked = put_places(c, db, archive, &out);
    gisa_status st = put_frontier(c, archive, &out, &broken, &err);
    if (st >= 0) st = own_words_put(c, db, NAME, &out, &err);
    if (st >= 0) compare_index(c, db, &out);
    put_program(c, &out);
    if (st >= 0 && gisa_file_exists(db)) st = check_database(c, db, &out, &err);
    bool good = cli_flush(c, CLI_TABLE, &out);
    gisa_buf_clear(&out);
    gisa_free(archive);
    if (st < 0 && err.cause != GISA_CAUSE_EMPTY_DATABASE) return cli_fail(c, &err);
    if (gisa_model_check(gisa_data_find("lexicon/model.bin"), &err) < 0 ||
        gisa_section_model_check(gisa_data_find("lexicon/sections.bin"), &err) < 0)
        return cli_fail(c, &err);
    return good && !broken && !locked ? CLI_FOUND : CLI_FAILED;
}
