#include "nlp/facts/figure_scan.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text;
    double value;
    size_t end;
} rows[] = {
    {"digits", "128", 128, 3},
    {"a fraction", "82.4", 82.4, 4},
    {"a full stop is no fraction", "82.", 82, 2},
    {"grouping", "1,214", 1214, 5},
    {"a comma that groups nothing", "1,21", 1, 1},
    {"ten thousand", "1만", 1e4, 4},
    {"ten thousands and thousands", "1만2천", 12e3, 8},
    {"thousands and units", "4천700", 4700, 7},
    {"thousands inside hundred millions", "1백20억", 12e9, 9},
    {"three groups", "3조5000억20만", 3.5000002e12, 16},
    {"a space between groups", "3조 5000억", 3.5e12, 12},
    {"a space before another count", "3억 5", 3e8, 4},
    {"groups must fall", "5만3억", 5e4, 4},
    {"no number", "만", 0, 0},
    {"nothing", "", 0, 0},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double value = 0;
        size_t end = gisa_number_read(gisa_str_from(rows[i].text), 0, &value);
        OK(value - rows[i].value < 1e-6 && rows[i].value - value < 1e-6, rows[i].name);
        EQUAL(end, rows[i].end, rows[i].name);
    }
    return test_end();
}
