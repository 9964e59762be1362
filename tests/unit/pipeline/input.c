#include "pipeline/input.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static char *make(const char *dir, const char *name, gisa_str bytes)
{
    gisa_error err;
    char *path = gisa_path_join(dir, name);
    gisa_file_write(path, bytes, &err);
    return path;
}

/* All of an input, `step` bytes done at a time before more is read. */
static gisa_status drain(gisa_input *in, size_t step, gisa_buf *out, gisa_error *err)
{
    for (;;) {
        gisa_input_forget(in);
        size_t n = step < in->rest.n && in->goes_on ? step : in->rest.n;
        gisa_buf_add(out, gisa_str_cut(in->rest, 0, n));
        in->rest = gisa_str_cut(in->rest, n, in->rest.n);
        if (!in->goes_on) return GISA_OK;
        gisa_status st = gisa_input_more(in, err);
        if (st < 0) return st;
    }
}

static void fill_lines(gisa_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) gisa_buf_addf(out, "%zu 국회\n", i);
}

static void gzip(gisa_str text, gisa_buf *out)
{
    gisa_error err = {0};
    gisa_deflater *d = NULL;
    WENT(gisa_deflater_open(&d, &err), err, "a compressor");
    size_t half = text.n / 2;
    gisa_deflater_put(d, gisa_str_cut(text, 0, half), out);
    gisa_deflater_put(d, gisa_str_cut(text, half, text.n), out);
    gisa_deflater_close(d);
}

/* UTF-8 as UTF-16LE, of the first plane. */
static void widen(gisa_str text, gisa_buf *out)
{
    for (size_t i = 0; i < text.n;) {
        unsigned char c = (unsigned char)text.p[i];
        unsigned cp = c;
        if (c >= 0xE0)
            cp = (c & 0xFu) << 12 | ((unsigned char)text.p[i + 1] & 0x3Fu) << 6 |
                 ((unsigned char)text.p[i + 2] & 0x3Fu);
        i += c >= 0xE0 ? 3 : 1;
        gisa_buf_add_char(out, (char)(cp & 0xFF));
        gisa_buf_add_char(out, (char)(cp >> 8));
    }
}

static void test_kinds(const char *dir, gisa_str text)
{
    gisa_buf zipped = {0}, wide = {0}, zipped_wide = {0};
    gzip(text, &zipped);
    widen(text, &wide);
    gzip(gisa_buf_view(&wide), &zipped_wide);
    const struct {
        const char *name, *charset;
        gisa_str bytes;
        bool gzip;
    } rows[] = {{"a plain file", NULL, text, false},
                {"a gzip file of two members", NULL, gisa_buf_view(&zipped), true},
                {"UTF-16", "utf-16le", gisa_buf_view(&wide), false},
                {"UTF-16 in gzip", "utf-16le", gisa_buf_view(&zipped_wide), true}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *path = make(dir, "a", rows[i].bytes);
        for (size_t step = 1000; step < 10000000; step *= 100) {
            gisa_input in = {0};
            gisa_error err = {0};
            gisa_buf out = {0};
            WENT(gisa_input_open(&in, path, &err), err, rows[i].name);
            EQUAL(in.gzip, rows[i].gzip, "it says whether it is compressed");
            if (rows[i].charset)
                WENT(gisa_input_decode(&in, rows[i].charset, &err), err, rows[i].name);
            WENT(drain(&in, step, &out, &err), err, rows[i].name);
            OK(gisa_str_eq(gisa_buf_view(&out), text), rows[i].name);
            gisa_input_clear(&in);
            gisa_buf_clear(&out);
        }
        unlink(path);
        gisa_free(path);
    }
    gisa_buf_clear(&zipped);
    gisa_buf_clear(&wide);
    gisa_buf_clear(&zipped_wide);
}

