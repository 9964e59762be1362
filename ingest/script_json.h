/* The article inside a foreign JSON value: where it stands, its text as HTML, its fields. */
#ifndef GISA_INGEST_SCRIPT_JSON_H
#define GISA_INGEST_SCRIPT_JSON_H

#include <jansson.h>

#include "ingest/script.h"

typedef struct gisa_json_found {
    const json_t *value; /* an array of blocks, or a string */
    const json_t *owner; /* the object that holds it */
    size_t weight;
} gisa_json_found;

gisa_str gisa_json_view(const json_t *v);

/* Bytes of running text in a string: 0 when it does not look like prose. */
size_t gisa_json_weigh(gisa_str s);

/* Walks the value down to `depth` and keeps the heaviest body. */
void gisa_json_search(const json_t *v, const json_t *owner, unsigned depth, gisa_json_found *found);

/* Writes a body as HTML. */
void gisa_json_body(const json_t *body, unsigned depth, gisa_buf *out);

/* Writes a string as HTML: markup as it is (an escaped one unescaped first), text in paragraphs. */
void gisa_json_markup(gisa_str s, gisa_buf *out);

/* Reads the fields that the object has under the names that systems use.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_json_facts(const json_t *object, gisa_arena *arena, gisa_script_facts *out);

#endif
