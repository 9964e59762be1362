/* Ids of earlier editions: they lead to their articles for ever. */
#ifndef GISA_INDEX_QUERY_FORMER_ID_H
#define GISA_INDEX_QUERY_FORMER_ID_H

#include "index/store/store.h"

/* Replaces *out by the ids, a line each, of the articles that a former id, or the only former id
 * that begins so, stands for: several where edition 1 took them for one, the last one first, which
 * is the one that it showed. Empty: it is none.
 *
 * several: more than one former id begins so; *out is empty then.
 * Errors:  GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_former_id_find(gisa_store *s, gisa_str start, gisa_buf *out, bool *several,
                                gisa_error *err);

#endif
