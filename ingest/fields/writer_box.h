/* Names in boxes that say that they hold the author: class="author vcard", rel="author",
 * itemprop="author". */
#ifndef GISA_INGEST_FIELDS_WRITER_BOX_H
#define GISA_INGEST_FIELDS_WRITER_BOX_H

#include "ingest/fields/fields.h"

/* Whether a box around the node, not far above it, is one. */
bool gisa_in_writer_box(const gisa_tree *t, size_t node);

/* Adds the names in a line's texts that are in such boxes. Views into the tree. */
void gisa_writer_box_read(const gisa_field_input *in, size_t line, gisa_str outlet,
                          gisa_byline_names *out);

/* The texts of a line with a blank between them, where tags alone part its words: "홍길동" "사회부
 * 기자". Copied into the arena. Errors: GISA_ENOMEM. */
gisa_status gisa_line_parted(const gisa_field_input *in, size_t line, gisa_str *out);

#endif
