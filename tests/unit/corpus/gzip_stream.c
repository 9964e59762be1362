#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

#include "base/file.h"
#include "corpus/gzip.h"
#include "tests/unit/test.h"

static int temp_with(gisa_str bytes)
{
    char path[] = "/tmp/gisa-stream-XXXXXX";
    gisa_error err;
    int fd = mkstemp(path);
    gisa_fd_write(fd, path, bytes, &err);
    unlink(path);
    return fd;
}

static void test_members_one_by_one(void)
{
    gisa_deflater *d = NULL;
    gisa_stream *s = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    char got[16];
    size_t n;
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, GISA_STR("first"), &out);
    uint64_t second = out.n;
    gisa_deflater_put(d, GISA_STR("second"), &out);
    int fd = temp_with(gisa_buf_view(&out));
    WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "the stream opens");
    OK(gisa_stream_is_gzip(s), "and knows gzip");
    EQUAL(gisa_stream_read(s, got, 5, &n, &err), GISA_OK, "a read of the exact size");
    SAME(((gisa_str){got, n}), GISA_STR("first"), "gives the first member");
    EQUAL(gisa_stream_settle(s, &err), GISA_OK, "it is settled");
    EQUAL(gisa_stream_offset(s), second, "and then the second is next");
    EQUAL(gisa_stream_read(s, got, 3, &n, &err), GISA_OK, "a part of the second");
    EQUAL(gisa_stream_settle(s, &err), GISA_OK, "cannot be settled");
    EQUAL(gisa_stream_offset(s), second, "while bytes of it are left");
    EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_OK, "the rest of it");
    SAME(((gisa_str){got, n}), GISA_STR("ond"), "comes next");
    EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_OK, "then the end");
    EQUAL(n, 0, "with nothing in it");
    WENT(gisa_stream_seek(s, second, &err), err, "going back");
    EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_OK, "to a member");
    SAME(((gisa_str){got, n}), GISA_STR("second"), "reads it again");
    EQUAL(gisa_stream_skip_length(s, second), out.n - second, "its skip length is there to ask");
    gisa_stream_close(s);
    close(fd);
    gisa_deflater_close(d);
    gisa_buf_clear(&out);
}

static void test_plain(void)
{
    gisa_stream *s = NULL;
    gisa_error err = {0};
    char got[16];
    size_t n;
    int fd = temp_with(GISA_STR("plain bytes"));
    WENT(gisa_stream_open(fd, "it", 6, &s, &err), err, "a plain file opens in its middle");
    EQUAL(gisa_stream_offset(s), 6, "and knows where it is");
    EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_OK, "it reads");
    SAME(((gisa_str){got, n}), GISA_STR("bytes"), "from there");
    gisa_stream_close(s);
    close(fd);
}

/* What makes a file gzip are its first two bytes. */
static void test_kinds(void)
{
    static const struct {
        const char *name;
        gisa_str bytes;
        bool gzip;
    } rows[] = {
        {"nothing", {"", 0}, false},
        {"the first byte alone", {"\x1f", 1}, false},
        {"the first and another", {"\x1fx", 2}, false},
        {"another and the second", {"x\x8b", 2}, false},
        {"both and no more", {"\x1f\x8b", 2}, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_stream *s = NULL;
        gisa_error err = {0};
        char got[16];
        size_t n;
        int fd = temp_with(rows[i].bytes);
        errno = EINTR; /* of some call before */
        WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, rows[i].name);
        EQUAL(gisa_stream_is_gzip(s), rows[i].gzip, rows[i].name);
        EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), rows[i].gzip ? GISA_SKIP : GISA_OK,
              rows[i].name);
        if (!rows[i].gzip) SAME(((gisa_str){got, n}), rows[i].bytes, rows[i].name);
        EQUAL(gisa_stream_seek(s, (uint64_t)INT64_MAX + 1, &err), GISA_EIO, "no file is that long");
        WENT(gisa_stream_seek(s, INT64_MAX, &err), err, "one could just be");
        gisa_stream_close(s);
        close(fd);
    }
    gisa_stream *s = NULL;
    gisa_error err = {0};
    int fd = open("/", O_RDONLY | O_DIRECTORY);
    EQUAL(gisa_stream_open(fd, "it", 0, &s, &err), GISA_EIO, "a folder cannot be read");
    close(fd);
}

static void test_places(void)
{
    static const size_t places[] = {150000, 10, 65536, 65535, 131072, 199999, 0, 150001};
    gisa_buf bytes = {0};
    gisa_stream *s = NULL;
    gisa_error err = {0};
    char got[1];
    size_t n;
    for (size_t i = 0; i < 200000; i++) gisa_buf_add_char(&bytes, (char)(i % 251));
    int fd = temp_with(gisa_buf_view(&bytes));
    WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "a long file opens");
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        WENT(gisa_stream_seek(s, places[i], &err), err, "each place is found");
        WENT(gisa_stream_read(s, got, 1, &n, &err), err, "and read");
        OK(n == 1 && got[0] == bytes.p[places[i]], "with its byte");
    }
    gisa_stream_close(s);
    close(fd);
    gisa_buf_clear(&bytes);
}

