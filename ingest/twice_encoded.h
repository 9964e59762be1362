/* Text whose UTF-8 was once taken for windows-1252 and encoded again: "ì—¬ìš¸" for 여울. Pages are
 * saved so, and stay so under whatever label. */
#ifndef GISA_INGEST_TWICE_ENCODED_H
#define GISA_INGEST_TWICE_ENCODED_H

#include "base/buf.h"

/* Whether nearly all characters of a text beyond ASCII are parts of encoded ones. s: valid UTF-8.
 */
bool gisa_is_encoded_twice(gisa_str s);

/* Appends the text as it was before; what is no part of an encoded character stays. */
void gisa_twice_encoded_undo(gisa_str s, gisa_buf *out);

#endif
