/* word*: the index terms that begin so. */
#ifndef GISA_INDEX_QUERY_PREFIX_H
#define GISA_INDEX_QUERY_PREFIX_H

#include "base/buf.h"
#include "index/store/store.h"

/* Words of the index that those of one query may stand for together. */
#define GISA_PREFIX_TERMS 1000

typedef struct gisa_prefix_sink {
    gisa_status (*put)(void *ctx, gisa_str term, double articles, gisa_error *err);
    void *ctx;
} gisa_prefix_sink;

/* Passes on every term that begins so with its document frequency, in order of their bytes, the
 * prefix itself first, which may be in no article.
 *
 * room:   how many may come; less by those that came.
 * Errors: GISA_EINVAL (there are more), GISA_EIO, GISA_ENOMEM, the sink's. */
gisa_status gisa_prefix_expand(gisa_store *s, gisa_str prefix, size_t *room, gisa_prefix_sink sink,
                               gisa_error *err);

#endif
