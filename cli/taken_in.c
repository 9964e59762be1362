#include "cli/taken_in.h"

#include <inttypes.h>

#include "base/mem.h"
#include "base/sql.h"
#include "cli/interrupt.h"
#include "cli/own_words.h"

enum {
    HELD_MAX = 1 << 20
}; /* bytes of what is said later. mutate: equivalent, thousands of lines */

static void say(taken_in *t, gisa_str text, const char *more)
{
    if (!t->beside) {
        cli_warn(t->c, "%.*s%s", GISA_ARG(text), more);
        return;
    }
    if (t->held.n >= HELD_MAX) {
        t->n_unheld++;
        return;
    }
    gisa_buf_add(&t->held, text);
    gisa_buf_add_c(&t->held, more);
    gisa_buf_add_char(&t->held, '\n');
}

static void on_warning(void *ctx, gisa_pipeline_warning kind, gisa_str text)
{
    taken_in *t = ctx;
    const char *advice = "";
    if (kind == GISA_WARN_OWN_WORDS) {
        if (!t->unattended) own_words_say_notes(t->c, text);
        return;
    }
    if (kind == GISA_WARN_UNKNOWN_EDITION) advice = "; gisa rebuild makes the index anew";
    if (kind == GISA_WARN_COLUMNS) advice = "; --map says what they hold";
    say(t, text, advice);
}

static void on_skipped(void *ctx, gisa_str uri, gisa_str reason)
{
    taken_in *t = ctx;
    char more[200];
    snprintf(more, sizeof more, ": skipped: %.*s", GISA_ARG(gisa_str_cut(reason, 0, 180)));
    say(t, uri, more);
}

static void on_progress(void *ctx, uint64_t done)
{
    taken_in *t = ctx;
    if (t->beside) {
        atomic_fetch_add(&t->n_beside, 1);
        return;
    }
    if (done == 1) t->progress = cli_progress_begin(t->c, "pages", 0);
    cli_progress_step(&t->progress, done);
    const gisa_pipeline_report *r = t->counted;
    if (r) interrupt_count(r->captures, r->added + r->changed + r->same);
}

static void on_making(void *ctx, const char *database)
{
    (void)ctx;
    interrupt_remove(database);
}

gisa_pipeline_opts taken_in_opts(taken_in *t)
{
    gisa_mem_be_frugal();
    gisa_sql_be_uncounted();
    return (gisa_pipeline_opts){.lexicon = t->c->lexicon,
                                .threads = t->c->threads,
                                .events = {on_warning, on_skipped, on_progress, on_making, t}};
}

void taken_in_say_held(taken_in *t)
{
    gisa_str rest = gisa_buf_view(&t->held), line;
    t->beside = false;
    while (gisa_str_next_line(&rest, &line)) cli_warn(t->c, "%.*s", GISA_ARG(line));
    if (t->n_unheld) cli_warn(t->c, "and %" PRIu64 " more such lines", t->n_unheld);
    t->n_unheld = 0;
    gisa_buf_clear(&t->held);
}

void taken_in_end(taken_in *t)
{
    cli_progress_end(&t->progress);
}

static void say_times(const cli *c, const gisa_pipeline_report *r)
{
    uint64_t total = r->archive_ns + r->extract_ns + r->annotate_ns + r->terms_ns + r->store_ns;
    const struct {
        const char *name;
        uint64_t ns;
    } stages[] = {{"archive", r->archive_ns},
                  {"extract", r->extract_ns},
                  {"annotate", r->annotate_ns},
                  {"terms", r->terms_ns},
                  {"store", r->store_ns}};
    for (size_t i = 0; total && i < sizeof stages / sizeof stages[0]; i++)
        cli_info(c, "  %-9s %8.3f s  %4.1f%%", stages[i].name, (double)stages[i].ns / 1e9,
                 100 * (double)stages[i].ns / (double)total);
}

static void say_notes(const cli *c, const gisa_pipeline_report *r)
{
    if (r->cut)
        cli_info(c, "cut fields over their ceilings in %" PRIu64 " article%s", r->cut,
                 r->cut == 1 ? "" : "s");
    if (r->undated)
        cli_info(c, "left a date empty that is none in %" PRIu64 " article%s", r->undated,
                 r->undated == 1 ? "" : "s");
}

void taken_in_report(const cli *c, const gisa_pipeline_report *r)
{
    uint64_t pages = r->captures + r->known;
    char failed[48] = "";
    if (r->failed) snprintf(failed, sizeof failed, ", %" PRIu64 " not read", r->failed);
    cli_info(c,
             "%" PRIu64 " page%s: %" PRIu64 " article%s added, %" PRIu64 " changed, %" PRIu64
             " the same as before, %" PRIu64 " skipped%s",
             pages, pages == 1 ? "" : "s", r->added, r->added == 1 ? "" : "s", r->changed,
             r->same + r->known, r->skipped, failed);
    say_notes(c, r);
    if (r->bytes_in > r->bytes_kept)
        cli_info(c, "kept %.1f of %.1f kB: the rest was markup, menus, widgets and notices",
                 (double)r->bytes_kept / 1e3, (double)r->bytes_in / 1e3);
    if (r->learned.lines)
        cli_info(c,
                 "left out %" PRIu64 " line%s that recur across their site's articles, in %" PRIu64
                 " article%s",
                 r->learned.lines, r->learned.lines == 1 ? "" : "s", r->learned.articles,
                 r->learned.articles == 1 ? "" : "s");
    for (size_t i = 0; i < r->reasons.n; i++)
        cli_info(c, "  skipped %" PRIu64 ": %.*s", r->reasons.items[i].value,
                 GISA_ARG(r->reasons.items[i].key));
    for (size_t i = 0; i < r->passed.n; i++)
        cli_info(c, "  passed over %" PRIu64 ": %.*s", r->passed.items[i].value,
                 GISA_ARG(r->passed.items[i].key));
    if (c->verbose) say_times(c, r);
}
