#include "corpus/url.h"

#include "base/percent.h"

#include <unicode/uidna.h>

static size_t find_any(gisa_str s, const char *stops)
{
    size_t i = 0;
    while (i < s.n && !(s.p[i] && strchr(stops, s.p[i]))) i++;
    return i;
}

static bool is_scheme(gisa_str s)
{
    if (!s.n || !gisa_is_alpha(s.p[0])) return false;
    for (size_t i = 1; i < s.n; i++) {
        char c = s.p[i];
        if (!gisa_is_alpha(c) && !gisa_is_digit(c) && c != '+' && c != '-' && c != '.')
            return false;
    }
    return true;
}

gisa_url gisa_url_parse(gisa_str s)
{
    gisa_url u = {0};
    size_t at = gisa_str_find_byte(s, '#', 0);
    if (at != GISA_NPOS) {
        u.fragment = gisa_str_cut(s, at + 1, s.n);
        s = gisa_str_cut(s, 0, at);
    }
    at = gisa_str_find_byte(s, '?', 0);
    if (at != GISA_NPOS) {
        u.query = gisa_str_cut(s, at + 1, s.n);
        s = gisa_str_cut(s, 0, at);
    }
    at = find_any(s, ":/");
    if (at < s.n && s.p[at] == ':' && is_scheme(gisa_str_cut(s, 0, at))) {
        u.scheme = gisa_str_cut(s, 0, at);
        s = gisa_str_cut(s, at + 1, s.n);
    }
    if (gisa_str_starts(s, GISA_STR("//"))) {
        s = gisa_str_cut(s, 2, s.n);
        at = find_any(s, "/");
        u.authority = gisa_str_cut(s, 0, at);
        s = gisa_str_cut(s, at, s.n);
    }
    u.path = s.p ? s : GISA_STR("");
    return u;
}

/* The bytes at the start of s that are spelled as they are. */
static size_t plain_length(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c <= ' ' || c >= 0x7F) return i;
        switch (c) {
        case '%':
        case '"':
        case '<':
        case '>':
        case '\\':
        case '^':
        case '`':
        case '{':
        case '|':
        case '}': return i;
        default: break;
        }
    }
    return s.n;
}

/* Appends a path or query in its one spelling. A "%" that encodes nothing stays as it is, as
 * browsers leave it. */
static void add_encoded(gisa_buf *out, gisa_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        gisa_str plain = gisa_str_cut(s, i, s.n);
        plain.n = plain_length(plain);
        gisa_buf_add(out, plain);
        if ((i += plain.n) == s.n) return;
        unsigned char c = (unsigned char)s.p[i];
        int v = gisa_percent_value(s, i);
        if (c == '\t' || c == '\r' || c == '\n') continue;
        if (v != -1) {
            if (gisa_is_unreserved((unsigned)v))
                gisa_buf_add_char(out, (char)v);
            else
                gisa_percent_add(out, (unsigned char)v);
            i += 2;
        } else if (c == '%') {
            gisa_buf_add_char(out, '%');
        } else {
            gisa_percent_add(out, c);
        }
    }
}

/* RFC 3986, section 5.2.4, on the bytes of out from `start`, in place. */
static void remove_dot_segments(gisa_buf *out, size_t start)
{
    if (gisa_buf_status(out) < 0 || !out->p) return;
    char *p = out->p + start;
    size_t n = out->n - start, to = 0, at = 0;
    while (at < n) { /* p[at] is the slash that opens a segment */
        size_t end = at + 1;
        while (end < n && p[end] != '/') end++;
        gisa_str segment = {p + at + 1, end - at - 1};
        bool last = end == n;
        if (gisa_str_is(segment, ".") || gisa_str_is(segment, "..")) {
            if (segment.n == 2)
                while (to > 0 && p[--to] != '/') {
                }
            if (last) p[to++] = '/';
        } else {
            memmove(p + to, p + at, end - at);
            to += end - at;
        }
        at = end;
    }
    gisa_buf_cut(out, start + to);
}

static bool add_ascii_host(gisa_buf *out, gisa_str host)
{
    UErrorCode code = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    char ascii[256];
    UIDNA *idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, &code);
    int32_t n = U_SUCCESS(code) ? uidna_nameToASCII_UTF8(idna, host.p, (int32_t)host.n, ascii,
                                                         (int32_t)sizeof ascii, &info, &code)
                                : 0;
    uidna_close(idna);
    if (U_FAILURE(code) || info.errors || n > 253) return false;
    gisa_buf_add(out, (gisa_str){ascii, (size_t)n});
    return true;
}

