/* What tools leave of markup in flattened text: tags, the numbers and addresses of links, names of
 * pictures, Markdown's escapes and rules of tables.
 *
 *   lynx, elinks        [12]link text …, the addresses in a numbered list at the end
 *   html-to-text        link text [https://…]
 *   pandoc              <div> and </div> around Markdown
 *   w3m, lynx           [picture.gif] */
#ifndef GISA_INGEST_FLAT_MARKUP_REST_H
#define GISA_INGEST_FLAT_MARKUP_REST_H

#include "base/buf.h"

/* What of it a text was full of. */
typedef struct gisa_markup_rest {
    bool numbered;  /* links are numbered */
    bool addresses; /* and followed by their addresses */
} gisa_markup_rest;

/* Adds the text without them. A line that is nothing but a link begins with U+0002, as those of
 * gisa_markdown_strip. Errors: GISA_ENOMEM. */
gisa_status gisa_markup_rest_strip(gisa_str text, gisa_buf *out, gisa_markup_rest *found,
                                   gisa_error *err);

#endif
