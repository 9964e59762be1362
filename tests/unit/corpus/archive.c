#include "corpus/archive.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "corpus/gzip.h"
#include "tests/unit/disk.h"
#include "tests/unit/test.h"

static char dir[] = "/tmp/gisa-archive-XXXXXX";
static char path[64], copy[64];

static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";

static gisa_capture page(const char *uri, const char *body)
{
    return (gisa_capture){.type = GISA_CAPTURE_RESPONSE,
                          .uri = gisa_str_from(uri),
                          .fetched_utc = 1738567020,
                          .http_status = 200,
                          .http_head = gisa_str_from(head),
                          .payload = gisa_str_from(body)};
}

static void write_pages(size_t n)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    uint64_t offset;
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "the archive opens for writing");
    for (size_t i = 0; i < n; i++) {
        char uri[64];
        snprintf(uri, sizeof uri, "http://hanbit-wire.example/view/%zu", i);
        gisa_capture c = page(uri, "<p>본문입니다.</p>");
        WENT(gisa_archive_put(a, &c, &offset, &err), err, "a page goes in");
    }
    WENT(gisa_archive_sync(a, &err), err, "what was put is synced");
    gisa_archive_close(a);
}

/* The name of a new file is on the disk before anything in it counts on that. */
static void test_folder_synced(void)
{
    char folder[] = "/tmp/gisa-folder-XXXXXX";
    gisa_archive *a = NULL;
    gisa_error err = {0};
    struct stat info;
    if (!OK(mkdtemp(folder) && stat(folder, &info) == 0, "a folder is made")) return;
    char *file = gisa_path_join(folder, "n.warc.gz");
    for (int again = 0; again < 2; again++) {
        disk = (test_disk){0};
        WENT(gisa_archive_open(file, &a, NULL, &err), err, "an archive opens in it");
        gisa_archive_close(a);
        OK(again ? disk.synced == 0 : disk.synced == 1 && disk.last.st_ino == info.st_ino,
           "which syncs the folder when the file is new");
    }
    unlink(file);
    rmdir(folder);
    gisa_free(file);
}

static uint64_t size_of(const char *file)
{
    struct stat info = {0};
    stat(file, &info);
    return (uint64_t)info.st_size;
}

/* How many captures the file gives, warcinfo aside, and how it ended. */
static size_t count(const char *file, gisa_status *last, gisa_error *err)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    size_t n = 0;
    *last = gisa_archive_read(file, 0, &a, err);
    while (*last >= 0 && (*last = gisa_archive_next(a, &c, err)) == GISA_OK)
        n += c.type != GISA_CAPTURE_OTHER;
    gisa_archive_close(a);
    return n;
}

