#include "ingest/site/address_rule.h"

#include "corpus/url.h"
#include "ingest/fetch/glob.h"

/* A host in normal form; GISA_SKIP: it is none, or more than one. */
static gisa_status read_host(gisa_str text, gisa_arena *arena, gisa_str *out)
{
    gisa_buf whole = {0}, normal = {0};
    gisa_error why;
    gisa_buf_addf(&whole, "http://%.*s/", GISA_ARG(text));
    gisa_status st = gisa_buf_status(&whole);
    if (st >= 0) st = gisa_url_resolve(GISA_NONE, gisa_buf_view(&whole), &normal, &why);
    if (st == GISA_OK) {
        gisa_url u = gisa_url_parse(gisa_buf_view(&normal));
        bool bare = gisa_str_is(u.path, "/") && !u.query.p &&
                    gisa_str_find_byte(text, '/', 0) == GISA_NPOS;
        st = bare ? gisa_arena_copy(arena, u.authority, out) : GISA_SKIP;
    }
    gisa_buf_clear(&whole);
    gisa_buf_clear(&normal);
    return st;
}

gisa_status gisa_address_rules_add_host(gisa_address_rules *r, gisa_str text, gisa_arena *arena)
{
    gisa_host_rule rule;
    gisa_str arrow = GISA_STR("->");
    size_t at = gisa_str_find(text, arrow, 0);
    if (at == GISA_NPOS) return GISA_SKIP;
    gisa_str from = gisa_str_trim(gisa_str_cut(text, 0, at));
    gisa_status st = read_host(from, arena, &rule.from);
    if (st == GISA_OK)
        st = read_host(gisa_str_trim(gisa_str_cut(text, at + arrow.n, text.n)), arena, &rule.to);
    if (st != GISA_OK) return st;
    if (GISA_ARENA_GROW(arena, r->hosts, r->n_hosts, r->cap_hosts) < 0) return GISA_ENOMEM;
    r->hosts[r->n_hosts++] = rule;
    return GISA_OK;
}

static bool is_any(gisa_str name, const gisa_str *patterns, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (gisa_glob_match(patterns[i], name, true)) return true;
    return false;
}

static gisa_str host_of(const gisa_address_rules *r, gisa_str authority)
{
    for (size_t i = 0; i < r->n_hosts; i++)
        if (gisa_str_eq(authority, r->hosts[i].from)) return r->hosts[i].to;
    return authority;
}

gisa_status gisa_address_rules_apply(const gisa_address_rules *r, gisa_str url, gisa_buf *out,
                                     gisa_error *err)
{
    gisa_url u = gisa_url_parse(url);
    gisa_str one;
    bool first = true;
    gisa_buf_reset(out);
    gisa_buf_add(out, u.scheme);
    gisa_buf_add_c(out, "://");
    gisa_buf_add(out, host_of(r, u.authority));
    gisa_buf_add(out, u.path);
    if (!r->n_drop && !r->n_keep && u.query.p) {
        gisa_buf_add_char(out, '?');
        gisa_buf_add(out, u.query);
        return gisa_buf_check(out, "an address", err);
    }
    while (gisa_str_next_field(&u.query, '&', &one)) {
        gisa_str name = gisa_str_cut(one, 0, gisa_str_find_byte(one, '=', 0));
        if (is_any(name, r->drop, r->n_drop)) continue;
        if (r->n_keep && !is_any(name, r->keep, r->n_keep)) continue;
        gisa_buf_add_char(out, first ? '?' : '&');
        gisa_buf_add(out, one);
        first = false;
    }
    return gisa_buf_check(out, "an address", err);
}