static bool add_host(gisa_buf *out, gisa_str host)
{
    bool ascii = true, literal = host.n > 2 && host.p[0] == '[' && host.p[host.n - 1] == ']';
    if (!host.n || host.n > 253) return false;
    for (size_t i = 0; i < host.n; i++) ascii = ascii && !((unsigned char)host.p[i] & 0x80);
    if (!ascii) return add_ascii_host(out, host);
    for (size_t i = 0; i < host.n; i++) {
        char c = gisa_lower(host.p[i]);
        bool plain = gisa_is_alpha(c) || gisa_is_digit(c) || c == '-' || c == '.' || c == '_';
        bool inside = literal && (c == ':' || i == 0 || i + 1 == host.n);
        if (!plain && !inside) return false;
        gisa_buf_add_char(out, c);
    }
    return true;
}

/* Host and port of the authority; what comes before "@" is dropped. */
static bool add_authority(gisa_buf *out, gisa_str authority, bool tls)
{
    uint64_t port = tls ? 443 : 80, fixed = port;
    for (size_t at; (at = gisa_str_find_byte(authority, '@', 0)) != GISA_NPOS;)
        authority = gisa_str_cut(authority, at + 1, authority.n);
    size_t end = authority.n;
    while (end > 0 && gisa_is_digit(authority.p[end - 1])) end--;
    if (end > 0 && authority.p[end - 1] == ':') {
        gisa_str digits = gisa_str_cut(authority, end, authority.n);
        if (digits.n && (!gisa_str_to_u64(digits, &port) || port == 0 || port > 65535))
            return false;
        authority = gisa_str_cut(authority, 0, end - 1);
    }
    if (!add_host(out, authority)) return false;
    if (port != fixed) gisa_buf_addf(out, ":%u", (unsigned)port);
    return true;
}

/* The path of a reference without a leading slash, after the base's last slash. */
static void add_merged(gisa_buf *out, const gisa_url *base, gisa_str path)
{
    size_t n = base->path.n;
    while (n > 0 && base->path.p[n - 1] != '/') n--;
    if (!n) gisa_buf_add_char(out, '/');
    add_encoded(out, gisa_str_cut(base->path, 0, n));
    add_encoded(out, path);
}

/* A reference that has no scheme takes from the base what it lacks. */
static void inherit(gisa_url *ref, const gisa_url *base, bool *merge)
{
    if (ref->scheme.p) return;
    ref->scheme = base->scheme;
    if (ref->authority.p) return;
    ref->authority = base->authority;
    if (!ref->path.n) {
        ref->path = base->path;
        if (!ref->query.p) ref->query = base->query;
    } else {
        *merge = ref->path.p[0] != '/';
    }
}

gisa_status gisa_url_resolve(gisa_str base_text, gisa_str ref_text, gisa_buf *out, gisa_error *err)
{
    gisa_str shown = gisa_str_cut(ref_text, 0, 120);
    bool merge = false;
    gisa_buf_reset(out);
    ref_text = gisa_str_trim(ref_text);
    if (ref_text.n > GISA_URL_MAX)
        return gisa_fail(err, GISA_SKIP, "an address of %zu bytes: %.*s…", ref_text.n,
                         GISA_ARG(shown));
    gisa_url base = gisa_url_parse(base_text), ref = gisa_url_parse(ref_text);
    inherit(&ref, &base, &merge);
    bool tls = gisa_str_eq_nocase(ref.scheme, GISA_STR("https"));
    if (!tls && !gisa_str_eq_nocase(ref.scheme, GISA_STR("http")))
        return gisa_fail(err, GISA_SKIP, "%.*s: is no http or https address", GISA_ARG(shown));
    gisa_buf_add_c(out, tls ? "https://" : "http://");
    if (!add_authority(out, ref.authority, tls))
        return gisa_fail(err, GISA_SKIP, "%.*s: has no usable host name", GISA_ARG(shown));
    size_t start = out->n;
    if (merge)
        add_merged(out, &base, ref.path);
    else if (!ref.path.n)
        gisa_buf_add_char(out, '/');
    else
        add_encoded(out, ref.path);
    if (out->n > start && out->p[start] != '/') return gisa_fail(err, GISA_SKIP, "a path alone");
    remove_dot_segments(out, start);
    if (ref.query.p) {
        gisa_buf_add_char(out, '?');
        add_encoded(out, ref.query);
    }
    if (gisa_buf_status(out) >= 0 && out->n > GISA_URL_MAX)
        return gisa_fail(err, GISA_SKIP, "an address of %zu bytes: %.*s…", out->n, GISA_ARG(shown));
    return gisa_buf_check(out, "an address", err);
}

gisa_str gisa_url_origin(gisa_str url)
{
    size_t at = gisa_str_find(url, GISA_STR("://"), 0);
    if (at == GISA_NPOS) return gisa_str_cut(url, 0, 0);
    size_t end = at + 3;
    while (end < url.n && url.p[end] != '/' && url.p[end] != '?' && url.p[end] != '#') end++;
    return gisa_str_cut(url, 0, end);
}

gisa_str gisa_url_target(gisa_str url)
{
    return gisa_str_cut(url, gisa_url_origin(url).n, url.n);
}
