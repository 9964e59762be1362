/* Text in decomposed letters (NFD, as some editors and file systems write Hangul and accents) in
 * composed ones (NFC): what is searched and counted must be written in one way. */
#ifndef GISA_BASE_COMPOSE_H
#define GISA_BASE_COMPOSE_H

#include "base/buf.h"
#include "base/status.h"

/* Whether valid UTF-8 has marks or vowels of Hangul that combine with what is before them. */
bool gisa_compose_needed(gisa_str s);

/* Appends s composed; characters that nothing combines with stay as they are.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_compose(gisa_str s, gisa_buf *out, gisa_error *err);

#endif
