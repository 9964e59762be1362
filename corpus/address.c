#include "corpus/address.h"

#include <stdlib.h>

#include "corpus/url.h"
#include "corpus/wordlist.h"

enum { PARAMETERS_MAX = 64, TOKENS_MAX = 48, SLUG_MIN = 8, NAME_MAX = 64 };

static bool is_word(gisa_str s, const char *word)
{
    return gisa_str_eq_nocase(s, gisa_str_from(word));
}

static bool is_number(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!gisa_is_digit(s.p[i])) return false;
    return s.n > 0;
}

/* Where the first of some characters is, from a byte on; the end: there is none. */
static size_t find_any(gisa_str s, size_t from, const char *stops)
{
    while (from < s.n && !strchr(stops, s.p[from])) from++;
    return from;
}

/* The address inside the normal form of one in an AMP cache: "x-kr.cdn.ampproject.org/c/s/x.kr/1",
 * where "s" is for https, and "google.com/amp/s/x.kr/1". GISA_NONE: it is in none. */
static gisa_str inside_cache(const gisa_url *u)
{
    gisa_str path = u->path, segment;
    bool cache = gisa_str_ends(u->authority, GISA_STR(".cdn.ampproject.org"));
    bool viewer = gisa_str_starts(u->authority, GISA_STR("www.google."));
    if (!cache && !viewer) return GISA_NONE;
    gisa_str_next_field(&path, '/', &segment); /* before the first slash */
    if (!gisa_str_next_field(&path, '/', &segment)) return GISA_NONE;
    if (cache && !is_word(segment, "c") && !is_word(segment, "v")) return GISA_NONE;
    if (viewer && !is_word(segment, "amp")) return GISA_NONE;
    if (gisa_str_starts(path, GISA_STR("s/"))) path = gisa_str_cut(path, 2, path.n);
    return gisa_str_find_byte(path, '.', 0) == GISA_NPOS ? GISA_NONE : path;
}

/* An address without a scheme is one of the web where a host may stand at its beginning. */
static bool lacks_scheme(gisa_str s, const char **prefix)
{
    *prefix = "http://";
    if (gisa_str_starts(s, GISA_STR("//"))) *prefix = "http:";
    if (gisa_str_starts(s, GISA_STR("//"))) return true;
    gisa_str host = gisa_str_cut(s, 0, gisa_str_find_byte(s, '/', 0));
    return gisa_str_find_byte(host, ':', 0) == GISA_NPOS &&
           gisa_str_find_byte(host, '.', 0) != GISA_NPOS;
}

/* Replaces the normal form of an address in a cache by that of the one inside; GISA_SKIP: that is
 * none of the web. */
static gisa_status leave_cache(gisa_buf *out, gisa_error *err)
{
    gisa_error why;
    gisa_buf whole = {0};
    gisa_url u = gisa_url_parse(gisa_buf_view(out));
    gisa_str inner = inside_cache(&u);
    if (!inner.n) return GISA_OK;
    gisa_buf_add_c(&whole, "http://");
    gisa_buf_add(&whole, inner);
    if (u.query.p) gisa_buf_add_char(&whole, '?');
    gisa_buf_add(&whole, u.query);
    gisa_status st = gisa_buf_check(&whole, "an address", err);
    if (st >= 0) st = gisa_url_resolve(GISA_NONE, gisa_buf_view(&whole), out, &why);
    gisa_buf_clear(&whole);
    return st;
}

/* The normal form of the address, out of a cache; GISA_SKIP: it is none of the web. */
static gisa_status normalize(gisa_str address, gisa_buf *out, gisa_error *err)
{
    const char *prefix;
    gisa_error why;
    gisa_buf whole = {0};
    if (lacks_scheme(address, &prefix)) {
        gisa_buf_add_c(&whole, prefix);
        gisa_buf_add(&whole, address);
        address = gisa_buf_view(&whole);
    }
    gisa_status st = gisa_buf_check(&whole, "an address", err);
    if (st >= 0) st = gisa_url_resolve(GISA_NONE, address, out, &why);
    gisa_buf_clear(&whole);
    for (int depth = 0; st == GISA_OK && depth < 2; depth++) st = leave_cache(out, err);
    return st == GISA_ENOMEM ? gisa_fail_mem(err) : st;
}

static size_t count_labels(gisa_str host)
{
    size_t n = 1;
    for (size_t dot; (dot = gisa_str_find_byte(host, '.', 0)) != GISA_NPOS; n++)
        host = gisa_str_cut(host, dot + 1, host.n);
    return n;
}

/* Where the label begins that ends at a byte. */
static size_t label_start(gisa_str host, size_t end)
{
    while (end > 0 && host.p[end - 1] != '.') end--;
    return end;
}

