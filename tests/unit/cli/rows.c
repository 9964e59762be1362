#include "cli/rows.h"

#include "tests/unit/test.h"

static void put_tags(gisa_json *w, const void *item)
{
    gisa_json_array(w);
    gisa_json_c(w, item);
    gisa_json_end(w);
}

static const column columns[] = {
    {.name = "name"},
    {.name = "articles", .kind = COLUMN_COUNT},
    {.name = "share", .kind = COLUMN_DECIMAL, .decimals = 2},
    {.name = "new", .kind = COLUMN_FLAG, .formats = COLUMN_JSON},
    {.name = "tags",
     .kind = COLUMN_NESTED,
     .nested = put_tags,
     .formats = COLUMN_JSON | COLUMN_CSV},
    {.name = "day", .right = true, .formats = COLUMN_TABLE},
};

static const struct {
    const char *name, *want;
    cli_format format;
} tests[] = {
    {"a table aligns numbers, and has its own columns",
     "name      articles  share  day\n"
     "한빛일보         7    0.5    1\n"
     "a,b            120      0   23\n",
     CLI_TABLE},
    {"JSON has types, null for what is unknown, and nested values",
     "{\"name\":\"한빛일보\",\"articles\":7,\"share\":0.5,\"new\":true,\"tags\":[\"x\"]}\n"
     "{\"name\":\"a,b\",\"articles\":120,\"share\":0,\"new\":false,\"tags\":[\"x\"]}\n"
     "{\"name\":null,\"articles\":0,\"share\":0,\"new\":false,\"tags\":[\"x\"]}\n",
     CLI_JSON},
    {"CSV has a head and quotes what needs it",
     "name,articles,share,tags\r\n"
     "한빛일보,7,0.5,y\r\n"
     "\"a,b\",120,0,\r\n"
     ",0,0,\r\n",
     CLI_CSV},
};

static void test_formats(void)
{
    cli c = {.columns = 80};
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        gisa_buf out = {0};
        gisa_error err = {0};
        rows r = {
            .c = &c, .format = tests[i].format, .columns = columns, .n_columns = 6, .out = &out};
        rows_begin(&r);
        rows_put(&r,
                 (cell[]){{.text = GISA_STR("한빛일보")},
                          {.count = 7},
                          {.decimal = 0.5},
                          {.flag = true},
                          {.text = GISA_STR("y")},
                          {.text = GISA_STR("1")}},
                 "x");
        rows_put(&r,
                 (cell[6]){{.text = GISA_STR("a,b")},
                           {.count = 120},
                           {.count = 0},
                           {.count = 0},
                           {.count = 0},
                           {.text = GISA_STR("23")}},
                 "x");
        if (r.format != CLI_TABLE) rows_put(&r, (cell[6]){{.count = 0}}, "x");
        WENT(rows_end(&r, &err), err, "rows end well");
        SAME_C(gisa_buf_view(&out), tests[i].want, tests[i].name);
        gisa_buf_clear(&out);
    }
}

static void test_none(void)
{
    cli c = {.columns = 80};
    gisa_buf out = {0};
    gisa_error err = {0};
    rows r = {.c = &c, .columns = columns, .n_columns = 6, .out = &out};
    rows_begin(&r);
    WENT(rows_end(&r, &err), err, "no rows at all");
    EQUAL(out.n, 0, "print no table");
    r.format = CLI_CSV;
    rows_begin(&r);
    WENT(rows_end(&r, &err), err, "in CSV");
    SAME_C(gisa_buf_view(&out), "name,articles,share,tags\r\n", "they print the head");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_formats();
    test_none();
    return test_end();
}
