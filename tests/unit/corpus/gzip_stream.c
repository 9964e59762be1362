#include <stdlib.h>
#include <unistd.h>

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

int main(void)
{
    test_members_one_by_one();
    test_plain();
    test_rubbish_behind();
    return test_end();
}
