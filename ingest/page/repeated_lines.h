/* Lines printed twice: the second goes, unless the text says it again.
 *
 * Short lines ("[앵커]") may well come twice; they go only beside another repeat, when the whole
 * text is there twice. A refrain or a question put to several people stays: it is set like the
 * first one among the same paragraphs, with other text between and beside them. */
#ifndef GISA_INGEST_PAGE_REPEATED_LINES_H
#define GISA_INGEST_PAGE_REPEATED_LINES_H

#include "ingest/page/line_filter.h"

/* Looks at lines [from, to) that are kept, and at captions. Errors: GISA_ENOMEM, without a message.
 */
gisa_status gisa_repeated_lines_drop(const gisa_line_filter *filter, gisa_lines *l, size_t from,
                                     size_t to);

#endif