/* Labels that belong to whoever registers names, not to a site: 1, or 2 as in "co.kr". */
static size_t suffix_labels(gisa_str host)
{
    size_t last = label_start(host, host.n);
    if (!last) return 1;
    gisa_str label = gisa_str_cut(host, label_start(host, last - 1), last - 1);
    return gisa_wordlist_find(&gisa_list_domain_suffixes, label) ? 2 : 1;
}

static void add_host(gisa_buf *out, gisa_str host)
{
    for (;;) {
        size_t dot = gisa_str_find_byte(host, '.', 0);
        if (dot == GISA_NPOS) break;
        gisa_str rest = gisa_str_cut(host, dot + 1, host.n);
        const gisa_wordlist_item *item = gisa_wordlist_find(&gisa_list_host_dresses,
                                                            gisa_str_cut(host, 0, dot));
        if (!item || count_labels(rest) <= suffix_labels(rest)) break;
        if (item->value.n) {
            gisa_buf_add(out, item->value);
            gisa_buf_add_char(out, '.');
        }
        host = rest;
    }
    gisa_buf_add(out, host);
}

/* The path's segment without what says that it is the AMP page: "view.amp", "articleViewAmp.html".
 */
static void add_segment(gisa_buf *out, gisa_str s)
{
    size_t dot = gisa_str_find_byte(s, '.', 0);
    gisa_str stem = gisa_str_cut(s, 0, dot), rest = gisa_str_cut(s, dot, s.n);
    bool joined = stem.n > 3 && gisa_str_ends(stem, GISA_STR("Amp")) &&
                  gisa_lower(stem.p[stem.n - 4]) == stem.p[stem.n - 4];
    if (joined) stem.n -= 3;
    bool ended = rest.n >= 4 && is_word(gisa_str_cut(rest, 0, 4), ".amp") &&
                 (rest.n == 4 || rest.p[4] == '.');
    if (ended) rest = gisa_str_cut(rest, 4, rest.n);
    gisa_buf_add_char(out, '/');
    gisa_buf_add(out, stem);
    gisa_buf_add(out, rest);
}

static void add_path(gisa_buf *out, gisa_str path)
{
    gisa_str segment;
    size_t session = gisa_str_find_nocase(path, GISA_STR(";jsessionid="), 0);
    if (session != GISA_NPOS) path = gisa_str_cut(path, 0, session);
    gisa_str_next_field(&path, '/', &segment); /* before the first slash */
    while (gisa_str_next_field(&path, '/', &segment)) {
        if (is_word(segment, "amp")) continue;
        if (path.n || !gisa_wordlist_find_nocase(&gisa_list_index_pages, segment))
            add_segment(out, segment);
    }
    while (gisa_str_ends(gisa_buf_view(out), GISA_STR("/"))) gisa_buf_cut(out, out->n - 1);
}

static gisa_str name_of(gisa_str parameter)
{
    return gisa_str_cut(parameter, 0, gisa_str_find_byte(parameter, '=', 0));
}

static bool is_tracking(gisa_str parameter)
{
    char lower[NAME_MAX];
    gisa_str name = name_of(parameter);
    if (!name.n) return true;
    if (name.n > sizeof lower) return false;
    for (size_t i = 0; i < name.n; i++) lower[i] = gisa_lower(name.p[i]);
    const gisa_wordlist_item *item = gisa_wordlist_prefix(&gisa_list_tracking_parameters,
                                                          (gisa_str){lower, name.n});
    if (!item) return false;
    if (gisa_str_is(item->value, "prefix")) return true;
    if (item->word.n != name.n) return false;
    gisa_str value = gisa_str_cut(parameter, name.n, parameter.n);
    return !item->value.n || !is_number(gisa_str_cut(value, 1, value.n));
}

static int by_name(const void *a, const void *b)
{
    const gisa_str *x = a, *y = b;
    int order = gisa_str_cmp(name_of(*x), name_of(*y));
    return order ? order : (int)(x->p - y->p); /* both are in one address */
}

/* Parameters of one name keep their order. More than PARAMETERS_MAX stay as they are. */
static void add_query(gisa_buf *out, gisa_str query)
{
    gisa_str items[PARAMETERS_MAX], rest = query, one;
    size_t n = 0;
    while (gisa_str_next_field(&rest, '&', &one)) {
        if (is_tracking(one)) continue;
        if (n == PARAMETERS_MAX) {
            gisa_buf_add_char(out, '?');
            gisa_buf_add(out, query);
            return;
        }
        items[n++] = one;
    }
    qsort(items, n, sizeof *items, by_name);
    for (size_t i = 0; i < n; i++) {
        gisa_buf_add_char(out, i ? '&' : '?');
        gisa_buf_add(out, items[i]);
    }
}

gisa_str gisa_address_bare(gisa_str address)
{
    gisa_str s = gisa_str_trim(address);
    size_t at = gisa_str_find(s, GISA_STR("://"), 0);
    if (at != GISA_NPOS) s = gisa_str_cut(s, at + 3, s.n);
    if (gisa_str_starts(s, GISA_STR("www."))) s = gisa_str_cut(s, 4, s.n);
    at = gisa_str_find_byte(s, '#', 0);
    if (at != GISA_NPOS) s = gisa_str_cut(s, 0, at);
    while (s.n && s.p[s.n - 1] == '/') s.n--;
    return s;
}

