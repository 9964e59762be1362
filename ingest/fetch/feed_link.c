#include "ingest/fetch/feed_link.h"

#include "corpus/url.h"

gisa_status gisa_feed_links_add(gisa_feed_links *l, gisa_str base, gisa_str ref,
                                const gisa_link *link)
{
    gisa_feed *out = l->out;
    gisa_link added = *link;
    uint64_t *slot;
    bool first;
    gisa_status st = gisa_url_resolve(base, ref, &l->url, l->err);
    out->n_bad += st == GISA_SKIP;
    if (st != GISA_OK) return st < 0 ? st : GISA_OK;
    if (gisa_map_put(&l->seen, gisa_buf_view(&l->url), &slot, &first) < 0)
        return gisa_fail_mem(l->err);
    if (!first) return GISA_OK;
    l->bytes += l->url.n;
    if (out->n >= GISA_FEED_LINKS_MAX || l->bytes > GISA_FEED_BYTES_MAX) {
        out->n_left_out++;
        return GISA_OK;
    }
    if (GISA_ARENA_GROW(&out->arena, out->links, out->n, out->cap) < 0)
        return gisa_fail_mem(l->err);
    if (gisa_arena_copy(&out->arena, gisa_buf_view(&l->url), &added.url) < 0)
        return gisa_fail_mem(l->err);
    out->links[out->n++] = added;
    return GISA_OK;
}

void gisa_feed_links_clear(gisa_feed_links *l)
{
    gisa_map_clear(&l->seen);
    gisa_buf_clear(&l->url);
}
