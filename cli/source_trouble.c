#include "cli/source_trouble.h"

#include <inttypes.h>

void source_trouble_add(const gisa_source *source, const gisa_source_health *h,
                        gisa_source_state state, gisa_buf *out)
{
    char last[GISA_TIME_CHARS] = "";
    const gisa_time t = {h->last_utc, GISA_PRECISION_DAY, 0};
    if (state == GISA_SOURCE_WELL || state == GISA_SOURCE_NEW) return;
    gisa_buf_addf(out, "%.*s: ", GISA_ARG(source->name));
    switch (state) {
    case GISA_SOURCE_SILENT:
        gisa_buf_addf(out, "nothing since %.*s, where %.1f pages a week are usual",
                      (int)gisa_time_format(&t, last), last, h->usual);
        break;
    case GISA_SOURCE_SHRUNK:
        gisa_buf_addf(out, "%" PRIu64 " pages this week, where %.1f are usual", h->week, h->usual);
        break;
    case GISA_SOURCE_FAILING:
        gisa_buf_addf(out, "%.*s: %.*s", GISA_ARG(h->url), GISA_ARG(h->why));
        break;
    case GISA_SOURCE_CLOSED:
        gisa_buf_addf(
            out, "robots.txt refuses all %" PRIu64 " pages that it lists; gisa robots tells why",
            h->refused);
        break;
    case GISA_SOURCE_WELL:
    case GISA_SOURCE_NEW: break;
    }
}
