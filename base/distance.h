/* How far a mistyped word is from a known one. */
#ifndef GISA_BASE_DISTANCE_H
#define GISA_BASE_DISTANCE_H

#include <stddef.h>
#include <stdint.h>

#define GISA_DISTANCE_LETTERS 48 /* of the longest word that is compared */

/* The optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions, swaps
 * of neighbours. What a letter is, the caller says.
 *
 * Returns: the distance, or limit + 1 once it is greater; also for words that are too long. */
size_t gisa_distance(const uint32_t *a, size_t n_a, const uint32_t *b, size_t n_b, size_t limit);

#endif
