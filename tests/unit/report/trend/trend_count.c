#include "report/trend/trend_count.h"

#include <math.h>

#include "base/mem.h"
#include "tests/unit/test.h"

#define NEAR(got, want, name) OK(fabs((got) - (want)) < 1e-9, name)

/* Two outlets in two periods of a day: (hits, articles) 6 of 10 and 1 of 10 in the first, 10 of 40
 * and 2 of 30 in the second. Each hit says the word twice, each article has ten words. */
static const struct {
    int64_t day;
    uint32_t outlet;
    int hits, articles;
} parts[] = {{100, 1, 6, 10}, {100, 2, 1, 10}, {101, 1, 10, 40}, {101, 2, 2, 30}};

static void make_roster(gisa_roster *r)
{
    r->items = gisa_arena_calloc(&r->arena, 100, sizeof *r->items);
    r->n_outlets = 3;
    r->days = (gisa_days){true, true, 100, 102};
    for (size_t k = 0; k < 4; k++)
        for (int i = 0; i < parts[k].articles; i++)
            r->items[r->n++] = (gisa_roster_item){.day = parts[k].day,
                                                  .outlet = parts[k].outlet,
                                                  .words = 10,
                                                  .mentions = i < parts[k].hits ? 2 : 0,
                                                  .precision = GISA_PRECISION_DAY,
                                                  .hit = i < parts[k].hits};
}

static void count(const gisa_roster *r, gisa_trend *t, gisa_trend_line *line)
{
    gisa_error err = {0};
    WENT(gisa_trend_lay(r, 1, t, &err), err, "three days");
    EQUAL(t->n_points, 3, "are three points");
    line->points = gisa_arena_calloc(&t->arena, t->n_points + 1, sizeof *line->points);
    WENT(gisa_trend_count(r, t, line, &err), err, "counted");
}

static void test_articles(const gisa_roster *r)
{
    gisa_trend t = {.period = GISA_PERIOD_DAY};
    gisa_trend_line line = {0};
    gisa_error err = {0};
    double p, expected;
    count(r, &t, &line);
    EQUAL(line.n, 19, "hits of all");
    EQUAL(line.total, 90, "articles of all");
    EQUAL(line.points[0].n, 7, "hits of a day");
    EQUAL(line.points[0].total, 20, "articles of a day");
    EQUAL(line.points[2].articles, 0, "a day without any");
    OK(line.points[2].q == 1 && isnan(gisa_trend_share(&line.points[2])), "has no share");
    NEAR(line.points[0].expected, 10 * 16.0 / 50 + 10 * 3.0 / 40, "hits by each outlet's share");
    NEAR(line.points[0].within_p, 0.04477509676631308,
         "as statsmodels 0.15.0 has it (StratifiedTable.test_null_odds)");
    NEAR(line.points[1].within_p, 0.04477509676631308, "from the other side too");
    WENT(gisa_trend_test_within(r, &t, 1, 2, &expected, &p, &err), err, "two days as one");
    NEAR(p, 0.04477509676631308, "are tested as one");
    gisa_trend_clear(&t);
}

static void test_within(const gisa_roster *r)
{
    gisa_trend t = {.period = GISA_PERIOD_DAY, .within = true};
    gisa_trend_line line = {0};
    count(r, &t, &line);
    NEAR(gisa_trend_share(&line.points[0]), 19.0 / 90 * 7 / 3.95, "found by expected");
    NEAR(line.points[0].p, line.points[0].within_p, "tested within outlets");
    gisa_trend_clear(&t);
}

static void test_others(const gisa_roster *r)
{
    gisa_trend t = {.period = GISA_PERIOD_DAY, .of = GISA_TREND_OUTLETS};
    gisa_trend_line line = {0};
    count(r, &t, &line);
    EQUAL(line.points[0].n, 2, "both outlets have it");
    EQUAL(line.total, 2, "each counts once in all the time");
    gisa_trend_clear(&t);
    t = (gisa_trend){.period = GISA_PERIOD_DAY, .of = GISA_TREND_MENTIONS};
    line = (gisa_trend_line){0};
    count(r, &t, &line);
    EQUAL(line.points[0].n, 14, "two mentions a hit");
    EQUAL(line.points[0].total, 200, "ten words an article");
    /* 0.07, and by hand the deviation of 2 - 0.7 and 0 - 0.7 about it */
    double squares = 7 * 1.3 * 1.3 + 13 * 0.7 * 0.7, half = sqrt(20.0 / 19 * squares) / 200;
    NEAR(line.points[0].interval.high, 0.07 + 1.959963984540054 * half, "articles are the sample");
    gisa_trend_clear(&t);
}

int main(void)
{
    gisa_roster r = {0};
    make_roster(&r);
    test_articles(&r);
    test_within(&r);
    test_others(&r);
    gisa_roster_clear(&r);
    return test_end();
}
