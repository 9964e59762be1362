/* Reasons to give no article: what the bytes, or the page, are instead. */
#ifndef GISA_INGEST_REJECTION_H
#define GISA_INGEST_REJECTION_H

#include "ingest/fields/fields.h"

/* GISA_OK, or GISA_SKIP with the reason for bytes that are no text: an image, a PDF, an archive,
 * nothing. */
gisa_status gisa_rejection_check_bytes(gisa_str bytes, gisa_error *err);

/* GISA_OK, or GISA_SKIP for a page without an article: an error page served as 200, a login wall,
 * an index page, a body that is too short. a: with its fields. */
gisa_status gisa_rejection_check_article(const gisa_field_input *page, const gisa_article *a,
                                         gisa_error *err);

#endif
