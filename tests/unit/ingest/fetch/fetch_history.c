#include "ingest/fetch/fetch_history.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/unit/test.h"

static void put(gisa_archive *a, gisa_capture c)
{
    uint64_t offset;
    gisa_error err = {0};
    WENT(gisa_archive_put(a, &c, &offset, &err), err, "a capture goes in");
}

static gisa_capture response(const char *uri, int status, const char *head, const char *body,
                             int64_t utc)
{
    return (gisa_capture){.type = GISA_CAPTURE_RESPONSE,
                          .uri = gisa_str_from(uri),
                          .fetched_utc = utc,
                          .http_status = status,
                          .http_head = gisa_str_from(head),
                          .payload = gisa_str_from(body)};
}

static void fill(const char *path)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "an archive");
    put(a, response("http://a.example/1", 200, "HTTP/1.1 200 OK\r\nETag: \"x\"\r\n", "one", 1000));
    gisa_capture revisit = {.type = GISA_CAPTURE_REVISIT,
                            .uri = GISA_STR("http://a.example/1"),
                            .http_status = 304,
                            .fetched_utc = 2000};
    put(a, revisit);
    put(a, response("http://a.example/2", 301, "HTTP/1.1 301 M\r\nLocation: /1\r\n", "", 1000));
    put(a, response("http://a.example/3", 301, "HTTP/1.1 301 M\r\nLocation: /none\r\n", "", 1000));
    put(a, response("http://a.example/4", 301, "HTTP/1.1 301 M\r\nLocation: /4\r\n", "", 1000));
    gisa_capture gone = response("http://a.example/5", 404, "HTTP/1.1 404 No\r\n", "", 1000);
    gone.truncated = true;
    put(a, gone);
    gisa_capture note = {.type = GISA_CAPTURE_METADATA,
                         .role = GISA_ROLE_SOURCE,
                         .uri = GISA_STR("urn:gisa:source:a"),
                         .fetched_utc = 3000};
    put(a, note);
    gisa_archive_close(a);
}

static void test_known(const char *path)
{
    gisa_fetch_history k = {0};
    gisa_error err = {0};
    WENT(gisa_fetch_history_load("/tmp/gisa-no-such-archive", &k, &err), err,
         "no archive is no error");
    EQUAL(k.n, 0, "and knows nothing");
    fill(path);
    WENT(gisa_fetch_history_load(path, &k, &err), err, "an archive is read");
    const gisa_fetched_page *page = gisa_fetch_history_find(&k, GISA_STR("http://a.example/1"));
    OK(page && page->asked_utc == 2000, "a revisit says when it was asked for last");
    OK(page && page->fetched_utc == 1000 && page->status == 200, "and leaves what there is");
    gisa_archive *a = NULL;
    gisa_capture held;
    WENT(gisa_fetch_history_read(&k, page, &a, &held, &err), err, "the bytes can be read again");
    SAME_C(held.payload, "one", "as they are");
    gisa_archive_close(a);
    OK(gisa_fetch_history_follow(&k, GISA_STR("http://a.example/2")) == page,
       "a redirect is followed");
    OK(!gisa_fetch_history_follow(&k, GISA_STR("http://a.example/3")), "to what is not known, too");
    page = gisa_fetch_history_follow(&k, GISA_STR("http://a.example/4"));
    OK(page && page->status == 301, "and of a circle one is given");
    page = gisa_fetch_history_find(&k, GISA_STR("http://a.example/5"));
    OK(page && page->status == 404 && !page->fetched_utc, "what is gone is known to be gone");
    EQUAL(gisa_fetch_history_read(&k, page, &a, &held, &err), GISA_ENOTFOUND, "and has no bytes");
    page = gisa_fetch_history_find(&k, GISA_STR("urn:gisa:source:a"));
    OK(page && page->asked_utc == 3000, "the note of a source says when it was crawled");
    gisa_fetch_history_clear(&k);
}

static void test_memory(const char *path)
{
    gisa_fetch_history k = {0};
    gisa_error err;
    size_t wrong = 0;
    for (uint64_t allowed = 0; allowed < 40; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_fetch_history_load(path, &k, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st != GISA_OK && st != GISA_ENOMEM;
        gisa_fetch_history_clear(&k);
    }
    EQUAL(wrong, 0, "every allocation may fail, cleanly");
}

int main(void)
{
    char path[] = "/tmp/gisa-known-XXXXXX";
    int fd = mkstemp(path);
    if (fd < 0) return 1;
    close(fd);
    test_known(path);
    test_memory(path);
    unlink(path);
    return test_end();
}
