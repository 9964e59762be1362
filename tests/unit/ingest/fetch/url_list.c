#include "ingest/fetch/url_list.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "corpus/url.h"
#include "tests/unit/test.h"

static char path[] = "/tmp/gisa-urls-XXXXXX";

static void write_list(gisa_str text)
{
    gisa_error err = {0};
    WENT(gisa_file_write(path, text, &err), err, "a list");
}

/* "line:url " of each line, "line:! " of one that has none. */
static gisa_status read_list(gisa_buf *out)
{
    gisa_url_list *l = NULL;
    gisa_error err = {0};
    gisa_str url;
    size_t line;
    gisa_buf_reset(out);
    gisa_status st = gisa_url_list_open(path, &l, &err);
    while (st >= 0 && (st = gisa_url_list_next(l, &url, &line, &err)) != GISA_END && st >= 0) {
        gisa_buf_addf(out, "%zu:", line);
        gisa_buf_add(out, st == GISA_OK ? url : GISA_STR("!"));
        gisa_buf_add_char(out, ' ');
    }
    gisa_url_list_close(l);
    return st;
}

static void test_lines(void)
{
    static const struct {
        const char *name, *text, *got;
    } rows[] = {
        {"addresses, a line each", "http://a.example/1\nhttps://b.example/2\n",
         "1:http://a.example/1 2:https://b.example/2 "},
        {"a last line without an end", "http://a.example/1\r\nhttp://a.example/2",
         "1:http://a.example/1 2:http://a.example/2 "},
        {"comments and empty lines", "\xEF\xBB\xBF# a list\n\n  http://A.example \n#\n",
         "3:http://a.example/ "},
        {"what is no address", "news\nhttp://a.example/1\n<a>\n", "1:! 2:http://a.example/1 3:! "},
        {"nothing", "", ""},
        {"only a line end", "\n", ""},
    };
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        write_list(gisa_str_from(rows[i].text));
        EQUAL(read_list(&out), GISA_END, rows[i].name);
        SAME_C(gisa_buf_view(&out), rows[i].got, rows[i].name);
    }
    gisa_buf_clear(&out);
}

/* Lines that cross the ends of what is read at a time, and one that no buffer should hold. */
static void test_long(void)
{
    gisa_buf text = {0}, out = {0};
    for (size_t i = 0; i < 9000; i++) gisa_buf_addf(&text, "http://a.example/view/%zu\n", i);
    gisa_buf_add_c(&text, "http://a.example/");
    for (size_t i = 0; i < 200000; i++) gisa_buf_add_char(&text, 'x');
    gisa_buf_add_c(&text, "\nhttp://a.example/after\n");
    write_list(gisa_buf_view(&text));
    EQUAL(read_list(&out), GISA_END, "a long list");
    gisa_str got = gisa_buf_view(&out);
    OK(gisa_str_starts(got, GISA_STR("1:http://a.example/view/0 2:http")), "from its first line");
    OK(gisa_str_ends(got, GISA_STR("9000:http://a.example/view/8999 9001:! "
                                   "9002:http://a.example/after ")),
       "to its last, and what is too long is none");
    gzFile z = gzopen(path, "wb");
    OK(gzwrite(z, text.p, 100000) == 100000 && gzclose(z) == Z_OK, "a gzipped one");
    EQUAL(read_list(&out), GISA_END, "is read, too");
    OK(gisa_str_starts(gisa_buf_view(&out), GISA_STR("1:http://a.example/view/0 ")), "as it is");
    OK(truncate(path, 500) == 0, "one that is cut off");
    EQUAL(read_list(&out), GISA_ECORRUPT, "is damaged");
    gisa_buf_clear(&text);
    gisa_buf_clear(&out);
}

static void test_hash(void)
{
    uint64_t one, other;
    gisa_error err = {0};
    write_list(GISA_STR("http://a.example/1\n"));
    WENT(gisa_url_list_hash(path, &one, &err), err, "a hash");
    write_list(GISA_STR("http://a.example/2\n"));
    WENT(gisa_url_list_hash(path, &other, &err), err, "another");
    OK(one != other, "of other bytes");
    EQUAL(gisa_url_list_hash("/tmp", &one, &err), GISA_EIO, "a folder is no list");
    OK(strstr(err.text, "is no file"), "as it says");
    unlink(path);
    EQUAL(gisa_url_list_hash(path, &one, &err), GISA_EIO, "nor is nothing");
    OK(strstr(err.text, "No such file"), "as it says");
    OK(mkfifo(path, 0600) == 0, "a pipe");
    EQUAL(gisa_url_list_hash(path, &one, &err), GISA_EIO, "is none, and nobody waits for it");
}

static void test_memory(void)
{
    gisa_buf out = {0};
    write_list(GISA_STR("http://a.example/1\nhttp://a.example/2\n"));
    gisa_mem_fail_after(GISA_MEM_NEVER - 1);
    read_list(&out);
    uint64_t n = gisa_mem_count();
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_buf_clear(&out);
        gisa_mem_fail_after(allowed);
        gisa_status st = read_list(&out);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        OK(st == GISA_ENOMEM || gisa_buf_status(&out) < 0, "every allocation may fail, cleanly");
    }
    gisa_buf_clear(&out);
}

int main(void)
{
    int fd = mkstemp(path);
    close(fd);
    test_lines();
    test_long();
    test_memory();
    test_hash();
    unlink(path);
    return test_end();
}
