/* Lines that a tool broke at a width, joined to the paragraphs they were.
 *
 * A text browser at 80 columns breaks a paragraph where the next word does not fit any more, so in
 * a paragraph every line but the last is as long as it can be, which lines that somebody wrote are
 * not. Some tools count columns, some characters; some break Korean between any two syllables and
 * drop the space that may have been there: whether it was is told from the characters on both sides
 * (corpus/lexicon/lists/spacing_before.tsv, spacing_after.tsv). */
#ifndef GISA_INGEST_FLAT_WRAPPED_LINES_H
#define GISA_INGEST_FLAT_WRAPPED_LINES_H

#include "base/buf.h"

/* Writes the text with its paragraphs joined; as it is when its lines are not broken at a width.
 * Whether they are is left in *wrapped. Errors: GISA_ENOMEM. */
gisa_status gisa_wrapped_lines_join(gisa_str text, gisa_buf *out, bool *wrapped, gisa_error *err);

#endif
