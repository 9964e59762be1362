/* Cuts a JSON file into its articles: one a line (JSON Lines), objects that stretch over lines as
 * programs indent them, or an array of either. Only braces and strings are looked at; whether a
 * piece is JSON is for its reader to say. */
#ifndef GISA_PIPELINE_JSON_CUT_H
#define GISA_PIPELINE_JSON_CUT_H

#include "base/status.h"
#include "base/str.h"

typedef struct gisa_json_cut {
    gisa_str rest;   /* what is not cut yet; borrowed, as the values are */
    uint64_t passed; /* line ends before rest */
    uint64_t line;   /* in which the last value begins, from 1 */
    unsigned nth;    /* of the values that begin in that line, from 1 */
    bool goes_on;    /* more will come after rest */
    size_t width;    /* bytes left of the line at hand, 0: not known; the cutter's own */
} gisa_json_cut;

/* The next value. A line that holds no object, or a broken one, is a value too, and an object over
 * several lines that never ends reaches to the next line that begins with a brace.
 *
 * Returns: GISA_OK, GISA_END, GISA_SKIP (only when it goes on: the value's end is not there yet;
 *          nothing of it was cut). */
gisa_status gisa_json_cut_next(gisa_json_cut *c, gisa_str *value);

#endif
