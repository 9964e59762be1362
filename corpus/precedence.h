/* Which of several near-duplicates is the source: the wire that sent the story out, else the paper
 * that had it first. */
#ifndef GISA_CORPUS_PRECEDENCE_H
#define GISA_CORPUS_PRECEDENCE_H

#include "corpus/article.h"

/* The news agency an article names as its origin, or GISA_NONE: the one of a dateline at the head
 * of the body, "(서울=한빛통신) … 기자 =" or "[서울=뉴시스]", else `via`, else the outlet, when it
 * is an agency by its name. A view into the article. */
gisa_str gisa_agency_find(const gisa_article *a);

typedef enum gisa_precedence_rank {
    GISA_RANK_AGENCY = 0, /* the agency's own page */
    GISA_RANK_BYLINE,     /* an agency's byline on somebody's page */
    GISA_RANK_OTHER,
} gisa_precedence_rank;

/* A total order of articles that depends on nothing but them. */
typedef struct gisa_precedence {
    gisa_precedence_rank rank;
    int64_t time_utc; /* published; a day, month or year counts as its end, unknown as the last */
    uint64_t id;      /* of the article, so that no two are equal */
} gisa_precedence;

gisa_precedence gisa_precedence_find(const gisa_article *a);

/* Negative when a comes first, positive when b does. */
int gisa_precedence_cmp(const gisa_precedence *a, const gisa_precedence *b);

/* Whether a comes first. */
bool gisa_precedence_before(const gisa_precedence *a, const gisa_precedence *b);

#endif
