/* For feeds.py, which compiles it: reads "PATH<tab>CONTENT-TYPE<tab>ADDRESS" from stdin, a feed a
 * line, and writes what the crawler finds in it, an object a line: {"kind","links":[[url,date]]},
 * or {"error"}. The seconds that it took are in "s". */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "ingest/fetch/feed.h"

static json_t *links_of(const gisa_feed *f)
{
    char date[GISA_TIME_CHARS];
    json_t *links = json_array();
    for (size_t i = 0; i < f->n; i++) {
        const gisa_link *l = &f->links[i];
        bool dated = l->changed.precision != GISA_PRECISION_UNKNOWN;
        size_t n = dated ? gisa_time_format(&l->changed, date) : 0;
        json_array_append_new(
            links, json_pack("[s%s%]", l->url.p, l->url.n, dated ? date : "", dated ? n : 0));
    }
    return links;
}

int main(void)
{
    char line[8192];
    gisa_buf bytes = {0};
    gisa_feed f = {0};
    gisa_error err;
    while (fgets(line, sizeof line, stdin)) {
        char *type = strchr(line, '\t');
        char *base = type ? strchr(type + 1, '\t') : NULL;
        if (!base) return fprintf(stderr, "no address: %s", line), 2;
        *type++ = 0;
        *base++ = 0;
        base[strcspn(base, "\n")] = 0;
        gisa_buf_reset(&bytes);
        if (gisa_file_read(line, GISA_FEED_BYTES_MAX, &bytes, &err) < 0)
            return fprintf(stderr, "%s\n", err.text), 2;
        int64_t start = gisa_clock_ms();
        gisa_status st = gisa_feed_parse(gisa_buf_view(&bytes),
                                         *type ? gisa_str_from(type) : GISA_NONE,
                                         gisa_str_from(base), &f, &err);
        json_t *o = st == GISA_OK ? json_pack("{sisosi}", "kind", (int)f.kind, "links",
                                              links_of(&f), "bad", (int)f.n_bad)
                                  : json_pack("{ss}", "error", err.text);
        json_object_set_new(o, "s", json_real((double)(gisa_clock_ms() - start) / 1000));
        json_dumpf(o, stdout, JSON_COMPACT);
        printf("\n");
        json_decref(o);
    }
    gisa_feed_clear(&f);
    gisa_buf_clear(&bytes);
    return 0;
}
