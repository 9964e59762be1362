#include "ingest/page/link_target.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *href, *host;
    gisa_link_kind want;
} rows[] = {
    {"a path", "/news/1", "www.gana.example", GISA_LINK_PAGE},
    {"a path on a page without an address", "news/1?a=b:c", "", GISA_LINK_PAGE},
    {"the same host", "https://www.gana.example/1", "www.gana.example", GISA_LINK_PAGE},
    {"without a scheme", "//gana.example/1", "www.gana.example", GISA_LINK_PAGE},
    {"the site for phones", "HTTP://m.gana.example:8080/1", "www.gana.example", GISA_LINK_PAGE},
    {"a part of the site", "https://star.gana.example/1", "gana.example", GISA_LINK_PAGE},
    {"another site", "https://dara.example/?from=www.gana.example", "www.gana.example",
     GISA_LINK_ELSEWHERE},
    {"a host that only ends alike", "https://bigana.example/1", "gana.example",
     GISA_LINK_ELSEWHERE},
    {"a host, when the page's own is unknown", "https://gana.example/1", "", GISA_LINK_ELSEWHERE},
    {"a place on the page", "#top", "gana.example", GISA_LINK_NONE},
    {"a script", "javascript:open(1)", "gana.example", GISA_LINK_NONE},
    {"mail", "mailto:a@gana.example", "gana.example", GISA_LINK_NONE},
    {"a picture", "/i/1.jpg", "gana.example", GISA_LINK_NONE},
    {"nothing", "  ", "gana.example", GISA_LINK_NONE},
    {"no host", "http:///1", "gana.example", GISA_LINK_ELSEWHERE},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        EQUAL(gisa_link_target(gisa_str_from(rows[i].href), gisa_str_from(rows[i].host)),
              rows[i].want, rows[i].name);
    return test_end();
}
