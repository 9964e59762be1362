#include <inttypes.h>
#include <math.h>

#include "base/file.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/date_range.h"
#include "cli/hits.h"
#include "cli/rows.h"
#include "cli/wrap.h"
#include "report/period.h"
#include "report/trend/trend_format.h"

typedef struct asked {
    date_range b;
    const char *by, *svg, *title, *lang;
    bool exact, keep_copies, all;
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
    if (a->lang && !gisa_lang_parse(gisa_str_from(a->lang), &a->chart_lang))
        return gisa_fail(err, GISA_EINVAL, "--lang %s: is none of en, ko", a->lang);
    return GISA_OK;
}

static void add_day(gisa_buf *out, int64_t day)
{
    char text[GISA_PERIOD_CHARS];
    gisa_period_format(GISA_PERIOD_DAY, day, text);
    gisa_buf_add_c(out, text);
}

static void add_label(gisa_buf *out, gisa_period period, int64_t day)
{
    char text[GISA_PERIOD_CHARS];
    gisa_period_label(period, day, text);
    gisa_buf_add_c(out, text);
}

static void add_interval(gisa_buf *out, gisa_interval i)
{
    gisa_share_text(out, i.low);
    gisa_buf_add_c(out, "–");
    gisa_share_text(out, i.high);
}

/* "  name        " and a text in the lines of the terminal, which is emptied. */
static void say_field(const cli *c, const char *name, gisa_buf *text, gisa_buf *out)
{
    enum { INDENT = 14 };
    gisa_buf_addf(out, "  %-*s", INDENT - 2, name);
    wrap_to_terminal(out, c, gisa_buf_view(text), INDENT);
    gisa_buf_add_char(out, '\n');
    gisa_buf_reset(text);
}

static void say_spellings(const cli *c, const gisa_trend_line *line, gisa_buf *text, gisa_buf *out)
{
    if (!line->n_spellings) return;
    for (size_t i = 0; i < line->n_spellings; i++) {
        if (i) gisa_buf_add_c(text, ", ");
        gisa_buf_add(text, line->spellings[i]);
    }
    gisa_buf_add_c(text, " (--exact: only the word as typed)");
    say_field(c, "spellings", text, out);
}

static void say_peak(const cli *c, const gisa_trend *t, const gisa_trend_line *line, gisa_buf *text,
                     gisa_buf *out)
{
    if (line->peak >= t->n_points) return;
    const gisa_trend_point *p = &line->points[line->peak];
    add_label(text, t->period, p->day);
    if (t->period == GISA_PERIOD_WEEK) {
        gisa_buf_add_c(text, " (from ");
        add_day(text, p->day);
        gisa_buf_add_char(text, ')');
    }
    gisa_buf_add_c(text, ": ");
    gisa_count_text(text, p->n);
    gisa_buf_add_c(text, " of ");
    gisa_count_text(text, p->total);
    gisa_buf_add_c(text, p->total == 1 ? " article, " : " articles, ");
    gisa_share_text(text, gisa_trend_share(p));
    gisa_buf_add_c(text, " (95%: ");
    add_interval(text, p->interval);
    gisa_buf_add_c(text, p->total < GISA_TREND_FEW ? "), few articles" : ")");
    say_field(c, "peak", text, out);
}

static void say_bursts(const cli *c, const gisa_trend *t, const gisa_trend_line *line,
                       gisa_buf *text, gisa_buf *out)
{
    for (size_t i = 0; i < line->n_bursts; i++) {
        uint64_t n = 0, total = 0;
        const gisa_burst *b = &line->bursts[i];
        for (size_t k = b->first; k <= b->last; k++) {
            n += line->points[k].n;
            total += line->points[k].total;
        }
        add_day(text, t->days[b->first]);
        gisa_buf_add_c(text, " to ");
        add_day(text, gisa_trend_last_day(t, b->last));
        gisa_buf_add_c(text, ": ");
        gisa_count_text(text, n);
        gisa_buf_add_c(text, " of ");
        gisa_count_text(text, total);
        gisa_buf_addf(text, " article%s, weight %" PRIu64, total == 1 ? "" : "s",
                      (uint64_t)(b->weight + 0.5));
        say_field(c, i ? "" : "bursts", text, out);
    }
}

