/* The state of a page in whatever script it is: looked for only where the page itself has
 * little text, for it takes a walk over all scripts. Read are
 *
 *     window.__INITIAL_STATE__ = {…};        any assignment of a JSON value, and in scripts of type
 *     window.x = JSON.parse("…");             application/json; percent-encoded ones, too
 *     self.__next_f.push([1,"2:[…]\n"])      rows of Next.js's flight, React elements among them
 *     <script id="__NUXT_DATA__">[[…],…]     Nuxt 3, where numbers refer to places in the array
 *
 * Code is not run: the function form of Nuxt 2 gives nothing. */
#ifndef GISA_INGEST_PAGE_SCRIPT_STATE_H
#define GISA_INGEST_PAGE_SCRIPT_STATE_H

#include "ingest/page/script.h"

/* Replaces out->state and out->state_body when a heavier body is found.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_script_state_read(const gisa_prescan *scan, gisa_arena *arena,
                                   gisa_script_data *out, gisa_error *err);

#endif
