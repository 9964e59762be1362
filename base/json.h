/* A JSON writer (RFC 8259) onto a buffer. It keeps track of commas, escapes what must be escaped
 * and writes everything else as UTF-8; ill-formed bytes become U+FFFD. Parsing is jansson's job.
 *
 *     gisa_json w = gisa_json_make(&buf);
 *     gisa_json_object(&w);
 *     gisa_json_key(&w, "title"); gisa_json_str(&w, title);
 *     gisa_json_end(&w);
 *
 * Sticky like the buffer: ask gisa_buf_status once at the end. */
#ifndef GISA_BASE_JSON_H
#define GISA_BASE_JSON_H

#include "base/buf.h"

#define GISA_JSON_DEPTH 32 /* mutate: equivalent, as nothing of ours is nested that deep */

typedef struct gisa_json {
    gisa_buf *out; /* borrowed */
    unsigned depth;
    bool after_key;
    bool filled[GISA_JSON_DEPTH]; /* whether a comma is due at that depth */
    char closer[GISA_JSON_DEPTH];
} gisa_json;

gisa_json gisa_json_make(gisa_buf *out);

/* Opens an object or array; gisa_json_end closes the innermost one. At most GISA_JSON_DEPTH - 1
 * deep (asserted: our own writers decide the depth). */
void gisa_json_object(gisa_json *w);
void gisa_json_array(gisa_json *w);
void gisa_json_end(gisa_json *w);

/* The key of the next value; a plain ASCII name. */
void gisa_json_key(gisa_json *w, const char *key);

/* A string value; GISA_NONE is written as null. */
void gisa_json_str(gisa_json *w, gisa_str s);
void gisa_json_c(gisa_json *w, const char *s);
void gisa_json_int(gisa_json *w, int64_t v);
void gisa_json_bool(gisa_json *w, bool v);
void gisa_json_null(gisa_json *w);

/* A value that is JSON already. */
void gisa_json_raw(gisa_json *w, gisa_str value);

/* A number with at most `decimals` (0 to 9) digits behind the point, trailing zeros dropped,
 * rounded half away from zero; nan and infinities become null. Locale-free. */
void gisa_json_double(gisa_json *w, double v, int decimals);

/* Key and value in one call. */
void gisa_json_key_str(gisa_json *w, const char *key, gisa_str s);
void gisa_json_key_c(gisa_json *w, const char *key, const char *s);
void gisa_json_key_int(gisa_json *w, const char *key, int64_t v);

/* Appends s as a JSON string with its quotation marks. */
void gisa_json_quote(gisa_buf *out, gisa_str s);

/* Appends a number as gisa_json_double does. */
void gisa_json_number(gisa_buf *out, double v, int decimals);

#endif
