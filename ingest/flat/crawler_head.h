/* The head that a crawler writes above the text of a page: fields, none of them text.
 *
 *     ---                      +++                     Title: …
 *     title: …                 title = "…"             URL Source: …
 *     date: 2025-02-03         date = 2025-02-03
 *     ---                      +++                     Markdown Content:
 *
 * YAML and TOML front matter, what reader services print, and heads like those of a mail. */
#ifndef GISA_INGEST_FLAT_CRAWLER_HEAD_H
#define GISA_INGEST_FLAT_CRAWLER_HEAD_H

#include "base/arena.h"

typedef enum gisa_head_field {
    GISA_HEAD_TITLE,
    GISA_HEAD_URL,
    GISA_HEAD_AUTHOR,
    GISA_HEAD_DATE,
    GISA_HEAD_SITE,
    GISA_HEAD_HOST,
    GISA_HEAD_OTHER, /* description, tags, fingerprint …: not kept */
    GISA_HEAD_FIELDS = GISA_HEAD_OTHER,
} gisa_head_field;

typedef struct gisa_crawler_head {
    gisa_str fields[GISA_HEAD_FIELDS]; /* parts of the text; GISA_NONE: not there */
} gisa_crawler_head;

/* Takes a head off the text; without one the text stays and no field is set. */
void gisa_crawler_head_take(gisa_str *text, gisa_crawler_head *out);

/* Copies the fields, without the backslashes that quoted values have before quotation marks.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_crawler_head_copy(gisa_crawler_head *head, gisa_arena *arena);

#endif
