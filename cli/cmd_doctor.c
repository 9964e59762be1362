#include <curl/curl.h>
#include <libxml/xmlversion.h>
#include <sqlite3.h>
#include <unicode/uvernum.h>

#include "base/file.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "corpus/data.h"
#include "nlp/tagger/model.h"

static void put_set_up(const cli *c, const char *db, const char *archive, gisa_buf *out)
{
    gisa_buf_addf(out, "database   %s (%s)\n", db,
                  gisa_file_exists(db) ? "there" : "not there yet");
    gisa_buf_addf(out, "archive    %s (%s)\n", archive,
                  gisa_file_exists(archive) ? "there" : "not there yet");
    gisa_buf_addf(out, "threads    %u\n", c->threads);
    gisa_buf_addf(out, "libraries  libcurl %s, libxml2 %s, ICU %s, SQLite %s\n",
                  curl_version_info(CURLVERSION_NOW)->version, LIBXML_DOTTED_VERSION, U_ICU_VERSION,
                  sqlite3_libversion());
    for (size_t i = 0; gisa_data_at(i); i++)
        gisa_buf_addf(out, "%-10s %s, %zu bytes\n", i ? "" : "data", gisa_data_at(i)->name,
                      gisa_data_at(i)->bytes.n);
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
    if (!archive) return cli_fail(c, &err);
    put_set_up(c, db, archive, &out);
    bool good = cli_flush(c, &out);
    gisa_buf_clear(&out);
    gisa_free(archive);
    if (gisa_model_check(gisa_data_find("lexicon/model.bin"), &err) < 0) return cli_fail(c, &err);
    return good ? CLI_FOUND : CLI_FAILED;
}
