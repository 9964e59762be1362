#include "base/nearest.h"

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
        {"the word itself", "show", "show"},
        {"two letters wrong", "seaxxh", "search"},
        {"three are too many", "sexxxh", NULL},
        {"too far away", "nonsense", NULL},
        {"a short word is not turned into another", "xy", NULL},
        {"longer than any word", "searchsearchsearchsearchsearchsearch", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        SAME_C(gisa_str_from(gisa_nearest(rows[i].word, known, 5)), rows[i].want, rows[i].name);
    static const char *const tall[] = {"abcdefghijklmnopqrstuvwxyz012345",
                                       "abcdefghijklmnopqrstuvwxyz0123456"};
    SAME_C(gisa_str_from(gisa_nearest("abcdefghijklmnopqrstuvwxyz01234x", tall, 2)), tall[0],
           "words of 32 letters are compared");
    OK(!gisa_nearest("abcdefghijklmnopqrstuvwxyz012345x", tall + 1, 1), "and longer ones are not");
    static const char *const mixed[] = {"abcdefghijklmnopqrstuvwxyz0123456", "search"};
    SAME_C(gisa_str_from(gisa_nearest("serach", mixed, 2)), "search", "but those after them are");
    return test_end();
}
