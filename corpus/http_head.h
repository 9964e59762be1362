/* The head of an HTTP/1.x message as bytes: status line and fields (RFC 9112). Nothing is
 * allocated; every view points into the head it came from. Line ends may be CRLF or LF. */
#ifndef GISA_CORPUS_HTTP_HEAD_H
#define GISA_CORPUS_HTTP_HEAD_H

#include "base/str.h"

/* Splits a message at its first empty line: *head ends with the last field's line end, *body is
 * what follows the empty line. Without an empty line all of it is head and the body is empty. */
void gisa_head_split(gisa_str message, gisa_str *head, gisa_str *body);

/* The three-digit code of "HTTP/1.1 200 OK", or 0. */
int gisa_head_status(gisa_str head);

/* Takes the next field off *rest, which starts as the whole head: a first line without a colon
 * after a token (a status line) is passed over. A value may begin on a folded line; folded lines
 * behind its beginning, which are obsolete, stay out of it.
 *
 * Returns: false when no field is left. */
bool gisa_head_next(gisa_str *rest, gisa_str *name, gisa_str *value);

/* The value of the first field of that name (any case), trimmed, or GISA_NONE. */
gisa_str gisa_head_field(gisa_str head, const char *name);

#endif
