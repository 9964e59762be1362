#include <inttypes.h>
#include <math.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/hits.h"
#include "cli/trend_lines.h"
#include "cli/trend_table.h"
#include "cli/wrap.h"
#include "report/period.h"
#include "report/trend/trend_format.h"

typedef struct asked {
    date_range b;
    const char *by, *svg, *title, *lang, *of, *outlet;
    bool exact, keep_copies, all, within;
    uint64_t width;
    gisa_trend_opts opts;
    gisa_lang chart_lang;
} asked;

static gisa_status read_options(asked *a, gisa_error *err)
{
    a->opts.days = a->b.days;
    a->opts.period = GISA_PERIOD_WEEK;
    a->opts.exact = a->exact;
    a->opts.keep_copies = a->keep_copies;
    if (a->by && !gisa_period_find(gisa_str_from(a->by), &a->opts.period))
        return gisa_fail(err, GISA_EINVAL, "--by %s: is none of day, week, month, year", a->by);
    a->opts.within = a->within;
    a->opts.outlet = gisa_str_from(a->outlet);
    if (a->of && !gisa_trend_of_find(gisa_str_from(a->of), &a->opts.of))
        return gisa_fail(err, GISA_EINVAL, "--of %s: is none of articles, mentions, outlets",
                         a->of);
    if (a->within && a->opts.of != GISA_TREND_ARTICLES)
        return gisa_fail(err, GISA_EINVAL, "--within: counts articles; leave out --of %s", a->of);
    if (a->outlet && (!*a->outlet || strchr(a->outlet, '"')))
        return gisa_fail(err, GISA_EINVAL, "--outlet %s: is no outlet's key or name", a->outlet);
    if (a->width && (a->width < 320 || a->width > 4000))
        return gisa_fail(err, GISA_EINVAL, "--width: wants 320 to 4000");
    if (a->lang && !gisa_lang_parse(gisa_str_from(a->lang), &a->chart_lang))
        return gisa_fail(err, GISA_EINVAL, "--lang %s: is none of en, ko", a->lang);
    return GISA_OK;
}

static gisa_status write_chart(const cli *c, const asked *a, const gisa_trend *t, gisa_error *err)
{
    gisa_buf svg = gisa_buf_make((size_t)64 << 20);
    const gisa_trend_chart_opts how = {gisa_str_from(a->title), a->chart_lang, (unsigned)a->width};
    gisa_status st = gisa_trend_chart(t, &how, &svg, err);
    if (st >= 0) st = gisa_file_write(a->svg, gisa_buf_view(&svg), err);
    if (st >= 0) cli_info(c, "wrote %s", a->svg);
    gisa_buf_clear(&svg);
    return st;
}

/* What has to be known to read the table, in the lines of the terminal. */
static void say_note(const cli *c, gisa_buf *note, gisa_buf *out)
{
    gisa_buf_add_c(out, cli_dim(c));
    wrap_to_terminal(out, c, gisa_buf_view(note), 0);
    gisa_buf_addf(out, "%s\n", cli_plain(c));
    gisa_buf_reset(note);
}

/* Whether any mark says that outlets are why. */
static bool any_by_outlets(const gisa_trend *t)
{
    for (size_t l = 0; l < t->n_lines; l++) {
        const gisa_trend_line *line = &t->lines[l];
        for (size_t i = 0; i < t->n_points; i++)
            if (gisa_trend_by_outlets(&line->points[i])) return true;
        for (size_t i = 0; i < line->n_bursts; i++)
            if (line->bursts[i].within_p >= GISA_STATS_ALPHA) return true;
    }
    return false;
}

/* What the marks of the tables mean, and what they lack. */
static void say_notes(const cli *c, const asked *a, const trend_table *part, gisa_buf *out)
{
    const gisa_trend *t = part->t;
    gisa_buf note = {0};
    gisa_buf_addf(&note,
                  "above, below: differs from the other periods at a false discovery rate of 5%%;"
                  " burst: Kleinberg 2002; few: under %d articles.%s",
                  GISA_TREND_FEW, a->keep_copies ? "" : " Near-duplicates count once.");
    say_note(c, &note, out);
    if (t->within)
        gisa_buf_add_c(&note, "Shares within outlets: what was found by what each outlet's usual"
                              " share lets expect, times the share of all periods.");
    if (note.n) say_note(c, &note, out);
    if (!t->within && any_by_outlets(t))
        gisa_buf_add_c(&note, "by outlets: within each outlet the share is as usual; what changed"
                              " is which outlets there are. --within counts within outlets.");
    if (note.n) say_note(c, &note, out);
    if (t->n_gaps) {
        gisa_count_text(&note, t->n_gaps);
        gisa_buf_addf(&note, " of %zu %ss %s no article at all (gap).", t->n_points,
                      gisa_period_name(t->period), t->n_gaps == 1 ? "has" : "have");
        say_note(c, &note, out);
    }
    if (!part->from)
        gisa_buf_add_c(&note, "Without a 95% interval and the first day of each"
                              " period, for want of columns.");
    else if (t->n_lines == 1 && !part->interval)
        gisa_buf_add_c(&note, "Without a 95% interval, for want of columns.");
    if (note.n) say_note(c, &note, out);
    gisa_buf_addf(&note, "Most %ss have few articles; --by %s would say more.",
                  gisa_period_name(t->period), t->period == GISA_PERIOD_DAY ? "week" : "month");
    if (2 * t->n_few > t->n_points && t->period < GISA_PERIOD_MONTH) say_note(c, &note, out);
    gisa_buf_clear(&note);
}

