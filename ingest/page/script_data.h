/* What the scripts of a page say of its article. */
#ifndef GISA_INGEST_PAGE_SCRIPT_DATA_H
#define GISA_INGEST_PAGE_SCRIPT_DATA_H

#include "base/arena.h"
#include "base/buf.h"

enum { GISA_SCRIPT_AUTHORS_MAX = 8 };

typedef struct gisa_script_fields {
    gisa_str headline, subtitle, section, publisher, url;
    gisa_str published, modified;
    gisa_str authors[GISA_SCRIPT_AUTHORS_MAX], emails[GISA_SCRIPT_AUTHORS_MAX];
    size_t n_authors;
    bool locked;   /* the whole text is for members */
    size_t weight; /* bytes of body text */
} gisa_script_fields;

typedef struct gisa_script_data {
    gisa_script_fields ld;    /* of JSON-LD's article */
    gisa_script_fields state; /* of the page's state */
    gisa_buf ld_body;         /* plain text or HTML of articleBody; empty: none */
    gisa_buf state_body;      /* HTML; empty: none */
} gisa_script_data;

void gisa_script_data_reset(gisa_script_data *d); /* empties it and keeps its memory */
void gisa_script_data_clear(gisa_script_data *d);

#endif
