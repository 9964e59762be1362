/* One pass over a page before the parser: it removes what no reader sees and finds the scripts
 * that hold data.
 *
 * Script, style, svg, iframe, textarea, template, object, math and comments go; tags with more than
 * 4 KB of attributes keep their short ones only (a parser that looks for double attributes is
 * quadratic). Kept scripts: JSON-LD, __NEXT_DATA__, Fusion.globalContent (Arc XP), the flight
 * chunks of Next.js (self.__next_f.push), and others that are long enough to hold an article. */
#ifndef GISA_INGEST_PAGE_PRESCAN_H
#define GISA_INGEST_PAGE_PRESCAN_H

#include "base/buf.h"

typedef enum gisa_script_kind {
    GISA_SCRIPT_JSON_LD,
    GISA_SCRIPT_NEXT_DATA, /* the JSON of __NEXT_DATA__ */
    GISA_SCRIPT_FUSION,    /* from the brace after Fusion.globalContent= on */
    GISA_SCRIPT_FLIGHT,    /* a whole script with __next_f.push calls */
    GISA_SCRIPT_OTHER,     /* any other of some length; it may hold the page's state */
} gisa_script_kind;

typedef struct gisa_script {
    gisa_script_kind kind;
    gisa_str text; /* a view into the page */
} gisa_script;

enum { GISA_SCRIPTS_MAX = 512 };

typedef struct gisa_prescan {
    gisa_script scripts[GISA_SCRIPTS_MAX];
    size_t n_scripts;
    gisa_buf html;         /* what is left for the parser */
    unsigned never_closed; /* elements without an end tag further on: not searched again */
} gisa_prescan;

/* Scans valid UTF-8; earlier contents of *p go.
 *
 * Errors: GISA_ENOMEM, GISA_ELIMIT. */
gisa_status gisa_prescan_run(gisa_prescan *p, gisa_str page, gisa_error *err);
void gisa_prescan_clear(gisa_prescan *p);

#endif
