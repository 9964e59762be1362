/* Where records begin and end in the bytes of a WARC or ARC file, by what they look like: for files
 * whose lengths are wrong or that are damaged. */
#ifndef GISA_CORPUS_RECORD_BOUNDS_H
#define GISA_CORPUS_RECORD_BOUNDS_H

#include "base/str.h"

#define GISA_RECORD_FIRST_LINE ((size_t)9) /* bytes of "WARC/1.0" and its line end */

/* Whether a record of a WARC file begins with these bytes, of which there may be more. */
bool gisa_record_may_begin(gisa_str text);

/* Where a record begins in text at or after `from`, by its first line; arc: an ARC record.
 *
 * Returns: GISA_NPOS when nowhere. A part of that line at the end of text is none. */
size_t gisa_record_find(gisa_str text, size_t from, bool arc);

/* Where a block that begins at `start` ends when a record begins at `next`: before two line ends.
 */
size_t gisa_record_end_before(gisa_str text, size_t start, size_t next);

#endif
