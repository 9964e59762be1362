/* Articles of captures that the archive no longer holds. */
#ifndef GISA_INDEX_STORE_LOST_H
#define GISA_INDEX_STORE_LOST_H

#include "index/store/store.h"

/* A stored version whose capture is lost. */
typedef struct gisa_lost {
    int64_t row;
    uint64_t capture; /* where in the archive it was */
    int64_t fetched_utc;
    gisa_str uri; /* of the capture; GISA_NONE: unknown */
} gisa_lost;

typedef struct gisa_lost_list {
    gisa_arena arena;
    gisa_lost *items; /* in the order of their captures */
    size_t n, cap;
} gisa_lost_list;

/* What identifies a capture wherever it is, appended to out. */
void gisa_capture_key(gisa_str digest, gisa_str uri, gisa_buf *out);

/* Finds the versions of captures whose key is not in `held` (out is cleared first).
 *
 * Errors: GISA_ECORRUPT (the list holds what could be read before), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_lost_find(gisa_store *s, const gisa_map *held, gisa_lost_list *out,
                           gisa_error *err);
void gisa_lost_clear(gisa_lost_list *list);

#endif
