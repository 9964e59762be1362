/* The articles that wait for their commit. */
#ifndef GISA_INDEX_STORE_BATCH_H
#define GISA_INDEX_STORE_BATCH_H

#include "base/map.h"
#include "index/store/store.h"

typedef struct gisa_batch_item {
    gisa_record record;
    int64_t row;
    int64_t replaces; /* stored row of the version before; 0: none */
    size_t same_id;   /* index + 1 of the item before with the same id; 0: none */
    uint32_t version;
    bool superseded; /* a later item of this batch is a newer version */
    uint32_t length; /* for the roll */
    char digest[65];
} gisa_batch_item;

typedef struct gisa_batch {
    bool open;
    gisa_batch_item *items;
    size_t n, cap;
    gisa_map ids;  /* id to index + 1 of its newest item */
    gisa_map rows; /* first row id of a slot to the next free one */
} gisa_batch;

void gisa_batch_clear(gisa_batch *b);

#endif
