#include "base/distance.h"

static size_t min(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t gisa_distance(const uint32_t *a, size_t n_a, const uint32_t *b, size_t n_b, size_t limit)
{
    size_t rows[3][GISA_DISTANCE_LETTERS + 1];
    size_t *before = rows[0], *last = rows[1], *row = rows[2];
    if (n_a > GISA_DISTANCE_LETTERS || n_b > GISA_DISTANCE_LETTERS) return limit + 1;
    if ((n_a > n_b ? n_a - n_b : n_b - n_a) > limit) return limit + 1;
    for (size_t j = 0; j <= n_b; j++) last[j] = j;
    for (size_t i = 1; i <= n_a; i++) {
        size_t lowest = row[0] = i;
        for (size_t j = 1; j <= n_b; j++) {
            size_t change = last[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = min(change, min(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = min(row[j], before[j - 2] + 1);
            lowest = min(lowest, row[j]);
        }
        if (lowest > limit) return limit + 1;
        size_t *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return min(last[n_b], limit + 1);
}
