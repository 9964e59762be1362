/* Numbers in the table meta. */
#ifndef GISA_INDEX_STORE_STORE_META_H
#define GISA_INDEX_STORE_STORE_META_H

#include "index/store/store.h"

/* otherwise: what *out is where the key is not there. Errors: GISA_EIO. */
gisa_status gisa_meta_number(gisa_store *s, const char *key, int64_t otherwise, int64_t *out,
                             gisa_error *err);
gisa_status gisa_meta_set_number(gisa_store *s, const char *key, int64_t value, gisa_error *err);

#endif
