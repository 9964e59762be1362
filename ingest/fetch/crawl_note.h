/* What a crawl writes into the archive besides what servers sent: metadata records that say which
 * addresses a feed listed and what did not come, so that the frontier can be made anew from it. The
 * block of each is application/warc-fields (ISO 28500:2017, clause 6.6), "name: value" lines. */
#ifndef GISA_INGEST_FETCH_CRAWL_NOTE_H
#define GISA_INGEST_FETCH_CRAWL_NOTE_H

#include "base/buf.h"
#include "base/time.h"
#include "corpus/archive.h"

/* A listing is one a feed (its record's address) and names the source; then a line for each page.
 */
void gisa_crawl_note_listing(gisa_str source, gisa_buf *out);
void gisa_crawl_note_page(gisa_str url, const gisa_time *changed, gisa_buf *out);

/* The source that a listing names, or GISA_NONE. */
gisa_str gisa_crawl_note_source(gisa_str listing);

/* Takes the next page off *rest, which starts as the whole listing. changed is unknown when the
 * feed did not say. Returns: false when no page is left. */
bool gisa_crawl_note_next(gisa_str *rest, gisa_str *url, gisa_time *changed);

typedef struct gisa_crawl_failure { /* of the record's address */
    gisa_str source;
    gisa_str reason;
    int status;     /* 0: no response came */
    bool reserved;  /* it came, and is not kept, as it is reserved against language models */
    int64_t rest_s; /* for how long the host asked to be left alone; 0: it did not */
} gisa_crawl_failure;

void gisa_crawl_note_failure(const gisa_crawl_failure *failure, gisa_buf *out);

/* Views into the text. */
gisa_crawl_failure gisa_crawl_note_read_failure(gisa_str text);

#endif
