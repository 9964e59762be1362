/* Saved searches: a name, a query, and up to where in the archive its matches have been reported.
 * They are in the database and not in the archive; gisa_saved_copy carries them into a new one.
 *
 * Positions are byte offsets in the archive. The archive only grows and is read in its own order,
 * so positions order arrivals without a clock, whatever the articles' dates are, and mean the same
 * after a rebuild. */
#ifndef GISA_INDEX_STORE_SAVED_H
#define GISA_INDEX_STORE_SAVED_H

#include "index/store/store.h"

typedef struct gisa_saved {
    gisa_str name, query;
    bool exact;        /* no other spellings of known names */
    bool keep_copies;  /* near-duplicates are hits of their own */
    uint64_t position; /* articles with a capture before it are known */
    int64_t saved_utc; /* when it was saved */
    int64_t ran_utc;   /* the last gisa_saved_advance; 0: never */
    int64_t found_utc; /* the last one that reported something; 0: never */
    uint64_t told;     /* articles reported, in all */
    uint64_t left;     /* articles that were left for another run; not put */
} gisa_saved;

#define GISA_SAVED_NAME_BYTES 100

typedef struct gisa_saved_list {
    gisa_arena arena;
    gisa_saved *items; /* by name */
    size_t n;
} gisa_saved_list;

/* All saved searches (out is cleared first). Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_saved_load(gisa_store *s, gisa_saved_list *out, gisa_error *err);
void gisa_saved_clear(gisa_saved_list *list);

/* The search of a name, or NULL. */
const gisa_saved *gisa_saved_find(const gisa_saved_list *list, gisa_str name);

/* The store's present position: what arrives later has a capture there or after it. A search that
 * is saved with it reports only that. Errors: GISA_EIO. */
gisa_status gisa_saved_now(gisa_store *s, uint64_t *position, gisa_error *err);

/* Whether a name can be one: 1 to GISA_SAVED_NAME_BYTES of UTF-8 without control characters, and no
 * dash in front. */
bool gisa_saved_name_ok(gisa_str name);

/* Saves a search, all its fields.
 *
 * replace: a search of that name goes.
 * Errors:  GISA_EINVAL (no name; the name is taken), GISA_EIO, GISA_EBUSY, GISA_ENOMEM. */
gisa_status gisa_saved_put(gisa_store *s, const gisa_saved *search, bool replace, gisa_error *err);

/* Errors: GISA_ENOTFOUND, GISA_EIO, GISA_EBUSY. */
gisa_status gisa_saved_delete(gisa_store *s, gisa_str name, gisa_error *err);

/* One search that has been run. */
typedef struct gisa_saved_step {
    gisa_str name;
    uint64_t from, to; /* its position before and after */
    uint64_t told;     /* articles reported */
    const uint64_t
        *left; /* captures of the articles that were left for another run: all there are */
    size_t n_left;
} gisa_saved_step;

/* Notes that searches were run and reported, in one transaction. A search that is no longer at
 * `from` (another run was faster, or it was saved again) stays as it is.
 *
 * moved:  how many were noted.
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ENOMEM; nothing is noted then. */
gisa_status gisa_saved_advance(gisa_store *s, const gisa_saved_step *steps, size_t n,
                               int64_t now_utc, size_t *moved, gisa_error *err);

/* Where the captures of one archive are in another one. */
typedef struct gisa_saved_places {
    uint64_t (*place)(const void *ctx, uint64_t old);
    const void *ctx;
} gisa_saved_places;

/* Saves all searches of one store in another, with what they left.
 *
 * places: NULL: both were made from the same archive.
 * Errors: those of gisa_saved_load and gisa_saved_put. */
gisa_status gisa_saved_copy(gisa_store *from, gisa_store *to, const gisa_saved_places *places,
                            size_t *n, gisa_error *err);

#endif
