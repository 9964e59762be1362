/* JSON as pages have it, made into JSON that parses.
 *
 * Mended are bare quotes inside strings ("headline":"한빛, "가온" 내놔"), line ends and other
 * controls in strings, escapes that JSON does not know, commas before closing brackets and missing
 * ones between members. A quote ends a string when what follows can follow a string there: after a
 * key a colon; after a value a closing bracket, or a comma with the next key or value. */
#ifndef GISA_INGEST_PAGE_JSON_REPAIR_H
#define GISA_INGEST_PAGE_JSON_REPAIR_H

#include "base/buf.h"

/* Appends the first value of the text, repaired; returns the bytes it takes. What is beyond repair
 * stays as it is. */
size_t gisa_json_repair(gisa_str s, gisa_buf *out);

#endif
