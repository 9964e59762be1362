/* Takes proposals into the file of a user's own names (pipeline/own_files.h). */
#ifndef GISA_PIPELINE_NAME_ACCEPT_H
#define GISA_PIPELINE_NAME_ACCEPT_H

#include "pipeline/name_proposal.h"

typedef struct gisa_accepted { /* a line that was added */
    gisa_str id;
    gisa_entity_type type;
    bool guessed;       /* the type */
    bool ambiguous;     /* a spelling of it is also a common word and marked with "?" */
    gisa_str spellings; /* those added, as they are in the line */
} gisa_accepted;

typedef struct gisa_refused { /* a pair with a spelling that is another's */
    gisa_str name, other;
    gisa_str spelling; /* the one */
    gisa_str owner;    /* id of the name that has it; GISA_NONE: a concept */
} gisa_refused;

typedef struct gisa_acceptance {
    gisa_arena arena;
    gisa_accepted *items;
    size_t n;
    gisa_refused *refused;
    size_t n_refused;
} gisa_acceptance;

/* Appends a line for each name of the proposals to the file at r->own.names, which is made when it
 * is not there, and replaced as a whole. A spelling that is also a common noun is marked with "?",
 * one of up to three capitals with "=" (corpus/lexicon/README.md). A pair with a spelling that
 * belongs to another name, or to a concept, is refused. Without a line nothing is written.
 *
 * out:    the strings live in it; cleared first.
 * Errors: GISA_EIO, GISA_ELIMIT, GISA_ENOMEM; the file is as it was then. */
gisa_status gisa_names_accept(const gisa_reader *r, const gisa_proposal *items, size_t n,
                              gisa_acceptance *out, gisa_error *err);
void gisa_acceptance_clear(gisa_acceptance *a);

#endif