static void test_round_trip(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_capture c = page("http://hanbit-wire.example/view/1", "<p>하나</p>"), got;
    gisa_capture local = {.type = GISA_CAPTURE_RESOURCE,
                          .uri = GISA_STR("file:///press/a.txt"),
                          .content_type = GISA_STR("text/plain"),
                          .fetched_utc = 1738567021,
                          .payload = GISA_STR("한 줄\n두 줄\n")};
    uint64_t first, second, third;
    c.digest = GISA_STR("sha256:0000000000000000000000000000000000000000000000000000000000000000");
    unlink(path);
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "a new archive opens");
    WENT(gisa_archive_put(a, &c, &first, &err), err, "a response goes in, whatever its digest");
    WENT(gisa_archive_put(a, &local, &second, &err), err, "a resource goes in");
    gisa_capture again = {.type = GISA_CAPTURE_REVISIT,
                          .role = GISA_ROLE_FEED,
                          .uri = c.uri,
                          .fetched_utc = 1738567022,
                          .http_status = 304,
                          .http_head = GISA_STR("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n"),
                          .digest = GISA_STR("sha256:00"),
                          .refers_utc = c.fetched_utc};
    WENT(gisa_archive_put(a, &again, &third, &err), err, "a revisit goes in");
    gisa_archive_close(a);

    WENT(gisa_archive_read(path, 0, &a, &err), err, "it opens for reading");
    EQUAL(gisa_archive_next(a, &got, &err), GISA_OK, "the first record is there");
    EQUAL(got.type, GISA_CAPTURE_OTHER, "and is the warcinfo");
    EQUAL(gisa_archive_next(a, &got, &err), GISA_OK, "then the response");
    EQUAL(got.type, GISA_CAPTURE_RESPONSE, "of that type");
    EQUAL(got.offset, first, "at the offset that put told");
    EQUAL(got.length, second - first, "and of the length between two offsets");
    EQUAL(got.http_status, 200, "with its status");
    EQUAL(got.fetched_utc, c.fetched_utc, "and its date");
    SAME(got.payload, c.payload, "and its payload");
    SAME(got.http_head, c.http_head, "and its head");
    SAME_C(got.content_type, "text/html; charset=utf-8", "whose type comes from the head");
    EQUAL(got.digest.n, 71, "a digest was made");
    EQUAL(gisa_archive_next(a, &got, &err), GISA_OK, "then the resource");
    SAME(got.payload, local.payload, "with its bytes");
    SAME_C(got.content_type, "text/plain", "and its type");
    EQUAL(got.http_head.n, 0, "and no HTTP head");
    EQUAL(gisa_archive_next(a, &got, &err), GISA_OK, "then the revisit");
    EQUAL(got.type, GISA_CAPTURE_REVISIT, "of that type");
    EQUAL(got.role, GISA_ROLE_FEED, "with its role");
    EQUAL(got.http_status, 304, "and status");
    EQUAL(got.refers_utc, c.fetched_utc, "and the date of what it stands for");
    SAME_C(got.digest, "sha256:00", "and its digest");
    EQUAL(gisa_archive_next(a, &got, &err), GISA_END, "and that is all");
    EQUAL(gisa_archive_next(a, &got, &err), GISA_END, "asking again is fine");
    gisa_archive_close(a);

    WENT(gisa_archive_read(path, second, &a, &err), err, "reading may start at a record");
    EQUAL(gisa_archive_next(a, &got, &err), GISA_OK, "that record comes first");
    SAME(got.payload, local.payload, "with its payload");
    EQUAL(got.offset, second, "and its offset");
    gisa_archive_close(a);
}

static void test_options(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_capture got, c = {.type = GISA_CAPTURE_RESOURCE,
                           .uri = GISA_STR("file:a.txt"),
                           .content_type = GISA_STR("text/plain"),
                           .payload = GISA_STR("본문"),
                           .no_learn = true};
    uint64_t offset;
    unlink(path);
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "a new archive opens");
    gisa_archive_put(a, &c, &offset, &err);
    c.no_learn = false;
    c.keep_duplicates = true;
    gisa_archive_put(a, &c, &offset, &err);
    c.keep_duplicates = false;
    c.aside = true;
    gisa_archive_put(a, &c, &offset, &err);
    c.aside = false;
    c.content_type = GISA_STR("text/plain; gisa=keep");
    gisa_archive_put(a, &c, &offset, &err);
    gisa_archive_close(a);
    WENT(gisa_archive_read(path, 0, &a, &err), err, "it opens for reading");
    gisa_archive_next(a, &got, &err);
    gisa_archive_next(a, &got, &err);
    OK(got.no_learn && !got.keep_duplicates && !got.aside, "a capture stands aside from learning");
    gisa_archive_next(a, &got, &err);
    OK(!got.no_learn && got.keep_duplicates, "another keeps duplicates");
    SAME_C(got.content_type, "text/plain", "which is no matter of its type");
    gisa_archive_next(a, &got, &err);
    OK(got.aside && !got.no_learn, "a third is not to be taken in");
    gisa_archive_next(a, &got, &err);
    OK(got.keep_duplicates, "the parameter of earlier versions says the same");
    SAME_C(got.content_type, "text/plain", "and is no part of the type that is handed on");
    gisa_archive_close(a);
}

static void test_heads_alone(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_capture got;
    static char large[300000];
    uint64_t offset;
    size_t n = 0;
    memset(large, 'a', sizeof large - 1);
    unlink(path);
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "a new archive opens");
    for (int i = 0; i < 3; i++) {
        gisa_capture c = page("http://hanbit-wire.example/", i == 1 ? "b" : large);
        WENT(gisa_archive_put(a, &c, &offset, &err), err, "a page goes in");
    }
    gisa_archive_close(a);
    WENT(gisa_archive_read(path, 0, &a, &err), err, "it opens for reading");
    while (gisa_archive_next_head(a, &got, &err) == GISA_OK) {
        if (got.type == GISA_CAPTURE_OTHER) continue;
        n++;
        EQUAL(got.http_status, 200, "a look at the head knows the status");
        EQUAL(got.payload.n, 0, "and leaves the payload alone");
        OK(got.length > 0, "and knows how long the record is");
    }
    EQUAL(n, 3, "every record is looked at, long or short");
    gisa_archive_close(a);
}