static void test_rubbish_behind(void)
{
    gisa_deflater *d = NULL;
    gisa_stream *s = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    char got[16];
    size_t n;
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, GISA_STR("one"), &out);
    uint64_t end = out.n;
    gisa_buf_add_c(&out, "rubbish");
    int fd = temp_with(gisa_buf_view(&out));
    WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "the stream opens");
    EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_OK, "the member is read");
    EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_ECORRUPT, "the rubbish is not");
    EQUAL(err.offset, end, "and its place is told");
    gisa_stream_close(s);
    close(fd);
    gisa_deflater_close(d);
    gisa_buf_clear(&out);
}

/* What a crash can leave after the last member. */
static void test_zeros_at_the_end(void)
{
    static const size_t zeros[] = {1, 7, 70000};
    for (size_t i = 0; i < sizeof zeros / sizeof zeros[0]; i++) {
        gisa_deflater *d = NULL;
        gisa_stream *s = NULL;
        gisa_buf out = {0}, want = {0};
        gisa_error err = {0};
        char got[16];
        size_t n;
        WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
        gisa_deflater_put(d, GISA_STR("one"), &out);
        uint64_t end = out.n;
        for (size_t k = 0; k < zeros[i]; k++) gisa_buf_add_char(&out, '\0');
        int fd = temp_with(gisa_buf_view(&out));
        WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "the stream opens");
        EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_OK, "the member is read");
        EQUAL(gisa_stream_read(s, got, sizeof got, &n, &err), GISA_SKIP, "the zeros are not");
        EQUAL(err.offset, end, "they begin where the member ends");
        gisa_buf_addf(&want, "it: ends in %zu zero bytes from byte %d", zeros[i], (int)end);
        SAME(gisa_str_from(err.text), gisa_buf_view(&want), "and are counted");
        gisa_stream_close(s);
        close(fd);
        gisa_deflater_close(d);
        gisa_buf_clear(&out);
        gisa_buf_clear(&want);
    }
}

/* A member may hold more than a read's worth of blocks without data, as a writer leaves that
 * flushes without need. */
static void test_empty_blocks(void)
{
    gisa_stream *s = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    char got[4];
    size_t n;
    gisa_buf_add(&out, (gisa_str){"\x1f\x8b\x08\0\0\0\0\0\0\x03", 10});
    gisa_buf_add(&out, (gisa_str){"\0\4\0\xfb\xff"
                                  "data",
                                  9});
    for (size_t i = 0; i < 40000; i++) gisa_buf_add(&out, (gisa_str){"\0\0\0\xff\xff", 5});
    gisa_buf_add(&out, (gisa_str){"\1\0\0\xff\xff", 5});
    uint32_t crc = (uint32_t)crc32(0, (const Bytef *)"data", 4);
    for (int i = 0; i < 4; i++) gisa_buf_add_char(&out, (char)(unsigned char)(crc >> (8 * i)));
    gisa_buf_add(&out, (gisa_str){"\4\0\0\0", 4});
    int fd = temp_with(gisa_buf_view(&out));
    WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "the stream opens");
    WENT(gisa_stream_read(s, got, sizeof got, &n, &err), err, "the data is read");
    SAME(((gisa_str){got, n}), GISA_STR("data"), "all of it");
    EQUAL(gisa_stream_settle(s, &err), GISA_OK, "the rest is passed over");
    EQUAL(gisa_stream_offset(s), out.n, "to its end");
    gisa_stream_close(s);
    close(fd);
    gisa_buf_clear(&out);
}

/* Where a member may begin, whether it says its length or not. */
static void test_find_gzip(void)
{
    enum { EDGE = 65534 }; /* over the edge of what is read at once */
    gisa_buf file = {0};
    gisa_error err = {0};
    gisa_stream *s = NULL;
    uint64_t at = 0;
    gisa_buf_add(&file, GISA_STR("\x1f\x8b\x08\0 \x1f\x8b\x08\x20 \x1f\x8b\x07\0 \x1f\x8a\x08\0"));
    memset(gisa_buf_reserve(&file, EDGE), ' ', EDGE);
    file.n = EDGE;
    gisa_buf_add(&file, GISA_STR("\x1f\x8b\x08\x1f \x1f\x8b\x08"));
    int fd = temp_with(gisa_buf_view(&file));
    WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "the stream opens");
    EQUAL(gisa_stream_find_gzip(s, 0, &at, &err), GISA_OK, "after the first");
    EQUAL(at, EDGE, "the next is where magic, method and flags fit");
    EQUAL(gisa_stream_find_gzip(s, at, &at, &err), GISA_END, "a head that is cut off is none");
    EQUAL(at, file.n, "that is the end of the file");
    gisa_stream_close(s);
    close(fd);
    gisa_buf_clear(&file);
}

