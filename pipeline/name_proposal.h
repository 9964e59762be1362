/* Names that the lexicon lacks, counted over stored articles: two spellings that texts introduce in
 * brackets (nlp/names/bracket_pair.h). */
#ifndef GISA_PIPELINE_NAME_PROPOSAL_H
#define GISA_PIPELINE_NAME_PROPOSAL_H

#include "index/query/articles.h"
#include "pipeline/reader.h"

typedef struct gisa_proposal {
    gisa_str name;  /* before the bracket */
    gisa_str other; /* in it */
    gisa_str id;    /* of the name that the lexicon has by one of them, or a new one */
    bool known;     /* the lexicon has it */
    bool adds_name; /* it has it by `other` */
    bool guessed;   /* the type */
    bool common_name, common_other; /* also a common noun */
    gisa_entity_type type;
    uint64_t articles, outlets;
    gisa_str example; /* id of the newest article */
} gisa_proposal;

typedef struct gisa_proposals_opts {
    gisa_str query; /* of articles that match all its words; near-duplicates do not count */
    gisa_days days;
    bool exact;
    bool once;      /* also those of one article */
    uint64_t limit; /* 0: no limit */
} gisa_proposals_opts;

typedef struct gisa_proposals {
    gisa_arena arena;
    gisa_proposal *items; /* those of most articles first, then of most outlets, then by bytes */
    size_t n;
    uint64_t others;   /* beyond the limit */
    uint64_t rare;     /* of one article, left out */
    uint64_t articles; /* looked at */
} gisa_proposals;

/* Finds them. Pairs that share a name, or a spelling that is no abbreviation, get one id.
 *
 * opts:   NULL: those of two articles and more.
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_proposals_find(const gisa_reader *r, const gisa_proposals_opts *opts,
                                gisa_proposals *out, gisa_error *err);
void gisa_proposals_clear(gisa_proposals *p);

#endif
