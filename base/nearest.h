/* What a mistyped word was to be. */
#ifndef GISA_BASE_NEAREST_H
#define GISA_BASE_NEAREST_H

#include <stddef.h>

/* The nearest known word to a mistyped one (Damerau-Levenshtein distance up to 2), or NULL. */
const char *gisa_nearest(const char *word, const char *const *known, size_t n);

#endif
