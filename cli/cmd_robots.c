#include "base/file.h"
#include "cli/closed_by.h"
#include "cli/commands.h"
#include "ingest/fetch/ai_agents.h"

static const char details[] =
    "Prints allow or disallow, a tab and the URL for each, by RFC 9309: the longest rule that "
    "fits\n"
    "decides. FILE may be - for standard input; a URL may also be a path.\n"
    "Exits 0 when any URL is allowed, 1 when none is.\n";

/* "line 3: Disallow: /private/ (of line 1: User-agent: *)" */
static void explain(gisa_str bytes, const gisa_robots_rule *rule, gisa_buf *out)
{
    if (!rule) {
        gisa_buf_add_c(out, "\tno rule fits");
        return;
    }
    gisa_buf_add_char(out, '\t');
    closed_by_add_line(bytes, rule->line, rule->agent_line, out);
}

/* "; closed to GPTBot CCBot", and what a Content-Signal says. */
static void explain_ai(const gisa_robots *robots, const gisa_ai_agents *ai, gisa_str url,
                       gisa_buf *out)
{
    gisa_buf names = {0};
    gisa_ai_agents_add_closed(ai, url, &names);
    gisa_buf_take_status(out, &names);
    if (names.n) gisa_buf_addf(out, "; closed to %.*s", GISA_ARG(gisa_buf_view(&names)));
    if (robots->ai_train)
        gisa_buf_addf(out, "; training of AI is %s",
                      robots->ai_train == 1 ? "reserved" : "allowed");
    gisa_buf_clear(&names);
}

typedef struct question {
    const gisa_robots *robots;
    const gisa_ai_agents *ai;
    gisa_str bytes;
    bool explain;
} question;

static int judge(const cli *c, const question *q, char **urls, int n)
{
    gisa_buf out = {0};
    int allowed = 0;
    for (int i = 0; i < n; i++) {
        const gisa_robots_rule *rule;
        bool allow = gisa_robots_decide(q->robots, gisa_str_from(urls[i]), &rule);
        allowed += allow;
        gisa_buf_add_c(&out, allow ? "allow\t" : "disallow\t");
        gisa_buf_add_c(&out, urls[i]);
        if (q->explain) {
            explain(q->bytes, rule, &out);
            explain_ai(q->robots, q->ai, gisa_str_from(urls[i]), &out);
        }
        gisa_buf_add_char(&out, '\n');
    }
    bool good = cli_flush(c, CLI_TABLE, &out);
    gisa_buf_clear(&out);
    return !good ? CLI_FAILED : allowed ? CLI_FOUND : CLI_NOTHING;
}

int cmd_robots(cli *c, int argc, char **argv)
{
    const char *agent = "gisa", *file = NULL;
    bool explained = false;
    const cli_option options[] = {
        {"agent", 'a', CLI_TEXT, &agent, "A", "the crawler's product token (default: gisa)"},
        {"robots", 'r', CLI_TEXT, &file, "FILE", "the robots.txt to judge by"},
        {"explain", 'x', CLI_FLAG, &explained, NULL, "add the line that decides, and whose it is"},
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
    gisa_ai_agents ai = {0};
    if (st >= 0) st = gisa_ai_agents_parse(gisa_buf_view(&bytes), &ai, &err);
    const question q = {&robots, &ai, gisa_buf_view(&bytes), explained};
    code = st < 0 ? cli_fail(c, &err) : judge(c, &q, args, n_args);
    gisa_robots_clear(&robots);
    gisa_ai_agents_clear(&ai);
    gisa_buf_clear(&bytes);
    return code;
}