static void say_line(const cli *c, const gisa_trend *t, const gisa_trend_line *line, gisa_buf *out)
{
    size_t width = c->columns > 30 ? c->columns - 2 : 28; /* mutate: equivalent, 30 - 2 is 28 */
    gisa_buf text = {0};
    gisa_buf_addf(&text, "%.*s: ", GISA_ARG(line->query));
    gisa_count_text(&text, line->matches);
    gisa_buf_add_c(&text, " of ");
    gisa_count_text(&text, line->total);
    gisa_buf_add_c(&text, line->total == 1 ? " dated article" : " dated articles");
    if (line->total) {
        gisa_buf_add_c(&text, ", ");
        gisa_share_text(&text, (double)line->matches / (double)line->total);
    }
    if (line->undated) {
        gisa_buf_add_c(&text, "; ");
        gisa_count_text(&text, line->undated);
        gisa_buf_addf(&text, " more ha%s no date as fine as the period",
                      line->undated == 1 ? "s" : "ve");
    }
    gisa_span name = {0, (uint32_t)line->query.n};
    wrap_add(out, gisa_buf_view(&text),
             &(wrapping){.columns = cli_room(c),
                         .indent = 2,
                         .marks = &name,
                         .n_marks = c->color,
                         .on = cli_bold(c),
                         .off = cli_plain(c)});
    gisa_buf_reset(&text);
    gisa_buf_add_c(out, "\n  ");
    gisa_trend_spark(t, line, width < 104 ? width : 104, out);
    gisa_buf_add_char(out, '\n');
    say_spellings(c, line, &text, out);
    if (line->first_id.p) {
        add_day(&text, line->first_day);
        gisa_buf_addf(&text, "  %.*s", GISA_ARG(line->first_title));
        if (line->first_outlet.p) gisa_buf_addf(&text, " (%.*s)", GISA_ARG(line->first_outlet));
        say_field(c, "first seen", &text, out);
    }
    say_peak(c, t, line, &text, out);
    say_bursts(c, t, line, &text, out);
    gisa_buf_take_status(out, &text);
    gisa_buf_clear(&text);
    gisa_buf_add_char(out, '\n');
}

/* Periods in which nothing happens to any query are folded, three or more together. */
static bool is_quiet(const gisa_trend *t, size_t i)
{
    for (size_t l = 0; l < t->n_lines; l++)
        if (t->lines[l].points[i].n || gisa_trend_sign(&t->lines[l].points[i])) return false;
    return true;
}

static size_t quiet_run(const gisa_trend *t, size_t i)
{
    size_t n = 0;
    while (i + n < t->n_points && is_quiet(t, i + n)) n++;
    return n >= 3 ? n : 0;
}

enum { MAX_COLUMNS = 3 + 4 * GISA_CHART_LINES }; /* mutate: equivalent, more go unused */

/* A row of the table under way; its texts live in a buffer of their own each. */
typedef struct table_row {
    gisa_buf texts[MAX_COLUMNS];
    size_t n;
} table_row;

static gisa_buf *next_cell(table_row *row)
{
    gisa_buf *text = &row->texts[row->n++];
    gisa_buf_reset(text);
    return text;
}

/* What a table shows: so many queries from one on, and the columns there is room for. */
typedef struct table_part {
    const gisa_trend *t;
    size_t first, n;
    bool from, interval;
} table_part;

static void add_counts(const table_part *part, size_t from, size_t n, table_row *row)
{
    const gisa_trend *t = part->t;
    uint64_t total = 0;
    for (size_t i = from; i < from + n; i++) total += t->lines[0].points[i].total;
    gisa_buf *text = next_cell(row);
    gisa_count_text(text, total);
    if (n == 1 && total < GISA_TREND_FEW) gisa_buf_add_c(text, " few");
    for (size_t l = part->first; l < part->first + part->n; l++) {
        const gisa_trend_point *p = &t->lines[l].points[from];
        gisa_count_text(next_cell(row), n > 1 ? 0 : p->n);
        text = next_cell(row);
        if (p->total && n == 1) gisa_share_text(text, gisa_trend_share(p));
        if (part->interval) {
            text = next_cell(row);
            if (p->total && n == 1) add_interval(text, p->interval);
        }
        int sign = n == 1 ? gisa_trend_sign(p) : 0;
        text = next_cell(row);
        gisa_buf_add_c(text, sign > 0 ? "above" : sign < 0 ? "below" : "");
        if (n == 1 && gisa_trend_in_burst(&t->lines[l], from))
            gisa_buf_add_c(text, sign ? ", burst" : "burst");
    }
}