/* Sets the length that the head of a member says. */
static void say_length(gisa_buf *file, size_t member, uint32_t n)
{
    size_t at = 0;
    uint64_t is = gisa_gzip_skip_length(gisa_str_cut(gisa_buf_view(file), member, file->n));
    for (at = member; memcmp(file->p + at, "sl", 2) != 0;) at++;
    at += 4; /* the field's name and length */
    EQUAL((unsigned char)file->p[at] | (unsigned char)file->p[at + 1] << 8, is,
          "a length is there");
    for (size_t i = 0; i < 4; i++) file->p[at + i] = (char)(unsigned char)(n >> 8 * i);
}

/* Behind a damaged member: the length that it says is believed only when it leads to another one.
 */
static void test_find_member(void)
{
    gisa_deflater *d = NULL;
    gisa_stream *s = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    uint64_t next = 0;
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, GISA_STR("first"), &out);
    size_t first = out.n;
    gisa_buf_add(&out, GISA_STR("\x1f no member says its length here"));
    size_t second = out.n;
    gisa_deflater_put(d, GISA_STR("second"), &out);
    for (uint32_t said = (uint32_t)first + 2; said <= second;
         said += (uint32_t)(second - first) - 2) {
        say_length(&out, 0, said);
        int fd = temp_with(gisa_buf_view(&out));
        WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "the stream opens");
        EQUAL(gisa_stream_skip_length(s, 0), said == second ? said : 0, "a length leads somewhere");
        EQUAL(gisa_stream_find_member(s, 0, &next, &err), GISA_OK, "or a member is searched");
        EQUAL(next, second, "and found");
        EQUAL(gisa_stream_offset(s), second, "where the stream goes on");
        gisa_stream_close(s);
        close(fd);
    }
    gisa_deflater_close(d);
    gisa_buf_clear(&out);
}

/* The last member has all its bytes and does not end, or has not all of them. */
static void test_no_end(void)
{
    gisa_deflater *d = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    char got[64];
    size_t n;
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, GISA_STR("one, two, three, four"), &out);
    memcpy(out.p + GISA_GZIP_HEAD, "\0\xff\xff\0\0", 5); /* a stored block of 65,535 bytes */
    for (size_t less = 0; less < 2; less++) {
        gisa_stream *s = NULL;
        gisa_status st = GISA_OK;
        int fd = temp_with(gisa_str_cut(gisa_buf_view(&out), 0, out.n - less));
        WENT(gisa_stream_open(fd, "it", 0, &s, &err), err, "the stream opens");
        while (st == GISA_OK) st = gisa_stream_read(s, got, sizeof got, &n, &err);
        EQUAL(st, less ? GISA_SKIP : GISA_ECORRUPT, "whole, it is damaged; else it is cut off");
        gisa_stream_close(s);
        close(fd);
    }
    gisa_deflater_close(d);
    gisa_buf_clear(&out);
}

/* A pipe gives its bytes once, and the first of them by itself. */
static void test_pipe(void)
{
    gisa_deflater *d = NULL;
    gisa_stream *s = NULL;
    gisa_buf out = {0};
    gisa_error err = {0};
    char got[16] = "";
    size_t n = 0;
    int ends[2];
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, GISA_STR("first"), &out);
    gisa_deflater_close(d);
    if (!OK(pipe(ends) == 0, "a pipe")) return;
    if (fork() == 0) {
        gisa_fd_write(ends[1], "pipe", gisa_str_cut(gisa_buf_view(&out), 0, 1), &err);
        usleep(20000);
        gisa_fd_write(ends[1], "pipe", gisa_str_cut(gisa_buf_view(&out), 1, out.n), &err);
        _exit(0);
    }
    close(ends[1]);
    WENT(gisa_stream_open_pipe(ends[0], "pipe", &s, &err), err, "it opens");
    OK(gisa_stream_is_gzip(s), "and is known for gzip");
    EQUAL(gisa_stream_skip_length(s, 1000), 0, "what is ahead is not looked at");
    WENT(gisa_stream_read(s, got, sizeof got, &n, &err), err, "it is read");
    SAME_C(((gisa_str){got, n}), "first", "to its end");
    WENT(gisa_stream_read(s, got, sizeof got, &n, &err), err, "where");
    EQUAL(n, 0, "nothing is left");
    gisa_stream_close(s);
    close(ends[0]);
    wait(NULL);
    gisa_buf_clear(&out);
}

/* No more than two bytes are waited for to know what a pipe gives. */
static void test_waiting_pipe(void)
{
    gisa_stream *s = NULL;
    gisa_error err = {0};
    int ends[2];
    if (!OK(pipe(ends) == 0, "a pipe")) return;
    gisa_fd_write(ends[1], "pipe", GISA_STR("\x1f\x8b"), &err);
    WENT(gisa_stream_open_pipe(ends[0], "pipe", &s, &err), err, "it opens while more is to come");
    OK(gisa_stream_is_gzip(s), "and is known for gzip");
    gisa_stream_close(s);
    close(ends[0]);
    close(ends[1]);
}

int main(void)
{
    test_members_one_by_one();
    test_plain();
    test_kinds();
    test_places();
    test_rubbish_behind();
    test_zeros_at_the_end();
    test_empty_blocks();
    test_find_gzip();
    test_find_member();
    test_no_end();
    test_pipe();
    test_waiting_pipe();
    return test_end();
}
