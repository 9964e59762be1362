/* A table of commands; each is a file of its own. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/time.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/screen.h"

static const cli_entry commands[] = {
    {"analyze", cmd_analyze, "split text into sentences, eojeols and morphemes"},
    {"fetch", cmd_fetch, "crawl due sources, then take in what is new"},
    {"sources", cmd_sources, "how what is crawled does, and what else could be"},
    {"import", cmd_import, "take in local material"},
    {"trend", cmd_trend, "share of coverage over time, with significance and bursts"},
    {"topics", cmd_topics, "the themes of a period"},
    {"digest", cmd_digest, "the periodic report"},
    {"export", cmd_export, "the corpus for researchers, with a manifest"},
    {"rebuild", cmd_rebuild, "rebuild the database from the archive"},
    {"search", cmd_search, "ranked hits with snippets"},
    {"alert", cmd_alert, "what is new for the saved searches"},
    {"show", cmd_show, "one article, or its versions"},
    {"entities", cmd_entities, "the people, firms, models and places"},
    {"quotes", cmd_quotes, "who said what"},
    {"facts", cmd_facts, "the figures"},
    {"authors", cmd_authors, "who wrote"},
    {"check", cmd_check, "verify the database and the archive"},
    {"extract", cmd_extract, "page to article JSONL; touches no database"},
    {"doctor", cmd_doctor, "explain the set-up"},
    {"robots", cmd_robots, "say what a robots.txt lets a crawler ask for"},
    {"completions", cmd_completions, "what a shell completes, as a script for it"},
    {NULL, NULL, NULL},
};

static void log_to_stderr(void *ctx, gisa_level level, gisa_str text)
{
    screen_say(ctx, level == GISA_LOG_WARN ? "gisa: warning: " : "gisa: ", text);
}

/* COLUMNS says how wide lines may be, or the terminal, or nobody. */
static unsigned columns_of(int fd)
{
    struct winsize size;
    uint64_t said;
    enum { UNKNOWN = 80, MOST = 10000 };
    if (gisa_str_to_u64(gisa_str_from(getenv("COLUMNS")), &said) && said > 0 && said < MOST)
        return (unsigned)said;
    return isatty(fd) && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
                                                                              : UNKNOWN;
}

static cli start(void)
{
    cli c = {.commands = commands, .log = {.line = log_to_stderr, .max_level = GISA_LOG_INFO}};
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    c.threads = cores > 0 ? (unsigned)cores : 1; /* mutate: equivalent, it is never 0 */
    c.terminal = isatty(STDOUT_FILENO);
    c.columns = columns_of(STDOUT_FILENO);
    c.message_columns = isatty(STDERR_FILENO) ? columns_of(STDERR_FILENO) : 0;
    c.dumb = !term || !*term || strcmp(term, "dumb") == 0;
    screen_begin(&c);
    c.color = c.terminal && !c.dumb && !(no_color && *no_color) && *c.styles[0];
    return c;
}

static bool takes_value(const char *word)
{
    static const char *const options[] = {"--db", "--lexicon", "--threads", "--color"};
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strcmp(word, options[i]) == 0) return true;
    return false;
}

static int unknown_command(const cli *c, const char *word)
{
    const char *known[64];
    size_t n = 0;
    for (const cli_entry *e = commands; e->name; e++) known[n++] = e->name;
    const char *near = gisa_nearest(word, known, n);
    if (near)
        cli_error(c, "unknown command '%s'; did you mean '%s'?", word, near);
    else
        cli_error(c, "unknown command '%s'; gisa --help lists them", word);
    return CLI_FAILED;
}

/* Whether one of the first n words is this option, and not another one's value. */
static bool asks_for(int n, char **argv, const char *option)
{
    for (int i = 1; i < n; i += takes_value(argv[i]) ? 2 : 1)
        if (strcmp(argv[i], option) == 0) return true;
    return false;
}

/* Global options may come before the command: the command's own parser reads them, so they are
 * moved after its name. Returns the index of the command in argv, or 0. */
static int find_command(int argc, char **argv)
{
    int i = 1;
    while (i < argc && argv[i][0] == '-') i += takes_value(argv[i]) ? 2 : 1;
    return i < argc ? i : 0;
}

static int run_command(cli *c, int argc, char **argv)
{
    int at = find_command(argc, argv), before = at ? at : argc;
    if (asks_for(before, argv, "--version")) return help_version(c);
    if (asks_for(before, argv, "--help") || asks_for(before, argv, "-h"))
        return help_overview(c, true);
    if (at && at + 1 < argc && strcmp(argv[at], "help") == 0) { /* gisa help search */
        char *ask[] = {argv[0], argv[at + 1], (char *)(uintptr_t) "--help", NULL};
        return run_command(c, 3, ask);
    }
    if (!at || strcmp(argv[at], "help") == 0) return help_overview(c, at > 0);
    for (const cli_entry *e = commands; e->name; e++) {
        if (strcmp(argv[at], e->name) != 0) continue;
        char *name = argv[at];
        memmove(argv + 2, argv + 1, (size_t)(at - 1) * sizeof *argv);
        argv[1] = name;
        return e->run(c, argc - 1, argv + 1);
    }
    return unknown_command(c, argv[at]);
}

/* A standard descriptor that was closed would be given to the next file that is opened, a database
 * perhaps, and the output written into that. What is put there instead fails as a closed one does.
 */
static void fill_descriptors(void)
{
    static const int modes[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", modes[fd]) == -1) _exit(CLI_FAILED);
}

/* Some file systems report a full disk only when the file is closed. */
static void close_output(const cli *c)
{
    gisa_error err;
    if (close(STDOUT_FILENO) == 0) return;
    int code = errno;
    gisa_fail(&err, GISA_EIO, "standard output: cannot close: %s", strerrordesc_np(code));
    cli_fail_output(c, &err, code);
}

int main(int argc, char **argv)
{
    bool failed = false;
    fill_descriptors();
    cli c = start();
    c.output_failed = &failed;
    c.log.ctx = &c;
    signal(SIGPIPE, SIG_IGN);
    if (!gisa_today_readable()) {
        cli_error(&c, "GISA_NOW: %s is no date; write 2025-02-03", getenv("GISA_NOW"));
        return CLI_FAILED;
    }
    int code = run_command(&c, argc, argv);
    close_output(&c);
    gisa_free(c.db_path);
    return failed ? CLI_FAILED : code;
}
