#include "ingest/fetch/exchange.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "tests/unit/test.h"

static const struct {
    const char *address;
    bool local;
} addresses[] = {
    {"127.0.0.1", true},
    {"10.1.2.3", true},
    {"172.16.0.1", true},
    {"172.31.255.255", true},
    {"172.32.0.1", false},
    {"192.168.1.1", true},
    {"192.169.0.1", false},
    {"169.254.169.254", true},
    {"100.64.0.1", true},
    {"100.128.0.1", false},
    {"0.0.0.0", true},
    {"192.0.0.8", true},
    {"192.0.1.1", false},
    {"192.0.2.7", true},
    {"198.51.100.7", true},
    {"203.0.113.7", true},
    {"203.0.114.7", false},
    {"198.17.255.255", false},
    {"198.18.0.1", true},
    {"198.19.255.255", true},
    {"198.20.0.1", false},
    {"223.255.255.255", false},
    {"224.0.0.1", true},
    {"240.0.0.1", true},
    {"255.255.255.255", true},
    {"192.88.99.1", true},
    {"8.8.8.8", false},
    {"::1", true},
    {"::", true},
    {"::8.8.8.8", true},
    {"fe80::1", true},
    {"fec0::1", true},
    {"fc00::1", true},
    {"ff02::1", true},
    {"100::1", true},
    {"2001:db8::1", true},
    {"3fff:fff::1", true},
    {"3fff:1000::1", false},
    {"2001::1", true},
    {"2001:200::1", false},
    {"2002:808:808::1", true},
    {"2606:4700::1111", false},
    {"::ffff:127.0.0.1", true},
    {"::ffff:8.8.8.8", false},
    {"64:ff9b::10.0.0.1", true},
    {"64:ff9b::8.8.8.8", false},
    {"64:ff9b:1::8.8.8.8", true},
};

static void test_local_addresses(void)
{
    for (size_t i = 0; i < sizeof addresses / sizeof addresses[0]; i++) {
        struct sockaddr_storage s = {0};
        struct sockaddr_in *v4 = (struct sockaddr_in *)&s;
        struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)&s;
        bool six = strchr(addresses[i].address, ':') != NULL;
        s.ss_family = six ? AF_INET6 : AF_INET;
        inet_pton(s.ss_family, addresses[i].address, six ? (void *)&v6->sin6_addr : &v4->sin_addr);
        EQUAL(gisa_address_is_local((struct sockaddr *)&s), addresses[i].local,
              addresses[i].address);
    }
}

static void test_archive_head(void)
{
    gisa_buf out = {0};
    gisa_exchange_archive_head(GISA_STR("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nETag: \"a\"\n"
                                        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"),
                               1234, &out);
    SAME_C(gisa_buf_view(&out),
           "HTTP/1.1 200 OK\r\nX-Archive-Orig-content-encoding: gzip\r\nETag: \"a\"\r\n"
           "X-Archive-Orig-Transfer-Encoding: chunked\r\nX-Archive-Orig-Content-Length: 5\r\n"
           "Content-Length: 1234\r\n",
           "what spoke of the coding is kept under another name");
    gisa_buf_clear(&out);
}

static void test_finish(void)
{
    gisa_exchange x = {.head = {.p = "HTTP/1.1 200 OK\r\n", .n = 17}};
    char reason[100];
    gisa_exchange_finish(&x, CURLE_PARTIAL_FILE, reason, sizeof reason);
    EQUAL(x.fault, GISA_FAULT_NETWORK, "a body that is cut off is a network failure");
    x.fault = GISA_FAULT_NONE;
    gisa_exchange_finish(&x, CURLE_FILESIZE_EXCEEDED, reason, sizeof reason);
    EQUAL(x.fault, GISA_FAULT_LARGE, "a length over the limit is no network failure");
    x.fault = GISA_FAULT_NONE;
    x.was_cut = true;
    gisa_exchange_finish(&x, CURLE_WRITE_ERROR, reason, sizeof reason);
    EQUAL(x.fault, GISA_FAULT_NONE, "a body that we cut on purpose is fine");
    EQUAL(x.status, 200, "with its status");
    x.head = (gisa_buf){0};
    gisa_exchange_finish(&x, CURLE_OK, reason, sizeof reason);
    EQUAL(x.fault, GISA_FAULT_NETWORK, "without a status line there was no response");
}

#define CODED(name) "HTTP/1.1 200 OK\r\nContent-Encoding: " name "\r\n"

/* What comes of a body under a coding. */
static void test_codings(void)
{
    static const char brotli[] = "\213\005\200\074\160\076\160\154\141\151\156\074\057\160\076\003";
    static const struct {
        const char *name, *head;
        gisa_str body;
        const char *want, *reason;
        size_t max;
        gisa_exchange_fault fault;
        bool cut;
    } rows[] = {
        {"brotli",
         CODED("br"),
         {brotli, 16},
         "<p>plain</p>",
         "HTTP status 200",
         100,
         GISA_FAULT_NONE,
         false},
        {"a word that is no coding", CODED("UTF-8"), GISA_STR("<p>"), "<p>", "HTTP status 200", 100,
         GISA_FAULT_NONE, false},
        {"a body that is not coded as it says", CODED("gzip"), GISA_STR("<p>"), "<p>",
         "HTTP status 200", 100, GISA_FAULT_NONE, false},
        {"a coding that cannot be undone", CODED("zstd"), GISA_STR("\x28\xB5\x2F\xFD\1"),
         "\x28\xB5\x2F\xFD\1", "cannot undo Content-Encoding zstd", 100, GISA_FAULT_CODING, false},
        {"brotli that is cut off",
         CODED("br"),
         {brotli, 13},
         "<p>plain</",
         "the compressed data is cut off",
         100,
         GISA_FAULT_CODING,
         false},
        {"brotli over the limit",
         CODED("br"),
         {brotli, 16},
         "<p>",
         "larger than 3 bytes",
         3,
         GISA_FAULT_LARGE,
         false},
        {"brotli over the limit that may be cut",
         CODED("br"),
         {brotli, 16},
         "<p>",
         "HTTP status 200",
         3,
         GISA_FAULT_NONE,
         true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_exchange x = {.opts = {.max_bytes = rows[i].max, .cut = rows[i].cut}};
        char reason[100];
        gisa_buf_add_c(&x.head, rows[i].head);
        gisa_buf_add(&x.body, rows[i].body);
        gisa_exchange_finish(&x, CURLE_OK, reason, sizeof reason);
        EQUAL(x.fault, rows[i].fault, rows[i].name);
        SAME_C(gisa_buf_view(&x.body), rows[i].want, rows[i].name);
        SAME_C(gisa_str_from(reason), rows[i].reason, rows[i].name);
        gisa_buf_clear(&x.head);
        gisa_buf_clear(&x.body);
    }
}

int main(void)
{
    test_local_addresses();
    test_archive_head();
    test_finish();
    test_codings();
    return test_end();
}
