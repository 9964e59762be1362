#include "report/comparison.h"

#include "tests/unit/test.h"

static gisa_figure figure(double value, gisa_bound bound)
{
    return (gisa_figure){.value = value, .unit = GISA_STR("개"), .bound = bound};
}

static const struct {
    const char *name;
    double a;
    gisa_bound a_bound;
    double b;
    gisa_bound b_bound;
    bool want;
} rows[] = {
    {"the same", 5, GISA_BOUND_NONE, 5, GISA_BOUND_NONE, false},
    {"another number", 115000, GISA_BOUND_NONE, 100000, GISA_BOUND_NONE, true},
    {"a rounded number", 1.2e12, GISA_BOUND_NONE, 1.1987e12, GISA_BOUND_NONE, false},
    {"a round number is not as vague as its zeros", 100000, GISA_BOUND_NONE, 120000,
     GISA_BOUND_NONE, true},
    {"exact numbers near each other", 1214, GISA_BOUND_NONE, 1216, GISA_BOUND_NONE, true},
    {"about", 12000, GISA_BOUND_ABOUT, 13500, GISA_BOUND_ABOUT, false},
    {"about, but far", 12000, GISA_BOUND_ABOUT, 20000, GISA_BOUND_NONE, true},
    {"at least", 100, GISA_BOUND_AT_LEAST, 500, GISA_BOUND_NONE, false},
    {"at least more", 1000, GISA_BOUND_AT_LEAST, 500, GISA_BOUND_NONE, true},
    {"at most", 1000, GISA_BOUND_AT_MOST, 500, GISA_BOUND_NONE, false},
    {"more than and less than", 1000, GISA_BOUND_MORE_THAN, 500, GISA_BOUND_LESS_THAN, true},
    {"nothing and something", 0, GISA_BOUND_NONE, 1, GISA_BOUND_NONE, true},
    {"below zero", -120, GISA_BOUND_NONE, -240, GISA_BOUND_NONE, true},
};

static void put(gisa_comparison *c, const char *key, const char *noun, const char *id,
                const char *day, double value)
{
    gisa_compared one = {.key = gisa_str_from(key),
                         .noun = gisa_str_from(noun),
                         .id = gisa_str_from(id),
                         .published = gisa_str_from(day),
                         .figure = figure(value, GISA_BOUND_NONE)};
    OK(gisa_comparison_put(c, &one) == GISA_OK, "a figure is taken");
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_figure a = figure(rows[i].a, rows[i].a_bound), b = figure(rows[i].b, rows[i].b_bound);
        OK(gisa_figures_differ(&a, &b) == rows[i].want, rows[i].name);
        OK(gisa_figures_differ(&b, &a) == rows[i].want, "and the other way round");
    }
    gisa_figure range = {.value = 3, .low = 3, .high = 5, .bound = GISA_BOUND_RANGE};
    gisa_figure in = figure(4, GISA_BOUND_NONE), out = figure(9, GISA_BOUND_NONE);
    OK(!gisa_figures_differ(&range, &in) && gisa_figures_differ(&range, &out), "a range");

    gisa_comparison c = {0};
    put(&c, "가온", "이용자", "b", "2025-02-01", 300);
    put(&c, "가온", "이용자", "a", "2025-01-01", 200);
    put(&c, "가온", "이용자", "a", "2025-01-01", 200);
    put(&c, "미르", "모델", "a", "2025-01-01", 7);
    put(&c, "미르", "모델", "b", "2025-02-01", 7);
    put(&c, "미르", "모 델", "c", "2025-03-01", 7);
    put(&c, "혼자", "매출", "a", "2025-01-01", 7);
    put(&c, "혼자", "매출", "a", "2025-01-01", 8);
    gisa_comparison_group(&c);
    EQUAL(c.n_groups, 2, "what one article says by itself is no group");
    EQUAL(c.n, 5, "what it repeats is left out");
    SAME_C(c.items[0].key, "미르", "the largest group is first");
    OK(c.items[2].group == 0 && !c.items[2].differs, "blanks do not count");
    OK(c.items[3].group == 1 && c.items[3].figure.value == 200, "the oldest is first");
    OK(!c.items[3].differs && c.items[4].differs, "the other differs from it");
    gisa_comparison_clear(&c);
    gisa_comparison_group(&c);
    EQUAL(c.n_groups, 0, "nothing is no group");
    return test_end();
}
