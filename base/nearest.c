#include "base/nearest.h"

#include <stdbool.h>
#include <string.h>

#include "base/distance.h"

enum { MAX_WORD = 32, MAX_DISTANCE = 2 };

/* false: too long to compare */
static bool spell(const char *word, uint32_t letters[MAX_WORD], size_t *n)
{
    *n = strlen(word);
    for (size_t i = 0; i < *n && *n <= MAX_WORD; i++) letters[i] = (unsigned char)word[i];
    return *n <= MAX_WORD;
}

const char *gisa_nearest(const char *word, const char *const *known, size_t n)
{
    uint32_t typed[MAX_WORD], other[MAX_WORD];
    size_t n_typed, n_other, limit = MAX_DISTANCE;
    const char *best = NULL;
    if (!spell(word, typed, &n_typed)) return NULL;
    for (size_t i = 0; i < n; i++) {
        if (!spell(known[i], other, &n_other)) continue;
        size_t d = gisa_distance(typed, n_typed, other, n_other, limit);
        if (d > limit || d >= n_other) continue;
        best = known[i];
        if (d == 0) return best;
        limit = d - 1;
    }
    return best;
}