static gisa_status show(const cli *c, const asked *a, const gisa_trend *t, gisa_buf *out,
                        gisa_error *err)
{
    if (a->b.json) {
        gisa_trend_json(t, out);
        return GISA_OK;
    }
    if (a->b.csv) {
        gisa_trend_csv(t, out);
        return GISA_OK;
    }
    for (size_t l = 0; l < t->n_lines; l++) trend_say_line(c, t, &t->lines[l], out);
    trend_say_sources(c, t, out);
    trend_table part = {
        .t = t, .from = true, .interval = t->n_lines == 1, .sources = t->n_changes > 0};
    gisa_status st = trend_table_say(c, a->all, &part, out, err);
    if (st >= 0) say_notes(c, a, &part, out);
    return st;
}

static int find_trend(cli *c, const asked *a, gisa_str *queries, size_t n)
{
    gisa_reader r = {0};
    gisa_trend t = {0};
    gisa_buf out = {0};
    gisa_error err;
    uint64_t found = 0;
    gisa_status st = cli_database_open(c, &r, &err);
    if (st >= 0) st = gisa_trend_run(r.store, queries, n, &a->opts, &t, &err);
    for (size_t l = 0; l < t.n_lines; l++) found += t.lines[l].matches;
    const gisa_search_opts how = {
        .exact = a->exact, .keep_copies = a->keep_copies, .days = a->b.days};
    if (st >= 0 && !found) hits_say_nothing(c, &r, n == 1 ? queries[0] : GISA_NONE, &how);
    if (st >= 0 && (found || a->b.json || a->b.csv)) st = show(c, a, &t, &out, &err);
    if (st >= 0 && a->svg) st = write_chart(c, a, &t, &err);
    int code = st < 0 ? cli_fail(c, &err) : found ? CLI_FOUND : CLI_NOTHING;
    if (st >= 0 && !cli_flush(c, date_range_format(&a->b), &out)) code = CLI_FAILED;
    gisa_trend_clear(&t);
    gisa_buf_clear(&out);
    gisa_reader_close(&r);
    return code;
}

int cmd_trend(cli *c, int argc, char **argv)
{
    enum { N_OWN = 11 };
    asked a = {0};
    cli_option options[N_OWN + DATE_RANGE_OPTIONS + DATE_RANGE_FORMATS] = {
        [DATE_RANGE_OPTIONS] = {"exact", 0, CLI_FLAG, &a.exact, NULL,
                                "no other spellings of known names"},
        {"by", 0, CLI_TEXT, &a.by, "UNIT", "day, week (default), month or year"},
        {"of", 0, CLI_TEXT, &a.of, "WHAT", "count articles (default), mentions or outlets"},
        {"outlet", 0, CLI_TEXT, &a.outlet, "NAME", "only articles of this outlet"},
        {"within", 0, CLI_FLAG, &a.within, NULL,
         "shares within outlets, whichever there were in a period"},
        {"svg", 0, CLI_TEXT, &a.svg, "FILE", "also draw a chart"},
        {"title", 0, CLI_TEXT, &a.title, "TEXT", "the chart's title"},
        {"lang", 0, CLI_TEXT, &a.lang, "LANG", "the chart's language: en (default) or ko"},
        {"width", 0, CLI_NUMBER, &a.width, "PX", "the chart's width: 320 to 4000, 760 by default"},
        {"all", 'a', CLI_FLAG, &a.all, NULL, "show quiet stretches period by period"},
        {"keep-copies", 0, CLI_FLAG, &a.keep_copies, NULL, "near-duplicates count too"},
    };
    date_range_options(&a.b, options);
    date_range_formats(&a.b, options + DATE_RANGE_OPTIONS + N_OWN);
    const cli_usage usage = {
        .name = "trend",
        .args = "QUERY…",
        .summary = "share of coverage over time, with significance and bursts",
        .details = "Each QUERY (one argument, quoted where it has spaces) is a line; up to 8.\n\n"
                   "  gisa trend 딥시크 --by day --from 2025-01\n"
                   "  gisa trend 딥시크 'entity:openai' --by month --svg trend.svg\n",
        .options = options,
        .n_options = sizeof options / sizeof options[0]};
    int n_args;
    char **args;
    gisa_error err;
    gisa_str queries[GISA_CHART_LINES];
    int code = cli_parse(c, &usage, argc, argv, &n_args, &args);
    if (code != CLI_GO_ON) return code;
    if (n_args < 1 || n_args > GISA_CHART_LINES) {
        cli_error(c, "trend wants 1 to %d queries; gisa trend --help shows how", GISA_CHART_LINES);
        return CLI_FAILED;
    }
    if ((code = date_range_read(c, &a.b, "trend")) != CLI_GO_ON) return code;
    if (read_options(&a, &err) < 0) return cli_fail(c, &err);
    for (int i = 0; i < n_args; i++) {
        queries[i] = gisa_str_from(args[i]);
        if ((code = date_range_check(c, &a.b, queries[i])) != CLI_GO_ON) return code;
    }
    return find_trend(c, &a, queries, (size_t)n_args);
}