static void test_same_bytes(void)
{
    gisa_buf one = {0}, two = {0};
    gisa_error err;
    unlink(path);
    write_pages(5);
    WENT(gisa_file_read(path, 1 << 20, &one, &err), err, "the first file is read");
    unlink(path);
    write_pages(5);
    WENT(gisa_file_read(path, 1 << 20, &two, &err), err, "the second file is read");
    uint64_t first = gisa_gzip_skip_length(gisa_buf_view(&one));
    EQUAL(gisa_gzip_skip_length(gisa_buf_view(&two)), first, "the first records are of one length");
    OK(memcmp(one.p, two.p, (size_t)first) != 0, "with another identity in each");
    SAME(gisa_str_cut(gisa_buf_view(&one), (size_t)first, one.n),
         gisa_str_cut(gisa_buf_view(&two), (size_t)first, two.n),
         "after them, the same captures are the same bytes");
    gisa_buf_clear(&one);
    gisa_buf_clear(&two);
}

/* Every possible cut: the whole records before it stay, the torn one goes, and the next open for
 * writing cuts exactly the torn part off. */
/* The last record is read to its end, however many reads that takes. */
static void test_large_tail(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_buf text = {0};
    uint64_t offset, cut = 1;
    for (size_t i = 0; i < 100000; i++) gisa_buf_add_char(&text, (char)('a' + i % 26));
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "an archive opens");
    gisa_capture c = page("http://hanbit-wire.example/long", "");
    c.payload = gisa_buf_view(&text);
    WENT(gisa_archive_put(a, &c, &offset, &err), err, "a long page goes in last");
    gisa_archive_close(a);
    WENT(gisa_archive_open(path, &a, &cut, &err), err, "and it opens again");
    EQUAL(cut, 0, "with nothing to cut off");
    EQUAL(gisa_archive_end(a), size_of(path), "and ends with that page");
    gisa_archive_close(a);
    unlink(path);
    gisa_buf_clear(&text);
}

static void test_torn_tail(void)
{
    gisa_error err = {0};
    gisa_status last;
    uint64_t two, three;
    unlink(path);
    write_pages(2);
    two = size_of(path);
    write_pages(1);
    three = size_of(path);
    gisa_buf bytes = {0};
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, "the file is read");
    for (uint64_t n = two + 1; n < three; n += n < two + 40 || n > three - 20 ? 1 : 37) {
        gisa_str part = gisa_str_cut(gisa_buf_view(&bytes), 0, (size_t)n);
        gisa_archive *a = NULL;
        uint64_t cut = 0;
        WENT(gisa_file_write(copy, part, &err), err, "a torn copy is written");
        EQUAL(count(copy, &last, &err), 2, "a reader gives the whole records");
        EQUAL(last, GISA_SKIP, "and says that the last is cut off");
        EQUAL(err.offset, two, "and where");
        WENT(gisa_archive_open(copy, &a, &cut, &err), err, "a torn file opens for writing");
        EQUAL(cut, n - two, "what is torn is cut off");
        gisa_archive_close(a);
        EQUAL(size_of(copy), two, "and nothing else");
    }
    gisa_buf_clear(&bytes);
}

static void test_zero_tail(void)
{
    gisa_error err = {0};
    gisa_archive *a = NULL;
    gisa_status last;
    uint64_t cut = 0;
    unlink(path);
    write_pages(2);
    uint64_t size = size_of(path);
    OK(truncate(path, (off_t)size + 5000) == 0, "a crash leaves zeros behind");
    EQUAL(count(path, &last, &err), 2, "a reader gives the records before them");
    EQUAL(last, GISA_SKIP, "and speaks of the zeros");
    WENT(gisa_archive_open(path, &a, &cut, &err), err, "it opens for writing");
    EQUAL(cut, 5000, "without them");
    gisa_archive_close(a);
}

