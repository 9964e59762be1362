/* What a saved search finds that came in since its position.
 *
 * A late-arriving article counts by its arrival, not by its date. An article that came in again
 * with changes is reported again and marked. A near-duplicate of an earlier match is only counted;
 * near-duplicates among what is new are folded. All words of the query are wanted, however many
 * there are.
 *
 * What a run with days of its own does not report, as it is of other days, is left for another run
 * (gisa_saved_step), which reports it as if it came in then. */
#ifndef GISA_INDEX_QUERY_ALERT_H
#define GISA_INDEX_QUERY_ALERT_H

#include "index/query/search.h"
#include "index/store/saved.h"

typedef struct gisa_alert_item {
    gisa_hit hit;
    uint32_t version;
    bool changed; /* an earlier version came in before the search's position */
} gisa_alert_item;

typedef struct gisa_alert {
    gisa_arena arena;
    gisa_alert_item *items; /* the newest first, those without a date last */
    size_t n, n_changed;
    uint64_t repeats;  /* near-duplicates of earlier matches */
    uint64_t position; /* the search's, once the items are reported */
    uint64_t *left;    /* captures of the articles of other days, for gisa_saved_step */
    size_t n_left;
} gisa_alert;

typedef struct gisa_alert_opts {
    bool no_changed;      /* changed articles are skipped */
    size_t snippet_chars; /* 0: 160 */
    gisa_days days;       /* of publication, besides those of the query; others are left */
} gisa_alert_opts;

/* Runs a saved search and fills *out (cleared first). Changes nothing in the store.
 *
 * opts:   NULL: all defaults.
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (the store has no tokenizer), the tokenizer's. */
gisa_status gisa_alert_run(gisa_store *s, const gisa_saved *search, const gisa_alert_opts *opts,
                           gisa_alert *out, gisa_error *err);
void gisa_alert_clear(gisa_alert *n);

#endif
