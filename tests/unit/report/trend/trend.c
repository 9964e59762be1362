#include "report/trend/trend.h"

#include <math.h>

#include "tests/unit/press.h"

static void test_line(gisa_store *s)
{
    const gisa_str queries[] = {GISA_STR("딥시크"), GISA_STR("소식"), GISA_STR("없는말")};
    gisa_trend t = {0};
    gisa_trend_opts opts = {.period = GISA_PERIOD_WEEK};
    gisa_error err;
    WENT(gisa_trend_run(s, queries, 3, &opts, &t, &err), err, "three queries");
    EQUAL(t.n_points, 10, "ten weeks");
    EQUAL(t.n_lines, 3, "three lines");
    const gisa_trend_line *hot = &t.lines[0], *none = &t.lines[2];
    EQUAL(hot->matches, 12, "all spellings of a name count");
    EQUAL(hot->n_spellings, 3, "and are said");
    EQUAL(hot->points[7].n, 0, "none before");
    EQUAL(hot->points[8].n, 6, "six in week 8");
    EQUAL(hot->points[8].total, 12, "of twelve");
    OK(fabs(gisa_trend_share(&hot->points[8]) - 0.5) < 1e-12, "one half");
    OK(hot->points[8].interval.low < 0.5 && hot->points[8].interval.high > 0.5,
       "inside its interval");
    EQUAL(gisa_trend_sign(&hot->points[8]), 1, "clearly above the rest");
    EQUAL(hot->n_bursts, 1, "one burst");
    EQUAL(hot->bursts[0].first, 8, "from week 8");
    EQUAL(hot->bursts[0].last, 9, "to week 9");
    EQUAL(hot->peak, 8, "the first of two equal peaks");
    EQUAL(hot->first_day, press_day(8), "first seen on the Monday");
    SAME_C(hot->first_title, "딥시크 접속차단 확산", "in its article");
    EQUAL(hot->last_day, press_day(9) + 5, "last seen on the Saturday");
    EQUAL(t.n_few, 8, "eight weeks have few articles");
    EQUAL(none->matches, 0, "an unknown word matches nothing");
    EQUAL(none->peak, t.n_points, "has no peak");
    OK(!none->first_id.p && none->last_day < none->first_day, "and was never seen");
    EQUAL(gisa_trend_sign(&t.lines[1].points[3]), 0, "what is always there is never out of line");
    gisa_trend_clear(&t);
}

static void test_bounds(gisa_store *s)
{
    const gisa_str query = GISA_STR("딥시크");
    gisa_trend t = {0};
    gisa_error err;
    gisa_trend_opts opts = {.period = GISA_PERIOD_DAY,
                            .days = {true, true, press_day(8) + 1, press_day(8) + 3}};
    WENT(gisa_trend_run(s, &query, 1, &opts, &t, &err), err, "three days");
    EQUAL(t.n_points, 3, "are three points");
    EQUAL(t.lines[0].matches, 3, "with one article each");
    EQUAL(t.lines[0].first_day, press_day(8) + 1, "first seen within the bounds");
    gisa_trend_clear(&t);
    gisa_str nine[9];
    for (size_t i = 0; i < 9; i++) nine[i] = query;
    EQUAL(gisa_trend_run(s, nine, 9, &opts, &t, &err), GISA_EINVAL, "nine lines are too many");
    WENT(gisa_trend_run(s, nine, 0, &opts, &t, &err), err, "no query");
    EQUAL(t.n_lines, 0, "is no line");
    gisa_trend_clear(&t);
}

int main(void)
{
    press p;
    if (!press_open(&p)) return 2;
    test_line(p.store);
    test_bounds(p.store);
    press_close(&p);
    return test_end();
}
