/* A hash map from byte strings to 64-bit values that remembers the order of insertion, so that
 * walking it never depends on a hash. Keys are copied into the map. {0} is an empty map. */
#ifndef GISA_BASE_MAP_H
#define GISA_BASE_MAP_H

#include "base/arena.h"
#include "gisa/text.h"

/* The value's place, or NULL. Dead after the next put. */
uint64_t *gisa_map_find(const gisa_map *m, gisa_str key);

/* Finds the key or inserts it with the value 0. *slot is dead after the next put; *added (may be
 * NULL) says whether the key is new.
 *
 * Errors: GISA_ENOMEM, with the map unchanged. */
gisa_status gisa_map_put(gisa_map *m, gisa_str key, uint64_t **slot, bool *added);

/* Adds `by` to the key's value. Errors: GISA_ENOMEM. */
gisa_status gisa_map_count(gisa_map *m, gisa_str key, uint64_t by);

/* Empties the map and keeps its memory. */
void gisa_map_reset(gisa_map *m);
void gisa_map_clear(gisa_map *m);

#endif