gisa_status gisa_address_key(gisa_str address, gisa_buf *out, gisa_error *err)
{
    gisa_buf normal = {0};
    gisa_buf_reset(out);
    address = gisa_str_trim(address);
    if (!address.n) return GISA_OK;
    gisa_status st = normalize(address, &normal, err);
    if (st == GISA_OK) {
        gisa_url u = gisa_url_parse(gisa_buf_view(&normal));
        gisa_str fragment = gisa_url_parse(address).fragment;
        add_host(out, u.authority);
        size_t host = out->n;
        add_path(out, u.path);
        add_query(out, u.query);
        if (fragment.n > 1 && (fragment.p[0] == '!' || fragment.p[0] == '/')) {
            gisa_buf_add_char(out, '#');
            gisa_buf_add(out, fragment);
        }
        if (out->n == host) gisa_buf_cut(out, 0); /* a site, no page */
    } else if (st == GISA_SKIP) {
        gisa_buf_add(out, gisa_address_bare(address));
    }
    gisa_buf_clear(&normal);
    return st < 0 ? st : gisa_buf_check(out, "an address", err);
}

/* The domain of a site: "m.news.x.co.kr" and "x.co.kr" have one. */
static gisa_str site_of(gisa_str key)
{
    gisa_str host = gisa_str_cut(key, 0, find_any(key, 0, "/?#"));
    size_t start = label_start(host, host.n);
    for (size_t n = suffix_labels(host); start && n; n--) start = label_start(host, start - 1);
    return gisa_str_cut(host, start, host.n);
}

/* What tells articles of one site apart: parts of path and query with a digit, and slugs. */
typedef struct tokens {
    gisa_str items[TOKENS_MAX];
    size_t n;
} tokens;

static bool is_between(gisa_str s, size_t at, size_t n, uint64_t min, uint64_t max)
{
    uint64_t v;
    return gisa_str_to_u64(gisa_str_cut(s, at, at + n), &v) && v >= min && v <= max;
}

static bool is_year(gisa_str s)
{
    return s.n >= 4 && is_between(s, 0, 4, 1900, 2099);
}

/* A part of a date, after a year or month: "2025", "03", "0317"; or a date: "20250317". */
static bool is_date(gisa_str s, bool *goes_on)
{
    bool after = *goes_on;
    *goes_on = false;
    if (!is_number(s)) return false;
    if (s.n == 4 && is_year(s)) return *goes_on = true;
    if (s.n == 6 && is_year(s) && is_between(s, 4, 2, 1, 12)) return *goes_on = true;
    if (s.n == 8 && is_year(s) && is_between(s, 4, 2, 1, 12)) return is_between(s, 6, 2, 1, 31);
    if (after && s.n <= 2) return *goes_on = is_between(s, 0, s.n, 1, 31);
    return after && s.n == 4 && is_between(s, 0, 2, 1, 12) && is_between(s, 2, 2, 1, 31);
}

static bool tells_apart(gisa_str s, bool *dated)
{
    bool digit = false, joined = false;
    if (is_date(s, dated)) return false;
    for (size_t i = 0; i < s.n; i++) {
        digit = digit || gisa_is_digit(s.p[i]);
        joined = joined || s.p[i] == '-' || s.p[i] == '_' || s.p[i] == '%';
    }
    return digit || (joined && s.n >= SLUG_MIN);
}

static tokens find_tokens(gisa_str key)
{
    tokens t = {0};
    size_t at = find_any(key, 0, "/?#");
    bool dated = false;
    while (at != key.n && t.n < TOKENS_MAX) {
        size_t end = find_any(key, ++at, "/?#&=.,:");
        gisa_str token = gisa_str_cut(key, at, end);
        bool name = end < key.n && key.p[end] == '=';
        if (!name && tells_apart(token, &dated)) t.items[t.n++] = token;
        at = end;
    }
    return t;
}

static bool all_in(const tokens *few, const tokens *many)
{
    for (size_t i = 0; i < few->n; i++) {
        bool found = false;
        for (size_t k = 0; k < many->n; k++)
            found = found || gisa_str_eq(few->items[i], many->items[k]);
        if (!found) return false;
    }
    return true;
}

bool gisa_address_agrees(gisa_str asked, gisa_str stated)
{
    if (!asked.n || !stated.n) return false;
    if (gisa_str_eq(asked, stated)) return true;
    if (!gisa_str_eq(site_of(asked), site_of(stated))) return false;
    tokens a = find_tokens(asked), b = find_tokens(stated);
    if (!b.n) return false;
    return all_in(&a, &b) || all_in(&b, &a);
}
