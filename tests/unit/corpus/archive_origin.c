#include "corpus/archive_origin.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "corpus/archive.h"
#include "corpus/gzip.h"
#include "tests/unit/test.h"

static char dir[] = "/tmp/gisa-test-XXXXXX", path[64];

static gisa_archive_origin read_origin(const char *name)
{
    gisa_archive_origin o = {.owner = GISA_OWNER_OTHERS};
    gisa_error err = {0};
    WENT(gisa_archive_origin_read(path, &o, &err), err, name);
    return o;
}

static void write_own(const char *id)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:a.txt"),
                      .content_type = GISA_STR("text/plain"),
                      .fetched_utc = 1741000000,
                      .payload = GISA_STR("한 줄\n")};
    unlink(path);
    WENT(gisa_archive_open_as(path, id, 0, &a, NULL, &err), err, "an archive");
    WENT(gisa_archive_put(a, &c, NULL, &err), err, "with a capture");
    gisa_archive_close(a);
}

/* A file of one record, as a gzip member without a skip length or plain. */
static void write_record(const char *text, bool gzip)
{
    gisa_deflater *d = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    gisa_deflater_open(&d, &err);
    if (gzip)
        gisa_deflater_put(d, gisa_str_from(text), &out);
    else
        gisa_buf_add_c(&out, text);
    WENT(gisa_file_write(path, gisa_buf_view(&out), &err), err, "a file");
    gisa_deflater_close(d);
    gisa_buf_clear(&out);
}

#define RECORD(type, id, block)                                                                    \
    "WARC/1.0\r\nWARC-Type: " type "\r\nWARC-Record-ID: <" id ">\r\n"                              \
    "Content-Type: application/warc-fields\r\nContent-Length: 60\r\n\r\n" block "\r\n\r\n"
#define ID "urn:uuid:00112233-4455-8677-8899-aabbccddeeff"

static const struct {
    const char *name, *text;
    bool gzip;
    gisa_archive_owner want;
} files[] = {
    {"of an earlier gisa", RECORD("warcinfo", ID, "software: gisa\r\nformat: x\r\n"), true,
     GISA_OWNER_GISA},
    {"of another program", RECORD("warcinfo", ID, "software: Wget/1.21 (linux)\r\n"), true,
     GISA_OWNER_OTHERS},
    {"of another program whose name begins so", RECORD("warcinfo", ID, "software: gisakit\r\n"),
     true, GISA_OWNER_OTHERS},
    {"that says nothing of its program", RECORD("warcinfo", ID, "format: x\r\n"), true,
     GISA_OWNER_OTHERS},
    {"that begins with another record", RECORD("response", ID, "software: gisa\r\n"), true,
     GISA_OWNER_OTHERS},
    {"whose record has no identity", RECORD("warcinfo", "x", "software: gisa\r\n"), true,
     GISA_OWNER_OTHERS},
    {"plain text", "my diary\n", false, GISA_OWNER_OTHERS},
    {"nothing", "", false, GISA_OWNER_NOBODY},
};

static void write_bytes(gisa_str bytes)
{
    gisa_error err = {0};
    WENT(gisa_file_write(path, bytes, &err), err, "a file");
}

/* The bytes of a member as gisa writes it. */
static void make_member(const char *text, gisa_buf *out)
{
    gisa_deflater *d = NULL;
    gisa_error err = {0};
    WENT(gisa_deflater_open(&d, &err), err, "a compressor");
    gisa_deflater_put(d, gisa_str_from(text), out);
    gisa_deflater_close(d);
}

static void check(gisa_str bytes, gisa_archive_owner want, const char *name)
{
    write_bytes(bytes);
    EQUAL(read_origin(name).owner, want, name);
}

static void test_damage(void)
{
    gisa_buf own = {0}, plain = {0};
    make_member(RECORD("warcinfo", ID, "software: gisa\r\n"), &own);
    /* The same without the extra field that gisa writes. */
    gisa_buf_add(&plain, GISA_STR("\x1f\x8b\x08\0\0\0\0\0\0\xff"));
    gisa_buf_add(&plain, gisa_str_cut(gisa_buf_view(&own), GISA_GZIP_HEAD, own.n));
    check(gisa_buf_view(&plain), GISA_OWNER_GISA, "a copy that another program packed");
    check(gisa_str_cut(gisa_buf_view(&plain), 0, GISA_GZIP_HEAD), GISA_OWNER_OTHERS,
          "cut off after the length of gisa's heads it is another's");
    check(gisa_str_cut(gisa_buf_view(&plain), 0, GISA_GZIP_HEAD - 1), GISA_OWNER_UNCLEAR,
          "before that it may be gisa's");
    plain.p[10] |= 6; /* no kind of block */
    check(gisa_buf_view(&plain), GISA_OWNER_OTHERS, "damaged it is another's");
    char first = own.p[GISA_GZIP_HEAD];
    own.p[GISA_GZIP_HEAD] |= 6;
    check(gisa_buf_view(&own), GISA_OWNER_DAMAGED, "a member as gisa writes it, damaged");
    own.p[GISA_GZIP_HEAD] = first;
    check(gisa_str_cut(gisa_buf_view(&own), 0, 40), GISA_OWNER_UNCLEAR, "or cut off");
    own.p[16] = 40; /* the member's length */
    own.p[17] = 0;
    check(gisa_str_cut(gisa_buf_view(&own), 0, 40), GISA_OWNER_DAMAGED,
          "what does not end and is as long as it says");
    gisa_buf_clear(&own);
    gisa_buf_clear(&plain);
}

