/* Where a caption ends that is in one block with the text: "열람실 모습 (사진=나루시 제공) 나루시는
 * 12일 …".
 *
 * A caption ends with its credit, in brackets, or after a slash up to the bracket of a wire header.
 * What follows must be text with a sentence in it, and begin after white space: the credit of
 * something in a sentence is followed by a josa. */
#ifndef GISA_INGEST_PAGE_CAPTION_END_H
#define GISA_INGEST_PAGE_CAPTION_END_H

#include "ingest/lines.h"

/* Bytes of the caption and the white space after it; 0: none. */
size_t gisa_caption_end_find(gisa_str line);

/* Parts such lines in two, of which the first has GISA_LINE_CAPTION. Errors: GISA_ENOMEM. */
gisa_status gisa_captions_part(gisa_lines *l, gisa_error *err);

#endif
