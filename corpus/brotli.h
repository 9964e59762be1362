/* Brotli (RFC 7932), which servers send pages in and crawlers store them as they came. */
#ifndef GISA_CORPUS_BROTLI_H
#define GISA_CORPUS_BROTLI_H

#include "base/buf.h"

/* Expands one stream that fills data, appending to out.
 *
 * max:    ceiling for the expanded bytes.
 * Errors: GISA_ECORRUPT (out has what came before the damage); GISA_ELIMIT; GISA_ENOMEM. */
gisa_status gisa_brotli_expand(gisa_str data, size_t max, gisa_buf *out, gisa_error *err);

#endif
