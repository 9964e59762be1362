#include "report/topics/rising.h"

#include "report/trend/stats.h"
#include "tests/unit/press.h"

static const gisa_mover *find(const gisa_mover *m, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++)
        if (gisa_str_is(m[i].text, text)) return &m[i];
    return NULL;
}

int main(void)
{
    press p;
    gisa_rising r = {0};
    gisa_error err;
    if (!press_open(&p)) return 2;
    gisa_rising_opts opts = {.period = GISA_PERIOD_WEEK, .day = press_day(8) + 3};
    WENT(gisa_rising_run(p.store, &opts, &r, &err), err, "the week of the ban");
    EQUAL(r.n_periods, 9, "eight weeks of comparison and the week itself");
    EQUAL(r.days[8], press_day(8), "which begins on its Monday");
    EQUAL(r.total, 12, "its articles");
    EQUAL(r.base_total, 48, "those before");
    const gisa_mover *up = find(r.up, r.n_up, "딥시크"), *down = find(r.down, r.n_down, "누리챗");
    OK(up && up->n == 6 && up->base == 0, "딥시크 rises from nothing");
    OK(up && up->q < GISA_STATS_ALPHA && up->g2 > 0, "significantly");
    OK(up && up->is_new, "and is new");
    OK(up && up->counts[8] == 6 && up->counts[7] == 0, "with its history");
    OK(down && down->n == 0 && down->base == 16, "누리챗 falls to nothing");
    OK(down && !down->is_new && down->g2 < 0, "and was there before");
    OK(!find(r.up, r.n_up, "누리챗") && !find(r.down, r.n_down, "딥시크"), "no name is in both");
    opts.day = press_day(9);
    WENT(gisa_rising_run(p.store, &opts, &r, &err), err, "the week after");
    up = find(r.up, r.n_up, "딥시크");
    OK(!up || !up->is_new, "a name is new once");
    opts.day = press_day(1);
    WENT(gisa_rising_run(p.store, &opts, &r, &err), err, "the second week");
    for (size_t i = 0; i < r.n_up; i++)
        OK(!r.up[i].is_new, "with hardly a past nothing is called new");
    opts.day = press_day(60);
    WENT(gisa_rising_run(p.store, &opts, &r, &err), err, "a week without articles");
    EQUAL(r.n_up, 0, "has no rising name");
    gisa_rising_clear(&r);
    press_close(&p);
    return test_end();
}
