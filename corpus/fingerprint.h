/* Fingerprints of a text for near-duplicates: a sample of its shingles.
 *
 * A shingle is GISA_SHINGLE_CHARS letters or digits in a row once spaces, punctuation and case are
 * gone, so respacing and new quotation marks change nothing. Of the shingles' hashes the sample
 * takes all below 2^32 / GISA_SAMPLE_ONE_IN and, when these are fewer than GISA_SAMPLE_MIN, the
 * smallest ones up to that number. Which hashes of a text lie below a bound does not depend on the
 * rest of the text, so two samples can be compared below the smaller of their bounds, and a text
 * inside a longer one keeps its sample.
 *
 * Method: Broder, "On the resemblance and containment of documents" (1997), for shingles,
 * containment and sampling by value; Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms
 * for document fingerprinting" (2003), for shingles of characters without spaces; Dasgupta, Lang,
 * Rhodes and Thaler, "A framework for estimating stream expression cardinalities" (2016), for
 * comparing samples of unequal bounds. */
#ifndef GISA_CORPUS_FINGERPRINT_H
#define GISA_CORPUS_FINGERPRINT_H

#include "base/status.h"
#include "base/str.h"

/* Measured by `tests/bench/neardup.py`. Stored samples depend on them. */
#define GISA_SHINGLE_CHARS 8
#define GISA_SAMPLE_ONE_IN 32
#define GISA_SAMPLE_MIN    48
#define GISA_SAMPLE_MAX    4096

/* Hashes in rising order, each once. {0} is empty. */
typedef struct gisa_fingerprint {
    uint32_t *items;
    size_t n, cap;
} gisa_fingerprint;

/* A view of a fingerprint that lies somewhere else. */
typedef struct gisa_sample {
    const uint32_t *items;
    size_t n;
} gisa_sample;

/* Fingerprints a text into *out (emptied first; its memory is reused). The same text gives the same
 * fingerprint on every machine. A text without a shingle has an empty one.
 *
 * text:   UTF-8; ill-formed parts are passed over.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_fingerprint_make(gisa_str text, gisa_fingerprint *out, gisa_error *err);
void gisa_fingerprint_clear(gisa_fingerprint *f);

static inline gisa_sample gisa_fingerprint_view(const gisa_fingerprint *f)
{
    return (gisa_sample){f->items, f->n};
}

/* The bound a sample is complete below: it holds every hash of its text under this one. */
uint64_t gisa_sample_bound(gisa_sample s);

/* What two samples say below the smaller of their bounds. */
typedef struct gisa_overlap {
    size_t shared;     /* hashes in both */
    size_t in_a, in_b; /* hashes of each */
} gisa_overlap;

gisa_overlap gisa_sample_compare(gisa_sample a, gisa_sample b);

/* The share of the shorter text that is in the longer one too, 0 to 1. */
double gisa_overlap_containment(const gisa_overlap *o);

#endif
