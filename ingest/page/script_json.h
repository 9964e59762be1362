/* The article inside a foreign JSON value: where it is, its text as HTML, its fields. */
#ifndef GISA_INGEST_PAGE_SCRIPT_JSON_H
#define GISA_INGEST_PAGE_SCRIPT_JSON_H

#include <jansson.h>

#include "ingest/page/script_data.h"

enum { GISA_SCRIPT_JSON_HELD_MAX = 4 };

typedef struct gisa_script_json_found {
    const json_t *value; /* an array of blocks or of strings, or a string */
    const json_t *owner; /* the object that holds it */
    size_t weight;
    bool any; /* strings of a titled object under any name but those of other things */
    json_t *held[GISA_SCRIPT_JSON_HELD_MAX]; /* strings that were JSON themselves; value may point
                                                into them */
    size_t n_held;
} gisa_script_json_found;

void gisa_script_json_found_clear(gisa_script_json_found *found);

/* Parses an object or an array; what follows it is passed over. NULL: over 8 MB, or no JSON. */
json_t *gisa_script_json_parse(gisa_str s);

/* The next of the values that a script holds, with whatever is around them; *rest moves past it.
 * JSON that does not parse is repaired (ingest/page/json_repair.h). NULL where one is beyond that;
 * others may follow as long as there is a rest. */
json_t *gisa_script_json_next_lenient(gisa_str *rest);

/* Searches the value and puts what it finds in out->state and out->state_body, when that is heavier
 * than what they hold. Errors: GISA_ENOMEM. */
gisa_status gisa_script_json_read(const json_t *root, gisa_arena *arena, gisa_script_data *out);

gisa_str gisa_script_json_text(const json_t *v);

/* Bytes of running text in a string: 0 when it does not look like prose. */
size_t gisa_script_json_weight(gisa_str s);

/* Bytes of running text in an array of blocks or of strings; 0 for a list of articles. */
size_t gisa_script_json_blocks_weight(const json_t *array, unsigned depth);

/* Walks the value down to `depth` and keeps the heaviest body. */
void gisa_script_json_find_body(const json_t *v, const json_t *owner, unsigned depth,
                                gisa_script_json_found *found);

/* Writes a body as HTML. */
void gisa_script_json_write_body(const json_t *body, unsigned depth, gisa_buf *out);

/* Writes a string as HTML: markup as it is (an escaped one unescaped first), text in paragraphs. */
void gisa_script_json_write_markup(gisa_str s, gisa_buf *out);

/* Reads the fields that the object has under the names that systems use.
 *
 * graph:  where persons and publishers that are named by @id are looked up; NULL: nowhere.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_script_json_read_fields(const json_t *object, const json_t *graph,
                                         gisa_arena *arena, gisa_script_fields *out);

#endif
