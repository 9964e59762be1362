/* Content-Encoding (RFC 9110, section 8.4), undone. Servers name codings that are none ("none",
 * "UTF-8"), and crawlers store decoded bytes under the head that came with the coded ones, so the
 * bytes are believed before the name. */
#ifndef GISA_CORPUS_CONTENT_CODING_H
#define GISA_CORPUS_CONTENT_CODING_H

#include "base/buf.h"

/* What a client that undoes codings by this header asks a server for. */
#define GISA_CODINGS_ACCEPTED "gzip, deflate, br"

typedef struct gisa_coding_work { /* {0} is empty */
    gisa_buf bufs[2];
} gisa_coding_work;

/* Undoes gzip, deflate and br, the last that the field names first; bytes that are plain are left
 * as they are, whatever it names.
 *
 * coding: the field's value; GISA_NONE: nothing was done.
 * max:    ceiling for the decoded bytes.
 * bytes:  moved to a view that dies with the next call, or left alone.
 * Returns: GISA_OK; GISA_SKIP when the bytes are damaged or cut off (*bytes is then what comes
 *          before that) or in a coding that is not known here.
 * Errors:  GISA_ELIMIT (*bytes is what fits), GISA_ENOMEM. */
gisa_status gisa_content_decode(gisa_coding_work *w, gisa_str coding, size_t max, gisa_str *bytes,
                                gisa_error *err);

void gisa_coding_work_clear(gisa_coding_work *w);

#endif
