#include "report/draw/chart.h"

#include <libxml/parser.h>
#include <math.h>

#include "base/time.h"
#include "tests/unit/press.h"

#define N 12

static void fill(int64_t *days, gisa_chart_point *points, double scale)
{
    for (int i = 0; i < N; i++) {
        days[i] = gisa_days_from_civil(2025, i + 1, 1);
        points[i] = (gisa_chart_point){scale * i / N, scale * i / N / 2, scale * i / N * 1.5,
                                       false};
    }
}

static size_t count(const gisa_buf *b, const char *needle)
{
    size_t n = 0, at = 0;
    gisa_str s = gisa_str_from(needle);
    while ((at = gisa_str_find(gisa_buf_view(b), s, at)) != GISA_NPOS) {
        n++;
        at += s.n;
    }
    return n;
}

static void draw(const gisa_chart *c, gisa_buf *out, const char *name)
{
    gisa_buf_reset(out);
    gisa_chart_format(c, out);
    OK(gisa_buf_status(out) == GISA_OK, name);
    xmlDocPtr doc = xmlReadMemory(out->p, (int)out->n, "x.svg", "UTF-8", XML_PARSE_NONET);
    OK(doc != NULL, name);
    xmlFreeDoc(doc);
    OK(!press_has(out, "nan") && !press_has(out, "inf") && !press_has(out, "null"), name);
    OK(!press_has(out, "href") && !press_has(out, "<script") && !press_has(out, "url("), name);
}

static void test_shapes(void)
{
    int64_t days[N];
    gisa_chart_point points[N], high[N];
    gisa_burst burst = {.first = 3, .last = 5, .weight = 4};
    gisa_buf out = {0};
    fill(days, points, 0.5);
    fill(days, high, 0.4);
    gisa_chart_line lines[] = {{GISA_STR("딥시크"), points, &burst, 1},
                               {GISA_STR("A & B <i>"), high, NULL, 0}};
    gisa_chart c = {.title = GISA_STR("시험"),
                    .period = GISA_PERIOD_MONTH,
                    .days = days,
                    .n = N,
                    .lines = lines,
                    .n_lines = 2,
                    .percent = true};
    draw(&c, &out, "two lines");
    EQUAL(count(&out, "gc-line gc-s"), 2, "have two paths");
    EQUAL(count(&out, "gc-band gc-f"), 0, "no band where there are two lines");
    OK(press_has(&out, "A &amp; B &lt;i&gt;"), "a label is escaped");
    OK(press_has(&out, "딥시크: highest 45.8%, 2025-12"), "screen readers get the peak");
    c.n_lines = 1;
    draw(&c, &out, "one line");
    EQUAL(count(&out, "gc-band gc-f"), 1, "has its band");
    points[4].value = (double)NAN;
    draw(&c, &out, "a gap");
    EQUAL(count(&out, "gc-band gc-f"), 2, "cuts the band in two");
    for (int i = 0; i < N; i++) points[i].value = (double)NAN;
    draw(&c, &out, "nothing known at all");
    c.n = 1;
    points[0].value = 0.3;
    draw(&c, &out, "a single point");
    c.n = 0;
    draw(&c, &out, "no period");
    c.n_lines = 0;
    draw(&c, &out, "no line");
    gisa_buf_clear(&out);
}

static void test_few(void)
{
    int64_t days[N];
    gisa_chart_point points[N];
    gisa_buf out = {0};
    fill(days, points, 0.05);
    points[5] = (gisa_chart_point){1.0, 0.2, 1.0, true};
    gisa_chart_line line = {GISA_STR("x"), points, NULL, 0};
    gisa_chart c = {.period = GISA_PERIOD_MONTH,
                    .days = days,
                    .n = N,
                    .lines = &line,
                    .n_lines = 1,
                    .percent = true,
                    .inside = true};
    draw(&c, &out, "a point on few articles");
    OK(!press_has(&out, ">100%<"), "has no say in the scale");
    OK(press_has(&out, "<path class=\"gc-few"), "and is a triangle at the edge");
    OK(!press_has(&out, "<style"), "a chart inside a page brings no style");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_shapes();
    test_few();
    return test_end();
}
