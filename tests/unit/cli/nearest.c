#include "cli/cli.h"
#include "tests/unit/test.h"

int main(void)
{
    static const char *const known[] = {"search", "show", "export", "extract", "db"};
    static const struct {
        const char *name, *word, *want;
    } rows[] = {
        {"two letters swapped", "serach", "search"},
        {"a letter missing", "expor", "export"},
        {"a letter too many", "shhow", "show"},
        {"another letter", "extrast", "extract"},
        {"too far away", "nonsense", NULL},
        {"a short word is not turned into another", "xy", NULL},
        {"longer than any word", "searchsearchsearchsearchsearchsearch", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        SAME_C(gisa_str_from(cli_nearest(rows[i].word, known, 5)), rows[i].want, rows[i].name);
    return test_end();
}
