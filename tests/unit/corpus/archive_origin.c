#include "corpus/archive_origin.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
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
    WENT(gisa_archive_open_as(path, id, &a, NULL, &err), err, "an archive");
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

static void test_own(void)
{
    char one[GISA_ARCHIVE_ID_CHARS + 1], two[GISA_ARCHIVE_ID_CHARS + 1];
    gisa_error err = {0};
    gisa_buf bytes = {0};
    WENT(gisa_archive_id_make(one, &err), err, "an identity");
    WENT(gisa_archive_id_make(two, &err), err, "and another");
    OK(strcmp(one, two) != 0, "are not the same");
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
    EQUAL(
        gisa_archive_open_as(path, "urn:uuid:10112233-4455-8677-8899-aabbccddeeff", &a, NULL, &err),
        GISA_EINVAL, "nor is the archive of another database");
    EQUAL(err.cause, GISA_CAUSE_OTHER_ARCHIVE, "for that reason");
    WENT(gisa_archive_open_as(path, ID, &a, NULL, &err), err, "the one that is meant is");
    SAME_C(gisa_str_from(gisa_archive_id(a)), ID, "by its name");
    gisa_archive_close(a);
    gisa_archive_origin o;
    EQUAL(gisa_archive_origin_read(dir, &o, &err), GISA_EIO, "a folder is no archive");
    gisa_buf_clear(&before);
    gisa_buf_clear(&after);
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
    unlink(path);
    rmdir(dir);
    return test_end();
}
