#include "cli/cli.h"

enum { MAX_WORD = 32, MAX_DISTANCE = 2 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
static unsigned distance(const char *a, const char *b)
{
    unsigned d[MAX_WORD + 1][MAX_WORD + 1];
    size_t n = strlen(a), m = strlen(b);
    if (n > MAX_WORD || m > MAX_WORD) return MAX_WORD;
    for (size_t i = 0; i <= n; i++) d[i][0] = (unsigned)i;
    for (size_t j = 0; j <= m; j++) d[0][j] = (unsigned)j;
    for (size_t i = 1; i <= n; i++) {
        for (size_t j = 1; j <= m; j++) {
            unsigned cost = a[i - 1] != b[j - 1];
            unsigned best = least(least(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = least(best, d[i - 2][j - 2] + 1);
            d[i][j] = best;
        }
    }
    return d[n][m];
}

const char *cli_nearest(const char *word, const char *const *known, size_t n)
{
    const char *best = NULL;
    unsigned best_distance = MAX_DISTANCE + 1;
    for (size_t i = 0; i < n; i++) {
        unsigned d = distance(word, known[i]);
        if (d >= best_distance || d >= strlen(known[i])) continue;
        best = known[i];
        best_distance = d;
    }
    return best;
}