/* No more is held of a file than what is not done. */
static void test_room(const char *dir, gisa_str text)
{
    gisa_buf zipped = {0}, wide = {0}, out = {0};
    gisa_input in = {0};
    gisa_error err = {0};
    gzip(text, &zipped);
    widen(text, &wide);
    char *path = make(dir, "a", gisa_buf_view(&zipped));
    WENT(gisa_input_open(&in, path, &err), err, "a gzip file");
    size_t first = in.rest.n;
    OK(in.goes_on && first < text.n, "is not read to its end");
    WENT(gisa_input_more(&in, &err), err, "when a reader wants more of it");
    EQUAL(in.rest.n, 2 * first, "it has twice as much, in one step");
    SAME(gisa_str_cut(in.rest, 0, 64), gisa_str_cut(text, 0, 64), "from where it was");
    gisa_input_close(&in);
    gisa_free(path);
    path = make(dir, "a", gisa_buf_view(&wide));
    WENT(gisa_input_open(&in, path, &err), err, "a plain file");
    EQUAL(in.rest.n, wide.n, "is mapped");
    WENT(gisa_input_decode(&in, "utf-16le", &err), err, "to be decoded");
    OK(in.goes_on && in.rest.n < text.n, "it is not read to its end");
    WENT(drain(&in, 1 << 20, &out, &err), err, "when it is");
    OK(in.forgotten > wide.n / 2 && in.forgotten <= in.taken, "most of it was let go of");
    gisa_input_clear(&in);
    unlink(path);
    gisa_free(path);
    gisa_buf_clear(&zipped);
    gisa_buf_clear(&wide);
    gisa_buf_clear(&out);
}

static void test_pipe(void)
{
    int ends[2];
    char path[32];
    gisa_input in = {0};
    gisa_error err = {0};
    if (!OK(pipe(ends) == 0, "a pipe")) return;
    EQUAL(write(ends[1], "국회", 6), 6, "with a text");
    close(ends[1]);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[0]);
    WENT(gisa_input_open(&in, path, &err), err, "can be opened by a path");
    SAME_C(in.rest, "국회", "and is read");
    OK(!in.goes_on, "to its end");
    gisa_input_clear(&in);
    close(ends[0]);
}

