#include "report/trend/value_text.h"

#include <inttypes.h>
#include <math.h>

#include "base/json.h"

void gisa_count_text(gisa_buf *out, uint64_t n)
{
    if (n >= 1000) {
        gisa_count_text(out, n / 1000);
        gisa_buf_addf(out, ",%03" PRIu64, n % 1000);
    } else {
        gisa_buf_addf(out, "%" PRIu64, n);
    }
}

void gisa_share_text(gisa_buf *out, double share)
{
    double percent = share * 100;
    gisa_json_number(out, percent, percent > 0 && percent < 0.1 ? 2 : 1);
    gisa_buf_add_char(out, '%');
}

/* Three figures and a power of ten: 6.12e-16. */
static void add_power(gisa_buf *out, double p)
{
    int power = (int)floor(log10(p));
    double figures = floor(p * pow(10, 2 - power) + 0.5) / 100;
    if (figures >= 10) {
        figures = 1;
        power++;
    }
    gisa_json_number(out, figures, 2);
    gisa_buf_addf(out, "e%d", power);
}

void gisa_p_number(gisa_buf *out, double p)
{
    const double LEAST = 1e-300;
    if (p >= 1e-4 || isnan(p))
        gisa_json_number(out, p, 9);
    else
        add_power(out, p > LEAST ? p : LEAST);
}

void gisa_p_text(gisa_buf *out, double p)
{
    if (p < GISA_P_LEAST)
        gisa_buf_add_c(out, "<1e-15");
    else
        gisa_p_number(out, p);
}
