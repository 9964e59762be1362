#include "ingest/fetch/fetch_history.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "corpus/http_head.h"
#include "corpus/url.h"

enum { HOPS_MAX = 8 };

uint64_t gisa_fetch_history_hash(gisa_str digest)
{
    return gisa_hash64(digest, 1);
}

const gisa_fetched_page *gisa_fetch_history_find(const gisa_fetch_history *k, gisa_str url)
{
    const uint64_t *place = gisa_map_find(&k->index, url);
    return place ? &k->pages[*place] : NULL;
}

static gisa_status add_page(gisa_fetch_history *k, gisa_str url, gisa_fetched_page **out,
                            gisa_error *err)
{
    uint64_t *place;
    bool added;
    if (GISA_GROW(k->pages, k->n, k->cap) < 0) return gisa_fail_mem(err);
    if (gisa_map_put(&k->index, url, &place, &added) < 0) return gisa_fail_mem(err);
    if (added) {
        *place = k->n;
        k->pages[k->n++] = (gisa_fetched_page){0};
    }
    *out = &k->pages[*place];
    return GISA_OK;
}

gisa_status gisa_fetch_history_note(gisa_fetch_history *k, const gisa_capture *c, gisa_error *err)
{
    gisa_fetched_page *page = NULL;
    bool source = c->type == GISA_CAPTURE_METADATA && c->role == GISA_ROLE_SOURCE;
    if (c->type != GISA_CAPTURE_RESPONSE && c->type != GISA_CAPTURE_REVISIT && !source)
        return GISA_OK;
    gisa_status st = add_page(k, c->uri, &page, err);
    if (st < 0) return st;
    page->asked_utc = c->fetched_utc;
    if (c->type != GISA_CAPTURE_RESPONSE) return st;
    page->status = c->http_status;
    page->last = c->offset;
    if (c->truncated || c->http_status < 200 || c->http_status > 299) return st;
    page->fetched_utc = c->fetched_utc;
    page->offset = c->offset;
    page->digest = gisa_fetch_history_hash(c->digest);
    return st;
}

gisa_status gisa_fetch_history_load(const char *path, gisa_fetch_history *k, gisa_error *err)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_fetch_history_clear(k);
    k->path = gisa_strdup(path);
    if (!k->path) return gisa_fail_mem(err);
    if (!gisa_file_exists(path)) return GISA_OK;
    gisa_status st = gisa_archive_read(path, 0, &a, err);
    while (st >= 0 && st != GISA_END) {
        st = gisa_archive_next_head(a, &c, err);
        if (st == GISA_OK) st = gisa_fetch_history_note(k, &c, err);
    }
    gisa_archive_close(a);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_fetch_history_read(const gisa_fetch_history *k, const gisa_fetched_page *page,
                                    gisa_archive **archive, gisa_capture *out, gisa_error *err)
{
    *archive = NULL;
    if (!page->fetched_utc)
        return gisa_fail(err, GISA_ENOTFOUND, "the archive has no bytes of this address");
    gisa_status st = gisa_archive_read(k->path, page->offset, archive, err);
    if (st >= 0) st = gisa_archive_next(*archive, out, err);
    if (st > 0) return gisa_fail(err, GISA_ECORRUPT, "%s: a capture is gone", k->path);
    return st;
}

/* The redirect's capture says where it leads. */
static const gisa_fetched_page *find_target(const gisa_fetch_history *k,
                                            const gisa_fetched_page *page)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_buf to = {0};
    const gisa_fetched_page *target = NULL;
    gisa_error ignored;
    if (gisa_archive_read(k->path, page->last, &a, &ignored) == GISA_OK &&
        gisa_archive_next_head(a, &c, &ignored) == GISA_OK &&
        gisa_url_resolve(c.uri, gisa_head_field(c.http_head, "Location"), &to, &ignored) == GISA_OK)
        target = gisa_fetch_history_find(k, gisa_buf_view(&to));
    gisa_buf_clear(&to);
    gisa_archive_close(a);
    return target;
}

const gisa_fetched_page *gisa_fetch_history_follow(const gisa_fetch_history *k, gisa_str url)
{
    const gisa_fetched_page *page = gisa_fetch_history_find(k, url);
    for (int hops = 0; page && hops < HOPS_MAX; hops++) {
        if (page->status < 300 || page->status >= 400) break;
        page = find_target(k, page);
    }
    return page;
}

void gisa_fetch_history_clear(gisa_fetch_history *k)
{
    gisa_map_clear(&k->index);
    gisa_free(k->pages);
    gisa_free(k->path);
    *k = (gisa_fetch_history){0};
}
