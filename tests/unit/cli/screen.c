#include "cli/screen.h"

#include <unistd.h>

#include "tests/unit/test.h"

static const char hostile[] = "가\033[1m\xC2\x9B"
                              "2J\xE2\x80\xAE\b\tx\r\n";

static const struct {
    const char *name;
    cli_format form;
    bool terminal;
    const char *made, *want;
} rows[] = {
    {"text for readers has marks", CLI_TABLE, false, hostile,
     "가<U+001B>[1m<U+009B>2J<U+202E><U+0008>\tx<U+000D>\n"},
    {"on a terminal too", CLI_TABLE, true, hostile,
     "가<U+001B>[1m<U+009B>2J<U+202E><U+0008>\tx<U+000D>\n"},
    {"JSON has escapes", CLI_JSON, false, "{\"a\":\"\xC2\x9B\xE2\x80\xAE\\u001b\"}\n",
     "{\"a\":\"\\u009b\\u202e\\u001b\"}\n"},
    {"data in a pipe stay", CLI_CSV, false, hostile, hostile},
    {"on a terminal they are text for readers", CLI_CSV, true, "a,\033x\r\nb\r\n",
     "a,<U+001B>x\nb\n"},
    {"nothing is nothing", CLI_TABLE, true, "", ""},
};

static void test_styles(void)
{
    cli c = {.color = true}, other = {.color = true};
    gisa_buf made = {0}, out = {0};
    screen_begin(&c);
    screen_begin(&other);
    OK(strcmp(cli_bold(&c), cli_bold(&other)) != 0, "each run has styles of its own");
    gisa_buf_addf(&made, "%s가\033[1m%s%s나%s다%s", cli_bold(&c), cli_mark(&c), cli_dim(&c),
                  cli_plain(&c), cli_bold(&other));
    screen_add(&c, CLI_TABLE, gisa_buf_view(&made), &out);
    gisa_str shown = gisa_buf_view(&out);
    gisa_str want = GISA_STR("\033[1m가<U+001B>[1m\033[1;33m\033[2m나\033[0m다<U+001B>");
    SAME(gisa_str_cut(shown, 0, want.n), want, "its styles are escape sequences, no others are");
    gisa_buf_reset(&out);
    c.color = false;
    screen_add(&c, CLI_TABLE, gisa_str_from(c.styles[CLI_BOLD]), &out);
    OK(gisa_str_starts(gisa_buf_view(&out), GISA_STR("<U+001B>")), "without colour nothing is");
    gisa_buf_reset(&out);
    c.color = true;
    screen_add(&c, CLI_TABLE, gisa_str_from(c.styles[CLI_DIM]), &out);
    SAME_C(gisa_buf_view(&out), "\033[2m", "a style may be all there is");
    gisa_buf_reset(&out);
    c.styles[CLI_DIM][strlen(c.styles[CLI_DIM]) - 1] = 'z';
    screen_add(&c, CLI_TABLE, gisa_str_from(c.styles[CLI_DIM]), &out);
    OK(gisa_str_starts(gisa_buf_view(&out), GISA_STR("<U+001B>")), "a letter of no style is none");
    gisa_buf_reset(&out);
    gisa_str cut = gisa_str_from(c.styles[CLI_BOLD]);
    screen_add(&c, CLI_TABLE, gisa_str_cut(cut, 0, cut.n - 1), &out);
    OK(gisa_str_starts(gisa_buf_view(&out), GISA_STR("<U+001B>")), "nor is half a style");
    gisa_buf_clear(&made);
    gisa_buf_clear(&out);
}

/* What a message is on a terminal of so many columns; 0: elsewhere. */
static const struct {
    const char *name, *text;
    unsigned columns;
    const char *want;
} messages[] = {
    {"elsewhere a message is a line", "the lamp of the harbour is out", 0,
     "gisa: the lamp of the harbour is out\n"},
    {"so is one that fits", "the lamp of the harbour is out", 36,
     "gisa: the lamp of the harbour is out\n"},
    {"one that does not goes on in the next", "the lamp of the harbour is out", 35,
     "gisa: the lamp of the harbour is\n  out\n"},
    {"a path is never broken", "no lamp in /harbours/of/the/north/and/the/south/lamps", 30,
     "gisa: no lamp in\n  /harbours/of/the/north/and/the/south/lamps\n"},
    {"a control is a mark", "a\tb\nc", 0, "gisa: a<U+0009>b<U+000A>c\n"},
};

static void test_messages(void)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++) {
        const cli c = {.message_columns = messages[i].columns};
        char said[200];
        FILE *file = tmpfile();
        int kept = dup(STDERR_FILENO);
        if (file) dup2(fileno(file), STDERR_FILENO);
        screen_say(&c, "gisa: ", gisa_str_from(messages[i].text));
        dup2(kept, STDERR_FILENO);
        close(kept);
        if (!OK(file != NULL, "a scratch file")) return;
        rewind(file);
        said[fread(said, 1, sizeof said - 1, file)] = '\0';
        fclose(file);
        SAME_C(gisa_str_from(said), messages[i].want, messages[i].name);
    }
}

int main(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cli c = {.terminal = rows[i].terminal};
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        screen_add(&c, rows[i].form, gisa_str_from(rows[i].made), &out);
        SAME_C(gisa_str_cut(gisa_buf_view(&out), 0, out.n), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&out);
    test_styles();
    test_messages();
    return test_end();
}
