/* What was learned of sites, kept with the articles: the lines that recur at the edges of a site's
 * articles, the articles they are counted over, and the articles that lose such a line later.
 *
 * All that writes works inside a batch, so that what is learned is committed with the articles it
 * was learned from. */
#ifndef GISA_INDEX_STORE_LEARNED_H
#define GISA_INDEX_STORE_LEARNED_H

#include "index/store/store.h"

/* Notes a learned line. capture: byte offset of the capture whose article was the one too many.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_learned_put_line(gisa_store *s, gisa_str site, gisa_str line, uint64_t capture,
                                  gisa_error *err);

/* Replaces what is remembered of a site's last articles: bytes that the store does not interpret.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_learned_put_articles(gisa_store *s, gisa_str site, gisa_str bytes,
                                      gisa_error *err);

/* Either function may return an error, which ends the iteration. */
typedef struct gisa_learned_sink {
    gisa_status (*line)(void *ctx, gisa_str site, gisa_str line, gisa_error *err);
    gisa_status (*articles)(void *ctx, gisa_str site, gisa_str bytes, gisa_error *err);
    void *ctx;
} gisa_learned_sink;

/* Passes on everything that was put: all lines first, then all articles, by site.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, and those of the sink. */
gisa_status gisa_learned_each(gisa_store *s, const gisa_learned_sink *sink, gisa_error *err);

/* Replaces the text of the newest version by a cleaned one; row, version and history stay.
 *
 * record: the stored article with its new body, its annotation and its terms; unchanged.
 * Errors: GISA_ENOTFOUND (no such article), GISA_EIO, GISA_ENOMEM. After an error roll back. */
gisa_status gisa_learned_revise(gisa_store *s, const gisa_record *record, gisa_error *err);

#endif