/* The first record alone says whose the file is. */
static void test_next_member(void)
{
    gisa_buf text = {0}, out = {0};
    gisa_buf_add_c(&text, "WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <" ID ">\r\n"
                          "Content-Length: 9999\r\n\r\nformat: ");
    while (text.n < 4094) gisa_buf_add_char(&text, 'x'); /* as much as is read at once */
    gisa_buf_add_c(&text, "\r\n");
    make_member(text.p, &out);
    make_member("software: gisa\r\n", &out);
    check(gisa_buf_view(&out), GISA_OWNER_OTHERS, "what another member says does not count");
    gisa_buf_clear(&text);
    gisa_buf_clear(&out);
}

/* A record that names its program n bytes after its start. */
static void check_far(size_t n, gisa_archive_owner want, const char *name)
{
    gisa_buf text = {0}, out = {0};
    gisa_buf_add_c(&text, "WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <" ID ">\r\n"
                          "Content-Length: 99999\r\n\r\ndescription: ");
    while (text.n < n - 2) gisa_buf_add_char(&text, 'x');
    gisa_buf_add_c(&text, "\r\nsoftware: gisa\r\n");
    make_member(text.p, &out);
    check(gisa_buf_view(&out), want, name);
    gisa_buf_clear(&text);
    gisa_buf_clear(&out);
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    write_own(ID);
    for (uint64_t allowed = 0; st < 0 && allowed < 100; allowed++) {
        gisa_archive_origin o;
        gisa_error err = {0};
        gisa_mem_fail_after(allowed);
        st = gisa_archive_origin_read(path, &o, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail");
        if (st >= 0) EQUAL(o.owner, GISA_OWNER_GISA, "or none does");
    }
    EQUAL(st, GISA_OK, "with enough it goes well");
}

static void test_own(void)
{
    char one[GISA_ARCHIVE_ID_CHARS + 1], two[GISA_ARCHIVE_ID_CHARS + 1];
    gisa_error err = {0};
    gisa_buf bytes = {0};
    WENT(gisa_archive_id_make(one, &err), err, "an identity");
    WENT(gisa_archive_id_make(two, &err), err, "and another");
    OK(strcmp(one, two) != 0, "are not the same");
    EQUAL(strlen(one), 9 + 36, "and are whole");
    OK(strncmp(one, "urn:uuid:", 9) == 0 && one[23] == '4' && strchr("89ab", one[28]), "a UUID");
    EQUAL(read_origin("no file").owner, GISA_OWNER_NOBODY, "where no file is");
    write_own(one);
    gisa_archive_origin o = read_origin("our own");
    EQUAL(o.owner, GISA_OWNER_GISA, "an archive is known as gisa's");
    SAME_C(gisa_str_from(o.id), one, "by the name it was given");
    write_own(NULL);
    o = read_origin("our own");
    OK(*o.id && strcmp(o.id, one) != 0, "or one of its own");
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, "its bytes");
    EQUAL(o.bytes, bytes.n, "are counted");
    for (size_t n = 2; n < 150; n += 7) {
        WENT(gisa_file_write(path, gisa_str_cut(gisa_buf_view(&bytes), 0, n), &err), err, "torn");
        EQUAL(read_origin("torn").owner, GISA_OWNER_UNCLEAR,
              "cut in its first record it may be ours");
    }
    gisa_buf_clear(&bytes);
}

