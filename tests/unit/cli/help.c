#include "cli/help.h"

#include "tests/unit/test.h"

static const cli_option own[] = {
    {"wick", 'w', CLI_NUMBER, NULL, "N", "how many threads the wick of each lamp has"},
    {"oil-of-the-lamps", 0, CLI_TEXT, NULL, "FILE", "what burns in them"},
};
static const cli_option global[] = {{"quiet", 'q', CLI_FLAG, NULL, NULL, "say nothing"}};

#define EXAMPLES "  gisa light north\n"

static const cli_usage usage = {
    .name = "light",
    .args = "LAMP…",
    .summary = "light the lamps of the harbour and those of the ships that lie in it",
    .details =
        "Lamps are lit by\nthe order of their names, as they are in the book of the harbour.\n"
        "\n" EXAMPLES "  @hourly  gisa light 'the old lamp' \"the keeper's lamp\" north east\n"
        "More is in the book.",
    .options = own,
    .n_options = 2,
};

static const struct {
    const char *name;
    unsigned columns;
    const char *want;
} rows[] = {
    {"what an option does is beside it, or below where it is long", 60,
     "gisa light: light the lamps of the harbour and those of the\n"
     "ships that lie in it\n\n"
     "Usage: gisa light [options] LAMP…\n\n"
     "Options:\n"
     "  -w, --wick N               how many threads the wick of\n"
     "                             each lamp has\n"
     "      --oil-of-the-lamps FILE\n"
     "          what burns in them\n\n"
     "Global options:\n"
     "  -q, --quiet                say nothing\n\n"
     "Lamps are lit by the order of their names, as they are in\n"
     "the book of the harbour.\n\n"},
    {"below all of them where the terminal is narrow", 59,
     "gisa light: light the lamps of the harbour and those of the\n"
     "ships that lie in it\n\n"
     "Usage: gisa light [options] LAMP…\n\n"
     "Options:\n"
     "  -w, --wick N\n"
     "          how many threads the wick of each lamp has\n"
     "      --oil-of-the-lamps FILE\n"
     "          what burns in them\n\n"
     "Global options:\n"
     "  -q, --quiet\n"
     "          say nothing\n\n"
     "Lamps are lit by the order of their names, as they are in\n"
     "the book of the harbour.\n\n"},
    {"lines go on below where the text began", 30,
     "gisa light: light the lamps of\n"
     "the harbour and those of the\n"
     "ships that lie in it\n\n"
     "Usage: gisa light [options]\n"
     "       LAMP…\n\n"
     "Options:\n"
     "  -w, --wick N\n"
     "          how many threads the\n"
     "          wick of each lamp\n"
     "          has\n"
     "      --oil-of-the-lamps FILE\n"
     "          what burns in them\n\n"
     "Global options:\n"
     "  -q, --quiet\n"
     "          say nothing\n\n"
     "Lamps are lit by the order of\n"
     "their names, as they are in\n"
     "the book of the harbour.\n\n"},
};

static const struct {
    const char *name;
    unsigned columns;
    const char *want;
} examples[] = {
    {"an example that fits is one line", 67,
     EXAMPLES "  @hourly  gisa light 'the old lamp' \"the keeper's lamp\" north east\n"
              "More is in the book.\n"},
    {"one that does not goes on after a mark", 66,
     EXAMPLES "  @hourly  gisa light 'the old lamp' \"the keeper's lamp\" north \\\n"
              "    east\n"
              "More is in the book.\n"},
    {"for which there is just room here", 64,
     EXAMPLES "  @hourly  gisa light 'the old lamp' \"the keeper's lamp\" north \\\n"
              "    east\n"
              "More is in the book.\n"},
    {"but not here", 63,
     EXAMPLES "  @hourly  gisa light 'the old lamp' \"the keeper's lamp\" \\\n"
              "    north east\n"
              "More is in the book.\n"},
    {"quoted words stay whole", 24,
     EXAMPLES "  @hourly  gisa light \\\n"
              "    'the old lamp' \\\n"
              "    \"the keeper's lamp\" \\\n"
              "    north east\n"
              "More is in the book.\n"},
};

/* The help in so many columns, before or after its examples begin. */
static gisa_str help(unsigned columns, bool from_examples, gisa_buf *out)
{
    const cli c = {.columns = columns};
    gisa_buf_reset(out);
    help_format(&c, &usage, global, 1, out);
    gisa_str all = gisa_buf_view(out);
    size_t at = gisa_str_find(all, GISA_STR(EXAMPLES), 0);
    return from_examples ? gisa_str_cut(all, at, all.n) : gisa_str_cut(all, 0, at);
}

int main(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        SAME_C(help(rows[i].columns, false, &out), rows[i].want, rows[i].name);
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        SAME_C(help(examples[i].columns, true, &out), examples[i].want, examples[i].name);
    gisa_buf_clear(&out);
    return test_end();
}