/* A crash may leave the last record at its full length, but not all that was in it. */
static void test_damaged_end(void)
{
    gisa_error err = {0};
    gisa_archive *a = NULL;
    gisa_buf bytes = {0};
    unlink(path);
    write_pages(2);
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, "the file is read");
    bytes.p[bytes.n - 6] ^= 0x20;
    WENT(gisa_file_write(copy, gisa_buf_view(&bytes), &err), err, "its end is damaged");
    EQUAL(gisa_archive_open(copy, &a, NULL, &err), GISA_ECORRUPT, "which a writer notices");
    bytes.p[bytes.n - 6] ^= 0x20;
    bytes.p[62] ^= 0x10;
    WENT(gisa_file_write(copy, gisa_buf_view(&bytes), &err), err, "its first record is damaged");
    EQUAL(gisa_archive_open(copy, &a, NULL, &err), GISA_ECORRUPT, "where it says whose it is");
    EQUAL(err.cause, GISA_CAUSE_DAMAGED_ARCHIVE, "which is said");
    bytes.p[62] ^= 0x10;
    size_t at = gisa_str_find(gisa_buf_view(&bytes), GISA_STR("File Format"), 0);
    if (OK(at != GISA_NPOS, "which is not compressed")) bytes.p[at] ^= 0x20;
    WENT(gisa_file_write(copy, gisa_buf_view(&bytes), &err), err, "it is damaged elsewhere");
    WENT(gisa_archive_open(copy, &a, NULL, &err), err, "which is left to a check of all");
    gisa_archive_close(a);
    gisa_buf_clear(&bytes);
}

static void test_damage(void)
{
    gisa_error err = {0};
    gisa_status last;
    unlink(path);
    write_pages(3);
    uint64_t size = size_of(path);
    gisa_buf bytes = {0};
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, "the file is read");
    size_t first = (size_t)gisa_gzip_skip_length(gisa_buf_view(&bytes));
    size_t inside = first + GISA_GZIP_HEAD + 40; /* of the first page's member */
    for (size_t at = inside; at < inside + 8; at++) {
        bytes.p[at] ^= 0x20;
        WENT(gisa_file_write(copy, gisa_buf_view(&bytes), &err), err, "a damaged copy is written");
        OK(count(copy, &last, &err) < 3, "a damaged record is not given");
        EQUAL(last, GISA_ECORRUPT, "the damage is an error");
        OK(err.offset > 0 && err.offset <= at, "with the offset of the record that holds it");
        EQUAL(size_of(copy), size, "and nothing is cut");
        bytes.p[at] ^= 0x20;
    }
    gisa_buf_clear(&bytes);
}

/* The captures and the damaged stretches of a file, as "ok" and "from-to". */
static void walk_sound(const char *file, gisa_buf *out)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_stretch damaged;
    gisa_error err = {0};
    gisa_status st = gisa_archive_read(file, 0, &a, &err);
    gisa_buf_reset(out);
    while (st >= 0 && (st = gisa_archive_next_sound(a, &c, &damaged, &err)) >= 0) {
        if (st == GISA_END) break;
        if (st == GISA_OK)
            gisa_buf_add_c(out, c.payload.n ? "ok " : "empty ");
        else
            gisa_buf_addf(out, "%llu-%llu ", (unsigned long long)damaged.from,
                          (unsigned long long)damaged.to);
    }
    EQUAL(st, GISA_END, "every walk comes to the end");
    gisa_archive_close(a);
}

static void test_step_over(void)
{
    gisa_error err = {0};
    gisa_buf bytes = {0}, got = {0};
    uint64_t ends[4] = {0};
    static const char *const before[] = {"", "ok ok ", "ok ok ok ", "ok ok ok ok "},
                             *const after[] = {"", "ok ok ", "ok ", ""};
    char want[64];
    unlink(path);
    for (size_t i = 0; i < 4; i++) {
        write_pages(1);
        ends[i] = size_of(path);
    }
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, "the file is read");
    for (size_t i = 1; i < 4; i++) {
        size_t at = (size_t)ends[i - 1];
        const size_t places[] = {at, at + 1, at + 60, (size_t)ends[i] - 6};
        snprintf(want, sizeof want, "%s%zu-%zu %s", before[i], at, (size_t)ends[i], after[i]);
        for (size_t k = 0; k < sizeof places / sizeof places[0]; k++) {
            bytes.p[places[k]] ^= 0x20;
            WENT(gisa_file_write(copy, gisa_buf_view(&bytes), &err), err, "a byte is damaged");
            walk_sound(copy, &got);
            SAME_C(gisa_buf_view(&got), want, "one record alone is given up");
            bytes.p[places[k]] ^= 0x20;
        }
        bytes.p[at + 17] ^= 0x20;
        WENT(gisa_file_write(copy, gisa_buf_view(&bytes), &err), err, "a skip length is wrong");
        walk_sound(copy, &got);
        SAME_C(gisa_buf_view(&got), "ok ok ok ok ok ", "which a reader does not mind");
        gisa_archive *a = NULL;
        WENT(gisa_archive_open(copy, &a, NULL, &err), err, "nor a writer");
        EQUAL(gisa_archive_end(a), ends[3], "who finds the end");
        gisa_archive_close(a);
        bytes.p[at + 17] ^= 0x20;
    }
    bytes.n -= 5;
    WENT(gisa_file_write(copy, gisa_buf_view(&bytes), &err), err, "the last record is torn");
    walk_sound(copy, &got);
    snprintf(want, sizeof want, "ok ok ok ok %zu-%zu ", (size_t)ends[2], bytes.n);
    SAME_C(gisa_buf_view(&got), want, "and is the stretch to the end");
    gisa_buf_clear(&bytes);
    gisa_buf_clear(&got);
}

