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
    {"a blank line before all", ',', "\r\na", "2:a;"},
    {"a return after all", ',', "a,b\r", "1:a|b;"},
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
        gisa_str text = test_exact(rows[i].text);
        gisa_csv_reader r = {.rest = text, .separator = rows[i].separator};
        gisa_buf out = {0};
        gisa_error err = {0};
        gisa_status st;
        while ((st = gisa_csv_next(&r, &err)) == GISA_OK) show(&r, &out);
        EQUAL(st, GISA_END, rows[i].name);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_csv_reader_clear(&r);
        gisa_buf_clear(&out);
        free((char *)(uintptr_t)text.p);
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

static void test_end_is_there(void)
{
    gisa_error err = {0};
    gisa_csv_reader r = {.rest = GISA_STR("a\nb"), .separator = ',', .goes_on = true};
    EQUAL(gisa_csv_next(&r, &err), GISA_OK, "a row that ends is read at once");
    EQUAL(gisa_csv_next(&r, &err), GISA_SKIP, "one that does not may go on");
    SAME_C(r.rest, "b", "and is not read");
    r.rest = GISA_STR("b\n");
    EQUAL(gisa_csv_next(&r, &err), GISA_OK, "until its end comes, even with nothing after it");
    EQUAL(r.line, 2, "on the second line");
    gisa_csv_reader_clear(&r);
}

/* n bytes that begin with a mark and a line end, and hold no other mark. */
static char *long_cell(size_t n)
{
    char *p = malloc(n);
    if (!p) return NULL;
    memset(p, 'x', n);
    memcpy(p, "\"a\n", 3);
    return p;
}

static void test_long_cell(void)
{
    size_t most = (size_t)64 << 20; /* what a row may make wait for */
    char *p = long_cell(most + 1);
    OK(p, "memory for a long cell");
    if (!p) return;
    gisa_error err = {0};
    gisa_csv_reader r = {.rest = {p, most}, .separator = ',', .goes_on = true};
    EQUAL(gisa_csv_next(&r, &err), GISA_SKIP, "64 MiB may be one cell whose mark is to come");
    r.rest.n = most + 1;
    EQUAL(gisa_csv_next(&r, &err), GISA_OK, "more are not waited for");
    SAME_C(r.cells[0], "\"a", "the mark was text");
    p[most] = '"';
    r.rest = (gisa_str){p, most + 1};
    EQUAL(gisa_csv_next(&r, &err), GISA_OK, "a mark that closes too late");
    SAME_C(r.cells[0], "\"a", "closes nothing");
    gisa_csv_reader_clear(&r);
    free(p);
}

/* A row of 10,000 cells and `more`; the last of the 10,000 is "a""b", the others are c. */
static void many_cells(gisa_buf *text, int more)
{
    for (int i = 0; i < 9999; i++) gisa_buf_add_c(text, "c,");
    gisa_buf_add_c(text, "\"a\"\"b\"");
    for (int i = 0; i < more; i++) gisa_buf_add_c(text, ",\"c\"");
    gisa_buf_add_c(text, "\nd");
}

static void test_many_cells(void)
{
    static const char *const last[] = {"a\"b", "\"a\"\"b\",\"c\"", "\"a\"\"b\",\"c\",\"c\""};
    for (int more = 0; more < 3; more++) {
        gisa_buf text = {0};
        gisa_error err = {0};
        many_cells(&text, more);
        gisa_csv_reader r = {.rest = gisa_buf_view(&text), .separator = ','};
        WENT(gisa_csv_next(&r, &err), err, "a row of very many cells");
        EQUAL(r.n_cells, 10000, "has no more than the ceiling");
        SAME_C(r.cells[9998], "c", "the last but one is itself");
        SAME_C(r.cells[9999], last[more], "and the last has what is left, as it is written");
        EQUAL(gisa_csv_next(&r, &err), GISA_OK, "the next row is not touched");
        SAME_C(r.cells[0], "d", "by it");
        gisa_csv_reader_clear(&r);
        gisa_buf_clear(&text);
    }
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
    test_end_is_there();
    test_long_cell();
    test_many_cells();
    test_no_memory();
    return test_end();
}
