/* Text written into XML and HTML. */
#ifndef GISA_BASE_XML_H
#define GISA_BASE_XML_H

#include "base/buf.h"

/* Appends text with & < > " ' escaped and marks for controls (base/control.h) but line ends and
 * tabs: safe in XML and HTML, in content and in quoted attributes, and read in the order it was
 * written. */
void gisa_xml_text(gisa_buf *out, gisa_str s);

#endif