static void test_copies(void)
{
    gisa_archive *a = NULL, *b = NULL;
    gisa_error err = {0};
    gisa_buf bytes = {0};
    gisa_capture c;
    uint64_t at = 0;
    unlink(path);
    unlink(copy);
    write_pages(1);
    uint64_t one = size_of(path);
    write_pages(1);
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, "the file is read");
    WENT(gisa_archive_lock(path, &a, &err), err, "it is locked");
    EQUAL(gisa_archive_open(path, &b, NULL, &err), GISA_EBUSY, "so that nobody writes");
    gisa_archive_close(a);
    WENT(gisa_archive_open(copy, &b, NULL, &err), err, "another file begins");
    WENT(gisa_archive_put_info(b, 1738567021, &err), err, "with a warcinfo of its own");
    uint64_t begun = gisa_archive_end(b);
    WENT(gisa_archive_put_members(b, gisa_str_cut(gisa_buf_view(&bytes), (size_t)one, bytes.n), &at,
                                  &err),
         err, "and members of the first");
    EQUAL(at, begun, "after it");
    gisa_archive_close(b);
    WENT(gisa_archive_read(copy, 0, &a, &err), err, "it is read");
    EQUAL(gisa_archive_next(a, &c, &err), GISA_OK, "the first record");
    EQUAL(c.type, GISA_CAPTURE_OTHER, "is the warcinfo");
    EQUAL(gisa_archive_next(a, &c, &err), GISA_OK, "the second");
    SAME_C(c.uri, "http://hanbit-wire.example/view/0", "the page");
    EQUAL(gisa_archive_next(a, &c, &err), GISA_END, "and that is all");
    gisa_archive_close(a);
    gisa_buf_clear(&bytes);
}

static void test_lock(void)
{
    gisa_archive *a = NULL, *b = NULL;
    gisa_error err = {0};
    gisa_status last;
    unlink(path);
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "the first writer gets in");
    EQUAL(gisa_archive_open(path, &b, NULL, &err), GISA_EBUSY, "the second does not");
    EQUAL(count(path, &last, &err), 0, "a reader does, and an empty archive is empty");
    EQUAL(last, GISA_END, "and no error");
    gisa_archive_close(a);
    WENT(gisa_archive_open(path, &b, NULL, &err), err, "after the first has gone, the second does");
    gisa_archive_close(b);
}

