/* The sitemap of an outlet's news among those of an index, most of which are its archive. */
#ifndef GISA_INGEST_FETCH_NEWS_SITEMAP_H
#define GISA_INGEST_FETCH_NEWS_SITEMAP_H

#include "ingest/fetch/feed.h"

#define GISA_NEWS_SITEMAPS_MAX 3 /* of an index that are worth a look */

/* Chooses those of an index that are most likely it: the ones that are called news, else those that
 * changed last; without dates the first ones. Returns: how many are in best, which has room for
 * GISA_NEWS_SITEMAPS_MAX; they are the index's. */
size_t gisa_news_sitemap_choose(const gisa_feed *index, const gisa_link *best[]);

/* Whether a sitemap that was read is one: up to a thousand addresses, as search engines allow, of
 * two weeks; without dates its name decides. */
bool gisa_news_sitemap_is(const gisa_feed *feed, gisa_str url);

#endif
