/* Reading numbers. Korean groups by 10,000: 조, 억 and 만 close a group, inside which 천, 백 and 십
 * add up (1억2천만 = 1*10^8 + 2*10^3*10^4). */
#include "nlp/facts/figure_scan.h"

#include "base/utf8.h"

static const struct {
    const char *name;
    double value;
} small_units[] = {{"천", 1e3}, {"백", 1e2}, {"십", 1e1}},
  big_units[] = {{"조", 1e12}, {"억", 1e8}, {"만", 1e4}};

/* Digits with grouping commas and one decimal point. */
static size_t digits(gisa_str t, size_t at, double *value)
{
    double whole = 0, scale = 1;
    size_t p = at, group = 0;
    for (; p < t.n; p++) {
        if (gisa_is_digit(t.p[p])) {
            whole = whole * 10 + (t.p[p] - '0');
            group++;
        } else if (t.p[p] == ',' && group > 0 && group <= 3 && p + 3 < t.n &&
                   gisa_is_digit(t.p[p + 1]) && gisa_is_digit(t.p[p + 2]) &&
                   gisa_is_digit(t.p[p + 3]) && !(p + 4 < t.n && gisa_is_digit(t.p[p + 4]))) {
            group = 0;
        } else {
            break;
        }
    }
    if (p == at) return at;
    if (p + 1 < t.n && t.p[p] == '.' && gisa_is_digit(t.p[p + 1]))
        for (p++; p < t.n && gisa_is_digit(t.p[p]); p++) {
            scale *= 10;
            whole = whole * 10 + (t.p[p] - '0');
        }
    *value = whole / scale;
    return p;
}

static size_t unit_at(gisa_str t, size_t at, bool big, double *value)
{
    gisa_str three = gisa_str_cut(t, at, at + 3);
    for (size_t i = 0; i < 3; i++) {
        const char *name = big ? big_units[i].name : small_units[i].name;
        if (gisa_str_is(three, name)) {
            *value = big ? big_units[i].value : small_units[i].value;
            return at + 3;
        }
    }
    return at;
}

/* What is below one 만, 억 or 조: 5000, 2천, 4천700, 1백20. */
static size_t section(gisa_str t, size_t at, double *value)
{
    double sum = 0, n, unit;
    size_t p = at;
    for (;;) {
        size_t after = digits(t, p, &n);
        if (after == p) break;
        size_t next = unit_at(t, after, false, &unit);
        if (next == after) {
            sum += n;
            p = after;
            break;
        }
        sum += n * unit;
        p = next;
        size_t more = unit_at(t, p, false, &unit);
        if (more > p && p > at) break;
    }
    *value = sum;
    return p;
}

size_t gisa_number_read(gisa_str text, size_t at, double *value)
{
    double total = 0, part, big, last = 1e13;
    size_t p = at, start = at;
    for (;;) {
        size_t after = section(text, start, &part);
        if (after == start) break;
        size_t next = unit_at(text, after, true, &big);
        if (next == after || big >= last) {
            bool spaced = start > at && text.p[start - 1] == ' ';
            if (next == after &&
                (!spaced || gisa_str_is(gisa_str_cut(text, after, after + 3), "원"))) {
                total += part;
                p = after;
            }
            break;
        }
        total += part * big;
        last = big;
        p = next;
        /* 만억, 만조: two big units in a row */
        for (size_t more; (more = unit_at(text, p, true, &big)) > p && big > last; p = more)
            total *= big;
        start = p;
        if (start + 1 < text.n && text.p[start] == ' ' && gisa_is_digit(text.p[start + 1])) start++;
    }
    *value = total;
    return p;
}
