/* How far long work is: a line that is rewritten on a terminal, a line now and then in a log. */
#include <inttypes.h>
#include <unistd.h>

#include "base/time.h"
#include "cli/screen.h"

enum {
    SHOWN_EVERY_MS = 100, /* on a terminal. mutate: equivalent, what is a millisecond */
    LOGGED_EVERY_MS = 30000,
};

cli_progress cli_progress_begin(const cli *c, const char *what, uint64_t total)
{
    cli_progress p = {.c = c, .what = what, .total = total};
    p.visible = !c->quiet && !c->dumb && isatty(STDERR_FILENO);
    p.logged = !c->quiet && !p.visible;
    p.started_ms = p.shown_ms = gisa_clock_ms();
    return p;
}

static void add_left(gisa_buf *out, int64_t left_ms)
{
    int64_t s = (left_ms + 999) / 1000, min = (s + 30) / 60;
    if (s < 100)
        gisa_buf_addf(out, ", %" PRId64 " s left", s);
    else if (min < 100)
        gisa_buf_addf(out, ", %" PRId64 " min left", min);
    else
        gisa_buf_addf(out, ", %" PRId64 " h left", (min + 30) / 60);
}

void cli_progress_text(const cli_progress *p, const cli_progress_count *n, int64_t now_ms,
                       gisa_buf *out)
{
    double seconds = (double)(now_ms - p->started_ms) / 1000, rate = (double)n->done / seconds;
    int64_t left_ms = n->left_ms;
    gisa_buf_addf(out, "%" PRIu64, n->done);
    if (p->total) gisa_buf_addf(out, "/%" PRIu64, p->total);
    gisa_buf_addf(out, " %s", p->what);
    if (n->waiting) gisa_buf_addf(out, ", %" PRIu64 " waiting", n->waiting);
    if (seconds > 0) gisa_buf_addf(out, ", %.*f a second", rate < 10 ? 1 : 0, rate);
    if (p->total > n->done && n->done && !left_ms)
        left_ms = (int64_t)((double)(p->total - n->done) / rate * 1000);
    if (left_ms > 0) add_left(out, left_ms);
    if (n->taken_in) gisa_buf_addf(out, "; %" PRIu64 " taken in", n->taken_in);
}

static void show(const cli_progress *p, gisa_str text)
{
    size_t room = p->c->message_columns ? p->c->message_columns - 1 : 79;
    text = gisa_str_cut(text, 0, room);
    fprintf(stderr, "\r\033[K%.*s", GISA_ARG(text));
}

void cli_progress_count_step(cli_progress *p, const cli_progress_count *n)
{
    gisa_buf text = {0};
    if (!p->visible && !p->logged) return;
    int64_t now = gisa_clock_ms();
    if (now - p->shown_ms < (p->visible ? SHOWN_EVERY_MS : LOGGED_EVERY_MS)) return;
    p->shown_ms = now;
    cli_progress_text(p, n, now, &text);
    if (gisa_buf_status(&text) >= 0) {
        if (p->visible)
            show(p, gisa_buf_view(&text));
        else
            cli_info(p->c, "%s", text.p);
    }
    gisa_buf_clear(&text);
}

void cli_progress_step(cli_progress *p, uint64_t done)
{
    cli_progress_count_step(p, &(cli_progress_count){.done = done});
}

void cli_progress_end(cli_progress *p)
{
    if (p->visible) fprintf(stderr, "\r\033[K");
}
