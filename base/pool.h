/* Work in parallel, results in order: items are read one after another, worked on by several
 * threads, and handed on in exactly the order they were read, whatever the thread count. */
#ifndef GISA_BASE_POOL_H
#define GISA_BASE_POOL_H

#include <stddef.h>

#include <stdbool.h>

#include "base/status.h"

typedef struct gisa_pool_ops {
    void *ctx;

    /* The next item; called on the caller's thread. GISA_OK with *item, or GISA_END. */
    gisa_status (*next)(void *ctx, void **item, gisa_error *err);

    /* Works on one item; called on worker threads, 0 <= worker < threads. */
    gisa_status (*work)(void *ctx, unsigned worker, void *item, gisa_error *err);

    /* Takes the item, in order, on the caller's thread. */
    gisa_status (*put)(void *ctx, void *item, gisa_error *err);

    /* Frees an item that will never be put, because something failed before. */
    void (*drop)(void *ctx, void *item);

    /* Whether the items under way are enough for now, whatever the window; may be NULL. */
    bool (*full)(void *ctx);
} gisa_pool_ops;

/* Runs until `next` ends or anything fails; then all items are put or dropped, and all threads
 * have ended.
 *
 * threads: 1 works on the caller's thread; otherwise that many workers besides it.
 * window:  how many items may be under way at once (at least 1; bounds the memory).
 * Returns: GISA_OK, or the first failure in input order.
 * Errors:  GISA_ENOMEM, GISA_ELIMIT (no thread to be had), and those of ops. */
gisa_status gisa_pool_run(unsigned threads, size_t window, const gisa_pool_ops *ops,
                          gisa_error *err);

#endif
