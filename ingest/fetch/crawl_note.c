#include "ingest/fetch/crawl_note.h"

#include <inttypes.h>

#include "corpus/http_head.h"

/* A value has to stay on its line. */
static void add_value(gisa_buf *out, const char *name, gisa_str value)
{
    gisa_buf_addf(out, "%s: ", name);
    for (size_t i = 0; i < value.n; i++) {
        unsigned char c = (unsigned char)value.p[i];
        gisa_buf_add_char(out, c < ' ' || c == 0x7F ? ' ' : value.p[i]);
    }
    gisa_buf_add_c(out, "\r\n");
}

void gisa_crawl_note_listing(gisa_str source, gisa_buf *out)
{
    add_value(out, "source", source);
}

void gisa_crawl_note_page(gisa_str url, const gisa_time *changed, gisa_buf *out)
{
    char when[GISA_TIME_CHARS];
    gisa_buf_add_c(out, "page: ");
    gisa_buf_add(out, url);
    if (changed->precision != GISA_PRECISION_UNKNOWN)
        gisa_buf_addf(out, " %.*s", (int)gisa_time_format(changed, when), when);
    gisa_buf_add_c(out, "\r\n");
}

gisa_str gisa_crawl_note_source(gisa_str listing)
{
    return gisa_head_field(listing, "source");
}

bool gisa_crawl_note_next(gisa_str *rest, gisa_str *url, gisa_time *changed)
{
    gisa_str name, value;
    while (gisa_head_next(rest, &name, &value)) {
        if (!gisa_str_is(name, "page") || !value.n) continue;
        gisa_str_next_field(&value, ' ', url);
        *changed = (gisa_time){0};
        if (value.n) gisa_time_parse_iso(value, changed);
        return true;
    }
    return false;
}

void gisa_crawl_note_failure(const gisa_crawl_failure *failure, gisa_buf *out)
{
    add_value(out, "source", failure->source);
    add_value(out, "reason", failure->reason);
    if (failure->status) gisa_buf_addf(out, "status: %d\r\n", failure->status);
    if (failure->reserved) add_value(out, "reserved", GISA_STR("yes"));
    if (failure->rest_s) gisa_buf_addf(out, "rest: %" PRId64 "\r\n", failure->rest_s);
}

gisa_crawl_failure gisa_crawl_note_read_failure(gisa_str text)
{
    uint64_t status = 0, rest = 0;
    gisa_str_to_u64(gisa_head_field(text, "status"), &status);
    gisa_str_to_u64(gisa_head_field(text, "rest"), &rest);
    return (gisa_crawl_failure){.source = gisa_head_field(text, "source"),
                                .reason = gisa_head_field(text, "reason"),
                                .status = status < 1000 ? (int)status : 0,
                                .reserved = gisa_str_is(gisa_head_field(text, "reserved"), "yes"),
                                .rest_s = rest < INT32_MAX ? (int64_t)rest : INT32_MAX};
}
