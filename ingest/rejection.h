/* Reasons to give no article: what the bytes, or the page, are instead. */
#ifndef GISA_INGEST_REJECTION_H
#define GISA_INGEST_REJECTION_H

#include "corpus/article.h"
#include "ingest/page/body.h"
#include "ingest/page/meta.h"

/* GISA_OK, or GISA_SKIP with the reason for bytes that are no text: an image, a PDF, an archive,
 * nothing. */
gisa_status gisa_rejection_check_bytes(gisa_str bytes, gisa_error *err);

typedef struct gisa_rejection_page {
    const gisa_lines *lines;
    const gisa_meta *meta;
    const gisa_body *body;
    size_t min_body_chars; /* 0: 40 */
} gisa_rejection_page;

/* GISA_OK, or GISA_SKIP for a page without an article: an error page served as 200, a login wall,
 * an index page, a body that is too short. */
gisa_status gisa_rejection_check_article(const gisa_rejection_page *page, const gisa_article *a,
                                         gisa_error *err);

#endif
