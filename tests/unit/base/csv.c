#include "base/csv.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static void test_rows(void)
{
    static const struct {
        const char *name, *cells[3], *want;
    } rows[] = {
        {"plain cells stay plain", {"딥시크", "1", "2"}, "딥시크,1,2\r\n"},
        {"a comma wants quotes", {"a,b", "", "c"}, "\"a,b\",,c\r\n"},
        {"quotes are doubled", {"\"그렇다\"", "x", "\""}, "\"\"\"그렇다\"\"\",x,\"\"\"\"\r\n"},
        {"a line end stays inside its cell", {"두\n줄", "r\r", ""}, "\"두\n줄\",\"r\r\",\r\n"},
        {"an unknown value is an empty cell", {NULL, "b", NULL}, ",b,\r\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str cells[3];
        gisa_buf out = {0};
        for (size_t k = 0; k < 3; k++) cells[k] = gisa_str_from(rows[i].cells[k]);
        gisa_csv_row(&out, cells, 3);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_buf_clear(&out);
    }
}

int main(void)
{
    gisa_buf out = {0};
    test_rows();
    gisa_csv_cell(&out, GISA_STR("a"), false);
    gisa_csv_cell(&out, GISA_STR("b"), true);
    gisa_csv_end(&out);
    SAME_C(gisa_buf_view(&out), "a,b\r\n", "a row can be built cell by cell");
    gisa_buf_clear(&out);
    return test_end();
}
