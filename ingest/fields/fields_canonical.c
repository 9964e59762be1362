/* The address that a page states for itself. Pages state that of their home page, of the section,
 * or of whatever article their template was made from, so it counts only where it can be the
 * page's. */
#include "corpus/address.h"
#include "corpus/url.h"
#include "ingest/fields/fields.h"

static bool is_absolute(gisa_str url)
{
    return gisa_str_starts(url, GISA_STR("http://")) || gisa_str_starts(url, GISA_STR("https://"));
}

/* What edition 1 of ids took: any absolute address with a path. */
static bool names_page(gisa_str url)
{
    size_t slash = is_absolute(url) ? gisa_str_find_byte(url, '/', 8) : GISA_NPOS;
    return slash != GISA_NPOS && slash + 1 < url.n;
}

/* A portal's page states where the article came from. */
static bool is_portal(const gisa_field_input *in)
{
    gisa_str host = gisa_url_host(in->opts->url);
    const gisa_profile *p = host.n ? gisa_profiles_find(in->w->x->profiles, host) : NULL;
    return p && p->portal;
}

/* Whether the stated address can be the page's; *out: in full. GISA_SKIP: it cannot. */
static gisa_status check(const gisa_field_input *in, gisa_str base, gisa_str stated, gisa_buf *out)
{
    gisa_error err;
    gisa_buf asked = {0}, named = {0};
    if (!stated.n) return GISA_SKIP;
    gisa_status st = gisa_url_resolve(base, stated, out, &err);
    if (st == GISA_OK) st = gisa_address_key(gisa_buf_view(out), &named, &err);
    if (st == GISA_OK) st = gisa_address_key(in->opts->url, &asked, &err);
    bool agrees = !in->opts->url.n || is_portal(in) ||
                  gisa_address_agrees(gisa_buf_view(&asked), gisa_buf_view(&named));
    if (st == GISA_OK && (!named.n || !agrees)) st = GISA_SKIP;
    if (st == GISA_OK && is_absolute(stated)) {
        gisa_buf_reset(out);
        gisa_buf_add(out, stated);
        st = gisa_buf_status(out);
    }
    gisa_buf_clear(&asked);
    gisa_buf_clear(&named);
    return st;
}

gisa_status gisa_field_canonical(const gisa_field_input *in, gisa_article *out)
{
    const gisa_meta *m = &in->w->meta;
    const gisa_str stated[] = {m->canonical, m->og_url};
    gisa_error err;
    gisa_buf base = {0}, whole = {0};
    gisa_status st = GISA_SKIP;
    in->w->first_canonical = names_page(m->canonical) ? m->canonical
                             : names_page(m->og_url)  ? m->og_url
                                                      : GISA_NONE;
    gisa_status based = m->base.n ? gisa_url_resolve(in->opts->url, m->base, &base, &err)
                                  : GISA_SKIP;
    gisa_str from = based == GISA_OK ? gisa_buf_view(&base) : in->opts->url;
    for (size_t i = 0; i < 2 && st == GISA_SKIP; i++) st = check(in, from, stated[i], &whole);
    if (st == GISA_OK) st = gisa_article_set(out, &out->canonical_url, gisa_buf_view(&whole));
    gisa_buf_clear(&base);
    gisa_buf_clear(&whole);
    return st < 0 || based < 0 ? GISA_ENOMEM : GISA_OK;
}
