#include "base/file.h"
#include "cli/commands.h"
#include "ingest/fetch/robots.h"

static const char details[] =
    "Prints allow or disallow, a tab and the URL for each, by RFC 9309: the longest rule that "
    "fits\n"
    "decides. FILE may be - for standard input; a URL may also be a path.\n"
    "Exits 0 when any URL is allowed, 1 when none is.\n";

static int judge(const cli *c, const gisa_robots *robots, char **urls, int n)
{
    gisa_buf out = {0};
    int allowed = 0;
    for (int i = 0; i < n; i++) {
        bool allow = gisa_robots_allows(robots, gisa_str_from(urls[i]));
        allowed += allow;
        gisa_buf_add_c(&out, allow ? "allow\t" : "disallow\t");
        gisa_buf_add_c(&out, urls[i]);
        gisa_buf_add_char(&out, '\n');
    }
    bool good = cli_flush(c, CLI_TABLE, &out);
    gisa_buf_clear(&out);
    return !good ? CLI_FAILED : allowed ? CLI_FOUND : CLI_NOTHING;
}

int cmd_robots(cli *c, int argc, char **argv)
{
    const char *agent = "gisa", *file = NULL;
    const cli_option options[] = {
        {"agent", 'a', CLI_TEXT, &agent, "A", "the crawler's product token (default: gisa)"},
        {"robots", 'r', CLI_TEXT, &file, "FILE", "the robots.txt to judge by"},
    };
    const cli_usage usage = {"robots", "URL…",  "say what a robots.txt lets a crawler ask for",
                             details,  options, sizeof options / sizeof options[0]};
    int n_args;
    char **args;
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (!file || n_args == 0) {
        cli_error(c, "robots: wants --robots FILE and at least one URL; see gisa robots --help");
        return CLI_FAILED;
    }
    gisa_robots robots = {0};
    gisa_buf bytes = {0};
    gisa_error err;
    gisa_status st = gisa_file_read(file, (size_t)64 << 20, &bytes, &err);
    if (st >= 0) st = gisa_robots_parse(gisa_buf_view(&bytes), gisa_str_from(agent), &robots, &err);
    code = st < 0 ? cli_fail(c, &err) : judge(c, &robots, args, n_args);
    gisa_robots_clear(&robots);
    gisa_buf_clear(&bytes);
    return code;
}