static void put_table_rows(const table_part *part, bool all, rows *r)
{
    const gisa_trend *t = part->t;
    table_row row = {0};
    cell cells[MAX_COLUMNS];
    for (size_t i = 0; i < t->n_points;) {
        size_t quiet = all || !part->from ? 0 : quiet_run(t, i), n = quiet ? quiet : 1;
        row.n = 0;
        add_label(next_cell(&row), t->period, t->days[i]);
        gisa_buf *from = part->from ? next_cell(&row) : NULL;
        if (quiet) {
            gisa_buf_add_c(from, "… ");
            add_label(from, t->period, t->days[i + n - 1]);
        } else if (from) {
            add_day(from, t->days[i]);
        }
        add_counts(part, i, n, &row);
        for (size_t k = 0; k < MAX_COLUMNS; k++) {
            cells[k].text = gisa_buf_view(&row.texts[k]);
            r->failed = r->failed || gisa_buf_status(&row.texts[k]) < 0;
        }
        rows_put(r, cells, NULL);
        i += n;
    }
    for (size_t k = 0; k < MAX_COLUMNS; k++) gisa_buf_clear(&row.texts[k]);
}

static size_t name_columns(const table_part *part, column columns[MAX_COLUMNS],
                           char heads[GISA_CHART_LINES][24])
{
    const gisa_trend *t = part->t;
    size_t n = 0;
    columns[n++] = (column){.name = gisa_period_name(t->period)};
    if (part->from) columns[n++] = (column){.name = "from"};
    columns[n++] = (column){.name = "of all", .right = true};
    for (size_t l = part->first; l < part->first + part->n; l++) {
        gisa_str q = gisa_utf8_clip(t->lines[l].query, sizeof heads[l] - 1);
        memcpy(heads[l], q.p, q.n);
        heads[l][q.n] = '\0';
        columns[n++] = (column){.name = t->n_lines == 1 ? "articles" : heads[l], .right = true};
        columns[n++] = (column){.name = "share", .right = true};
        if (part->interval) columns[n++] = (column){.name = "95%"};
        columns[n++] = (column){.name = ""};
    }
    return n;
}

/* Fewer queries, or fewer columns; false when there is nothing more to leave out. */
static bool leave_out(table_part *part)
{
    if (part->n > 1)
        part->n--;
    else if (part->interval)
        part->interval = false;
    else if (part->from)
        part->from = false;
    else
        return false;
    return true;
}

/* As many tables as it takes for each to fit the terminal. */
static gisa_status say_tables(const cli *c, const gisa_trend *t, bool all, table_part *part,
                              gisa_buf *out, gisa_error *err)
{
    column columns[MAX_COLUMNS];
    char heads[GISA_CHART_LINES][24];
    gisa_status st = GISA_OK;
    for (; st >= 0 && part->first < t->n_lines; part->first += part->n) {
        if (part->first) gisa_buf_add_char(out, '\n');
        part->n = t->n_lines - part->first;
        rows r = {.c = c, .columns = columns, .out = out};
        do {
            rows_drop(&r);
            r.n_columns = name_columns(part, columns, heads);
            put_table_rows(part, all, &r);
        } while (c->terminal && rows_width(&r) > c->columns && leave_out(part));
        st = rows_end(&r, err);
    }
    return st;
}

static gisa_status write_chart(const cli *c, const asked *a, const gisa_trend *t, gisa_error *err)
{
    gisa_buf svg = gisa_buf_make((size_t)64 << 20);
    gisa_status st = gisa_trend_chart(t, gisa_str_from(a->title), a->chart_lang, &svg, err);
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

/* What the marks of the tables mean, and what they lack. */
static void say_notes(const cli *c, const asked *a, const table_part *part, gisa_buf *out)
{
    const gisa_trend *t = part->t;
    gisa_buf note = {0};
    gisa_buf_addf(&note,
                  "above, below: differs from the other periods at a false discovery rate of 5%%;"
                  " burst: Kleinberg 2002; few: under %d articles.%s",
                  GISA_TREND_FEW, a->keep_copies ? "" : " Near-duplicates count once.");
    say_note(c, &note, out);
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
    for (size_t l = 0; l < t->n_lines; l++) say_line(c, t, &t->lines[l], out);
    table_part part = {.t = t, .from = true, .interval = t->n_lines == 1};
    gisa_status st = say_tables(c, t, a->all, &part, out, err);
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
    enum { N_OWN = 7 };
    asked a = {0};
    cli_option options[N_OWN + DATE_RANGE_OPTIONS + DATE_RANGE_FORMATS] = {
        [DATE_RANGE_OPTIONS] = {"exact", 0, CLI_FLAG, &a.exact, NULL,
                                "no other spellings of known names"},
        {"by", 0, CLI_TEXT, &a.by, "UNIT", "day, week (default), month or year"},
        {"svg", 0, CLI_TEXT, &a.svg, "FILE", "also draw a chart"},
        {"title", 0, CLI_TEXT, &a.title, "TEXT", "the chart's title"},
        {"lang", 0, CLI_TEXT, &a.lang, "LANG", "the chart's language: en (default) or ko"},
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