static void test_refusals(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    uint64_t offset;
    unlink(path);
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "a new archive opens");
    gisa_capture c = page("http://a.example/\r\nWARC-Type: x", "");
    EQUAL(gisa_archive_put(a, &c, &offset, &err), GISA_EINVAL, "an address cannot smuggle a field");
    c = page("http://a.example/", "");
    c.http_head = GISA_STR("HTTP/1.1 200 OK\r\n\r\nbody");
    EQUAL(gisa_archive_put(a, &c, &offset, &err), GISA_EINVAL, "a head cannot smuggle a body");
    c = page("http://a.example/", "");
    c.payload.n = (size_t)GISA_RECORD_MAX;
    EQUAL(gisa_archive_put(a, &c, &offset, &err), GISA_ELIMIT, "a record has a ceiling");
    c.type = GISA_CAPTURE_OTHER;
    EQUAL(gisa_archive_put(a, &c, &offset, &err), GISA_EINVAL,
          "nobody can put a record of no type");
    gisa_archive_close(a);
    EQUAL(size_of(path), 0, "nothing of all this was written");

    unlink(path);
    c = page("http://a.example/", "");
    WENT(gisa_archive_open_as(path, "urn:uuid:00112233-4455-8677-8899-aabbccddeeff", 0, &a, NULL,
                              &err),
         err, "an archive with a name");
    WENT(gisa_archive_put(a, &c, &offset, &err), err, "that it is given with its first record");
    gisa_archive_close(a);
    EQUAL(gisa_archive_open_as(path, "urn:uuid:10112233-4455-8677-8899-aabbccddeeff", 0, &a, NULL,
                               &err),
          GISA_EINVAL, "is not opened by another one");
    EQUAL(err.cause, GISA_CAUSE_OTHER_ARCHIVE, "for that reason");

    WENT(gisa_file_write(path, GISA_STR("my diary\n"), &err), err, "some other file");
    EQUAL(gisa_archive_open(path, &a, NULL, &err), GISA_EINVAL, "is not taken for an archive");
    EQUAL(size_of(path), 9, "and is left alone");
    WENT(gisa_file_write(path, GISA_STR("\x1fz is not the magic of gzip"), &err), err,
         "half of it");
    EQUAL(gisa_archive_open(path, &a, NULL, &err), GISA_EINVAL, "is not enough");
    WENT(gisa_file_write(path, GISA_STR("z\x8b is not either"), &err), err, "the other half");
    EQUAL(gisa_archive_open(path, &a, NULL, &err), GISA_EINVAL, "is not either");
    EQUAL(gisa_archive_open(dir, &a, NULL, &err), GISA_EIO, "a folder is no archive");
    EQUAL(gisa_archive_read(dir, 0, &a, &err), GISA_EIO, "neither to read");
    OK(strstr(err.text, "is a directory") != NULL, "and says why");
    EQUAL(gisa_archive_read("/tmp/gisa-none", 0, &a, &err), GISA_EIO, "nor is what is not there");
}

/* A file that may not grow stands for a full disk. */
static void test_full_disk(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_status last;
    struct rlimit old, low;
    uint64_t offset;
    unlink(path);
    write_pages(2);
    uint64_t size = size_of(path);
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    low = old;
    low.rlim_cur = size + 100;
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "it opens");
    gisa_capture c = page("http://hanbit-wire.example/view/9", "<p>셋</p>");
    setrlimit(RLIMIT_FSIZE, &low);
    EQUAL(gisa_archive_put(a, &c, &offset, &err), GISA_EIO, "a record that does not fit fails");
    EQUAL(size_of(path), size, "and leaves nothing of itself");
    setrlimit(RLIMIT_FSIZE, &old);
    WENT(gisa_archive_put(a, &c, &offset, &err), err, "with room again, it goes in");
    EQUAL(offset, size, "where it should");
    gisa_archive_close(a);
    EQUAL(count(path, &last, &err), 3, "and all three are there");
}

static gisa_status use_all(void)
{
    gisa_archive *a = NULL;
    gisa_capture c = page("http://hanbit-wire.example/view/1", "<p>본문</p>"), got;
    uint64_t offset;
    gisa_error err;
    unlink(copy);
    gisa_status st = gisa_archive_open(copy, &a, NULL, &err);
    if (st >= 0) st = gisa_archive_put(a, &c, &offset, &err);
    gisa_archive_close(a);
    a = NULL;
    if (st >= 0) st = gisa_archive_read(copy, 0, &a, &err);
    while (st >= 0 && st != GISA_END) st = gisa_archive_next(a, &got, &err);
    gisa_archive_close(a);
    return st;
}

static void test_memory(void)
{
    gisa_mem_fail_after(GISA_MEM_NEVER - 1);
    EQUAL(use_all(), GISA_END, "with memory all goes well");
    uint64_t n = gisa_mem_count();
    size_t other = 0;
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = use_all();
        if (st != GISA_ENOMEM && st != GISA_END) other++;
    }
    gisa_mem_fail_after(GISA_MEM_NEVER);
    OK(n > 5, "memory was asked for");
    EQUAL(other, 0, "every allocation may fail, cleanly");
}

int main(void)
{
    if (!mkdtemp(dir)) return 1;
    snprintf(path, sizeof path, "%s/a.warc.gz", dir);
    snprintf(copy, sizeof copy, "%s/b.warc.gz", dir);
    test_round_trip();
    test_options();
    test_heads_alone();
    test_same_bytes();
    test_large_tail();
    test_torn_tail();
    test_zero_tail();
    test_damage();
    test_damaged_end();
    test_step_over();
    test_copies();
    test_lock();
    test_refusals();
    test_full_disk();
    test_memory();
    unlink(path);
    unlink(copy);
    rmdir(dir);
    test_folder_synced();
    return test_end();
}
