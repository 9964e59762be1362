#include "report/trend/trend_sources.h"

#include "report/trend/trend_count.h"
#include "tests/unit/test.h"

/* Articles a day of four outlets in 30 days. */
static int volume(int day, uint32_t outlet)
{
    if (day == 24 || day == 25) return 0; /* nothing was collected */
    switch (outlet) {
    case 1: return 20;                            /* steady */
    case 2: return day < 12 ? 0 : 10;             /* joins */
    case 3: return day < 20 ? 12 : 0;             /* ends */
    default: return day == 7 ? 60 : 10 + day % 3; /* has one big day */
    }
}

static void make_roster(gisa_roster *r, gisa_str names[5])
{
    r->items = gisa_arena_calloc(&r->arena, 3000, sizeof *r->items);
    r->n_outlets = 5;
    r->outlet_names = names;
    r->days = (gisa_days){true, true, 0, 29};
    for (int day = 0; day < 30; day++)
        for (uint32_t k = 1; k < 5; k++)
            for (int i = 0; i < volume(day, k); i++)
                r->items[r->n++] = (gisa_roster_item){
                    .day = day, .outlet = k, .precision = GISA_PRECISION_DAY};
}

int main(void)
{
    gisa_str names[] = {GISA_NONE, GISA_STR("even"), GISA_STR("joins"), GISA_STR("ends"),
                        GISA_STR("big day")};
    gisa_roster r = {0};
    gisa_trend t = {.period = GISA_PERIOD_DAY};
    gisa_error err = {0};
    make_roster(&r, names);
    WENT(gisa_trend_lay(&r, 1, &t, &err), err, "thirty days");
    WENT(gisa_trend_find_sources(&r, &t, &err), err, "their sources");
    EQUAL(t.n_changes, 2, "two change for good; a big day is none, nor a gap");
    if (t.n_changes == 2) {
        SAME_C(t.changes[0].outlet, "joins", "one joins");
        EQUAL(t.changes[0].at, 12, "on its day");
        OK(t.changes[0].before == 0 && t.changes[0].after == 10, "with its volume");
        SAME_C(t.changes[1].outlet, "ends", "one ends");
        EQUAL(t.changes[1].at, 20, "on its day");
    }
    gisa_trend_clear(&t);
    gisa_roster_clear(&r);
    return test_end();
}
