/* The head by which a wire report begins, and with it the story:
 *
 *     (서울=가나통신) 남도현 기자 = …        [새벽일보 남도현 기자] …
 *     [새벽일보=남도현 기자] …              [새벽일보=서울, 남도현 기자] …
 *     남도현 기자 = …
 *
 * Marks may be those of 【서울=가나통신】 or 〔…〕 as well. The place is never the author. */
#ifndef GISA_INGEST_FIELDS_WIRE_HEAD_H
#define GISA_INGEST_FIELDS_WIRE_HEAD_H

#include "ingest/fields/byline.h"

typedef struct gisa_wire_head {
    gisa_str outlet; /* views into the line; GISA_NONE: not there */
    gisa_byline_names people;
    size_t n; /* its bytes */
} gisa_wire_head;

/* Reads the head of a line; false when it has none. */
bool gisa_wire_head_read(gisa_str line, gisa_wire_head *out);

#endif
