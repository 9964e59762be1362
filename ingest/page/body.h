/* Where the article's body is among a page's lines.
 *
 * Each line gets a score: words of running text count for it, links, boxes named like noise and
 * scraps count against it. The body is the node with the greatest sum over its lines, so that a
 * body spread over several boxes is found as their parent, and a parent with lists around the body
 * loses to the body. What the page itself states comes first. The order:
 *
 *   1. the profile's body selector;
 *   2. itemprop=articleBody;
 *   3. containers of known systems (ids and classes);
 *   4. <article>, <main> or role=main, and the best sum inside it;
 *   5. the best sum of the page.
 *
 * 2 to 4 hold only when they have a fair share of the best sum's text. */
#ifndef GISA_INGEST_PAGE_BODY_H
#define GISA_INGEST_PAGE_BODY_H

#include "ingest/lines.h"
#include "ingest/site/profile.h"

typedef enum gisa_body_evidence { /* what named the body's node */
                                  GISA_BODY_BY_DENSITY = 0,
                                  GISA_BODY_BY_ARTICLE,
                                  GISA_BODY_BY_CONTAINER,
                                  GISA_BODY_BY_ITEMPROP,
                                  GISA_BODY_BY_PROFILE,
                                  GISA_BODY_BY_HEADLINE, /* headed_brief.h */
} gisa_body_evidence;

typedef struct gisa_body {
    size_t root;     /* node */
    size_t from, to; /* lines of the root */
    gisa_body_evidence by;
    float score; /* of running text inside; below about 20 there is no article */
    float page;  /* of running text on the page */
    float links; /* weight of link text on the page */
} gisa_body;

typedef struct gisa_body_sums {
    float *scores;   /* n_lines + 1 prefix sums of the lines' scores */
    float *positive; /* of the positive ones alone: running text */
    size_t cap;
} gisa_body_sums;

/* Finds the body. profile may be NULL.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_body_find(gisa_body_sums *sums, const gisa_lines *l, const gisa_tree *t,
                           const gisa_profile *profile, gisa_body *out, gisa_error *err);
void gisa_body_sums_clear(gisa_body_sums *sums);

/* Whether the body's node was named as such: by a profile, microdata or a known container. */
bool gisa_body_is_named(const gisa_body *body);

/* "density", "article", "container", "itemprop", "profile",
 * "headline". */
const char *gisa_body_evidence_name(gisa_body_evidence by);

/* The range of lines that begin inside a node. */
void gisa_lines_in_node(const gisa_lines *l, const gisa_tree *t, size_t node, size_t *from,
                        size_t *to);

/* The score of one line, for and against running text. */
float gisa_line_score(const gisa_line *line);

#endif
