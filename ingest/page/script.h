/* Data in a page's scripts: JSON-LD, and the state of pages whose body stands only there (Arc XP's
 * Fusion.globalContent, Next.js's __NEXT_DATA__ and flight chunks; script_state.h reads others).
 *
 * A body is given back as a small HTML page, so that it goes through the same line pass. Which part
 * of a foreign JSON is the article is found, not configured: the array of typed blocks, or the
 * string, that holds the most running text; the fields are those of the object around it. */
#ifndef GISA_INGEST_PAGE_SCRIPT_H
#define GISA_INGEST_PAGE_SCRIPT_H

#include "base/arena.h"
#include "ingest/page/prescan.h"

enum { GISA_SCRIPT_AUTHORS_MAX = 8 };

typedef struct gisa_script_fields {
    gisa_str headline, subtitle, section, publisher, url;
    gisa_str published, modified;
    gisa_str authors[GISA_SCRIPT_AUTHORS_MAX], emails[GISA_SCRIPT_AUTHORS_MAX];
    size_t n_authors;
    size_t weight; /* bytes of body text */
} gisa_script_fields;

typedef struct gisa_script_data {
    gisa_script_fields ld;    /* of JSON-LD's article */
    gisa_script_fields state; /* of the page's state */
    gisa_buf ld_body;         /* plain text or HTML of articleBody; empty: none */
    gisa_buf state_body;      /* HTML; empty: none */
} gisa_script_data;

/* Reads what the pre-scan found; texts are copied into the arena. JSON over 8 MB is passed over,
 * and so is what does not parse.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_script_read(const gisa_prescan *scan, gisa_arena *arena, gisa_script_data *out,
                             gisa_error *err);
/* Appends the string chunks of the self.__next_f.push([1,"…"]) calls of a script. */
void gisa_script_join_flight(gisa_str script, gisa_buf *out);

void gisa_script_data_reset(gisa_script_data *d);
void gisa_script_data_clear(gisa_script_data *d);

#endif
