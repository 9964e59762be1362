#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

#include "base/file.h"
#include "corpus/archive.h"
#include "corpus/gzip.h"
#include "tests/unit/test.h"

static void add_record(gisa_buf *out, const char *type, const char *fields, gisa_str block)
{
    gisa_buf_addf(out,
                  "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Date: 2025-02-03T04:37:00Z\r\n"
                  "WARC-Target-URI: http://a.example/\r\n%sContent-Length: %zu\r\n\r\n",
                  type, fields, block.n);
    gisa_buf_add(out, block);
    gisa_buf_add_c(out, "\r\n\r\n");
}

static gisa_archive *open_bytes(gisa_str file)
{
    char path[] = "/tmp/gisa-warc-XXXXXX";
    gisa_error err = {0};
    gisa_archive *a = NULL;
    int fd = mkstemp(path);
    gisa_fd_write(fd, path, file, &err);
    close(fd);
    WENT(gisa_archive_read(path, 0, &a, &err), err, "the file opens");
    unlink(path);
    return a;
}

/* What is read of a file: payloads with a '|' behind each, a skipped record as "!". */
static void read_as(bool sound, gisa_str file, gisa_buf *out, gisa_status *last)
{
    gisa_error err = {0};
    gisa_archive *a = open_bytes(file);
    gisa_capture c;
    gisa_stretch given_up;
    *last = GISA_OK;
    while (*last >= 0 && *last != GISA_END) {
        *last = sound ? gisa_archive_next_sound(a, &c, &given_up, &err)
                      : gisa_archive_next(a, &c, &err);
        if (*last < 0 || *last == GISA_END) break;
        if (*last == GISA_SKIP)
            gisa_buf_add_char(out, '!');
        else
            gisa_buf_add(out, c.payload);
        gisa_buf_add_char(out, '|');
    }
    gisa_archive_close(a);
}

static void read_foreign(gisa_str file, gisa_buf *out, gisa_status *last)
{
    read_as(false, file, out, last);
}

/* Reads a file to its end. */
static void reads_as(bool sound, gisa_str file, const char *want, const char *name)
{
    gisa_buf got = {0};
    gisa_status last;
    read_as(sound, file, &got, &last);
    SAME_C(gisa_buf_view(&got), want, name);
    EQUAL(last, GISA_END, name);
    gisa_buf_clear(&got);
}

#define HTML "Content-Type: application/http;msgtype=response\r\n"

