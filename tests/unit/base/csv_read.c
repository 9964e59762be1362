#include "base/csv_read.h"

#include "base/mem.h"
#include "tests/unit/test.h"

/* Rows as "line:cell|cell;". */
static void show(gisa_csv_reader *r, gisa_buf *out)
{
    gisa_buf_addf(out, "%d:", (int)r->line);
    for (size_t i = 0; i < r->n_cells; i++) {
        if (i) gisa_buf_add_char(out, '|');
        gisa_buf_add(out, r->cells[i]);
    }
    gisa_buf_add_char(out, ';');
}

static const struct {
    const char *name;
    char separator;
    const char *text, *want;
} rows[] = {
    {"nothing", ',', "", ""},
    {"a row without an end", ',', "a,b", "1:a|b;"},
    {"line ends of all kinds", ',', "a,b\nc,d\r\ne,f\rg,h\n", "1:a|b;2:c|d;3:e|f;4:g|h;"},
    {"empty cells", ',', ",,\n,a,", "1:||;2:|a|;"},
    {"blank lines are counted and passed over", ',', "a\n\n \r\n\"\"\nb\n", "1:a;5:b;"},
    {"marks around a cell", ',', "\"a\",\"b,c\",\"\"\n", "1:a|b,c|;"},
    {"doubled marks", ',', "\"a\"\"b\",\"\"\"\",\"\"\"c\"\"\"", "1:a\"b|\"|\"c\";"},
    {"line ends inside marks are text", ',', "\"a\nb\r\nc\",d\ne", "1:a\nb\r\nc|d;4:e;"},
    {"marks inside a cell are text", ',', "a \"b\" c,d\"\n", "1:a \"b\" c|d\";"},
    {"marks that nobody doubled", ',', "\"a\"b \"c\",d\n", "1:\"a\"b \"c\"|d;"},
    {"a mark that is never closed", ',', "\"a,b\nc,d\n", "1:\"a|b;2:c|d;"},
    {"a mark that closes at another cell's start", ',', "1,\"a\n2,\"b\",c\n", "1:1|\"a;2:2|b|c;"},
    {"a single mark", ',', "\"", "1:\";"},
    {"two", ',', "\"\",\"\"", "1:|;"},
    {"semicolons", ';', "a,b;c\n", "1:a,b|c;"},
    {"tabs", '\t', "a\t\"b\tc\"\td", "1:a|b\tc|d;"},
    {"a return before a mark's end", ',', "\"a\"\r\n\"b\"", "1:a;2:b;"},
};

static void test_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_csv_reader r = {.rest = gisa_str_from(rows[i].text), .separator = rows[i].separator};
        gisa_buf out = {0};
        gisa_error err = {0};
        gisa_status st;
        while ((st = gisa_csv_next(&r, &err)) == GISA_OK) show(&r, &out);
        EQUAL(st, GISA_END, rows[i].name);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_csv_reader_clear(&r);
        gisa_buf_clear(&out);
    }
}

/* The same rows come out when the text comes byte by byte. */
static void test_pieces(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str whole = gisa_str_from(rows[i].text);
        gisa_csv_reader r = {.rest = {whole.p, 0}, .separator = rows[i].separator, .goes_on = true};
        gisa_buf out = {0};
        gisa_error err = {0};
        for (size_t n = 0; n <= whole.n; n++) {
            size_t done = (size_t)(r.rest.p - whole.p);
            r.rest = gisa_str_cut(whole, done, n);
            r.goes_on = n < whole.n;
            while (gisa_csv_next(&r, &err) == GISA_OK) show(&r, &out);
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_csv_reader_clear(&r);
        gisa_buf_clear(&out);
    }
}

static void test_many_cells(void)
{
    gisa_buf text = {0};
    gisa_error err = {0};
    for (int i = 0; i < GISA_CSV_MAX_CELLS + 2; i++) gisa_buf_add_c(&text, "a,");
    gisa_csv_reader r = {.rest = gisa_buf_view(&text), .separator = ','};
    WENT(gisa_csv_next(&r, &err), err, "a row of very many cells");
    EQUAL(r.n_cells, GISA_CSV_MAX_CELLS, "has no more than the ceiling");
    SAME_C(r.cells[r.n_cells - 1], "a,a,a,", "and the last holds what is left");
    EQUAL(gisa_csv_next(&r, &err), GISA_END, "all of it");
    gisa_csv_reader_clear(&r);
    gisa_buf_clear(&text);
}

static void test_no_memory(void)
{
    gisa_error err = {0};
    for (uint64_t allowed = 0; allowed < 2; allowed++) {
        gisa_csv_reader r = {.rest = GISA_STR("\"a\"\"b\""), .separator = ','};
        gisa_mem_fail_after(allowed);
        EQUAL(gisa_csv_next(&r, &err), GISA_ENOMEM, "every allocation may fail");
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_csv_reader_clear(&r);
    }
}

int main(void)
{
    test_rows();
    test_pieces();
    test_many_cells();
    test_no_memory();
    return test_end();
}
