/* Any bytes as a feed, a sitemap, a page of links, and a tdmrep.json. */
#include "ingest/fetch/feed.h"
#include "ingest/fetch/rights_signal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    gisa_str bytes = {(const char *)data, n};
    gisa_feed feed = {0};
    gisa_tdmrep tdm = {0};
    gisa_feed_parse(bytes, GISA_NONE, GISA_STR("http://a.example/b/"), &feed, NULL);
    if (gisa_tdmrep_parse(bytes, &tdm, NULL) >= 0) gisa_tdmrep_find(&tdm, GISA_STR("/news/1"));
    gisa_rights_signals_find(bytes);
    gisa_feed_clear(&feed);
    gisa_tdmrep_clear(&tdm);
    return 0;
}
