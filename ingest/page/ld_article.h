/* Which article of a page's JSON-LD is the page's own: pages also state those that they link to.
 *
 * An article counts more when its address or its headline is the page's, and less when it is part
 * of a list. One whose address and headline are both another's is not the page's. */
#ifndef GISA_INGEST_PAGE_LD_ARTICLE_H
#define GISA_INGEST_PAGE_LD_ARTICLE_H

#include <jansson.h>

#include "base/str.h"

enum { GISA_LD_ARTICLES_MAX = 24, GISA_PAGE_HINTS_MAX = 3 };

/* What else the page says of itself; unknown ones are GISA_NONE. */
typedef struct gisa_page_hint {
    gisa_str urls[GISA_PAGE_HINTS_MAX];
    gisa_str titles[GISA_PAGE_HINTS_MAX];
} gisa_page_hint;

typedef struct gisa_ld_article {
    const json_t *node; /* borrowed from the value */
    int worth;
    bool other; /* of another page */
    bool page;  /* no article: the page itself, which may be dated */
} gisa_ld_article;

/* Finds the articles in a value, itself, in arrays, in @graph or as parts of others, in their
 * order. page: NULL when nothing is known. Returns their number. */
size_t gisa_ld_articles_find(const json_t *value, const gisa_page_hint *page,
                             gisa_ld_article out[GISA_LD_ARTICLES_MAX]);

#endif