static void test_refusals(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_buf before = {0}, after = {0};
    write_record(RECORD("warcinfo", ID, "software: Wget/1.21 (linux)\r\n"), true);
    gisa_file_read(path, 1 << 20, &before, &err);
    EQUAL(gisa_archive_open(path, &a, NULL, &err), GISA_EINVAL, "another program's is not opened");
    EQUAL(err.cause, GISA_CAUSE_FOREIGN_ARCHIVE, "for that reason");
    gisa_file_read(path, 1 << 20, &after, &err);
    SAME(gisa_buf_view(&after), gisa_buf_view(&before), "and not changed");
    write_own(ID);
    EQUAL(gisa_archive_open_as(path, "urn:uuid:10112233-4455-8677-8899-aabbccddeeff", 0, &a, NULL,
                               &err),
          GISA_EINVAL, "nor is the archive of another database");
    EQUAL(err.cause, GISA_CAUSE_OTHER_ARCHIVE, "for that reason");
    WENT(gisa_archive_open_as(path, ID, 0, &a, NULL, &err), err, "the one that is meant is");
    SAME_C(gisa_str_from(gisa_archive_id(a)), ID, "by its name");
    gisa_archive_close(a);
    gisa_archive_origin o;
    EQUAL(gisa_archive_origin_read(dir, &o, &err), GISA_EIO, "a folder is no archive");
    char below[80];
    snprintf(below, sizeof below, "%s/a", path);
    EQUAL(gisa_archive_origin_read(below, &o, &err), GISA_EIO, "nor is there one below a file");
    gisa_buf_clear(&before);
    gisa_buf_clear(&after);
}

/* What was looked at before is not looked at again; what came after it is. */
static void test_sound(void)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    uint64_t cut = 0, offset = 0;
    gisa_buf bytes = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:b.txt"),
                      .fetched_utc = 1741000000,
                      .payload = GISA_STR("둘째\n")};
    write_own(ID);
    WENT(gisa_archive_open_as(path, ID, 0, &a, NULL, &err), err, "an archive with a capture");
    uint64_t sound = gisa_archive_end(a);
    WENT(gisa_archive_put(a, &c, &offset, &err), err, "and another one");
    uint64_t end = gisa_archive_end(a);
    gisa_archive_close(a);
    WENT(gisa_file_read(path, 1 << 20, &bytes, &err), err, "its bytes");
    for (size_t i = 0; i < 60; i++) gisa_buf_add_char(&bytes, bytes.p[i]);
    WENT(gisa_file_write(path, gisa_buf_view(&bytes), &err), err, "and a torn end");
    WENT(gisa_archive_open_as(path, ID, sound, &a, &cut, &err), err, "open from a sound place");
    EQUAL(gisa_archive_end(a), end, "the end is found behind it");
    EQUAL(cut, 60, "and what is torn is cut off");
    gisa_archive_close(a);
    WENT(gisa_archive_open_as(path, ID, end + 100, &a, &cut, &err), err, "a place beyond it");
    EQUAL(gisa_archive_end(a), end, "is none");
    gisa_archive_close(a);
    gisa_buf_clear(&bytes);
}

/* Who crawls may be said at any place of a file, and takes its identity from none. */
static void test_crawler(void)
{
    static const gisa_capture_type types[] = {GISA_CAPTURE_OTHER, GISA_CAPTURE_OTHER,
                                              GISA_CAPTURE_RESOURCE, GISA_CAPTURE_OTHER};
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_archive_origin origin;
    gisa_str fields = GISA_STR("operator: desk@hanbit-wire.example\r\n");
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE, .uri = GISA_STR("file:a"), .fetched_utc = 1};
    uint64_t at;
    unlink(path);
    WENT(gisa_archive_open(path, &a, NULL, &err), err, "a new archive");
    WENT(gisa_archive_put_crawler(a, fields, 1738567020, &err), err, "that names its crawler");
    uint64_t first = gisa_archive_end(a);
    WENT(gisa_archive_put(a, &c, &at, &err), err, "goes on");
    EQUAL(at, first, "after that");
    WENT(gisa_archive_put_crawler(a, fields, 1738567020, &err), err, "and names it once more");
    WENT(gisa_archive_origin_read(path, &origin, &err), err, "its origin");
    SAME_C(gisa_str_from(origin.id), gisa_archive_id(a), "is what it was");
    gisa_archive_close(a);
    WENT(gisa_archive_read(path, 0, &a, &err), err, "it is read");
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        WENT(gisa_archive_next(a, &c, &err), err, "a record");
        EQUAL(c.type, types[i], "of its type");
    }
    EQUAL(gisa_archive_next(a, &c, &err), GISA_END, "and that is all");
    gisa_archive_close(a);
}

int main(void)
{
    if (!OK(mkdtemp(dir) != NULL, "a scratch folder")) return test_end();
    snprintf(path, sizeof path, "%s/a.warc.gz", dir);
    test_own();
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        write_record(files[i].text, files[i].gzip);
        gisa_archive_origin o = read_origin(files[i].name);
        EQUAL(o.owner, files[i].want, files[i].name);
        SAME_C(gisa_str_from(o.id), o.owner == GISA_OWNER_GISA ? ID : "", files[i].name);
    }
    test_refusals();
    test_damage();
    test_next_member();
    check_far(65536 - 20, GISA_OWNER_GISA, "a record of 64 KiB is read");
    check_far(65536 + 10, GISA_OWNER_OTHERS, "but no more");
    test_sound();
    test_memory();
    test_crawler();
    unlink(path);
    rmdir(dir);
    return test_end();
}
