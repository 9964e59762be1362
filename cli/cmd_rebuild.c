#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/taken_in.h"
#include "pipeline/rebuild.h"

static const char details[] =
    "The archive is the only truth; the database is made from it. The new one is built beside\n"
    "the old one and takes its place only when it is whole, so a rebuild may be interrupted.\n";

static int rebuild(cli *c)
{
    taken_in taken = {.c = c};
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    const gisa_pipeline_opts opts = taken_in_opts(&taken);
    interrupt_say("the database is as it was; gisa rebuild starts over", NULL);
    const char *db = cli_db_path_to_make(c, &err);
    gisa_status st = db ? gisa_pipeline_rebuild(db, &opts, &report, &err) : err.code;
    taken_in_end(&taken);
    if (st >= 0) taken_in_report(c, &report);
    if (st >= 0 && report.searches_kept)
        cli_info(c, "%llu saved search%s kept", (unsigned long long)report.searches_kept,
                 report.searches_kept == 1 ? "" : "es");
    gisa_pipeline_report_clear(&report);
    return st < 0 ? cli_fail(c, &err) : CLI_FOUND;
}

int cmd_rebuild(cli *c, int argc, char **argv)
{
    const cli_usage usage = {.name = "rebuild",
                             .args = "",
                             .summary = "rebuild the database from the archive",
                             .details = details};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (n_args) {
        cli_error(c, "rebuild: takes no arguments; --db FILE names the database");
        return CLI_FAILED;
    }
    return rebuild(c);
}
