#include "report/digest/digest_names.h"

#include <math.h>

#include "base/json.h"
#include "report/draw/chart.h"
#include "report/trend/stats.h"
#include "report/trend/trend_format.h"

#define CHART_LINES 4

static double share(uint64_t n, uint64_t total)
{
    return total ? (double)n / (double)total : (double)NAN;
}

static const char *evidence(const gisa_page *p, const gisa_mover *m)
{
    return gisa_page_word(p, m->q < 0.001              ? GISA_SAY_STRONG
                             : m->q < GISA_STATS_ALPHA ? GISA_SAY_FAIR
                                                       : GISA_SAY_WEAK);
}

/* "12, 4.5%" */
static void put_share(gisa_page *p, uint64_t n, uint64_t total)
{
    gisa_sheet_text(&p->sheet, gisa_page_count(p, n));
    if (!total) return;
    gisa_buf_reset(&p->scratch);
    gisa_buf_add_c(&p->scratch, " (");
    gisa_share_text(&p->scratch, share(n, total));
    gisa_buf_add_c(&p->scratch, ")");
    gisa_sheet_text(&p->sheet, gisa_buf_view(&p->scratch));
}

/* The same history in block characters for Markdown. */
static void put_blocks(gisa_page *p, const double *values, size_t n)
{
    double most = 0;
    gisa_buf_reset(&p->scratch);
    for (size_t i = 0; i < n; i++)
        if (values[i] > most) most = values[i];
    for (size_t i = 0; i < n; i++) {
        if (isnan(values[i]))
            gisa_buf_add_char(&p->scratch, ' ');
        else
            gisa_buf_add_cp(&p->scratch,
                            0x2581 + (most > 0 ? (uint32_t)(values[i] / most * 7) : 0));
    }
    gisa_sheet_text(&p->sheet, gisa_buf_view(&p->scratch));
}

static void put_history(gisa_page *p, const gisa_mover *m)
{
    const gisa_rising *r = &p->d->rising;
    double values[GISA_RISING_PERIODS];
    for (size_t k = 0; k < r->n_periods; k++) values[k] = share(m->counts[k], r->totals[k]);
    if (p->sheet.form == GISA_SHEET_HTML)
        gisa_chart_spark(values, r->n_periods, m->text, p->sheet.out);
    else
        put_blocks(p, values, r->n_periods);
}

static void put_table(gisa_page *p, gisa_digest_phrase title, const gisa_mover *movers, size_t n)
{
    static const bool right[] = {false, true, true, false, false};
    const gisa_rising *r = &p->d->rising;
    gisa_str periods = gisa_page_count(p, r->n_periods);
    gisa_buf_reset(&p->label);
    gisa_buf_add(&p->label, gisa_page_phrase(p, GISA_SAY_TREND, &periods, 1));
    gisa_buf_add_char(&p->label, '\0'); /* a C string for the head of the column */
    const char *names[] = {gisa_page_word(p, title), gisa_page_word(p, GISA_SAY_NOW),
                           gisa_page_word(p, GISA_SAY_BEFORE), gisa_buf_view(&p->label).p,
                           gisa_page_word(p, GISA_SAY_SURE)};
    gisa_sheet_table(&p->sheet, names, right, 5);
    for (size_t i = 0; i < n; i++) {
        const gisa_mover *m = &movers[i];
        gisa_sheet_cell(&p->sheet);
        gisa_sheet_strong(&p->sheet, m->text);
        if (m->is_new) {
            gisa_sheet_c(&p->sheet, " ");
            gisa_sheet_small(&p->sheet, gisa_str_from(gisa_page_word(p, GISA_SAY_NEW)));
        }
        gisa_sheet_cell(&p->sheet);
        put_share(p, m->n, r->total);
        gisa_sheet_cell(&p->sheet);
        put_share(p, m->base, r->base_total);
        gisa_sheet_cell(&p->sheet);
        put_history(p, m);
        gisa_sheet_cell(&p->sheet);
        gisa_sheet_small(&p->sheet, gisa_str_from(evidence(p, m)));
    }
    gisa_sheet_table_end(&p->sheet);
}

/* The strongest movers of both lists in turn, as far as they are significant. */
static size_t pick(const gisa_rising *r, const gisa_mover *out[CHART_LINES])
{
    size_t n = 0, up = 0, down = 0;
    while (n < CHART_LINES) {
        const gisa_mover *a = up < r->n_up ? &r->up[up] : NULL;
        const gisa_mover *b = down < r->n_down ? &r->down[down] : NULL;
        if (a && a->q >= GISA_STATS_ALPHA) a = NULL;
        if (b && b->q >= GISA_STATS_ALPHA) b = NULL;
        if (!a && !b) break;
        bool first = a && (!b || a->g2 >= -b->g2);
        out[n++] = first ? a : b;
        up += first;
        down += !first;
    }
    return n;
}

static void put_chart(gisa_page *p)
{
    const gisa_rising *r = &p->d->rising;
    const gisa_mover *movers[CHART_LINES];
    gisa_chart_point points[CHART_LINES][GISA_RISING_PERIODS];
    gisa_chart_line lines[CHART_LINES] = {0};
    size_t n = pick(r, movers);
    if (!n || p->sheet.form != GISA_SHEET_HTML) return;
    for (size_t l = 0; l < n; l++) {
        for (size_t k = 0; k < r->n_periods; k++)
            points[l][k] = (gisa_chart_point){share(movers[l]->counts[k], r->totals[k]),
                                              (double)NAN, (double)NAN, r->totals[k] < 10};
        lines[l] = (gisa_chart_line){.label = movers[l]->text, .points = points[l]};
    }
    gisa_chart chart = {
        .title = gisa_str_from(gisa_page_word(p, GISA_SAY_CHART_TITLE)),
        .subtitle = gisa_str_from(gisa_page_word(p, GISA_SAY_CHART_BELOW)),
        .period = p->d->period,
        .days = r->days,
        .n = r->n_periods,
        .lines = lines,
        .n_lines = n,
        .percent = true,
        .lang = p->sheet.lang,
        .height = 300,
        .id = "names",
        .inside = true,
    };
    gisa_sheet_raw(&p->sheet, GISA_STR("<div class=\"wide\">\n"));
    gisa_chart_format(&chart, p->sheet.out);
    gisa_sheet_raw(&p->sheet, GISA_STR("</div>\n"));
}

void gisa_page_names(gisa_page *p)
{
    const gisa_rising *r = &p->d->rising;
    put_chart(p);
    if (r->n_up) put_table(p, GISA_SAY_RISING, r->up, r->n_up);
    if (r->n_down) put_table(p, GISA_SAY_FALLING, r->down, r->n_down);
    if (r->n_up || r->n_down) return;
    gisa_sheet_para(&p->sheet, "note");
    gisa_sheet_c(&p->sheet, gisa_page_word(p, GISA_SAY_NO_NAMES));
    gisa_sheet_para_end(&p->sheet);
}
