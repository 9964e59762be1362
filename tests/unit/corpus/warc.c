#include "corpus/warc.h"

#include "tests/unit/test.h"

static void test_parse(void)
{
    static const struct {
        const char *name, *text;
        gisa_status want;
    } rows[] = {
        {"a whole header", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n", GISA_OK},
        {"names in any case", "WARC/1.1\r\nwarc-type: response\r\nCONTENT-LENGTH: 5\r\n", GISA_OK},
        {"no version", "WARC-Type: response\r\nContent-Length: 5\r\n", GISA_ECORRUPT},
        {"no length", "WARC/1.0\r\nWARC-Type: response\r\n", GISA_ECORRUPT},
        {"a negative length", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n",
         GISA_ECORRUPT},
        {"a length over 64 bits",
         "WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 99999999999999999999\r\n", GISA_ECORRUPT},
        {"no type", "WARC/1.0\r\nContent-Length: 5\r\n", GISA_ECORRUPT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_warc_head h;
        gisa_error err;
        EQUAL(gisa_warc_parse(gisa_str_from(rows[i].text), &h, &err), rows[i].want, rows[i].name);
        if (rows[i].want == GISA_OK) EQUAL(h.length, 5, rows[i].name);
    }
    gisa_warc_head h;
    gisa_error err;
    gisa_warc_parse(GISA_STR("WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 0\r\n"
                             "WARC-Target-URI: <http://a.example/>\r\n"
                             "WARC-Date: 2025-02-03T04:37:00.123456Z\r\n"),
                    &h, &err);
    SAME(h.block_digest, GISA_NONE, "what is not there is unknown");
    SAME_C(h.uri, "http://a.example/", "an address in angle brackets, as wget writes it");
    EQUAL(h.date_utc, 1738557420, "a date with a fraction");
}

static void test_parse_fields(void)
{
    gisa_warc_head h;
    gisa_error err;
    WENT(gisa_warc_parse(GISA_STR("WARC/1.1\r\nWARC-Type: revisit\r\nContent-Length: 7\r\n"
                                  "WARC-Record-ID: <urn:uuid:1>\r\n"
                                  "WARC-Target-URI: http://a.example/\r\nContent-Type: a/b\r\n"
                                  "WARC-Payload-Digest: sha256:p\r\nWARC-Block-Digest: sha256:b\r\n"
                                  "Gisa-Role: feed\r\nGisa-Learn: no\r\nWARC-Truncated: length\r\n"
                                  "gisa-ingest: no\r\n"
                                  "WARC-Refers-To-Date: 2025-02-03T04:37:00Z\r\n"),
                         &h, &err),
         err, "a header of all fields");
    SAME_C(h.type, "revisit", "its type");
    SAME_C(h.id, "urn:uuid:1", "its name");
    SAME_C(h.uri, "http://a.example/", "its address");
    SAME_C(h.content_type, "a/b", "what it is");
    SAME_C(h.payload_digest, "sha256:p", "the digest of its payload");
    SAME_C(h.block_digest, "sha256:b", "and of its block");
    SAME_C(h.role, "feed", "its role");
    EQUAL(h.refers_utc, 1738557420, "when it was seen first");
    OK(h.no_learn && h.truncated && h.aside, "and three marks");
    static const char *const odd[] = {"<", ">", "<a", "a>", "<a>b"};
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        gisa_buf text = {0};
        gisa_buf_addf(&text,
                      "WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 0\r\n"
                      "WARC-Target-URI: %s\r\n",
                      odd[i]);
        gisa_warc_parse(gisa_buf_view(&text), &h, &err);
        SAME_C(h.uri, odd[i], "one bracket is a part of the address");
        gisa_buf_clear(&text);
    }
    gisa_warc_parse(GISA_STR("WARC/1.0\r\nWARC-Type: a\r\nContent-Length: 0\r\n"
                             "WARC-Target-URI: <>\r\n"),
                    &h, &err);
    SAME_C(h.uri, "", "two around nothing are no address");
}

static void test_unchunk(void)
{
    static const struct {
        const char *name, *body, *want; /* NULL: not chunks */
    } rows[] = {
        {"two chunks", "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", "abcde"},
        {"a large size in hex", "1A\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n",
         "abcdefghijklmnopqrstuvwxyz"},
        {"a page that is no chunks", "<html>\r\n", NULL},
        {"a size beyond the end", "ffff\r\nabc\r\n0\r\n", NULL},
        {"no last chunk", "3\r\nabc\r\n", NULL},
        {"a size that overflows", "fffffffffffffffffff\r\nabc\r\n0\r\n", NULL},
        {"a size with a zero in it", "10\r\nabcdefghijklmnop\r\n0\r\n", "abcdefghijklmnop"},
        {"fifteen digits of a size", "000000000000003\r\nabc\r\n0\r\n", "abc"},
        {"sixteen are too many", "0000000000000003\r\nabc\r\n0\r\n", NULL},
        {"a line without a size", ";x=y\r\n", NULL},
        {"a line that is no size before one", "zz\r\n3\r\nabc\r\n0\r\n", NULL},
        {"bytes after a chunk", "3\r\nabcd\r\n0\r\n", NULL},
        {"nothing", "", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf out = {0};
        bool good = gisa_warc_unchunk(gisa_str_from(rows[i].body), &out);
        EQUAL(good, rows[i].want != NULL, rows[i].name);
        SAME_C(gisa_buf_view(&out), rows[i].want ? rows[i].want : "", rows[i].name);
        gisa_buf_clear(&out);
    }
}

static void test_format(void)
{
    gisa_sha256 *h = gisa_sha256_open();
    gisa_buf one = {0}, two = {0}, moved = {0};
    gisa_error err = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:///a"),
                      .content_type = GISA_STR("text/plain"),
                      .fetched_utc = 1738557420,
                      .payload = GISA_STR("abc")};
    WENT(gisa_warc_format(&c, 0, h, &one, &err), err, "a record is written");
    WENT(gisa_warc_format(&c, 0, h, &two, &err), err, "and again");
    WENT(gisa_warc_format(&c, 9, h, &moved, &err), err, "and elsewhere");
    SAME(gisa_buf_view(&one), gisa_buf_view(&two), "the same capture makes the same record");
    OK(!gisa_str_eq(gisa_buf_view(&one), gisa_buf_view(&moved)), "but in another place another id");
    OK(gisa_str_has(gisa_buf_view(&one), GISA_STR("WARC-Date: 2025-02-03T04:37:00Z\r\n")),
       "dates are in UTC");
    c.digest = GISA_STR("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    gisa_buf_reset(&two);
    WENT(gisa_warc_format(&c, 0, h, &two, &err), err, "and with its digest known");
    SAME(gisa_buf_view(&one), gisa_buf_view(&two), "which is not made again");
    gisa_str all = gisa_buf_view(&one);
    size_t at = gisa_str_find(all, GISA_STR("<urn:uuid:"), 0);
    OK(at != GISA_NPOS && all.p[at + 24] == '8' && strchr("89ab", all.p[at + 29]),
       "the id is a UUID of version 8");
    gisa_buf_clear(&one);
    gisa_buf_clear(&two);
    gisa_buf_clear(&moved);
    gisa_sha256_close(h);
}

static bool has(const gisa_buf *b, const char *text)
{
    return gisa_str_has(gisa_buf_view(b), gisa_str_from(text));
}

static const struct {
    const char *name;
    gisa_capture capture;
    const char *has, *has_not;
} kinds[] = {
    {"a response",
     {.type = GISA_CAPTURE_RESPONSE, .http_head = {"HTTP/1.1 200 OK\r\n", 17}},
     "WARC-Type: response\r\n",
     "Gisa-Role"},
    {"an end of its head",
     {.type = GISA_CAPTURE_RESPONSE,
      .http_head = {"HTTP/1.1 200 OK\r\n", 17},
      .payload = {"<html>", 6}},
     "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>",
     NULL},
    {"a head without an end",
     {.type = GISA_CAPTURE_RESPONSE,
      .http_head = {"HTTP/1.1 200 OK", 15},
      .payload = {"<html>", 6}},
     "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<html>",
     NULL},
    {"a resource",
     {.type = GISA_CAPTURE_RESOURCE,
      .role = GISA_ROLE_SOURCE,
      .content_type = {"text/html; charset=utf-8", 24}},
     "Content-Type: text/html; charset=utf-8\r\n",
     "application/http"},
    {"its role",
     {.type = GISA_CAPTURE_RESOURCE, .role = GISA_ROLE_SOURCE},
     "WARC-Type: resource\r\n",
     "Gisa-Learn"},
    {"a feed",
     {.type = GISA_CAPTURE_RESOURCE, .role = GISA_ROLE_FEED},
     "Gisa-Role: feed\r\n",
     "WARC-Truncated"},
    {"robots",
     {.type = GISA_CAPTURE_RESOURCE, .role = GISA_ROLE_ROBOTS},
     "Gisa-Role: robots\r\n",
     NULL},
    {"a policy",
     {.type = GISA_CAPTURE_RESOURCE, .role = GISA_ROLE_POLICY},
     "Gisa-Role: policy\r\n",
     NULL},
    {"a source",
     {.type = GISA_CAPTURE_RESOURCE, .role = GISA_ROLE_SOURCE},
     "Gisa-Role: source\r\n",
     NULL},
    {"metadata",
     {.type = GISA_CAPTURE_METADATA, .truncated = true, .no_learn = true},
     "WARC-Type: metadata\r\n",
     "Refers"},
    {"a mark",
     {.type = GISA_CAPTURE_METADATA, .truncated = true, .no_learn = true},
     "WARC-Truncated: unspecified\r\nGisa-Learn: no\r\n",
     NULL},
    {"a page for the archive alone",
     {.type = GISA_CAPTURE_RESOURCE, .aside = true},
     "Gisa-Ingest: no\r\n",
     "Gisa-Learn"},
    {"a page for the corpus", {.type = GISA_CAPTURE_RESOURCE}, "Content-Length: ", "Gisa-Ingest"},
    {"a revisit of the same",
     {.type = GISA_CAPTURE_REVISIT, .digest = {"sha256:x", 8}, .payload = {"<html>", 6}},
     "WARC-Payload-Digest: sha256:x\r\n",
     "<html>"},
    {"its type", {.type = GISA_CAPTURE_REVISIT}, "WARC-Type: revisit\r\n", NULL},
    {"why it is one",
     {.type = GISA_CAPTURE_REVISIT, .http_status = 200},
     "revisit/identical-payload-digest\r\n",
     "application/http"},
    {"a revisit of what did not change",
     {.type = GISA_CAPTURE_REVISIT,
      .http_status = 304,
      .http_head = {"HTTP/1.1 304 Not Modified\r\n", 27}},
     "revisit/server-not-modified\r\n",
     "WARC-Refers-To-Date"},
    {"its head",
     {.type = GISA_CAPTURE_REVISIT,
      .http_status = 304,
      .refers_utc = 60,
      .http_head = {"HTTP/1.1 304 Not Modified\r\n", 27}},
     "Content-Type: application/http; msgtype=response\r\n",
     NULL},
    {"when it was seen first",
     {.type = GISA_CAPTURE_REVISIT, .refers_utc = 60},
     "WARC-Refers-To-Date: 1970-01-01T00:01:00Z\r\n",
     NULL},
};

static void test_kinds(void)
{
    gisa_sha256 *h = gisa_sha256_open();
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        gisa_capture c = kinds[i].capture;
        gisa_buf out = {0};
        gisa_error err = {0};
        c.uri = GISA_STR("http://a.example/");
        WENT(gisa_warc_format(&c, 0, h, &out, &err), err, kinds[i].name);
        OK(has(&out, kinds[i].has), kinds[i].name);
        OK(!kinds[i].has_not || !has(&out, kinds[i].has_not), kinds[i].name);
        gisa_buf_clear(&out);
    }
    gisa_sha256_close(h);
}

static void test_refused(void)
{
    gisa_str whole = {"", (size_t)64 << 20};
    const struct {
        const char *name;
        gisa_capture capture;
        gisa_status want;
    } rows[] = {
        {"a type that is none", {.type = (gisa_capture_type)4, .uri = {"a", 1}}, GISA_EINVAL},
        {"no address", {.type = GISA_CAPTURE_RESOURCE}, GISA_EINVAL},
        {"a line end in the address",
         {.type = GISA_CAPTURE_RESOURCE, .uri = {"a\n", 2}},
         GISA_EINVAL},
        {"DEL in the type",
         {.type = GISA_CAPTURE_RESOURCE, .uri = {"a", 1}, .content_type = {"\x7F", 1}},
         GISA_EINVAL},
        {"a response without a status",
         {.type = GISA_CAPTURE_RESPONSE, .uri = {"a", 1}},
         GISA_EINVAL},
        {"a head that ends twice",
         {.type = GISA_CAPTURE_RESOURCE,
          .uri = {"a", 1},
          .http_head = {"A: b\r\n\r\nC: d\r\n", 14}},
         GISA_EINVAL},
        {"64 MB and a byte",
         {.type = GISA_CAPTURE_RESOURCE, .uri = {"a", 1}, .payload = {"", whole.n + 1}},
         GISA_ELIMIT},
    };
    gisa_sha256 *h = gisa_sha256_open();
    gisa_buf out = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        EQUAL(gisa_warc_check(&rows[i].capture, &err), rows[i].want, rows[i].name);
        EQUAL(gisa_warc_format(&rows[i].capture, 0, h, &out, &err), rows[i].want, rows[i].name);
    }
    char *zeroes = calloc(1, whole.n);
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE, .uri = GISA_STR("a")};
    c.payload = (gisa_str){zeroes, whole.n};
    WENT(gisa_warc_format(&c, 0, h, &out, &err), err, "64 MB are fine");
    c.http_head = GISA_STR("A: b\r\n");
    c.payload.n -= c.http_head.n + 4;
    WENT(gisa_warc_check(&c, &err), err, "with a head and its end, too");
    c.payload.n++;
    EQUAL(gisa_warc_check(&c, &err), GISA_ELIMIT, "but not a byte more");
    free(zeroes);
    gisa_buf_clear(&out);
    gisa_sha256_close(h);
}

int main(void)
{
    test_kinds();
    test_refused();
    test_parse_fields();
    test_parse();
    test_unchunk();
    test_format();
    return test_end();
}
