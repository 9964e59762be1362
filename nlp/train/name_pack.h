/* Makes the packed tables of nlp/names/name_table.h. */
#ifndef GISA_NLP_TRAIN_NAME_PACK_H
#define GISA_NLP_TRAIN_NAME_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "nlp/names/name_table.h"

typedef struct train_pack {
    gisa_name_block *blocks;
    uint32_t n_blocks;
    uint32_t *order; /* the key (its place among those given) of each number */
    uint32_t n;      /* keys that have a number; where two share a bit, the first given has it */
} train_pack;

/* bits: per key; more make fewer keys lose their place. Errors: GISA_ENOMEM. */
gisa_status train_pack_make(const uint64_t *keys, size_t n, unsigned bits, train_pack *out,
                            gisa_error *err);
void train_pack_clear(train_pack *p);

#endif
