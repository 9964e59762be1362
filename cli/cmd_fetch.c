#include "cli/commands.h"
#include "cli/database.h"
#include "cli/fetch_run.h"
#include "cli/fetch_watch.h"
#include "cli/sources_file.h"

static const char details[] =
    "Crawls the sources that are due, or those that are named, into the archive and takes in\n"
    "what is new. The sources file is --sources FILE; else the database's name with .sources\n"
    "for .db; else gisa/sources in $XDG_CONFIG_HOME or ~/.config. A source is a block:\n"
    "\n"
    "  contact = me@newsroom.example\n"
    "\n"
    "  [hanbit]\n"
    "  feed = https://hanbit.example/rss\n"
    "  sitemap = https://hanbit.example/map\n"
    "  every = 1h\n"
    "\n"
    "robots.txt is kept to, and one host is asked for one thing at a time, with a pause.\n"
    "man gisa-fetch says what else a block may hold.\n";

/* ADDR:PORT */
static bool is_address(const char *text)
{
    const char *colon = strrchr(text, ':');
    uint64_t port;
    return colon && colon > text && gisa_str_to_u64(gisa_str_from(colon + 1), &port) && port > 0 &&
           port < 65536;
}

/* Whether the values of options make sense; what does not is said. */
static bool check_options(fetch *f)
{
    const cli *c = f->c;
    bool good_address = !f->connect_to || is_address(f->connect_to);
    bool good_day = fetch_read_since(f);
    if (f->json && f->csv)
        cli_two_formats(c, "fetch");
    else if (f->watch && (f->dry_run || f->limit))
        cli_error(c, "fetch: --watch goes on; --%s is for a run that ends",
                  f->limit ? "limit" : "dry-run");
    else if (!good_address)
        cli_error(c, "fetch: --connect-to wants ADDR:PORT, not '%s'", f->connect_to);
    else if (f->timeout_s > 3600)
        cli_error(c, "fetch: --timeout wants at most 3600 seconds");
    else if (!good_day)
        cli_error(c, "fetch: --since wants a day, such as 2025-02-03 or 7d, not '%s'", f->since);
    else
        return true;
    return false;
}

int cmd_fetch(cli *c, int argc, char **argv)
{
    fetch f = {.c = c};
    const cli_option options[] = {
        {"sources", 's', CLI_TEXT, &f.sources_path, "FILE", "the sources file"},
        {"force", 'f', CLI_FLAG, &f.force, NULL, "also sources that are not due"},
        {"dry-run", 0, CLI_FLAG, &f.dry_run, NULL,
         "list what would be asked for and when; ask nothing"},
        {"limit", 'n', CLI_NUMBER, &f.limit, "N", "at most N pages of a source in this run"},
        {"since", 0, CLI_TEXT, &f.since, "DAY", "pass over pages that feeds date before that"},
        {"watch", 'w', CLI_FLAG, &f.watch, NULL, "go on, and ask for each source when it is due"},
        {"timeout", 0, CLI_NUMBER, &f.timeout_s, "S", "seconds for one exchange (default: 60)"},
        {"agent", 0, CLI_TEXT, &f.agent, "A",
         "User-Agent; its first word is what robots.txt names"},
        {"no-ingest", 0, CLI_FLAG, &f.no_ingest, NULL, "into the archive only"},
        {"no-learn", 0, CLI_FLAG, &f.no_learn, NULL,
         "neither learn recurring lines of sites from these, nor take them out"},
        {"connect-to", 0, CLI_TEXT, &f.connect_to, "ADDR:PORT",
         "connect there for every host; for tests and mirrors"},
        {"json", 0, CLI_FLAG, &f.json, NULL, "the summary as JSON, a line a source"},
        {"csv", 0, CLI_FLAG, &f.csv, NULL, "the summary as CSV"},
    };
    const cli_usage usage = {"fetch", "[SOURCE…]", "crawl due sources, then take in what is new",
                             details, options,     sizeof options / sizeof options[0]};
    gisa_error err = {0};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    code = CLI_FOUND;
    if (!check_options(&f)) return CLI_FAILED;
    gisa_status st = sources_file_read(c, f.sources_path, &f.sources, &err);
    gisa_status (*run)(fetch *, int *, gisa_error *) = f.dry_run ? fetch_run_plan
                                                       : f.watch ? fetch_watch
                                                                 : fetch_run;
    f.names = args;
    f.n_names = (size_t)n_args;
    if (st >= 0) st = run(&f, &code, &err);
    if (st < 0) {
        cli_frontier_blame(c, &err);
        code = cli_fail(c, &err);
    }
    gisa_sources_clear(&f.sources);
    return code;
}
