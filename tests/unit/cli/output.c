#include "cli/screen.h"
#include "tests/unit/test.h"

static void csv(void)
{
    gisa_buf out = {0};
    gisa_str cells[] = {GISA_STR("a"), GISA_STR("쉼표, 여기"), GISA_STR("\"말\""),
                        GISA_STR("두\n줄"), GISA_NONE};
    cli_csv_row(&out, cells, 5);
    SAME_C(gisa_buf_view(&out), "a,\"쉼표, 여기\",\"\"\"말\"\"\",\"두\n줄\",\r\n",
           "CSV quotes what needs it, by RFC 4180");
    gisa_buf_clear(&out);
}

static void tables(void)
{
    static const char *const names[] = {"n", "outlet", "title"};
    static const bool right[] = {true, false, false};
    gisa_str cells[] = {GISA_STR("1"),           GISA_STR("한강일보"),
                        GISA_STR("딥시크 공개"), GISA_STR("20"),
                        GISA_STR("IT"),          GISA_STR("가나다라마바사아자차카타파하")};
    cli_table t = {.names = names, .right = right, .n_columns = 3, .cells = cells, .n_rows = 2};
    cli c = {.columns = 40};
    gisa_buf out = {0};
    cli_table_print(&c, &t, &out);
    SAME_C(gisa_buf_view(&out),
           " n  outlet    title\n 1  한강일보  딥시크 공개\n20  IT        "
           "가나다라마바사아자차카타파하\n",
           "columns align by the width of Hangul, and a pipe gets whole cells");
    gisa_buf_reset(&out);
    c.terminal = true;
    cli_table_print(&c, &t, &out);
    OK(gisa_str_has(gisa_buf_view(&out), GISA_STR("가나다라마바사아자차카타파…\n")) ||
           gisa_str_has(gisa_buf_view(&out), GISA_STR("가나다라마바사아자차카타…\n")),
       "a terminal gets its width, and the cut is shown");
    gisa_buf_reset(&out);
    c.color = true;
    screen_begin(&c);
    cli_table_print(&c, &(cli_table){.names = names, .n_columns = 1, .cells = cells, .n_rows = 1},
                    &out);
    gisa_buf shown = {0};
    screen_add(&c, CLI_TABLE, gisa_buf_view(&out), &shown);
    SAME_C(gisa_buf_view(&shown), "\033[1mn\n\033[0m1\n", "in colour the head is bold");
    gisa_buf_clear(&shown);
    gisa_buf_reset(&out);
    c.color = false;
    c.columns = 10;
    cli_table_print(&c, &t, &out);
    SAME_C(gisa_buf_view(&out),
           "n       1\noutlet  한강일보\ntitle   딥시크 공개\n\n"
           "n       20\noutlet  IT\ntitle   가나다라마바사아자차카타파하\n",
           "but no column of text gets narrower than eight: then each cell has a line");
    gisa_buf_reset(&out);
    c.columns = 22;
    cli_table_print(&c, &t, &out);
    SAME_C(gisa_buf_view(&out),
           " n  outlet    title\n 1  한강일보  딥시크 …\n20  IT        가나다…\n",
           "eight is still a table");
    EQUAL(cli_table_width(&t), 42, "the width of a table is that of its widest cells");
    gisa_buf_clear(&out);
}

static void equals(void)
{
    static const char *const names[] = {"a", "b"};
    gisa_str cells[] = {GISA_STR("0123456789"), GISA_STR("abcdefghij")};
    cli_table t = {.names = names, .n_columns = 2, .cells = cells, .n_rows = 1};
    cli c = {.columns = 21, .terminal = true};
    gisa_buf out = {0};
    cli_table_print(&c, &t, &out);
    SAME_C(gisa_buf_view(&out), "a          b\n01234567…  abcdefghij\n",
           "of columns that are as wide the first is cut, by no more than it takes");
    gisa_buf_reset(&out);
    c.columns = 17;
    cli_table_print(&c, &t, &out);
    SAME_C(gisa_buf_view(&out), "a  0123456789\nb  abcdefghij\n", "but none to less than eight");
    gisa_buf_clear(&out);
}

static void long_cell(void)
{
    static const char *const names[] = {"a", "b"};
    gisa_buf wide = {0}, out = {0};
    for (int i = 0; i < 10000; i++) gisa_buf_add_char(&wide, 'x');
    gisa_str cells[] = {gisa_buf_view(&wide), GISA_STR("1"), GISA_STR("y"), GISA_STR("2")};
    cli_table t = {.names = names, .n_columns = 2, .cells = cells, .n_rows = 2};
    cli c = {.columns = 80};
    cli_table_print(&c, &t, &out);
    OK(gisa_str_has(gisa_buf_view(&out), cells[0]), "a pipe gets a long cell whole");
    OK(out.n > 10000 && out.n < 12000, "but the other rows are not made as long");
    gisa_buf_clear(&wide);
    gisa_buf_clear(&out);
}

static void empty_cell(void)
{
    static const char *const names[] = {"title", "section", "outlet"};
    gisa_str cells[] = {GISA_STR("등대가 켜졌다"), GISA_NONE, GISA_STR("나루일보")};
    cli_table t = {.names = names, .n_columns = 3, .cells = cells, .n_rows = 1};
    cli c = {.columns = 20, .terminal = true};
    gisa_buf out = {0};
    cli_table_print(&c, &t, &out);
    SAME_C(gisa_buf_view(&out), "title    등대가 켜졌다\noutlet   나루일보\n",
           "of cells in lines of their own those that are empty are left out");
    gisa_buf_clear(&out);
}

int main(void)
{
    long_cell();
    empty_cell();
    csv();
    tables();
    equals();
    cli plain = {0}, colored = {.color = true};
    screen_begin(&colored);
    SAME_C(gisa_str_from(cli_mark(&plain)), "", "without colour there are no escapes");
    OK(cli_mark(&colored)[0] == '\033', "with colour there are");
    return test_end();
}
