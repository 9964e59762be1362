#include "cli/commands.h"
#include "pipeline/input_files.h"
#include "pipeline/intake.h"

static const char details[] =
    "A FILE is an HTML page, a page that a crawler flattened into lines of text, a file of\n"
    "articles as JSON (one a line, indented, or an array), or a WARC file; - is standard\n"
    "input. What is taken in goes into the archive first and is never taken in twice. A folder\n"
    "stands for the pages below it, in the order of their names.\n"
    "\n"
    "Examples:\n"
    "  gisa import pages\n"
    "  gisa import --format jsonl articles.txt\n"
    "  gisa --db news.db import crawl.warc.gz\n";

static int exit_code(const line_report *r)
{
    if (r->failed) return CLI_FAILED;
    return r->added + r->changed + r->same + r->known ? CLI_FOUND : CLI_NOTHING;
}

static int import(cli *c, gisa_intake *in, bool keep, bool no_learn)
{
    line_state l = {.no_learn = no_learn};
    line_report report = {0};
    gisa_error err = {0};
    line_source source = gisa_intake_source(in, keep);
    gisa_status st = line_open(c, &l, &err);
    if (st >= 0) st = line_take(&l, &source, &report, &err);
    int code = st < 0 ? cli_fail(c, &err) : exit_code(&report);
    if (l.store) line_report_say(&l, &report);
    line_report_clear(&report);
    line_close(&l);
    return code;
}

int cmd_import(cli *c, int argc, char **argv)
{
    const char *format = "auto";
    bool keep = false, no_learn = false;
    const cli_option options[] = {
        {"format", 0, CLI_TEXT, &format, "F", "auto, html, text, jsonl or warc"},
        {"keep-duplicates", 0, CLI_FLAG, &keep, NULL,
         "also take what is there already, to the byte"},
        {"no-learn", 0, CLI_FLAG, &no_learn, NULL,
         "neither learn recurring lines of sites from these, nor take them out"},
    };
    const cli_usage usage = {.name = "import",
                             .args = "FILE...",
                             .summary = "take in local material",
                             .details = details,
                             .options = options,
                             .n_options = 3};
    gisa_intake in = {.c = c};
    gisa_input_files files = {0};
    char **args;
    int n_args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (!gisa_intake_format_parse(format, &in.format)) {
        cli_error(c, "import: --format wants auto, html, text, jsonl or warc, not '%s'", format);
        return CLI_FAILED;
    }
    if (n_args == 0) {
        cli_error(c, "import: name the files to take in; see gisa import --help");
        return CLI_FAILED;
    }
    gisa_error err;
    gisa_status st = gisa_input_files_add(&files, args, (size_t)n_args, &err);
    in.paths = files.paths;
    in.n_paths = files.n;
    code = st < 0 ? cli_fail(c, &err) : import(c, &in, keep, no_learn);
    gisa_intake_clear(&in);
    gisa_input_files_clear(&files);
    return code;
}
