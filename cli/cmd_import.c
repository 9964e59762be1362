#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/taken_in.h"
#include "pipeline/intake.h"

static const char details[] =
    "A FILE is an HTML page, a page that a crawler flattened into lines of text, a file of\n"
    "articles as JSON (one a line, indented, or an array) or as CSV (a row each, as gisa export,\n"
    "BIG KINDS and others write it), or a WARC file; each may be gzipped. - is standard input.\n"
    "What is taken in goes into the archive first and is never taken in twice. A folder stands\n"
    "for the pages below it, in the order of their names. What is none of these is refused.\n"
    "\n"
    "Examples:\n"
    "  gisa import pages\n"
    "  gisa import --format jsonl articles.txt\n"
    "  gisa import --map title=subject,body=contents articles.csv\n"
    "  gisa --db news.db import crawl.warc.gz\n";

static int exit_code(const gisa_pipeline_report *r)
{
    if (r->failed) return CLI_FAILED;
    return r->added + r->changed + r->same + r->known ? CLI_FOUND : CLI_NOTHING;
}

static int import(cli *c, char **files, size_t n, const gisa_import_opts *opts)
{
    gisa_pipeline *p = NULL;
    gisa_pipeline_report report = {0};
    taken_in taken = {.c = c, .counted = &report};
    gisa_error err = {0};
    const gisa_pipeline_opts how = taken_in_opts(&taken);
    interrupt_say("what was read so far is kept; the same command goes on from there",
                  "what was read so far is kept: # page% with # article%;"
                  " the same command goes on from there");
    const char *db = cli_db_path_to_make(c, &err);
    gisa_status st = db ? gisa_pipeline_open(db, &how, &p, &err) : err.code;
    if (st >= 0)
        st = gisa_pipeline_import_files(p, (const char *const *)files, n, opts, &report, &err);
    taken_in_end(&taken);
    int code = st < 0 ? cli_fail(c, &err) : exit_code(&report);
    if (p) taken_in_report(c, &report);
    gisa_pipeline_report_clear(&report);
    gisa_pipeline_close(p);
    return code;
}

int cmd_import(cli *c, int argc, char **argv)
{
    const char *format = "auto";
    gisa_import_opts opts = {0};
    const cli_option options[] = {
        {"format", 0, CLI_TEXT, &format, "F", "auto, html, text, jsonl, csv or warc"},
        {"map", 0, CLI_TEXT, &opts.columns, "MAP",
         "columns of CSV files by their fields: title=제목,body=내용"},
        {"keep-duplicates", 0, CLI_FLAG, &opts.keep_duplicates, NULL,
         "also take what is there already, to the byte"},
        {"no-learn", 0, CLI_FLAG, &opts.no_learn, NULL,
         "neither learn recurring lines of sites from these, nor take them out"},
        {"reserved", 0, CLI_FLAG, &opts.reserved, NULL,
         "also pages that an archive keeps aside, as their use is reserved"},
    };
    const cli_usage usage = {.name = "import",
                             .args = "FILE...",
                             .summary = "take in local material",
                             .details = details,
                             .options = options,
                             .n_options = sizeof options / sizeof options[0]};
    char **args;
    int n_args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (!gisa_intake_format_parse(format, &opts.format)) {
        cli_error(c, "import: --format wants auto, html, text, jsonl, csv or warc, not '%s'",
                  format);
        return CLI_FAILED;
    }
    gisa_error err;
    if (gisa_table_columns_check(opts.columns, &err) < 0) {
        cli_error(c, "import: --map: %s; see gisa import --help", err.text);
        return CLI_FAILED;
    }
    if (n_args == 0) {
        cli_error(c, "import: name the files to take in; see gisa import --help");
        return CLI_FAILED;
    }
    return import(c, args, (size_t)n_args, &opts);
}
