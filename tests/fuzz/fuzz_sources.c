/* The sources file: what it says of any address holds, and nothing of it is left. */
#include "ingest/site/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gisa_sources s = {0};
    gisa_error err;
    gisa_buf next = {0};
    gisa_match *m = NULL;
    bool hard;
    gisa_str url = GISA_STR("http://a.example/view/12?page=2&from=rss");
    if (gisa_match_open(&m, &err) < 0) return 0;
    if (gisa_sources_parse((gisa_str){(const char *)data, size}, &s, &err) >= 0) {
        for (size_t i = 0; i < s.n; i++) {
            gisa_source_takes(&s.items[i], url);
            gisa_address_rules_apply(&s.items[i].rules, url, &next, &err);
            gisa_source_links_to(&s.items[i], m, url, &hard);
            for (size_t k = 0; k < s.items[i].n_seeds; k++)
                gisa_source_next_page(&s.items[i], s.items[i].seeds[k].url, &next, &err);
        }
    }
    gisa_sources_clear(&s);
    gisa_match_close(m);
    gisa_buf_clear(&next);
    return 0;
}
