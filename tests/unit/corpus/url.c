#include "corpus/url.h"

#include "base/mem.h"
#include "tests/unit/test.h"

typedef struct row {
    const char *name, *base, *ref, *want; /* want NULL: skipped */
} row;

/* RFC 3986, section 5.4; the fragment goes, as in every address gisa keeps. */
static const row rfc[] = {
    {"g", "http://a/b/c/d;p?q", "g", "http://a/b/c/g"},
    {"./g", "http://a/b/c/d;p?q", "./g", "http://a/b/c/g"},
    {"g/", "http://a/b/c/d;p?q", "g/", "http://a/b/c/g/"},
    {"/g", "http://a/b/c/d;p?q", "/g", "http://a/g"},
    {"//g", "http://a/b/c/d;p?q", "//g", "http://g/"},
    {"?y", "http://a/b/c/d;p?q", "?y", "http://a/b/c/d;p?y"},
    {"g?y", "http://a/b/c/d;p?q", "g?y", "http://a/b/c/g?y"},
    {"#s", "http://a/b/c/d;p?q", "#s", "http://a/b/c/d;p?q"},
    {";x", "http://a/b/c/d;p?q", ";x", "http://a/b/c/;x"},
    {"g;x?y#s", "http://a/b/c/d;p?q", "g;x?y#s", "http://a/b/c/g;x?y"},
    {"the empty reference", "http://a/b/c/d;p?q", "", "http://a/b/c/d;p?q"},
    {".", "http://a/b/c/d;p?q", ".", "http://a/b/c/"},
    {"./", "http://a/b/c/d;p?q", "./", "http://a/b/c/"},
    {"..", "http://a/b/c/d;p?q", "..", "http://a/b/"},
    {"../g", "http://a/b/c/d;p?q", "../g", "http://a/b/g"},
    {"../..", "http://a/b/c/d;p?q", "../..", "http://a/"},
    {"../../g", "http://a/b/c/d;p?q", "../../g", "http://a/g"},
    {"../../../g", "http://a/b/c/d;p?q", "../../../g", "http://a/g"},
    {"/./g", "http://a/b/c/d;p?q", "/./g", "http://a/g"},
    {"/../g", "http://a/b/c/d;p?q", "/../g", "http://a/g"},
    {"g.", "http://a/b/c/d;p?q", "g.", "http://a/b/c/g."},
    {"..g", "http://a/b/c/d;p?q", "..g", "http://a/b/c/..g"},
    {"./../g", "http://a/b/c/d;p?q", "./../g", "http://a/b/g"},
    {"g/./h", "http://a/b/c/d;p?q", "g/./h", "http://a/b/c/g/h"},
    {"g/../h", "http://a/b/c/d;p?q", "g/../h", "http://a/b/c/h"},
    {"g;x=1/../y", "http://a/b/c/d;p?q", "g;x=1/../y", "http://a/b/c/y"},
    {"g?y/../x", "http://a/b/c/d;p?q", "g?y/../x", "http://a/b/c/g?y/../x"},
};

static const row ours[] = {
    {"scheme and host in lower case", NULL, "HTTP://WWW.Example.COM/A", "http://www.example.com/A"},
    {"the default port goes", NULL, "https://a.example:443/x", "https://a.example/x"},
    {"another port stays", NULL, "http://a.example:8080/x", "http://a.example:8080/x"},
    {"an empty port goes", NULL, "http://a.example:/x", "http://a.example/x"},
    {"the last port there is", NULL, "http://a.example:65535/", "http://a.example:65535/"},
    {"a name beside a host alone", "http://a.example", "g", "http://a.example/g"},
    {"no path is a slash", NULL, "http://a.example", "http://a.example/"},
    {"a query without a path", NULL, "http://a.example?b=1", "http://a.example/?b=1"},
    {"Hangul in the path", NULL, "http://a.example/기사", "http://a.example/%EA%B8%B0%EC%82%AC"},
    {"a Hangul host is IDNA", NULL, "http://한국.example/", "http://xn--3e0b707e.example/"},
    {"percent-encodings in one spelling", NULL, "http://a.example/%7e%ea%b8",
     "http://a.example/~%EA%B8"},
    {"a DEL in the path", NULL, "http://a.example/a\x7F", "http://a.example/a%7F"},
    {"an encoded NUL", NULL, "http://a.example/%00", "http://a.example/%00"},
    {"a lone percent sign stays", NULL, "http://a.example/100%", "http://a.example/100%"},
    {"an encoded slash stays encoded", NULL, "http://a.example/a%2fb", "http://a.example/a%2Fb"},
    {"spaces around, and one inside", NULL, "  http://a.example/a b ", "http://a.example/a%20b"},
    {"a line break inside, as feeds have", NULL, "http://a.example/a\n b",
     "http://a.example/a%20b"},
    {"a user name is not sent", NULL, "http://me:secret@a.example/", "http://a.example/"},
    {"an IPv6 address", NULL, "http://[::1]:8080/", "http://[::1]:8080/"},
    {"a relative address alone", NULL, "/x", NULL},
    {"javascript", "http://a.example/", "javascript:alert(1)", NULL},
    {"mail", "http://a.example/", "mailto:a@b", NULL},
    {"a file", "http://a.example/", "file:///etc/passwd", NULL},
    {"no host", NULL, "http:///x", NULL},
    {"a scheme and a path", NULL, "http:x", NULL},
    {"a space in the host", NULL, "http://a b/", NULL},
    {"an encoded host", NULL, "http://%61/", NULL},
    {"empty brackets", NULL, "http://[]/", NULL},
    {"a host of nothing to see", NULL, "http://\xC2\xAD/", NULL},
    {"the first port out of range", NULL, "http://a.example:65536/", NULL},
    {"a port out of range", NULL, "http://a.example:70000/", NULL},
    {"port 0", NULL, "http://a.example:0/", NULL},
};

