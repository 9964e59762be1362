#include "base/mem.h"
#include "cli/screen.h"
#include "tests/unit/test.h"

typedef struct values {
    uint64_t limit;
    const char *name;
    bool full;
} values;

static const struct {
    const char *name, *words, *args; /* args: what is left, with a bar behind each */
    int code;
    values want;
    bool quiet;
} tests[] = {
    {"words are arguments", "one two", "one|two|", CLI_GO_ON, {0}, false},
    {"a number stands behind its option", "--limit 7 x", "x|", CLI_GO_ON, {7, NULL, false}, false},
    {"or after its letter", "-n 7 x", "x|", CLI_GO_ON, {7, NULL, false}, false},
    {"or right there", "-n7 x", "x|", CLI_GO_ON, {7, NULL, false}, false},
    {"or after a sign", "--limit=7", "", CLI_GO_ON, {7, NULL, false}, false},
    {"a text is what follows, whatever it is",
     "--name --full",
     "",
     CLI_GO_ON,
     {0, "--full", false},
     false},
    {"also right behind the letter", "-mfull", "", CLI_GO_ON, {0, "full", false}, false},
    {"a flag takes nothing", "-f x", "x|", CLI_GO_ON, {0, NULL, true}, false},
    {"so a value of it is a fault", "--full=yes", NULL, CLI_FAILED, {0}, false},
    {"and letters behind its own are one", "-fn", NULL, CLI_FAILED, {0}, false},
    {"a missing value is a fault", "--limit", NULL, CLI_FAILED, {0}, false},
    {"of a letter too", "-m", NULL, CLI_FAILED, {0}, false},
    {"a number is digits", "-n 7x", NULL, CLI_FAILED, {0}, false},
    {"an unknown option is a fault", "--limt 7", NULL, CLI_FAILED, {0}, false},
    {"an unknown letter is one", "-z", NULL, CLI_FAILED, {0}, false},
    {"options may follow arguments", "x --full y -q", "x|y|", CLI_GO_ON, {0, NULL, true}, true},
    {"where -word is an argument", "x -qwen -nine", "x|-qwen|-nine|", CLI_GO_ON, {0}, false},
    {"but a number or a text may be close",
     "x -n9 -mine",
     "x|",
     CLI_GO_ON,
     {9, "ine", false},
     false},
    {"before them it is no option", "-qwen x", NULL, CLI_FAILED, {0}, false},
    {"a dash is an argument", "- x", "-|x|", CLI_GO_ON, {0}, false},
    {"so is a dash before what is no letter", "-\x80 -\xea", "-\x80|-\xea|", CLI_GO_ON, {0}, false},
    {"two dashes end the options",
     "-f -- -q --limit",
     "-q|--limit|",
     CLI_GO_ON,
     {0, NULL, true},
     false},
    {"more threads than there may be", "--threads 257", NULL, CLI_FAILED, {0}, false},
    {"as many as there may be", "--threads 256", "", CLI_GO_ON, {0}, false},
    {"no thread", "--threads 0", NULL, CLI_FAILED, {0}, false},
    {"a colour that is none", "--color red", NULL, CLI_FAILED, {0}, false},
};

static void parse(cli *c, const char *words, values *v, int *code, int *n_args, char ***args)
{
    static char text[128];
    static char *argv[16];
    const cli_option options[] = {
        {"limit", 'n', CLI_NUMBER, &v->limit, "N", "a number"},
        {"name", 'm', CLI_TEXT, &v->name, "NAME", "a text"},
        {"full", 'f', CLI_FLAG, &v->full, NULL, "a flag"},
    };
    const cli_usage usage = {"test", "WORD…", "a command", NULL, options, 3};
    int argc = 1;
    snprintf(text, sizeof text, "test %s", words);
    argv[0] = strtok(text, " ");
    while ((argv[argc] = strtok(NULL, " ")) != NULL) argc++;
    *code = cli_parse(c, &usage, argc, argv, n_args, args);
}

static void test_words(void)
{
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        cli c = {.threads = 1, .log = {.max_level = GISA_LOG_ERROR}};
        values v = {0};
        gisa_buf left = {0};
        char **args;
        int code, n_args;
        parse(&c, tests[i].words, &v, &code, &n_args, &args);
        EQUAL(code, tests[i].code, tests[i].name);
        if (code == CLI_GO_ON) {
            for (int k = 0; k < n_args; k++) gisa_buf_addf(&left, "%s|", args[k]);
            gisa_buf_add_c(&left, "");
            OK(strcmp(left.p ? left.p : "", tests[i].args) == 0, tests[i].name);
            EQUAL(v.limit, tests[i].want.limit, tests[i].name);
            SAME_C(gisa_str_from(v.name), tests[i].want.name, tests[i].name);
            OK(v.full == tests[i].want.full && c.quiet == tests[i].quiet, tests[i].name);
        }
        gisa_buf_clear(&left);
    }
}

static void test_colour(void)
{
    static const struct {
        const char *words;
        bool before, after;
    } rows[] = {{"--color always", false, true},
                {"--color never", true, false},
                {"--color auto", true, true},
                {"--color auto", false, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        cli c = {.threads = 1, .color = rows[i].before};
        char **args;
        int code, n_args;
        screen_begin(&c);
        parse(&c, rows[i].words, &(values){0}, &code, &n_args, &args);
        OK(code == CLI_GO_ON && c.color == rows[i].after, rows[i].words);
    }
}

/* A command of more options than a mistyped one is compared with. */
static void test_many(void)
{
    cli c = {.threads = 1};
    bool flag;
    cli_option options[70];
    char *argv[] = {"test", "--optoin", NULL}, **args;
    int n_args;
    for (size_t i = 0; i < 70; i++)
        options[i] = (cli_option){"option", 0, CLI_FLAG, &flag, NULL, "a flag"};
    EQUAL(cli_parse(&c, &(cli_usage){"test", "", "", NULL, options, 70}, 2, argv, &n_args, &args),
          CLI_FAILED, "an unknown option among very many");
}

static void test_paths(void)
{
    static const struct {
        const char *db, *data, *home, *want;
    } rows[] = {
        {"own.db", "/data", "/home", "own.db"},
        {"", "/data", "/home", "/data/gisa/gisa.db"},
        {NULL, "/data", "/home", "/data/gisa/gisa.db"},
        {NULL, "", "/home", "/home/.local/share/gisa/gisa.db"},
        {NULL, NULL, "/home", "/home/.local/share/gisa/gisa.db"},
        {NULL, "data", "/home", "/home/.local/share/gisa/gisa.db"},
        {NULL, NULL, "home", ""},
        {NULL, NULL, "", ""},
        {NULL, NULL, NULL, ""},
    };
    static const char *const names[] = {"GISA_DB", "XDG_DATA_HOME", "HOME"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *const set[] = {rows[i].db, rows[i].data, rows[i].home};
        cli c = {0};
        gisa_error err;
        for (size_t k = 0; k < 3; k++) {
            unsetenv(names[k]);
            if (set[k]) setenv(names[k], set[k], 1);
        }
        const char *path = cli_db_path(&c, &err);
        SAME_C(gisa_str_from(path ? path : ""), rows[i].want, "where the database is");
        gisa_free(c.db_path);
    }
}

int main(void)
{
    test_words();
    test_colour();
    test_many();
    test_paths();
    return test_end();
}