/* Every allocation may fail where bytes on a pipe turn out to need decoding. */
static void test_memory(const char *dir)
{
    gisa_buf zipped = {0};
    gisa_status st = GISA_ENOMEM;
    gzip(GISA_STR("\xB1\xB9\xC8\xB8"), &zipped);
    char *path = make(dir, "a", gisa_buf_view(&zipped));
    for (uint64_t allowed = 0; st < 0 && allowed < 100; allowed++) {
        gisa_input in = {0};
        gisa_error err = {0};
        gisa_mem_fail_after(allowed);
        st = gisa_input_open(&in, path, &err);
        if (st >= 0) st = gisa_input_decode(&in, "cp949", &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail");
        if (st >= 0) SAME_C(in.rest, "국회", "or the text is whole");
        gisa_input_clear(&in);
    }
    EQUAL(st, GISA_OK, "with enough it goes well");
    unlink(path);
    gisa_free(path);
    gisa_buf_clear(&zipped);
}

static void test_faults(const char *dir, gisa_str text)
{
    gisa_buf zipped = {0}, out = {0};
    gisa_input in = {0};
    gisa_error err = {0};
    gzip(text, &zipped);
    char *path = make(dir, "cut.gz", gisa_str_cut(gisa_buf_view(&zipped), 0, zipped.n - 9));
    WENT(gisa_input_open(&in, path, &err), err, "a gzip file that is cut off opens");
    EQUAL(drain(&in, 1 << 20, &out, &err), GISA_ECORRUPT, "and is an error at its end");
    OK(strstr(err.text, "cut.gz: the file is cut off") != NULL, "that names it");
    OK(out.n > text.n / 2, "after what is whole");
    EQUAL(gisa_input_decode(&in, "klingon", &err), GISA_EENCODING, "no such character set");
    gisa_input_close(&in);
    unlink(path);
    EQUAL(gisa_input_open(&in, path, &err), GISA_EIO, "a missing file");
    gisa_free(path);
    WENT(gisa_input_open(&in, "/dev/null", &err), err, "a device is read as a pipe");
    OK(!in.rest.n && !in.goes_on && in.piped, "to its end");
    EQUAL(gisa_input_open(&in, dir, &err), GISA_EIO, "a folder is no file");
    path = make(dir, "a.warc.gz", gisa_buf_view(&zipped));
    WENT(gisa_input_open(&in, path, &err), err, "what is named a WARC file");
    OK(!in.gzip && in.rest.n == zipped.n, "stays as it is");
    gisa_input_clear(&in);
    unlink(path);
    gisa_free(path);
    gisa_buf_clear(&zipped);
    gisa_buf_clear(&out);
}

/* What a pipe gives in many reads, packed and not. */
static void test_long_pipe(void)
{
    gisa_buf text = {0}, zipped = {0};
    fill_lines(&text, 3000);
    gzip(gisa_buf_view(&text), &zipped);
    const gisa_str sent[] = {gisa_buf_view(&text), gisa_buf_view(&zipped)};
    for (size_t i = 0; i < 2; i++) {
        int ends[2];
        char path[40];
        gisa_input in = {0};
        gisa_error err = {0};
        gisa_buf out = {0};
        if (!OK(pipe(ends) == 0, "a pipe")) break;
        gisa_fd_write(ends[1], "pipe", sent[i], &err);
        close(ends[1]);
        snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
        WENT(gisa_input_open(&in, path, &err), err, "it opens");
        EQUAL(in.gzip, i == 1, "it says whether it is compressed");
        WENT(drain(&in, 1000, &out, &err), err, "it is read");
        OK(gisa_str_eq(gisa_buf_view(&out), gisa_buf_view(&text)), "to its end");
        gisa_input_clear(&in);
        gisa_buf_clear(&out);
        close(ends[0]);
    }
    gisa_buf_clear(&text);
    gisa_buf_clear(&zipped);
}

static void test_all(const char *dir, gisa_str text)
{
    gisa_buf zipped = {0};
    gisa_input in = {0};
    gisa_error err = {0};
    gzip(text, &zipped);
    char *path = make(dir, "all.gz", gisa_buf_view(&zipped));
    WENT(gisa_input_open(&in, path, &err), err, "a gzip file");
    WENT(gisa_input_read_all(&in, text.n, &err), err, "is read whole");
    OK(gisa_str_eq(in.rest, text), "to its end");
    WENT(gisa_input_open(&in, path, &err), err, "again");
    EQUAL(gisa_input_read_all(&in, text.n - 1, &err), GISA_ELIMIT, "a byte over the limit is not");
    WENT(gisa_input_open(&in, path, &err), err, "and again");
    EQUAL(gisa_input_read_all(&in, in.rest.n, &err), GISA_ELIMIT,
          "nor is what goes on when as much as may be is there");
    gisa_input_clear(&in);
    unlink(path);
    gisa_free(path);
    gisa_buf_clear(&zipped);
}

/* What the first 64 KiB show decides how a file is read. */
static void test_to_utf8(const char *dir)
{
    static const struct {
        const char *name, *text, *want;
        size_t blanks; /* before the text */
    } rows[] = {
        {"UTF-8", "국회", "국회", 0},
        {"a byte order mark", "\xEF\xBB\xBF국회", "국회", 0},
        {"windows-949", "\xB1\xB9\xC8\xB8", "국회", 0},
        {"what no character set tells", "\x81\xFF\xFE", "\x81\xFF\xFE", 0},
        {"windows-949 later than a head", "\xB1\xB9\xC8\xB8", "국회", 65000},
        {"and too late", "\xB1\xB9\xC8\xB8", "\xB1\xB9\xC8\xB8", 66000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf text = {0};
        gisa_input in = {0};
        gisa_error err = {0};
        for (size_t k = 0; k < rows[i].blanks; k++) gisa_buf_add_char(&text, ' ');
        gisa_buf_addf(&text, "%s\n", rows[i].text);
        char *path = make(dir, "a", gisa_buf_view(&text));
        WENT(gisa_input_open(&in, path, &err), err, "a file opens");
        WENT(gisa_input_to_utf8(&in, &err), err, rows[i].name);
        SAME_C(gisa_str_trim(in.rest), rows[i].want, rows[i].name);
        gisa_input_clear(&in);
        gisa_buf_clear(&text);
        unlink(path);
        gisa_free(path);
    }
}

int main(void)
{
    char dir[] = "/tmp/gisa-test-XXXXXX";
    gisa_buf text = {0};
    if (!OK(mkdtemp(dir) != NULL, "a scratch folder can be made")) return test_end();
    fill_lines(&text, 400000);
    test_kinds(dir, gisa_buf_view(&text));
    test_room(dir, gisa_buf_view(&text));
    test_pipe();
    test_memory(dir);
    test_faults(dir, gisa_buf_view(&text));
    test_long_pipe();
    test_all(dir, gisa_buf_view(&text));
    test_to_utf8(dir);
    gisa_buf_clear(&text);
    rmdir(dir);
    return test_end();
}
