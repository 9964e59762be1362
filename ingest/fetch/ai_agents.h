/* What a robots.txt says to the programs that collect texts for language models (the list is
 * corpus/lexicon/lists/ai_agents.tsv). A page that it closes to one that trains models is reserved:
 * the rights of the article say so. It does not bind gisa's own requests. */
#ifndef GISA_INGEST_FETCH_AI_AGENTS_H
#define GISA_INGEST_FETCH_AI_AGENTS_H

#include "base/buf.h"
#include "ingest/fetch/robots.h"

typedef struct gisa_ai_agent {
    gisa_str name; /* static, as it is usually written */
    gisa_robots robots;
} gisa_ai_agent;

typedef struct gisa_ai_agents { /* {0} has none: those that a robots.txt has a group for */
    gisa_ai_agent *items;
    size_t n, cap;
} gisa_ai_agents;

/* Reads a robots.txt into *out (cleared first). Errors: GISA_ENOMEM. */
gisa_status gisa_ai_agents_parse(gisa_str robots, gisa_ai_agents *out, gisa_error *err);

/* Appends the names of those that may not ask for a URL (or path), with blanks between. */
void gisa_ai_agents_add_closed(const gisa_ai_agents *a, gisa_str url, gisa_buf *out);

/* Whether such names are of any that trains. */
bool gisa_ai_agents_train(gisa_str names);

void gisa_ai_agents_clear(gisa_ai_agents *a);

#endif
