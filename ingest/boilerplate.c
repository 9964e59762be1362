#include "ingest/boilerplate.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/mem.h"

enum { LEAST = 5, SHARE = 5 };

struct gisa_boilerplate {
    gisa_map lines;   /* outlet and line hash → articles */
    gisa_map outlets; /* outlet → articles */
};

/* 24 bytes: the hash of the outlet, two of the line. */
typedef struct line_key {
    uint64_t part[3];
} line_key;

static line_key key_of(gisa_str outlet, gisa_str line)
{
    return (line_key){{gisa_hash64(outlet, 1), gisa_hash64(line, 2), gisa_hash64(line, 3)}};
}

static gisa_str view(const line_key *k)
{
    return (gisa_str){(const char *)k->part, sizeof k->part};
}

gisa_status gisa_boilerplate_open(gisa_boilerplate **out, gisa_error *err)
{
    *out = gisa_calloc(1, sizeof **out);
    return *out ? GISA_OK : gisa_fail_mem(err);
}

void gisa_boilerplate_close(gisa_boilerplate *b)
{
    if (!b) return;
    gisa_map_clear(&b->lines);
    gisa_map_clear(&b->outlets);
    gisa_free(b);
}

gisa_status gisa_boilerplate_note(gisa_boilerplate *b, const gisa_article *a, gisa_error *err)
{
    gisa_map own = {0};
    gisa_str rest = a->body, line;
    gisa_status st = GISA_OK;
    if (!a->outlet.n) return GISA_OK;
    if (gisa_map_count(&b->outlets, a->outlet, 1) < 0) return gisa_fail_mem(err);
    while (st >= 0 && gisa_str_next_line(&rest, &line)) {
        bool added;
        uint64_t *slot;
        line_key k = key_of(a->outlet, line);
        st = gisa_map_put(&own, view(&k), &slot, &added);
        if (st >= 0 && added) st = gisa_map_count(&b->lines, view(&k), 1);
    }
    gisa_map_clear(&own);
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}

gisa_status gisa_boilerplate_clean(const gisa_boilerplate *b, gisa_article *a, size_t *dropped,
                                   gisa_error *err)
{
    const uint64_t *articles = gisa_map_find(&b->outlets, a->outlet);
    gisa_str rest = a->body, line;
    gisa_buf kept = {0};
    size_t n = 0;
    gisa_status st = GISA_OK;
    if (dropped) *dropped = 0;
    if (!articles || *articles < LEAST) return GISA_OK;
    while (gisa_str_next_line(&rest, &line)) {
        line_key k = key_of(a->outlet, line);
        const uint64_t *times = gisa_map_find(&b->lines, view(&k));
        if (times && *times >= LEAST && *times * SHARE >= *articles) {
            n++;
            continue;
        }
        if (kept.n) gisa_buf_add_char(&kept, '\n');
        gisa_buf_add(&kept, line);
    }
    if (n && kept.n && kept.st >= 0) st = gisa_article_set(a, &a->body, gisa_buf_view(&kept));
    if (kept.st < 0) st = GISA_ENOMEM;
    if (dropped && kept.n) *dropped = n;
    gisa_buf_clear(&kept);
    return st < 0 ? gisa_fail_mem(err) : GISA_OK;
}
