/* What a server says outside the page about the use of a text: X-Robots-Tag, and the TDM
 * Reservation Protocol (W3C Community Group Final Report, 2024) by response header and by
 * /.well-known/tdmrep.json. */
#ifndef GISA_INGEST_FETCH_RIGHTS_SIGNAL_H
#define GISA_INGEST_FETCH_RIGHTS_SIGNAL_H

#include "base/arena.h"

typedef struct gisa_rights_signals {
    gisa_str ai_training; /* "prohibited", "allowed" or GISA_NONE, as in gisa_rights; static */
    const char *by;       /* what prohibits it: "robots.txt", "TDM-Reservation"; NULL: nothing */
    gisa_str policy;      /* address of the TDM policy, or GISA_NONE; a view into the head */
    bool noindex;
    bool noarchive;
} gisa_rights_signals;

/* Reads the signals of a response's head. Of X-Robots-Tag the directives for everybody and for
 * gisa count ("noai" and "noimageai" reserve training); of contradicting signals, the one that
 * forbids. The fields X-Archive-TDM-Reservation and X-Archive-TDM-Policy, which the fetcher adds to
 * what it archives when a tdmrep.json covers the page, count as the server's own, and so do
 * X-Archive-Closed-To and X-Archive-Content-Signal, which say what robots.txt reserves. */
gisa_rights_signals gisa_rights_signals_find(gisa_str http_head);

typedef struct gisa_tdm_rule {
    gisa_str location; /* a path pattern as in robots.txt */
    gisa_str policy;   /* GISA_NONE: none */
    bool reserved;
} gisa_tdm_rule;

typedef struct gisa_tdmrep { /* {0} has no rules */
    gisa_arena arena;
    gisa_tdm_rule *rules;
    size_t n;
} gisa_tdmrep;

/* Reads a tdmrep.json into *out (cleared first). What is no rule in it is passed over.
 *
 * Errors: GISA_EINVAL (no JSON array); GISA_ENOMEM. */
gisa_status gisa_tdmrep_parse(gisa_str json, gisa_tdmrep *out, gisa_error *err);

/* The first rule whose location fits the path and query, or NULL. */
const gisa_tdm_rule *gisa_tdmrep_find(const gisa_tdmrep *t, gisa_str target);

void gisa_tdmrep_clear(gisa_tdmrep *t);

#endif
