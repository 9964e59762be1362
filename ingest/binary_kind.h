/* What bytes are that are no text, by the marks that formats begin with, else by their bytes. */
#ifndef GISA_INGEST_BINARY_KIND_H
#define GISA_INGEST_BINARY_KIND_H

#include "base/str.h"

/* bytes:   a file, or its beginning; 64 KB are enough, and with its end a ZIP says more.
 * Returns: "a PDF", "an Excel workbook (XLSX)", …; NULL for text in any character set, and for
 *          nothing. */
const char *gisa_binary_kind(gisa_str bytes);

/* How to get its articles out, for a sentence after the name: "save the sheet as CSV"; NULL: nobody
 * knows. kind: what gisa_binary_kind returned. */
const char *gisa_binary_advice(const char *kind);

#endif
