#include <unistd.h>

#include "base/time.h"
#include "cli/cli.h"
#include "tests/unit/test.h"

static void test_texts(void)
{
    static const struct {
        const char *name;
        uint64_t total;
        cli_progress_count n;
        int64_t ms;
        const char *want;
    } rows[] = {
        {"nothing yet", 0, {0}, 0, "0 pages"},
        {"a slow pace has a decimal", 0, {.done = 3}, 2000, "3 pages, 1.5 a second"},
        {"a quick one has none", 0, {.done = 25}, 2000, "25 pages, 12 a second"},
        {"a total says what is left",
         40,
         {.done = 10},
         5000,
         "10/40 pages, 2.0 a second, 15 s left"},
        {"but not in the end", 40, {.done = 40}, 5000, "40/40 pages, 8.0 a second"},
        {"nor before the first", 40, {0}, 5000, "0/40 pages, 0.0 a second"},
        {"a part of a second is one",
         0,
         {.done = 1, .left_ms = 1},
         1000,
         "1 pages, 1.0 a second, 1 s left"},
        {"99 seconds", 0, {.done = 1, .left_ms = 99000}, 1000, "1 pages, 1.0 a second, 99 s left"},
        {"100 are minutes",
         0,
         {.done = 1, .left_ms = 100000},
         1000,
         "1 pages, 1.0 a second, 2 min left"},
        {"99 minutes",
         0,
         {.done = 1, .left_ms = 5969000},
         1000,
         "1 pages, 1.0 a second, 99 min left"},
        {"more are hours",
         0,
         {.done = 1, .left_ms = 9000000},
         1000,
         "1 pages, 1.0 a second, 3 h left"},
        {"all of it",
         0,
         {.done = 1200, .waiting = 300, .left_ms = 25000, .taken_in = 1100},
         100000,
         "1200 pages, 300 waiting, 12 a second, 25 s left; 1100 taken in"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf out = {0};
        const cli_progress p = {.what = "pages", .total = rows[i].total, .started_ms = 1000};
        cli_progress_text(&p, &rows[i].n, 1000 + rows[i].ms, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_buf_clear(&out);
    }
}

/* What a step writes to standard error. */
static void step(cli_progress *p, int64_t ago_ms, char *out, size_t size)
{
    int fd[2], old = dup(STDERR_FILENO);
    if (pipe(fd) != 0) abort();
    dup2(fd[1], STDERR_FILENO);
    p->shown_ms = gisa_clock_ms() - ago_ms;
    cli_progress_step(p, 7);
    fflush(stderr);
    dup2(old, STDERR_FILENO);
    close(fd[1]);
    close(old);
    ssize_t n = read(fd[0], out, size - 1);
    out[n > 0 ? n : 0] = '\0';
    close(fd[0]);
}

static void test_steps(void)
{
    char out[200];
    const cli c = {.message_columns = 12}, quiet = {.quiet = true};
    cli_progress log = {.c = &c, .what = "pages", .logged = true};
    step(&log, 29000, out, sizeof out);
    SAME_C(gisa_str_from(out), "", "a log has nothing after 29 seconds");
    step(&log, 30001, out, sizeof out);
    OK(strncmp(out, "gisa: 7 pages", 13) == 0 && out[strlen(out) - 1] == '\n',
       "but a line after half a minute");
    cli_progress terminal = {.c = &c, .what = "pages", .visible = true};
    step(&terminal, 101, out, sizeof out);
    OK(strncmp(out, "\r\033[K7 pages", 11) == 0, "a terminal is shown it at once");
    EQUAL(strlen(out), 4 + 11, "and never a whole row, which would wrap");
    step(&terminal, 0, out, sizeof out);
    SAME_C(gisa_str_from(out), "", "but not all the time");
    cli_progress none = cli_progress_begin(&quiet, "pages", 0);
    step(&none, 99000, out, sizeof out);
    SAME_C(gisa_str_from(out), "", "-q has none");
}

int main(void)
{
    test_texts();
    test_steps();
    return test_end();
}