static void make_foreign(gisa_buf *out, gisa_deflater *d)
{
    gisa_buf block = {0};
    add_record(out, "warcinfo", "Content-Type: application/warc-fields\r\n", GISA_STR("a: b\r\n"));
    add_record(out, "request", "Content-Type: application/http;msgtype=request\r\n",
               GISA_STR("GET / HTTP/1.1\r\n\r\n"));
    add_record(out, "response", HTML "WARC-Payload-Digest: sha1:ABCDEFGHIJKLMNOP\r\n",
               GISA_STR("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        "3\r\nabc\r\n0\r\n\r\n"));
    add_record(out, "response", HTML,
               GISA_STR("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplain"));
    gisa_buf_add_c(&block, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    gisa_deflater_put(d, GISA_STR("packed"), &block);
    add_record(out, "response", HTML, gisa_buf_view(&block));
    add_record(out, "response", HTML,
               GISA_STR("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x01\x02"));
    add_record(out, "conversion", "Content-Type: text/plain\r\n", GISA_STR("text"));
    gisa_buf_clear(&block);
}

static void test_other_writers(void)
{
    static const char foreign[] = "a: b\r\n|GET / HTTP/1.1\r\n\r\n|abc|plain|packed|!|text|";
    gisa_buf file = {0}, packed = {0};
    gisa_deflater *d = NULL;
    gisa_error err;
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    make_foreign(&file, d);
    reads_as(false, gisa_buf_view(&file), foreign, "a plain WARC file");
    gisa_deflater_put(d, gisa_buf_view(&file), &packed);
    reads_as(false, gisa_buf_view(&packed), foreign, "the whole file in one gzip member");
    gisa_buf_reset(&packed);
    for (size_t at = 0; at < file.n; at += 100)
        gisa_deflater_put(d, gisa_str_cut(gisa_buf_view(&file), at, at + 100), &packed);
    reads_as(false, gisa_buf_view(&packed), foreign, "members that end anywhere");
    reads_as(false, gisa_str_cut(gisa_buf_view(&file), 0, file.n - 20),
             "a: b\r\n|GET / HTTP/1.1\r\n\r\n|abc|plain|packed|!|!|",
             "a plain file that is cut off gives what is whole");
    gisa_deflater_close(d);
    gisa_buf_clear(&file);
    gisa_buf_clear(&packed);
}

/* Some writers put more empty lines between records than two, or none. */
static void test_empty_lines(void)
{
    static const char *const between[] = {"", "\n", "\r\n", "\r\n\r\n\n\n"};
    for (size_t i = 0; i < sizeof between / sizeof between[0]; i++) {
        gisa_buf file = {0};
        add_record(&file, "resource", "", GISA_STR("one"));
        if (i == 0) gisa_buf_cut(&file, file.n - 4);
        gisa_buf_add_c(&file, between[i]);
        add_record(&file, "resource", "", GISA_STR("two"));
        gisa_buf_add_c(&file, between[i]);
        reads_as(false, gisa_buf_view(&file), "one|two|", "empty lines are passed over");
        gisa_buf_clear(&file);
    }
}

static void test_hostile(void)
{
    static const struct {
        const char *name, *file, *want;
        gisa_status last;
    } rows[] = {
        {"an empty file", "", "", GISA_END},
        {"some other text", "hello\n", "", GISA_ECORRUPT},
        {"a header that does not end", "WARC/1.0\r\nWARC-Type: x\r\n", "!|", GISA_END},
        {"a record larger than its file",
         "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 60000000\r\n\r\nabc", "!|", GISA_END},
        {"a record over the ceiling that is not there",
         "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 18446744073709551615\r\n\r\nabc", "!|",
         GISA_END},
        {"a digest that does not fit",
         "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 3\r\nWARC-Block-Digest: "
         "sha256:"
         "0000000000000000000000000000000000000000000000000000000000000000\r\n\r\nabc\r\n\r\n",
         "", GISA_ECORRUPT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf got = {0};
        gisa_status last;
        read_foreign(gisa_str_from(rows[i].file), &got, &last);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        EQUAL(last, rows[i].last, rows[i].name);
        gisa_buf_clear(&got);
    }
}

/* One record, as its block and fields say. */
static void test_blocks(void)
{
    static const struct {
        const char *name, *type, *fields, *block, *want;
    } rows[] = {
        {"a page without its head", "response", "Content-Type: text/html\r\n", "<p>\n\n<p>",
         "<p>\n\n<p>|"},
        {"a head that its type does not name", "response", "Content-Type: text/html\r\n",
         "HTTP/1.1 200 OK\r\n\r\nbody", "body|"},
        {"a head of another protocol", "response", HTML, "ICY 200 OK\r\n\r\nbody", "body|"},
        {"a resource is all payload", "resource", HTML, "HTTP/1.1 200 OK\r\n\r\nbody",
         "HTTP/1.1 200 OK\r\n\r\nbody|"},
        {"a gzip that is damaged", "response", HTML,
         "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08xxxxxxxxx", "!|"},
        {"a deflate that is none", "response", HTML,
         "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\nplain", "plain|"},
        {"no coding at all", "response", HTML,
         "HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\n\r\nplain", "plain|"},
        {"another name of gzip", "response", HTML,
         "HTTP/1.1 200 OK\r\nContent-Encoding: x-gzip\r\n\r\nplain", "plain|"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf file = {0};
        add_record(&file, rows[i].type, rows[i].fields, gisa_str_from(rows[i].block));
        gisa_str all = gisa_buf_view(&file);
        reads_as(false, all, rows[i].want, rows[i].name);
        reads_as(false, gisa_str_cut(all, 0, all.n - 4), rows[i].want, "its file may end with it");
        gisa_buf_clear(&file);
    }
    static const char deflated[] =
        "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n\x01\x03\0\xfc\xff"
        "abc";
    gisa_buf file = {0};
    add_record(&file, "response", HTML, (gisa_str){deflated, sizeof deflated - 1});
    reads_as(false, gisa_buf_view(&file), "abc|", "a deflate that is one");
    gisa_buf_clear(&file);
}

/* Where the records of a file are, and how long, as far as its writer let one see. */
static void test_lengths(void)
{
    gisa_deflater *d = NULL;
    gisa_error err = {0};
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    for (int kind = 0; kind < 3; kind++) { /* plain, a member a record, all in one member */
        gisa_buf file = {0}, record = {0};
        gisa_capture c;
        uint64_t end = 0;
        for (int i = 0; i < 3; i++) {
            gisa_buf *to = kind == 1 ? &record : &file;
            gisa_buf_reset(&record);
            add_record(to, "resource", "", GISA_STR("text"));
            if (kind == 1) gisa_deflater_put(d, gisa_buf_view(&record), &file);
        }
        if (kind == 2) gisa_deflater_put(d, gisa_buf_view(&file), &record);
        gisa_buf *all = kind == 2 ? &record : &file;
        gisa_archive *a = open_bytes(gisa_buf_view(all));
        for (int i = 0; i < 3; i++) {
            WENT(gisa_archive_next(a, &c, &err), err, "a record is read");
            EQUAL(c.offset, kind == 2 ? 0 : end, "at the end of the one before");
            OK(kind == 2 && i > 0 ? c.length == 0 : c.length > 0, "its length is known or not");
            OK(gisa_str_starts(c.digest, GISA_STR("sha256:")) && c.digest.n == 71,
               "and its digest is made");
            end += c.length;
        }
        EQUAL(end, all->n, "the last ends with the file, or the first, that has all in its member");
        gisa_archive_close(a);
        gisa_buf_clear(&file);
        gisa_buf_clear(&record);
    }
    gisa_deflater_close(d);
}

/* One record of n bytes that cannot be made shorter, in a gzip member. */
static void make_member(gisa_deflater *d, size_t n, gisa_buf *out)
{
    gisa_buf text = {0}, record = {0};
    uint64_t seed = 1;
    for (size_t i = 0; i < n; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        gisa_buf_add_char(&text, (char)(unsigned char)(seed >> 56));
    }
    add_record(&record, "resource", "", gisa_buf_view(&text));
    gisa_buf_reset(out);
    gisa_deflater_put(d, gisa_buf_view(&record), out);
    gisa_buf_clear(&text);
    gisa_buf_clear(&record);
}

/* A record whose bytes come in one read, and the end of its member in the next. */
static void test_split_trailer(void)
{
    enum { READ = 65536, TRAILER = 8 };
    gisa_deflater *d = NULL;
    gisa_error err = {0};
    gisa_buf file = {0};
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    make_member(d, 65000, &file);
    size_t extra = file.n - 65000;
    for (size_t n = 1; n <= TRAILER; n++) {
        gisa_capture c;
        make_member(d, READ + n - extra, &file);
        EQUAL(file.n, READ + n, "a member that goes on after a read");
        gisa_archive *a = open_bytes(gisa_buf_view(&file));
        WENT(gisa_archive_next(a, &c, &err), err, "is read");
        EQUAL(c.length, file.n, "and the record ends where its member does");
        gisa_archive_close(a);
    }
    gisa_buf_clear(&file);
    gisa_deflater_close(d);
}

/* Appends a record as a member of its own; where it ends. */
static size_t add_member(gisa_deflater *d, const char *block, gisa_buf *out)
{
    gisa_buf record = {0};
    add_record(&record, "response", HTML, gisa_str_from(block));
    gisa_deflater_put(d, gisa_buf_view(&record), out);
    gisa_buf_clear(&record);
    return out->n;
}

/* What is read of a file, payloads and the stretches that are given up. */
static void walk_sound(const gisa_buf *file, gisa_buf *out)
{
    gisa_error err = {0};
    gisa_archive *a = open_bytes(gisa_buf_view(file));
    gisa_capture c;
    gisa_stretch lost;
    gisa_status st;
    gisa_buf_reset(out);
    while ((st = gisa_archive_next_sound(a, &c, &lost, &err)) >= 0 && st != GISA_END) {
        if (st == GISA_OK)
            gisa_buf_addf(out, "%.*s|", GISA_ARG(c.payload));
        else
            gisa_buf_addf(out, "%zu-%zu|", (size_t)lost.from, (size_t)lost.to);
    }
    EQUAL(st, GISA_END, "the walk comes to its end");
    gisa_archive_close(a);
}

static void test_sound(void)
{
    gisa_deflater *d = NULL;
    gisa_error err = {0};
    gisa_buf file = {0}, got = {0};
    char want[96];
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    size_t one = add_member(d, "HTTP/1.1 200 OK\r\n\r\none", &file);
    size_t two = add_member(d, "HTTP/1.1 200 OK\r\n\r\ntwo", &file);
    size_t coded = add_member(d, "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n\1", &file);
    size_t four = add_member(d, "HTTP/1.1 200 OK\r\n\r\nfour", &file);
    file.p[one + GISA_GZIP_HEAD] |= 6; /* no kind of block */
    walk_sound(&file, &got);
    snprintf(want, sizeof want, "one|%zu-%zu|%zu-%zu|four|", one, two, two, two);
    SAME_C(gisa_buf_view(&got), want, "a damaged record is given up, one that is coded is not");
    file.p[coded + GISA_GZIP_HEAD] |= 6;
    walk_sound(&file, &got);
    snprintf(want, sizeof want, "one|%zu-%zu|%zu-%zu|%zu-%zu|", one, two, two, two, coded, four);
    SAME_C(gisa_buf_view(&got), want, "the last one, to the end");
    gisa_deflater_close(d);
    gisa_buf_clear(&file);
    gisa_buf_clear(&got);
}

static void test_long_heads(void)
{
    for (size_t lines = 10000; lines <= 30000; lines += 20000) {
        gisa_buf file = {0}, got = {0};
        gisa_status last;
        gisa_buf_add_c(&file, "WARC/1.0\r\nWARC-Type: resource\r\n");
        for (size_t i = 0; i < lines; i++) gisa_buf_add_c(&file, "A: bc\r\n");
        gisa_buf_add_c(&file, "Content-Length: 4\r\n\r\ntext\r\n\r\n");
        read_foreign(gisa_buf_view(&file), &got, &last);
        SAME_C(gisa_buf_view(&got), lines == 10000 ? "text|" : "", "a header of 70 kB is read");
        EQUAL(last, lines == 10000 ? GISA_END : GISA_ECORRUPT, "but not one of 210 kB");
        gisa_buf_clear(&file);
        gisa_buf_clear(&got);
    }
}

static void add_times(gisa_buf *out, char c, size_t n)
{
    memset(gisa_buf_reserve(out, n), c, n);
    out->n += n;
}

static void test_ceiling(void)
{
    gisa_buf file = {0}, got = {0};
    gisa_status last;
    for (size_t n = (size_t)64 << 20; n <= ((size_t)64 << 20) + 1; n++) {
        gisa_buf_reset(&file);
        gisa_buf_reset(&got);
        gisa_buf_addf(&file, "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: %zu\r\n\r\n", n);
        add_times(&file, 'x', n);
        gisa_buf_add_c(&file, "\r\n\r\n");
        add_record(&file, "resource", "", GISA_STR("next"));
        read_foreign(gisa_buf_view(&file), &got, &last);
        EQUAL(got.n, n > (size_t)64 << 20 ? 7 : n + 6,
              "a record of 64 MB is read whole, over it passed over");
        OK(gisa_str_ends(gisa_buf_view(&got), GISA_STR("|next|")), "and the file goes on");
        EQUAL(last, GISA_END, "to its end");
    }
    gisa_buf_clear(&file);
    gisa_buf_clear(&got);
}

#define RECORD(length, block)                                                                      \
    "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: " length "\r\n\r\n" block
#define ARC(length, block) "http://a.example/ 192.0.2.7 20080601010100 text/html " length "\n" block

/* Files of other writers, damaged; what comes of them when damage is stepped over. */
static const struct {
    const char *name, *file, *want;
} damages[] = {
    {"a length that is too short", RECORD("3", "first\r\n\r\n") RECORD("6", "second\r\n\r\n"),
     "first|!|second|"},
    {"a length that is too long",
     RECORD("30", "first\r\n\r\n") RECORD("6", "second\r\n\r\n") RECORD("5", "third\r\n\r\n"),
     "first|!|second|third|"},
    {"a length that goes over the end",
     RECORD("3000", "first\r\n\r\n") RECORD("6", "second\r\n\r\n"), "first|!|second|"},
    {"a length over every ceiling",
     RECORD("99999999999", "first\r\n\r\n") RECORD("6", "second\r\n\r\n"), "first|!|second|"},
    {"a length of nothing", RECORD("0", "first\r\n\r\n") RECORD("6", "second\r\n\r\n"),
     "first|!|second|"},
    {"the last length too short", RECORD("5", "first\r\n\r\n") RECORD("3", "second\r\n\r\n"),
     "first|sec|!|"},
    {"line ends that are one byte each", RECORD("3", "first\n\n") RECORD("6", "second\n\n"),
     "first|!|second|"},
    {"no line ends at all", RECORD("5", "first") RECORD("6", "second"), "first|second|"},
    {"a version in a text whose length is right",
     RECORD("13", "a\nWARC/1.0\r\nb\r\n\r\n") RECORD("6", "second\r\n\r\n"),
     "a\nWARC/1.0\r\nb|second|"},
    {"garbage at the start", "hello\n" RECORD("5", "first\r\n\r\n"), "!|first|"},
    {"garbage in between",
     RECORD("5", "first\r\n\r\n") "hello WARC/1.0\n" RECORD("6", "second\r\n\r\n"),
     "first|!|second|"},
    {"a head without a length",
     "WARC/1.0\r\nWARC-Type: resource\r\n\r\nfirst\r\n\r\n" RECORD("6", "second\r\n\r\n"),
     "!|second|"},
    {"a digest that does not fit",
     "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Block-Digest: sha256:"
     "0000000000000000000000000000000000000000000000000000000000000000\r\n"
     "Content-Length: 3\r\n\r\nabc\r\n\r\n" RECORD("6", "second\r\n\r\n"),
     "!|second|"},
    {"an ARC file",
     "filedesc://x.arc 0.0.0.0 20080601000000 text/plain 9\n1 0 Crawl\n\n" ARC("5", "first\n")
         ARC("25", "HTTP/1.0 200 OK\r\n\r\nsecond\n"),
     "1 0 Crawl|first|second|"},
    {"an ARC file whose lengths are wrong",
     ARC("3", "first\n") ARC("60", "second\n") ARC("5", "third\n") ARC("60", "fourth"),
     "first|!|second|!|third|!|"},
    {"an ARC file with a line too many", ARC("5", "first\n") "x\nhttp: y\n" ARC("6", "second\n"),
     "first\nx\nhttp: y|!|second|"},
};

static void test_damages(void)
{
    for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++)
        reads_as(true, gisa_str_from(damages[i].file), damages[i].want, damages[i].name);
}

/* How far a record that is longer than it says is read on: past line ends, and past what is none.
 */
static void test_reach(void)
{
    enum { READ = 32768, LINES = 4096, BEYOND = 1 << 20 };
    static const char head[] = RECORD("3", "one");
    static const struct {
        const char *name;
        char c;
        size_t n;
        bool mended;
    } rows[] = {
        {"behind a few line ends something else", '\n', LINES - 1, true},
        {"behind many, for another record to tell", '\n', LINES, false},
        {"a record that is longer by a megabyte", 'x', BEYOND + 1, true},
        {"or, as it is read in pieces, by a little more", 'x', BEYOND + READ - 10, true},
        {"but no longer", 'x', BEYOND + READ + 10, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf file = {0}, got = {0};
        gisa_status last;
        add_times(&file, '\n', READ - (sizeof head - 1)); /* the record ends with a read */
        gisa_buf_add_c(&file, head);
        add_times(&file, rows[i].c, rows[i].n);
        gisa_buf_add_c(&file, "x" RECORD("6", "second\r\n\r\n"));
        read_as(true, gisa_buf_view(&file), &got, &last);
        gisa_str text = gisa_buf_view(&got);
        EQUAL(last, GISA_END, rows[i].name);
        EQUAL(text.n, rows[i].mended ? 3 + rows[i].n + 1 + 10 : 13, rows[i].name);
        OK(gisa_str_ends(text, GISA_STR("|!|second|")), "and the next record is read");
        gisa_buf_clear(&file);
        gisa_buf_clear(&got);
    }
}

/* A walk over the heads does not search blocks: it says that no record follows. */
static void test_heads_of_damage(void)
{
    gisa_error err = {0};
    gisa_capture c;
    gisa_archive *a = open_bytes(
        GISA_STR(RECORD("3", "first\r\n\r\n") RECORD("6", "second\r\n\r\n")));
    WENT(gisa_archive_next_head(a, &c, &err), err, "a head is read");
    EQUAL(gisa_archive_next_head(a, &c, &err), GISA_ECORRUPT, "none comes after its length");
    gisa_archive_close(a);
}

/* A record of which only a part was read, as it is over the ceiling. */
static void test_overlong(void)
{
    gisa_buf file = {0}, got = {0};
    gisa_buf_add_c(&file, RECORD("99999999999", "first"));
    add_times(&file, 'x', 100000);
    gisa_buf_add_c(&file, "\r\n\r\n" RECORD("6", "second\r\n\r\n"));
    walk_sound(&file, &got);
    SAME_C(gisa_buf_view(&got), "0-0|0-100071|second|", "those behind its start are found");
    gisa_buf_clear(&got);
    gisa_buf_clear(&file);
}

/* A gzip member as other writers make them, without its length. */
static void add_unsized(const char *record, gisa_buf *out)
{
    z_stream z = {0};
    gisa_str text = gisa_str_from(record);
    char *to = gisa_buf_reserve(out, text.n + 100);
    deflateInit2(&z, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
    z.next_in = (z_const Bytef *)text.p;
    z.avail_in = (uInt)text.n;
    z.next_out = (Bytef *)to;
    z.avail_out = (uInt)text.n + 100;
    deflate(&z, Z_FINISH);
    out->n += z.total_out;
    deflateEnd(&z);
}

static void test_damaged_members(void)
{
    gisa_buf file = {0}, got = {0};
    gisa_status last;
    add_unsized(RECORD("5", "first\r\n\r\n"), &file);
    size_t second = file.n;
    add_unsized(RECORD("6", "second\r\n\r\n"), &file);
    gisa_buf_add(&file, GISA_STR("\x1f\x8b\x08\0"));
    size_t third = file.n;
    add_unsized("no record", &file);
    add_unsized(RECORD("3", "fourth\r\n\r\n"), &file);
    add_unsized(RECORD("5", "fifth\r\n\r\n"), &file);
    size_t wrong = 0;
    for (size_t at = second; at < third; at++) {
        gisa_buf_reset(&got);
        file.p[at] = (char)(file.p[at] ^ 0x55);
        read_as(true, gisa_buf_view(&file), &got, &last);
        file.p[at] = (char)(file.p[at] ^ 0x55);
        gisa_str text = gisa_buf_view(&got);
        wrong += last != GISA_END || !gisa_str_starts(text, GISA_STR("first|")) ||
                 !gisa_str_ends(text, GISA_STR("!|fourth|!|fifth|"));
    }
    EQUAL(wrong, 0, "wherever a member is damaged, those that hold a record follow");
    gisa_buf_reset(&got);
    read_as(true, gisa_str_cut(gisa_buf_view(&file), 0, file.n - 12), &got, &last);
    OK(gisa_str_ends(gisa_buf_view(&got), GISA_STR("!|")), "a last one that is cut off is told");
    EQUAL(last, GISA_END, "and is the end");
    gisa_buf_clear(&file);
    gisa_buf_clear(&got);
}

/* Members without a record are not looked at for ever. */
static void test_many_members(void)
{
    enum { MOST = 10000 };
    gisa_buf member = {0}, file = {0};
    add_unsized("no record", &member);
    for (size_t n = MOST - 1; n <= MOST; n++) {
        gisa_buf_reset(&file);
        add_unsized(RECORD("5", "first\r\n\r\n"), &file);
        gisa_buf_add(&file, GISA_STR("\x1f\x8b\x08\0\0\0\0\0\0\3\xff\xff"));
        for (size_t i = 0; i < n; i++) gisa_buf_add(&file, gisa_buf_view(&member));
        add_unsized(RECORD("6", "second\r\n\r\n"), &file);
        reads_as(true, gisa_buf_view(&file), n < MOST ? "first|!|second|" : "first|!|",
                 "the next record is found, up to a number");
    }
    gisa_buf_clear(&member);
    gisa_buf_clear(&file);
}

/* Responses whose heads are none. */
static void test_headless(void)
{
    static const struct {
        const char *name, *fields, *block, *type, *payload;
    } rows[] = {
        {"a page alone", "Content-Type: text/html\r\n", "<p>a", "text/html", "<p>a"},
        {"a page alone that is called an exchange", HTML, "\n<p>a\n\n<p>", "", "\n<p>a\n\n<p>"},
        {"fields without a status line", HTML, "Content-Type: text/plain\r\n\r\na", "text/plain",
         "a"},
        {"a status that is none", HTML, "HTTP/1.1 OK\r\nContent-Type: text/plain\r\n\r\na",
         "text/plain", "a"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf file = {0};
        gisa_capture c = {0};
        gisa_error err = {0};
        add_record(&file, "response", rows[i].fields, gisa_str_from(rows[i].block));
        gisa_archive *a = open_bytes(gisa_buf_view(&file));
        WENT(gisa_archive_next(a, &c, &err), err, "a record is read");
        EQUAL(c.type, GISA_CAPTURE_RESOURCE, rows[i].name);
        EQUAL(c.http_head.n, 0, "it has no head");
        SAME_C(c.payload, rows[i].payload, rows[i].name);
        OK(gisa_str_is(c.content_type, rows[i].type), rows[i].name);
        gisa_archive_close(a);
        gisa_buf_clear(&file);
    }
}

int main(void)
{
    test_other_writers();
    test_empty_lines();
    test_hostile();
    test_blocks();
    test_lengths();
    test_split_trailer();
    test_sound();
    test_long_heads();
    test_ceiling();
    test_damages();
    test_reach();
    test_heads_of_damage();
    test_overlong();
    test_damaged_members();
    test_many_members();
    test_headless();
    return test_end();
}
