/* What goes to stderr: messages and progress. */
#include <stdarg.h>
#include <unistd.h>

#include "base/time.h"
#include "cli/cli.h"

static void say(const char *label, const char *fmt, va_list ap)
{
    char text[2048];
    vsnprintf(text, sizeof text, fmt, ap);
    fprintf(stderr, "gisa: %s%s\n", label, text);
}

void cli_error(const cli *c, const char *fmt, ...)
{
    (void)c;
    va_list ap;
    va_start(ap, fmt);
    say("", fmt, ap);
    va_end(ap);
}

void cli_warn(const cli *c, const char *fmt, ...)
{
    if (c->quiet) return;
    va_list ap;
    va_start(ap, fmt);
    say("warning: ", fmt, ap);
    va_end(ap);
}

void cli_info(const cli *c, const char *fmt, ...)
{
    if (c->quiet) return;
    va_list ap;
    va_start(ap, fmt);
    say("", fmt, ap);
    va_end(ap);
}

int cli_fail(const cli *c, const gisa_error *err)
{
    cli_error(c, "%s", err->text);
    return CLI_FAILED;
}

cli_progress cli_progress_begin(const cli *c, const char *what, uint64_t total)
{
    cli_progress p = {.c = c, .what = what, .total = total};
    p.visible = !c->quiet && isatty(STDERR_FILENO);
    p.started_ms = p.shown_ms = gisa_clock_ms();
    return p;
}

void cli_progress_step(cli_progress *p, uint64_t done)
{
    if (!p->visible) return;
    int64_t now = gisa_clock_ms();
    if (now - p->shown_ms < 100) return;
    p->shown_ms = now;
    double seconds = (double)(now - p->started_ms) / 1000;
    fprintf(stderr, "\r\033[K%llu", (unsigned long long)done);
    if (p->total) fprintf(stderr, "/%llu", (unsigned long long)p->total);
    fprintf(stderr, " %s, %.0f a second", p->what, (double)done / seconds);
}

void cli_progress_end(cli_progress *p)
{
    if (p->visible) fprintf(stderr, "\r\033[K");
}
