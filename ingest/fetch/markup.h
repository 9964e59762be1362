/* The tags and texts of XML or HTML in one pass, whatever damage is in it: feeds are written by
 * hand and by programs that escape nothing, and an XML parser ends at the first slip. Names are not
 * resolved, no entity is expanded but the five of XML and numbers, nothing is checked, and the time
 * is that of the bytes. */
#ifndef GISA_INGEST_FETCH_MARKUP_H
#define GISA_INGEST_FETCH_MARKUP_H

#include "base/buf.h"

#define GISA_TAG_MAX ((size_t)64 << 10) /* bytes of a tag; what is longer is none */

typedef enum gisa_markup_kind {
    GISA_MARKUP_START,
    GISA_MARKUP_END,
    GISA_MARKUP_TEXT,
    GISA_MARKUP_DOCTYPE,
} gisa_markup_kind;

typedef struct gisa_markup_token { /* views into the text */
    gisa_markup_kind kind;
    gisa_str prefix, name; /* of "dc:date"; of a document type "html" */
    gisa_str attributes;   /* of a start tag */
    gisa_str text;
    bool empty; /* "<br/>" */
    bool cdata; /* the text has no references */
} gisa_markup_token;

#define GISA_MARKUP_SECTIONS 3 /* texts without references, comments, instructions */

typedef struct gisa_markup {
    gisa_str rest;                          /* set this */
    bool typed;                             /* a document type has come; another one is text */
    const char *ends[GISA_MARKUP_SECTIONS]; /* the next end of each kind of section, where known */
} gisa_markup;

/* The next token; comments and processing instructions are passed over, and so is what script and
 * style elements hold. A "<" that begins no tag is text. Returns: false at the end. */
bool gisa_markup_next(gisa_markup *m, gisa_markup_token *out);

/* The raw value of an attribute of that name (any case, with its prefix), or GISA_NONE. */
gisa_str gisa_markup_attribute(gisa_str attributes, const char *name);

/* Whether a list of words has that one, in any case. */
bool gisa_markup_has_word(gisa_str list, const char *word);

/* Appends a text or a value with its references resolved.
 *
 * unknown: what stands for "&name;" that XML does not know; NULL: itself. An "&" that begins no
 *          reference stays. */
void gisa_markup_add_text(gisa_buf *out, gisa_str raw, const char *unknown);

#endif
