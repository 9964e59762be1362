/* gisa check: everything against everything else, each finding named. */
#include "base/json.h"
#include "base/mem.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/frontier_state.h"
#include "cli/wrap.h"
#include "index/store/check.h"

typedef struct check_job {
    cli *c;
    bool json;
    gisa_buf out;
} check_job;

static void put_finding(void *ctx, gisa_str text)
{
    check_job *j = ctx;
    if (j->json) {
        gisa_json w = gisa_json_make(&j->out);
        gisa_json_object(&w);
        gisa_json_key_str(&w, "finding", text);
        gisa_json_end(&w);
    } else {
        wrap_add(&j->out, text,
                 &(wrapping){.columns = cli_room(j->c), .indent = 2, .whole_words = true});
    }
    gisa_buf_add_char(&j->out, '\n');
    cli_flush(j->c, j->json ? CLI_JSON : CLI_TABLE, &j->out);
}

/* What the crawler remembers. Only damage is a finding: gisa fetch sees to the rest by itself. */
static gisa_status check_frontier(check_job *j, const char *archive, gisa_check_report *report,
                                  gisa_error *err)
{
    gisa_buf text = {0};
    gisa_frontier_report found;
    char *path = cli_frontier_path(j->c, err);
    gisa_status st = path ? gisa_frontier_check(path, archive, true, &found, err) : err->code;
    if (st >= 0) frontier_state_add(&found, &text);
    if (st >= 0) st = gisa_buf_check(&text, "a finding", err);
    if (st >= 0 && found.condition == GISA_FRONTIER_DAMAGED) {
        gisa_buf line = {0};
        gisa_buf_addf(&line, "frontier: %s", text.p);
        put_finding(j, gisa_buf_view(&line));
        gisa_buf_clear(&line);
        report->findings++;
    } else if (st >= 0 && text.n && found.condition != GISA_FRONTIER_BEHIND) {
        /* Behind it is after every import: nothing that anybody has to know. */
        cli_info(j->c, "%s: %s", path, text.p);
    }
    gisa_buf_clear(&text);
    gisa_free(path);
    return st;
}

static void say_writer(const cli *c, const char *archive)
{
    gisa_buf text = {0};
    frontier_state_add_writer(archive, &text);
    if (text.n && gisa_buf_status(&text) >= 0) cli_info(c, "%s: %s", archive, text.p);
    gisa_buf_clear(&text);
}

/* For findings in the database, and in the archive. */
static const char *const advice[] = {
    "gisa rebuild makes the database anew from the archive",
    "put the archive back if there is a copy of it, then run gisa rebuild; without one gisa "
    "rebuild "
    "keeps all that is whole, and the articles of the database",
};

int cmd_check(cli *c, int argc, char **argv)
{
    check_job j = {.c = c};
    const cli_option options[] = {
        {"json", 0, CLI_FLAG, &j.json, NULL, "one JSON object a finding"},
    };
    const cli_usage usage = {"check", "", "verify the database and the archive", NULL, options, 1};
    int n_args;
    char **args;
    gisa_error err;
    gisa_reader r = {0};
    gisa_check_report report = {0};
    const gisa_check_sink sink = {put_finding, &j};
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (n_args) {
        cli_error(c, "check: takes no arguments; --db names the database");
        return CLI_FAILED;
    }
    gisa_status st = cli_database_open(c, &r, &err);
    char *archive = st == GISA_OK ? cli_archive_path(c, &err) : NULL;
    if (st == GISA_OK && !archive) st = GISA_ENOMEM;
    if (st == GISA_OK) st = gisa_check_store(r.store, &sink, &report, &err);
    const uint64_t in_database = report.findings;
    if (st == GISA_OK) st = gisa_check_archive(r.store, archive, &sink, &report, &err);
    const uint64_t in_both = report.findings;
    if (st == GISA_OK) st = check_frontier(&j, archive, &report, &err);
    gisa_reader_close(&r);
    if (st >= 0) say_writer(c, archive);
    gisa_free(archive);
    gisa_buf_clear(&j.out);
    if (st < 0) return cli_fail(c, &err);
    cli_info(c, "%llu article versions and %llu archive records checked, %llu finding%s",
             (unsigned long long)report.articles, (unsigned long long)report.captures,
             (unsigned long long)report.findings, report.findings == 1 ? "" : "s");
    if (in_both) cli_info(c, "%s", advice[in_both > in_database]);
    return report.findings ? CLI_FAILED : CLI_FOUND;
}
