/* Answers with the status of a page that are none: they are asked for again. */
#ifndef GISA_INGEST_FETCH_PLACEHOLDER_H
#define GISA_INGEST_FETCH_PLACEHOLDER_H

#include "base/str.h"

/* Why the body of a 2xx response is no page but what a server sends when it has none at present (an
 * empty body, a part of a page, a notice of maintenance); NULL when it may be one. Words count in
 * short texts alone: articles speak of maintenance, too. */
const char *gisa_placeholder_why(int status, gisa_str body, gisa_str content_type);

#endif
