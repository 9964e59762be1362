#include "report/draw/chart_axis.h"

#include <math.h>
#include <stdio.h>

#include "base/time.h"

gisa_y_axis gisa_y_axis_fit(double most, bool whole)
{
    static const double steps[] = {1, 2, 5, 10};
    gisa_y_axis y = {.top = 1, .step = whole ? 1 : 0.2, .decimals = whole ? 0 : 1};
    if (!(most > 0)) return y;
    double unit = 1;
    y.decimals = 0;
    while (most / unit > 50) unit *= 10;
    while (most / unit <= 5 && !(whole && unit <= 1) && y.decimals < 6) {
        unit /= 10;
        y.decimals++;
    }
    for (size_t i = 0; i < 4; i++) {
        y.step = steps[i] * unit;
        if (most <= 5 * y.step * (1 + 1e-9)) break;
    }
    if (y.step >= 10 * unit * (1 - 1e-9) && y.decimals) y.decimals--;
    y.top = y.step * ceil(most / y.step * (1 - 1e-9));
    return y;
}

/* Marks are at the first period that begins in a new unit of `months` months (0: at every
 * `periods`-th period). */
typedef struct spacing {
    int months, periods;
} spacing;

static bool marks(spacing s, const int64_t *days, size_t i)
{
    if (!s.months) return i % (size_t)s.periods == 0;
    gisa_civil c = gisa_civil_from_days(days[i]);
    int unit = (c.year * 12 + c.month - 1) / s.months;
    if (!i) return (c.year * 12 + c.month - 1) % s.months == 0 && c.day <= 7;
    gisa_civil b = gisa_civil_from_days(days[i - 1]);
    return unit != (b.year * 12 + b.month - 1) / s.months;
}

static spacing choose(gisa_period period, const int64_t *days, size_t n, size_t most)
{
    static const int periods[] = {1, 2, 7, 14}, months[] = {1, 2, 3, 6, 12, 24, 60, 120, 600};
    for (size_t i = period >= GISA_PERIOD_MONTH ? 4 : 0; i < 4; i++) {
        if (period == GISA_PERIOD_WEEK && i >= 2) break;
        if ((n - 1) / (size_t)periods[i] + 1 <= most) return (spacing){.periods = periods[i]};
    }
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
        size_t count = 0;
        for (size_t k = 0; k < n; k++) count += marks((spacing){.months = months[i]}, days, k);
        if (count <= most) return (spacing){.months = months[i]};
    }
    return (spacing){.periods = (int)(n / most) + 1};
}

static void label(spacing s, gisa_period period, const gisa_civil *c, gisa_lang lang, char out[24])
{
    static const char *const names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (s.months >= 12 || period == GISA_PERIOD_YEAR)
        snprintf(out, 24, "%d", c->year);
    else if (s.months && lang == GISA_LANG_KO)
        snprintf(out, 24, "%d월", c->month);
    else if (s.months)
        snprintf(out, 24, "%s", names[c->month - 1]);
    else if (lang == GISA_LANG_KO)
        snprintf(out, 24, "%d.%d", c->month, c->day);
    else
        snprintf(out, 24, "%d %s", c->day, names[c->month - 1]);
}

size_t gisa_x_axis_fit(gisa_period period, const int64_t *days, size_t n, size_t most,
                       gisa_lang lang, gisa_x_tick *out)
{
    size_t count = 0;
    int year = -1;
    if (!n || !most) return 0;
    if (most > GISA_X_TICKS) most = GISA_X_TICKS;
    spacing s = choose(period, days, n, most);
    for (size_t i = 0; i < n && count < most; i++) {
        if (!marks(s, days, i)) continue;
        gisa_civil c = gisa_civil_from_days(days[i]);
        gisa_x_tick *tick = &out[count++];
        *tick = (gisa_x_tick){.at = i};
        label(s, period, &c, lang, tick->text);
        if (c.year != year && s.months < 12 && period != GISA_PERIOD_YEAR)
            snprintf(tick->year, sizeof tick->year, "%d", c.year % 10000);
        year = c.year;
    }
    return count;
}
