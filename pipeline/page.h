/* The part of the line that threads do side by side: one capture to one analysed record. */
#ifndef GISA_PIPELINE_PAGE_H
#define GISA_PIPELINE_PAGE_H

#include "corpus/archive.h"
#include "corpus/record.h"
#include "ingest/extract.h"
#include "ingest/site/boilerplate.h"
#include "nlp/annotate.h"

typedef enum page_kind {
    PAGE_NONE,    /* no page at all: a feed, robots.txt, a revisit, an error status */
    PAGE_SKIPPED, /* a page without an article; reason says why */
    PAGE_ARTICLE,
} page_kind;

typedef struct page {
    page_kind kind;
    gisa_record record; /* of an article; annotation without tokens and morphemes */
    gisa_str reason;    /* in reason_text */
    char reason_text[sizeof((gisa_error *)0)->text];
    gisa_buf site;      /* whose lines may be learned; empty: none */
    gisa_str extracted; /* the body before it was cleaned; dies with the record */
    size_t dropped;     /* lines that were taken out of it */
    size_t bytes_in;
    uint64_t extract_ns, annotate_ns, terms_ns;
} page;

typedef struct page_work {
    gisa_extract_work *extract;
    gisa_analysis *analysis;
    gisa_annotation annotation; /* reused from page to page */
    gisa_terms terms;           /* the same */
    gisa_boilerplate *known;    /* borrowed: what to clean by; NULL: nothing */
} page_work;

gisa_status page_work_open(const gisa_extractor *x, const gisa_analyzer *a, page_work *out,
                           gisa_error *err);
void page_work_close(page_work *w);

/* Extracts and analyses. Errors: GISA_ENOMEM; anything wrong with the page itself makes it
 * PAGE_SKIPPED or PAGE_NONE. */
gisa_status page_make(page_work *w, const gisa_capture *capture, page *out, gisa_error *err);

/* Takes learned lines out of the body as extracted, and notes in record.origin what it was. Errors:
 * GISA_ENOMEM. */
gisa_status page_clean(gisa_boilerplate *known, page *p, gisa_error *err);

/* Analyses a record anew: text, annotation and terms. p: gets the times; may be NULL. Errors:
 * GISA_ENOMEM. */
gisa_status page_annotate(page_work *w, gisa_record *r, page *p, gisa_error *err);
void page_clear(page *p);

#endif
