#include "ingest/page/link_target.h"

#include <string.h>

#include "corpus/wordlist.h"

/* Hosts that are counted on one page. */
enum { MAX_HOSTS = 32 };

static bool is_picture(gisa_str path)
{
    static const char *const endings[] = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"};
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (gisa_str_ends(path, gisa_str_from(endings[i]))) return true;
    return false;
}

/* Without "www." and the like: hosts of one site have their last labels in common. */
static gisa_str bare_host(gisa_str host)
{
    size_t dot = gisa_str_find_byte(host, '.', 0);
    bool dressed = dot != GISA_NPOS &&
                   gisa_wordlist_find(&gisa_list_host_dresses, gisa_str_cut(host, 0, dot));
    return dressed ? gisa_str_cut(host, dot + 1, host.n) : host;
}

static bool ends_as_host(gisa_str longer, gisa_str host)
{
    return gisa_str_ends(longer, host) &&
           (longer.n == host.n || longer.p[longer.n - host.n - 1] == '.');
}

static bool is_same_site(gisa_str a, gisa_str b)
{
    a = bare_host(a);
    b = bare_host(b);
    return a.n && b.n && (ends_as_host(a, b) || ends_as_host(b, a));
}

/* The bytes before the first of the marks that end a part of an address. */
static gisa_str until(gisa_str s, const char *marks)
{
    size_t end = 0;
    while (end < s.n && !memchr(marks, s.p[end], strlen(marks))) end++;
    return gisa_str_cut(s, 0, end);
}

gisa_str gisa_link_host(gisa_str href)
{
    size_t at = gisa_str_find(href, GISA_STR("//"), 0);
    return at == GISA_NPOS ? GISA_NONE
                           : bare_host(until(gisa_str_cut(href, at + 2, href.n), "/?#:"));
}

gisa_link_kind gisa_link_target(gisa_str href, gisa_str host)
{
    href = gisa_str_trim(href);
    if (!href.n || href.p[0] == '#' || is_picture(href)) return GISA_LINK_NONE;
    gisa_str scheme = until(href, ":/?#"), rest = href;
    if (scheme.n < href.n && href.p[scheme.n] == ':') {
        if (!gisa_str_eq_nocase(scheme, GISA_STR("http")) &&
            !gisa_str_eq_nocase(scheme, GISA_STR("https")))
            return GISA_LINK_NONE;
        rest = gisa_str_cut(href, scheme.n + 1, href.n);
    }
    if (!gisa_str_starts(rest, GISA_STR("//"))) return GISA_LINK_PAGE;
    gisa_str there = until(gisa_str_cut(rest, 2, rest.n), "/?#:");
    return is_same_site(there, host) ? GISA_LINK_PAGE : GISA_LINK_ELSEWHERE;
}

gisa_str gisa_links_own_host(const gisa_tree *t)
{
    gisa_str hosts[MAX_HOSTS];
    size_t counts[MAX_HOSTS], n = 0, best = 0, all = 0;
    for (size_t i = 0; i < t->n; i++) {
        if (t->nodes[i].tag != GISA_TAG_A) continue;
        gisa_str href = gisa_node_attr(t, i, "href"), host = gisa_link_host(href);
        if (gisa_link_target(href, GISA_NONE) == GISA_LINK_NONE) continue;
        all++;
        size_t k = 0;
        while (k < n && !gisa_str_eq(hosts[k], host)) k++;
        if (!host.n || (k == n && n == MAX_HOSTS)) continue;
        if (k == n) {
            hosts[n] = host;
            counts[n++] = 0;
        }
        counts[k]++;
        if (counts[k] > counts[best]) best = k;
    }
    return n && 2 * counts[best] > all ? hosts[best] : GISA_NONE;
}
