/* The first line is the URL, the rest a robots.txt. */
#include "corpus/url.h"
#include "ingest/fetch/robots.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    gisa_str rest = {(const char *)data, n}, url = GISA_STR("/");
    gisa_robots robots = {0};
    gisa_buf normal = {0};
    gisa_str_next_line(&rest, &url);
    if (gisa_robots_parse(rest, GISA_STR("gisa"), &robots, NULL) >= 0)
        gisa_robots_allows(&robots, url);
    gisa_url_resolve(GISA_STR("http://a.example/b/c?d"), url, &normal, NULL);
    gisa_robots_clear(&robots);
    gisa_buf_clear(&normal);
    return 0;
}
