#include "base/distance.h"

#include "tests/unit/test.h"

static size_t between(const char *a, const char *b, size_t limit)
{
    uint32_t x[64], y[64];
    for (size_t i = 0; a[i]; i++) x[i] = (unsigned char)a[i];
    for (size_t i = 0; b[i]; i++) y[i] = (unsigned char)b[i];
    return gisa_distance(x, strlen(a), y, strlen(b), limit);
}

int main(void)
{
    static const char wide[] = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; /* 48 */
    static const struct {
        const char *name, *a, *b;
        size_t limit, want;
    } rows[] = {
        {"the same", "word", "word", 2, 0},
        {"one letter is another", "word", "ward", 2, 1},
        {"one is missing", "word", "wrd", 2, 1},
        {"one is too many", "word", "wordy", 2, 1},
        {"two neighbours are swapped", "word", "wrod", 2, 1},
        {"a swap is not taken apart again", "ca", "abc", 5, 3},
        {"as far as the limit it is told", "ab", "xy", 2, 2},
        {"beyond the limit it is limit + 1", "word", "lamp", 2, 3},
        {"and for lengths that differ by more", "w", "words", 2, 3},
        {"nothing against a word", "", "ab", 2, 2},
        {"the longest word", wide, wide, 2, 0},
        {"one that is longer", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", wide, 2, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        EQUAL(between(rows[i].a, rows[i].b, rows[i].limit), rows[i].want, rows[i].name);
    return test_end();
}
