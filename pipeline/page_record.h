/* The part that threads do side by side: one capture to one analysed record. */
#ifndef GISA_PIPELINE_PAGE_RECORD_H
#define GISA_PIPELINE_PAGE_RECORD_H

#include "corpus/archive.h"
#include "corpus/record.h"
#include "ingest/extract.h"
#include "ingest/site/boilerplate.h"
#include "nlp/annotate.h"

typedef enum gisa_page_kind {
    GISA_PAGE_NONE,    /* no page at all: a feed, robots.txt, a revisit, an error status */
    GISA_PAGE_ASIDE,   /* of the archive alone, as its capture says */
    GISA_PAGE_SKIPPED, /* a page without an article, for a reason */
    GISA_PAGE_ARTICLE,
} gisa_page_kind;

typedef struct gisa_page_record {
    gisa_page_kind kind;
    gisa_record record; /* of an article; annotation without tokens and morphemes */
    char reason[sizeof((gisa_error *)0)->text]; /* "" for an article */
    gisa_article_notes notes;                   /* what of it did not come in as it was */
    gisa_buf site;                              /* whose lines may be learned; empty: none */
    gisa_str extracted; /* the body before it was cleaned; dies with the record */
    size_t dropped;     /* lines that were taken out of it */
    size_t bytes_in;
    uint64_t extract_ns, annotate_ns, terms_ns;
} gisa_page_record;

typedef struct gisa_page_worker {
    gisa_extract_work *extract;
    gisa_analysis *analysis;
    gisa_annotation annotation; /* reused from page to gisa_page_record */
    gisa_terms terms;           /* the same */
    gisa_boilerplate *known;    /* borrowed: what to clean by; NULL: nothing */
} gisa_page_worker;

gisa_status gisa_page_worker_open(const gisa_extractor *x, const gisa_analyzer *a,
                                  gisa_page_worker *out, gisa_error *err);
void gisa_page_worker_close(gisa_page_worker *w);

/* Extracts and analyses. Errors: GISA_ENOMEM; anything wrong with the page itself makes it
 * GISA_PAGE_SKIPPED or GISA_PAGE_NONE. */
gisa_status gisa_page_record_make(gisa_page_worker *w, const gisa_capture *capture,
                                  gisa_page_record *out, gisa_error *err);

/* Takes learned lines out of the body as extracted, and notes in record.origin what it was. Errors:
 * GISA_ENOMEM. */
gisa_status gisa_page_record_clean(gisa_boilerplate *known, gisa_page_record *p, gisa_error *err);

/* Analyses a record anew: text, annotation and terms. p: gets the times; may be NULL. Errors:
 * GISA_ENOMEM. */
gisa_status gisa_page_record_annotate(gisa_page_worker *w, gisa_record *r, gisa_page_record *p,
                                      gisa_error *err);
void gisa_page_record_clear(gisa_page_record *p);

#endif
