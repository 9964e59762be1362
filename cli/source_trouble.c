#include "cli/source_trouble.h"

#include <inttypes.h>

#include "cli/closed_by.h"

gisa_status source_trouble_add(const source_trouble *trouble, gisa_buf *out, gisa_error *err)
{
    const gisa_source_health *h = trouble->health;
    gisa_source_state state = trouble->state;
    char last[GISA_TIME_CHARS] = "";
    const gisa_time t = {h->last_utc, GISA_PRECISION_DAY, 0};
    if (state == GISA_SOURCE_WELL || state == GISA_SOURCE_NEW) return GISA_OK;
    gisa_buf_addf(out, "%.*s: ", GISA_ARG(trouble->source->name));
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
        gisa_buf_addf(out, "robots.txt refuses all %" PRIu64 " pages that it lists", h->refused);
        break;
    case GISA_SOURCE_WELL:
    case GISA_SOURCE_NEW: break;
    }
    bool closed = state == GISA_SOURCE_CLOSED ||
                  (state == GISA_SOURCE_FAILING &&
                   gisa_str_has(h->why, GISA_STR("robots.txt says")));
    gisa_status st = closed ? closed_by_add(trouble->frontier, trouble->archive, trouble->source,
                                            out, err)
                            : GISA_OK;
    return st < 0 ? st : gisa_buf_check(out, "a message", err);
}
