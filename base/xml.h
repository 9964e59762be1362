/* Text written into XML and HTML. */
#ifndef GISA_BASE_XML_H
#define GISA_BASE_XML_H

#include "base/buf.h"

/* Appends text with & < > " ' escaped and control characters dropped: safe in XML and HTML, in
 * content and in quoted attributes. */
void gisa_xml_text(gisa_buf *out, gisa_str s);

#endif
