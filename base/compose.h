/* Text in decomposed letters (NFD, as some editors and file systems write Hangul and accents) in
 * composed ones (NFC): what is searched and counted must be written in one way. */
#ifndef GISA_BASE_COMPOSE_H
#define GISA_BASE_COMPOSE_H

#include "base/buf.h"
#include "base/status.h"

/* Whether valid UTF-8 has marks or vowels of Hangul that combine with what is before them. */
bool gisa_compose_needed(gisa_str s);

/* Appends s composed; characters that nothing combines with stay as they are.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_compose(gisa_str s, gisa_buf *out, gisa_error *err);

/* Which bytes each byte of composed text was made of. {0}: the text is as it was. */
typedef struct gisa_compose_map {
    struct gisa_compose_point
        *points; /* in order; where the two texts begin to differ or to agree */
    size_t n, cap;
} gisa_compose_map;

/* The same, with the map of what it did: s begins at byte `from` of the whole that spans are
 * wanted of, and *out has what was composed before. */
gisa_status gisa_compose_mapped(gisa_str s, size_t from, gisa_buf *out, gisa_compose_map *map,
                                gisa_error *err);

/* The byte of the text as it was where what begins (or ends) at byte `at` of the composed text
 * begins (or ends). */
uint32_t gisa_compose_start(const gisa_compose_map *map, uint32_t at);
uint32_t gisa_compose_end(const gisa_compose_map *map, uint32_t at);

void gisa_compose_map_clear(gisa_compose_map *map);

#endif
