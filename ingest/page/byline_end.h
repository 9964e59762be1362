/* Where a byline begins that is in one block with the last sentence of a text: "… 말했다. 이라온
 * 기자 raon@naru.example", "… 말했다. /raon@naru.example".
 *
 * What follows the sentence must be a byline as a line of its own, and the whole line none: "…
 * 살펴보고 있다. 이라온 기자" is a caption. Whom to write to (문의 …) is part of the text. */
#ifndef GISA_INGEST_PAGE_BYLINE_END_H
#define GISA_INGEST_PAGE_BYLINE_END_H

#include "ingest/lines.h"

/* Bytes of the line before the byline, white space among them; 0: it has none. */
size_t gisa_byline_end_find(const gisa_line_rules *rules, gisa_line_match *match, gisa_str line);

/* Parts such lines in two. Errors: GISA_ENOMEM. */
gisa_status gisa_bylines_part(gisa_lines *l, const gisa_line_rules *rules, gisa_line_match *match,
                              gisa_error *err);

#endif
