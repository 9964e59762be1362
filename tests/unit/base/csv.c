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

static void test_plain(void)
{
    static const struct {
        const char *name, *row, *want;
    } rows[] = {
        {"what would be computed is text", "=1+1,+a,-b,@c\r\n", "'=1+1,'+a,'-b,'@c\r\n"},
        {"in quotation marks too", "a,\"=1,\"\"2\"\"\"\r\n", "a,\"'=1,\"\"2\"\"\"\r\n"},
        {"a number is one", "-5,-0.25,3\r\n", "-5,-0.25,3\r\n"},
        {"a sign, a range and a percentage are none", "-,-5-3,-5%\r\n", "'-,'-5-3,'-5%\r\n"},
        {"inside a cell a sign says nothing", "a=1,b-c,,\r\n", "a=1,b-c,,\r\n"},
        {"each row is read", "a\r\n=b\r\n", "a\r\n'=b\r\n"},
        {"nor does one in a cell of two lines", "\"a\n=b\"\r\n", "\"a\n=b\"\r\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf out = {0};
        gisa_csv_put_plain(&out, gisa_str_from(rows[i].row));
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_buf_clear(&out);
    }
}

int main(void)
{
    gisa_buf out = {0};
    test_rows();
    test_plain();
    gisa_csv_cell(&out, GISA_STR("a"), false);
    gisa_csv_cell(&out, GISA_STR("b"), true);
    gisa_csv_end(&out);
    SAME_C(gisa_buf_view(&out), "a,b\r\n", "a row can be built cell by cell");
    gisa_buf_clear(&out);
    return test_end();
}