static void test_rows(const row *rows, size_t n)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < n; i++) {
        gisa_error err = {0};
        gisa_str base = test_exact(rows[i].base ? rows[i].base : ""), ref = test_exact(rows[i].ref);
        gisa_status st = gisa_url_resolve(base, ref, &out, &err);
        free((char *)(uintptr_t)base.p);
        free((char *)(uintptr_t)ref.p);
        EQUAL(st, rows[i].want ? GISA_OK : GISA_SKIP, rows[i].name);
        if (!rows[i].want) continue;
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_buf again = {0};
        gisa_url_resolve(GISA_NONE, gisa_buf_view(&out), &again, &err);
        SAME(gisa_buf_view(&again), gisa_buf_view(&out), "the normal form is its own normal form");
        gisa_buf_clear(&again);
    }
    gisa_buf_clear(&out);
}

static void test_long(void)
{
    gisa_buf ref = {0}, out = {0};
    gisa_error err;
    gisa_buf_add_c(&ref, "http://a.example/");
    for (int i = 0; i < 500; i++) gisa_buf_add_c(&ref, "한");
    EQUAL(gisa_url_resolve(GISA_NONE, gisa_buf_view(&ref), &out, &err), GISA_SKIP,
          "an address that grows over the limit is skipped");
    for (size_t n = 4096; n < 4098; n++) {
        gisa_buf_reset(&ref);
        gisa_buf_add_c(&ref, "http://a.example/");
        while (ref.n < n) gisa_buf_add_char(&ref, 'x');
        EQUAL(gisa_url_resolve(GISA_NONE, gisa_buf_view(&ref), &out, &err),
              n == 4096 ? GISA_OK : GISA_SKIP, "4096 bytes are an address, one more is none");
    }
    gisa_buf_clear(&ref);
    gisa_buf_clear(&out);
}

/* An address whose host has n bytes of ASCII, in labels of 63 after the first one. */
static gisa_status resolve_host(const char *first, size_t first_n, size_t n, gisa_buf *out)
{
    gisa_buf ref = {0};
    gisa_error err;
    gisa_buf_addf(&ref, "http://%s", first);
    for (size_t i = first_n; i < n; i++)
        gisa_buf_add_char(&ref, (i - first_n) % 64 == 0 ? '.' : 'a');
    gisa_status st = gisa_url_resolve(GISA_NONE, gisa_buf_view(&ref), out, &err);
    gisa_buf_clear(&ref);
    return st;
}

static void test_long_host(void)
{
    gisa_buf out = {0};
    EQUAL(resolve_host("a", 1, 253, &out), GISA_OK, "a host may have 253 bytes");
    EQUAL(out.n, strlen("http://") + 253 + 1, "all of which are kept");
    EQUAL(resolve_host("a", 1, 254, &out), GISA_SKIP, "but no more");
    EQUAL(resolve_host("한국", 12, 253, &out), GISA_OK, "in ASCII");
    EQUAL(out.n, strlen("http://") + 253 + 1, "if it was not");
    EQUAL(resolve_host("한국", 12, 254, &out), GISA_SKIP, "which one more is too many of, too");
    gisa_buf_clear(&out);
}

static void test_parts(void)
{
    gisa_url u = gisa_url_parse(GISA_STR("http://a.example/b?c=d#e"));
    SAME_C(u.scheme, "http", "a scheme");
    SAME_C(u.authority, "a.example", "a host");
    SAME_C(u.path, "/b", "a path");
    SAME_C(u.query, "c=d", "a query");
    SAME_C(u.fragment, "e", "a fragment");
    u = gisa_url_parse(GISA_STR("b"));
    OK(!u.scheme.p && !u.authority.p && !u.query.p && !u.fragment.p,
       "what is not there is unknown");
    SAME_C(u.path, "b", "but there is always a path");
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    for (uint64_t allowed = 0; st < 0 && allowed < 100; allowed++) {
        gisa_buf out = {0};
        gisa_error err = {0};
        gisa_mem_fail_after(allowed);
        st = gisa_url_resolve(GISA_NONE, GISA_STR("http://a.example/b?c"), &out, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail");
        gisa_buf_clear(&out);
    }
    EQUAL(st, GISA_OK, "with enough it goes well");
}

int main(void)
{
    test_rows(rfc, sizeof rfc / sizeof rfc[0]);
    test_rows(ours, sizeof ours / sizeof ours[0]);
    test_long();
    test_long_host();
    test_parts();
    test_memory();
    gisa_str host = test_exact("http://a:1");
    SAME_C(gisa_url_origin(host), "http://a:1", "an address without a path is its own origin");
    free((char *)(uintptr_t)host.p);
    SAME_C(gisa_url_origin(GISA_STR("http://a:1/b?c")), "http://a:1", "the origin of an address");
    SAME_C(gisa_url_target(GISA_STR("http://a:1/b?c")), "/b?c", "and the rest of it");
    return test_end();
}
