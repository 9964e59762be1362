/* A page that a tool printed on one line: cut at its sentences, before and after bylines, dates and
 * bracketed marks, and around the longest phrase that its head repeats, which is its title. What is
 * menu and what is text within a piece is told from the particles of running text. */
#ifndef GISA_INGEST_FLAT_SINGLE_LINE_H
#define GISA_INGEST_FLAT_SINGLE_LINE_H

#include "base/buf.h"

/* Whether one line holds nearly all of a text that is too long for a line. */
bool gisa_single_line_is(gisa_str text);

/* Adds the text in lines. Errors: GISA_ENOMEM. */
gisa_status gisa_single_line_cut(gisa_str text, gisa_buf *out, gisa_error *err);

#endif
