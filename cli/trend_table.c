#include "cli/trend_table.h"

#include "base/utf8.h"
#include "cli/rows.h"
#include "cli/trend_lines.h"
#include "report/period.h"
#include "report/trend/trend_format.h"

/* Periods in which nothing happens to any query are folded, three or more together. */
static bool is_quiet(const gisa_trend *t, size_t i)
{
    for (size_t l = 0; l < t->n_lines; l++)
        if (t->lines[l].points[i].n || gisa_trend_sign(&t->lines[l].points[i])) return false;
    for (size_t k = 0; k < t->n_changes; k++)
        if (t->changes[k].at == i) return false;
    return true;
}

static size_t quiet_run(const gisa_trend *t, size_t i)
{
    size_t n = 0;
    while (i + n < t->n_points && is_quiet(t, i + n)) n++;
    return n >= 3 ? n : 0;
}

enum { MAX_COLUMNS = 4 + 4 * GISA_CHART_LINES }; /* mutate: equivalent, more go unused */

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

static bool burst_by_outlets(const gisa_trend_line *line, size_t i)
{
    for (size_t k = 0; k < line->n_bursts; k++)
        if (i >= line->bursts[k].first && i <= line->bursts[k].last)
            return line->bursts[k].within_p >= GISA_STATS_ALPHA;
    return false;
}

/* What is out of the ordinary in a period; "by outlets" after all that is so only by them. */
static void add_marks(const gisa_trend *t, const gisa_trend_line *line, size_t i, gisa_buf *text)
{
    const gisa_trend_point *p = &line->points[i];
    int sign = gisa_trend_sign(p);
    bool burst = gisa_trend_in_burst(line, i);
    bool by = sign && !t->within && gisa_trend_by_outlets(p);
    bool burst_by = burst && !t->within && burst_by_outlets(line, i);
    if (sign) gisa_buf_add_c(text, sign > 0 ? "above" : "below");
    if (by && (!burst || !burst_by)) gisa_buf_add_c(text, " by outlets");
    if (burst) gisa_buf_add_c(text, sign ? ", burst" : "burst");
    if (burst_by) gisa_buf_add_c(text, " by outlets");
}

static void add_counts(const trend_table *part, size_t from, size_t n, table_row *row)
{
    const gisa_trend *t = part->t;
    uint64_t total = 0;
    size_t gaps = 0;
    for (size_t i = from; i < from + n; i++) {
        total += t->lines[0].points[i].articles;
        gaps += !t->lines[0].points[i].articles;
    }
    gisa_buf *text = next_cell(row);
    gisa_count_text(text, total);
    if (gaps > 1)
        gisa_buf_addf(text, " %zu gaps", gaps);
    else if (gaps)
        gisa_buf_add_c(text, " gap");
    else if (n == 1 && total < GISA_TREND_FEW)
        gisa_buf_add_c(text, " few");
    for (size_t l = part->first; l < part->first + part->n; l++) {
        const gisa_trend_point *p = &t->lines[l].points[from];
        text = next_cell(row);
        if (total) gisa_count_text(text, n > 1 ? 0 : p->n);
        text = next_cell(row);
        if (p->total && n == 1) trend_add_share(text, t, gisa_trend_share(p));
        if (part->interval) {
            text = next_cell(row);
            if (p->total && n == 1) trend_add_interval(text, t, p->interval);
        }
        text = next_cell(row);
        if (n == 1) add_marks(t, &t->lines[l], from, text);
    }
    if (!part->sources) return;
    text = next_cell(row);
    for (size_t i = 0; i < t->n_changes; i++) {
        const gisa_source_change *s = &t->changes[i];
        if (s->at < from || s->at >= from + n) continue;
        gisa_buf_addf(text, "%s%s", text->n ? ", " : "", s->after > s->before ? "↑" : "↓");
        gisa_buf_add(text, s->outlet);
    }
}

static void put_table_rows(const trend_table *part, bool all, rows *r)
{
    const gisa_trend *t = part->t;
    table_row row = {0};
    cell cells[MAX_COLUMNS];
    for (size_t i = 0; i < t->n_points;) {
        size_t quiet = all || !part->from ? 0 : quiet_run(t, i), n = quiet ? quiet : 1;
        row.n = 0;
        trend_add_label(next_cell(&row), t->period, t->days[i]);
        gisa_buf *from = part->from ? next_cell(&row) : NULL;
        if (quiet) {
            gisa_buf_add_c(from, "… ");
            trend_add_label(from, t->period, t->days[i + n - 1]);
        } else if (from) {
            trend_add_day(from, t->days[i]);
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

static size_t name_columns(const trend_table *part, column columns[MAX_COLUMNS],
                           char heads[GISA_CHART_LINES][24])
{
    const gisa_trend *t = part->t;
    bool mentions = t->of == GISA_TREND_MENTIONS;
    size_t n = 0;
    columns[n++] = (column){.name = gisa_period_name(t->period)};
    if (part->from) columns[n++] = (column){.name = "from"};
    columns[n++] = (column){.name = "of all", .right = true};
    for (size_t l = part->first; l < part->first + part->n; l++) {
        gisa_str q = gisa_utf8_clip(t->lines[l].query, sizeof heads[l] - 1);
        memcpy(heads[l], q.p, q.n);
        heads[l][q.n] = '\0';
        columns[n++] = (column){.name = t->n_lines == 1 ? gisa_trend_of_name(t->of) : heads[l],
                                .right = true};
        columns[n++] = (column){.name = mentions ? "per 10,000" : "share", .right = true};
        if (part->interval) columns[n++] = (column){.name = "95%"};
        columns[n++] = (column){.name = ""};
    }
    if (part->sources) columns[n++] = (column){.name = "sources"};
    return n;
}

/* Fewer queries, or fewer columns (the changes of sources are above the table, too); false when
 * there is nothing more to leave out. */
static bool leave_out(trend_table *part)
{
    if (part->n > 1)
        part->n--;
    else if (part->sources)
        part->sources = false;
    else if (part->interval)
        part->interval = false;
    else if (part->from)
        part->from = false;
    else
        return false;
    return true;
}

gisa_status trend_table_say(const cli *c, bool all, trend_table *part, gisa_buf *out,
                            gisa_error *err)
{
    column columns[MAX_COLUMNS];
    char heads[GISA_CHART_LINES][24];
    const gisa_trend *t = part->t;
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
