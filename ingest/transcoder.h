/* From one character set to UTF-8, piece by piece: what decode.h does once it has decided.
 *
 * Control characters but tab and line ends are left out, ill-formed sequences become U+FFFD. A
 * sequence may begin in one piece and end in the next. */
#ifndef GISA_INGEST_TRANSCODER_H
#define GISA_INGEST_TRANSCODER_H

#include "base/buf.h"

typedef struct gisa_transcoder gisa_transcoder;

/* charset: a name of gisa_decode_find's. Errors: GISA_EENCODING, GISA_ENOMEM. */
gisa_status gisa_transcoder_open(const char *charset, gisa_transcoder **out, gisa_error *err);
void gisa_transcoder_close(gisa_transcoder *t); /* NULL is fine */

/* Appends the next piece; `last`: none follows. Whether there was room is for the buffer to say.
 * Returns: how many characters became U+FFFD. */
size_t gisa_transcoder_put(gisa_transcoder *t, gisa_str piece, bool last, gisa_buf *out);

#endif
