#include "ingest/fetch/glob.h"

#include "tests/unit/test.h"

int main(void)
{
    static const struct {
        const char *name, *pattern, *text;
        bool start, whole;
    } rows[] = {
        {"no star", "/a", "/abc", true, false},
        {"no star, the whole", "/abc", "/abc", true, true},
        {"a star at the end", "/a*", "/abc", true, true},
        {"a star at the start", "*.php", "/x.php", true, true},
        {"a star may be empty", "/a*b", "/ab", true, true},
        {"the last run must be at the end", "*b", "/bab", true, true},
        {"the first place may not be the last", "*ab*b", "/abxb", true, true},
        {"two stars", "/*/x*", "/a/b/xy", true, true},
        {"what is missing", "/*z", "/abc", false, false},
        {"runs do not overlap", "/ab*ba", "/aba", false, false},
        {"runs come in order", "*b*a*b", "/ab", false, false},
        {"stars alone", "***", "", true, true},
        {"the empty pattern", "", "/a", true, false},
        {"longer than the text", "/abc", "/ab", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str pattern = gisa_str_from(rows[i].pattern), text = gisa_str_from(rows[i].text);
        EQUAL(gisa_glob_match(pattern, text, false), rows[i].start, rows[i].name);
        EQUAL(gisa_glob_match(pattern, text, true), rows[i].whole, rows[i].name);
    }
    return test_end();
}
