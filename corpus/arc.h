/* The heads of ARC records, which crawlers wrote before there was WARC (Internet Archive's "ARC
 * file format", versions 1 and 2): one line before each block,
 *
 *     URL IP-address date content-type [result checksum location offset file] length
 *
 * and, first of a file, a block about the file under "filedesc://". */
#ifndef GISA_CORPUS_ARC_H
#define GISA_CORPUS_ARC_H

#include "corpus/warc.h"

#define GISA_ARC_LINE_MAX ((size_t)16 << 10)

/* Whether an ARC head may begin with these bytes, of which there may be more. */
bool gisa_arc_may_begin(gisa_str text);

/* Reads a head, without its line end, as that of a WARC record: type warcinfo, response or
 * resource. Blanks that nobody escaped in an address or a content type do no harm. Views point into
 * line.
 *
 * Returns: false when it is none. */
bool gisa_arc_parse(gisa_str line, gisa_warc_head *out);

#endif
