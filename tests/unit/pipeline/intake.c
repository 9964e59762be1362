#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/mem.h"
#include "pipeline/intake.h"
#include "tests/unit/test.h"

static char *make(const char *dir, const char *name, const char *text)
{
    gisa_error err;
    char *path = gisa_path_join(dir, name);
    gisa_file_write(path, gisa_str_from(text), &err);
    return path;
}

static void test_formats(void)
{
    static const struct {
        const char *name;
        gisa_format format;
    } rows[] = {{"auto", GISA_FORMAT_AUTO}, {"html", GISA_FORMAT_HTML},
                {"text", GISA_FORMAT_TEXT}, {"jsonl", GISA_FORMAT_JSONL},
                {"csv", GISA_FORMAT_CSV},   {"warc", GISA_FORMAT_WARC}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_format f = GISA_FORMAT_AUTO;
        OK(gisa_intake_format_parse(rows[i].name, &f) && f == rows[i].format, rows[i].name);
    }
    gisa_format f;
    OK(!gisa_intake_format_parse("pdf", &f), "no such format");
}

/* What the file of a name and a text is taken for. */
static void test_guesses(const char *dir)
{
    static const struct {
        const char *name, *text, *type, *uri;
        gisa_format format;
        bool keep;
    } rows[] = {
        {"a.jsonl", "x", "application/json", "a.jsonl#L1", GISA_FORMAT_AUTO, false},
        {"a.ndjson", "x", "application/json", "a.ndjson#L1", GISA_FORMAT_AUTO, false},
        {"a.json", "{\"title\":\"x\"}", "application/json", "a.json#L1", GISA_FORMAT_AUTO, false},
        {"a.html", "x", "text/html", "a.html", GISA_FORMAT_HTML, false},
        {"a.jsonl", "x", "text/html", "a.jsonl", GISA_FORMAT_HTML, false},
        {"a.txt", "{\"title\":\"x\"}", "text/plain", "a.txt", GISA_FORMAT_TEXT, false},
        {"a.csv", "title\nx\n", "text/csv", "a.csv#L2", GISA_FORMAT_AUTO, false},
        {"a.txt", "title,body\nx,y\n", "text/csv", "a.txt#L2", GISA_FORMAT_AUTO, false},
        {"a.txt", "title\nx\n", "text/csv", "a.txt#L2", GISA_FORMAT_CSV, false},
        {"a.jsonl", "<!doctype html>x", "text/html", "a.jsonl", GISA_FORMAT_AUTO, false},
        {"50%?#\x7F\x1F.txt", "x", "text/plain", "50%25%3F%23%7F%1F.txt", GISA_FORMAT_TEXT, false},
        {"가.txt", "x", "text/plain", ".txt", GISA_FORMAT_TEXT, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *path = make(dir, rows[i].name, rows[i].text);
        gisa_intake in = {.paths = &path, .n_paths = 1, .format = rows[i].format};
        gisa_capture_source source = gisa_intake_source(&in);
        gisa_capture c = {0};
        gisa_error err = {0};
        WENT(source.next(source.ctx, &c, &err), err, "a file is taken in");
        SAME_C(c.content_type, rows[i].type, "as what its name or its user says");
        OK(gisa_str_ends(c.uri, gisa_str_from(rows[i].uri)), rows[i].uri);
        EQUAL(source.next(source.ctx, &c, &err), GISA_END, "once");
        gisa_intake_clear(&in);
        unlink(path);
        gisa_free(path);
    }
}

/* A line that holds two values has a number for the second. */
static void test_values(const char *dir)
{
    char *path = make(dir, "a.jsonl", "[{\"title\":\"x\"},{\"title\":\"y\"}]");
    gisa_intake in = {.paths = &path, .n_paths = 1};
    gisa_capture_source source = gisa_intake_source(&in);
    gisa_capture c = {0};
    gisa_error err = {0};
    WENT(source.next(source.ctx, &c, &err), err, "a first value");
    OK(gisa_str_ends(c.uri, GISA_STR(".jsonl#L1")), "has the number of its line");
    WENT(source.next(source.ctx, &c, &err), err, "a second");
    OK(gisa_str_ends(c.uri, GISA_STR(".jsonl#L1.2")), "and its own");
    gisa_intake_clear(&in);
    unlink(path);
    gisa_free(path);
}

static void drop_event(void *ctx, gisa_pipeline_warning kind, gisa_str text)
{
    gisa_buf *said = ctx;
    if (kind == GISA_WARN_COLUMNS) gisa_buf_add(said, text);
}

/* Rows of a table: bad ones are named by their line, and the next one follows. */
static void test_table(const char *dir)
{
    char *paths[] = {make(dir, "a.csv", "subject,body,x\na,b\nbad\nc,d\n"),
                     make(dir, "b.csv", "name,age\na,1\n"), make(dir, "c.csv", "title,body\ne,f\n"),
                     make(dir, "d.csv", "subject,body\ng,h\n")};
    gisa_buf said = {0};
    gisa_pipeline_events events = {.warning = drop_event, .ctx = &said};
    gisa_intake in = {.paths = paths, .n_paths = 4, .columns = "title=subject", .events = &events};
    gisa_capture_source source = gisa_intake_source(&in);
    gisa_capture c = {0};
    gisa_error err = {0};
    WENT(source.next(source.ctx, &c, &err), err, "a row");
    SAME_C(c.payload, "title,body,x\r\na,b\r\n", "has the names of its columns with it");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "a row that is too short");
    OK(strstr(err.text, "a.csv: line 3 left out: a row of 1 fields") != NULL, "is named");
    WENT(source.next(source.ctx, &c, &err), err, "the next row");
    OK(gisa_str_ends(c.uri, GISA_STR("a.csv#L4")), "with its own line");
    OK(gisa_str_ends(gisa_buf_view(&said), GISA_STR("a.csv: columns that no field takes: x")),
       "columns that are not taken are told of");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "a table of something else");
    OK(strstr(err.text, "b.csv: refused: no column 'subject'") != NULL, "is refused");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "as is one without the mapped column");
    size_t before = said.n;
    WENT(source.next(source.ctx, &c, &err), err, "a table of columns that are all taken");
    EQUAL(said.n, before, "has none to tell of");
    EQUAL(source.next(source.ctx, &c, &err), GISA_END, "then there is no more");
    gisa_intake_clear(&in);
    gisa_buf_clear(&said);
    for (size_t i = 0; i < 4; i++) {
        unlink(paths[i]);
        gisa_free(paths[i]);
    }
}

/* What is none of what is taken in is refused by name, and the next file follows. */
static void test_refused(const char *dir)
{
    char *paths[] = {make(dir, "a.html", "%PDF-1.7"), make(dir, "b.csv", "{\\rtf1"),
                     make(dir, "c.jsonl", "{\"title\":\"x\"}")};
    gisa_intake in = {.paths = paths, .n_paths = 3};
    gisa_capture_source source = gisa_intake_source(&in);
    gisa_capture c = {0};
    gisa_error err = {0};
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "a PDF");
    OK(strstr(err.text, "a.html: refused: a PDF") != NULL, "is named, whatever it is called");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "a document");
    OK(strstr(err.text, "b.csv: refused: a text document (RTF); save it as") != NULL,
       "comes with advice");
    WENT(source.next(source.ctx, &c, &err), err, "and the next file follows");
    gisa_intake_clear(&in);
    for (size_t i = 0; i < 3; i++) {
        unlink(paths[i]);
        gisa_free(paths[i]);
    }
}

/* JSON Lines in windows-949 come as UTF-8. */
static void test_decoded(const char *dir)
{
    char *path = make(dir, "a.jsonl", "{\"title\":\"\xB1\xB9\xC8\xB8\"}\n");
    gisa_intake in = {.paths = &path, .n_paths = 1};
    gisa_capture_source source = gisa_intake_source(&in);
    gisa_capture c = {0};
    gisa_error err = {0};
    WENT(source.next(source.ctx, &c, &err), err, "a line");
    SAME_C(c.payload, "{\"title\":\"국회\"}", "in UTF-8");
    gisa_intake_clear(&in);
    unlink(path);
    gisa_free(path);
}

/* The character set of a file is known by its first 64 KiB. */
static void test_far(const char *dir)
{
    static const size_t lengths[] = {60000, 70000};
    for (size_t i = 0; i < 2; i++) {
        gisa_buf text = {0};
        gisa_buf_add_c(&text, "{\"title\":\"");
        for (size_t k = 0; k < lengths[i]; k++) gisa_buf_add_char(&text, 'x');
        gisa_buf_add_c(&text, "\"}\n{\"title\":\"\xB1\xB9\xC8\xB8\"}\n");
        char *path = make(dir, "a.jsonl", text.p);
        gisa_intake in = {.paths = &path, .n_paths = 1};
        gisa_capture_source source = gisa_intake_source(&in);
        gisa_capture c = {0};
        gisa_error err = {0};
        WENT(source.next(source.ctx, &c, &err), err, "a long line");
        WENT(source.next(source.ctx, &c, &err), err, "and a short one");
        SAME_C(c.payload, i ? "{\"title\":\"\xB1\xB9\xC8\xB8\"}" : "{\"title\":\"국회\"}",
               "what comes later does not change it");
        gisa_intake_clear(&in);
        gisa_buf_clear(&text);
        unlink(path);
        gisa_free(path);
    }
}

/* A gzip file of some text, a MiB of x so many times, and some more. */
static char *make_gzip(const char *dir, const char *name, const char *before, size_t n,
                       const char *after)
{
    gisa_deflater *d = NULL;
    gisa_error err = {0};
    gisa_buf zipped = {0}, part = {0};
    char *many = malloc(1 << 20);
    if (!OK(many != NULL, "memory for a large file")) return NULL;
    memset(many, 'x', 1 << 20);
    WENT(gisa_deflater_open(&d, &err), err, "a compressor");
    gisa_deflater_put(d, (gisa_str){many, 1 << 20}, &part);
    gisa_deflater_put(d, gisa_str_from(before), &zipped);
    for (size_t i = 0; i < n; i++) gisa_buf_add(&zipped, gisa_buf_view(&part));
    gisa_deflater_put(d, gisa_str_from(after), &zipped);
    gisa_deflater_close(d);
    char *path = gisa_path_join(dir, name);
    WENT(gisa_file_write(path, gisa_buf_view(&zipped), &err), err, "a gzip file");
    gisa_buf_clear(&zipped);
    gisa_buf_clear(&part);
    free(many);
    return path;
}

/* Gzip files of more than what is read at once. */
static void test_packed(const char *dir)
{
    static const struct {
        const char *name, *before, *after, *type; /* NULL: none */
        size_t mib;
        gisa_format format;
    } rows[] = {
        {"page.txt.gz", "x", "x", "text/plain", 3, GISA_FORMAT_TEXT},
        {"large.txt.gz", "", "x", NULL, 64, GISA_FORMAT_TEXT},
        {"line.jsonl.gz", "x", "", "application/json", 63, GISA_FORMAT_AUTO},
        {"large.jsonl.gz", "", "x", NULL, 64, GISA_FORMAT_AUTO},
        {"row.csv.gz", "title\r\n", "\r\n", "text/csv", 3, GISA_FORMAT_CSV},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *path = make_gzip(dir, rows[i].name, rows[i].before, rows[i].mib, rows[i].after);
        gisa_intake in = {.paths = &path, .n_paths = 1, .format = rows[i].format};
        gisa_capture_source source = gisa_intake_source(&in);
        gisa_capture c = {0};
        gisa_error err = {0};
        EQUAL(source.next(source.ctx, &c, &err), rows[i].type ? GISA_OK : GISA_SKIP, rows[i].name);
        if (rows[i].type) SAME_C(c.content_type, rows[i].type, rows[i].name);
        if (rows[i].type)
            EQUAL(c.payload.n, strlen(rows[i].before) + (rows[i].mib << 20) + strlen(rows[i].after),
                  "all of it");
        EQUAL(source.next(source.ctx, &c, NULL), GISA_END, "once");
        gisa_intake_clear(&in);
        unlink(path);
        gisa_free(path);
    }
}

/* Of a WARC file, the pages. A file of nothing is passed over without a word. */
static void test_warc(const char *dir)
{
    char *paths[] = {gisa_path_join(dir, "a.warc.gz"), make(dir, "b.jsonl", "[]"),
                     make(dir, "c.jsonl", "{\"title\":\"x\"}")};
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_capture page = {.type = GISA_CAPTURE_RESOURCE,
                         .uri = GISA_STR("https://naru.example/1"),
                         .content_type = GISA_STR("text/html"),
                         .fetched_utc = 1741000000,
                         .payload = GISA_STR("<p>글")};
    gisa_capture feed = page;
    feed.role = GISA_ROLE_FEED;
    WENT(gisa_archive_open(paths[0], &a, NULL, &err), err, "an archive");
    WENT(gisa_archive_put(a, &feed, NULL, &err), err, "of a feed");
    WENT(gisa_archive_put(a, &page, NULL, &err), err, "and a page");
    gisa_archive_close(a);
    gisa_intake in = {.paths = paths, .n_paths = 3};
    gisa_capture_source source = gisa_intake_source(&in);
    gisa_capture c = {0};
    WENT(source.next(source.ctx, &c, &err), err, "a WARC file");
    SAME_C(c.content_type, "text/html", "gives its page");
    OK(c.role == GISA_ROLE_PAGE, "and not its feed");
    EQUAL(source.next(source.ctx, &c, &err), GISA_OK, "then comes what has something");
    SAME_C(c.payload, "{\"title\":\"x\"}", "in it");
    EQUAL(source.next(source.ctx, &c, &err), GISA_END, "to the end");
    gisa_intake_clear(&in);
    for (size_t i = 0; i < 3; i++) {
        unlink(paths[i]);
        gisa_free(paths[i]);
    }
}

#define RECORD(type, uri, fields, length, block)                                                   \
    "WARC/1.0\r\nWARC-Type: " type "\r\nWARC-Target-URI: " uri "\r\n" fields                       \
    "Content-Length: " length "\r\n\r\n" block "\r\n\r\n"
#define EXCHANGE "Content-Type: application/http\r\n"

/* What is no page is counted, what is unusable is named, and neither ends the file. */
static void test_foreign_warc(const char *dir)
{
    static const char text[] = RECORD("warcinfo", "", "", "1", "a")
        RECORD("request", "http://a.example/", "", "1", "b")
            RECORD("response", "dns:a.example", "Content-Type: text/dns\r\n", "1", "c")
                RECORD("response", "http://a.example/i", EXCHANGE, "45",
                       "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nd")
                    RECORD("resource", "metadata://a.example/log", "", "1", "e")
                        RECORD("resource", "http://a.example/\x01", "", "1", "f")
                            RECORD("resource", "", "", "1", "g") "garbage\r\n" RECORD(
                                "resource", "http://a.example/1", "", "1", "h");
    char *paths[] = {make(dir, "a.warc", text),
                     make(dir, "b.arc",
                          "filedesc://b.arc 0.0.0.0 20080601000000 text/plain 2\n1\n\n"
                          "http://a.example/2 192.0.2.7 20080601010100 - 1\ni\n")};
    gisa_map passed = {0};
    gisa_intake in = {.paths = paths, .n_paths = 2, .passed = &passed};
    gisa_capture_source source = gisa_intake_source(&in);
    gisa_capture c = {0};
    gisa_error err = {0};
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "an address with a control character");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "a record without one");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "garbage");
    WENT(source.next(source.ctx, &c, &err), err, "and the record after it");
    SAME_C(c.payload, "h", "is taken in");
    WENT(source.next(source.ctx, &c, &err), err, "so is that of an ARC file");
    SAME_C(c.uri, "http://a.example/2", "with its address");
    EQUAL(source.next(source.ctx, &c, &err), GISA_END, "then there is no more");
    EQUAL(passed.n, 3, "three kinds are passed over");
    for (size_t i = 0; i < passed.n; i++) EQUAL(passed.items[i].value, 1, "one of each");
    gisa_intake_clear(&in);
    gisa_map_clear(&passed);
    for (size_t i = 0; i < 2; i++) {
        unlink(paths[i]);
        gisa_free(paths[i]);
    }
}

/* A WARC file may come from a pipe. */
static void test_piped_warc(void)
{
    static const char text[] = RECORD("resource", "http://a.example/1", "", "1", "h");
    int ends[2];
    char name[32], *path = name;
    gisa_intake in = {.paths = &path, .n_paths = 1};
    gisa_capture_source source = gisa_intake_source(&in);
    gisa_capture c = {0};
    gisa_error err = {0};
    if (!OK(pipe(ends) == 0, "a pipe")) return;
    snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
    WENT(gisa_fd_write(ends[1], "pipe", gisa_str_from(text), &err), err, "with a record");
    close(ends[1]);
    WENT(source.next(source.ctx, &c, &err), err, "is read");
    SAME_C(c.payload, "h", "with what is in it");
    EQUAL(source.next(source.ctx, &c, &err), GISA_END, "to its end");
    gisa_intake_clear(&in);
    close(ends[0]);
}

static void test_size(const char *dir)
{
    for (off_t more = 0; more < 2; more++) {
        char *path = make(dir, "large.txt", "x");
        gisa_intake in = {.paths = &path, .n_paths = 1, .format = GISA_FORMAT_TEXT};
        gisa_capture_source source = gisa_intake_source(&in);
        gisa_capture c = {0};
        gisa_error err = {0};
        EQUAL(truncate(path, ((off_t)64 << 20) + more), 0, "a large file takes no room");
        EQUAL(source.next(source.ctx, &c, &err), more ? GISA_SKIP : GISA_OK,
              "64 MB are a page, and a byte more is none");
        if (more) OK(strstr(err.text, "67108865 bytes are too much for one page"), "for its size");
        gisa_intake_clear(&in);
        unlink(path);
        gisa_free(path);
    }
}

int main(void)
{
    char dir[] = "/tmp/gisa-test-XXXXXX";
    gisa_error err = {0};
    gisa_capture c;
    if (!OK(mkdtemp(dir) != NULL, "a scratch folder can be made")) return test_end();
    char *paths[] = {make(dir, "a b.jsonl", "{\"title\":\"하나\"}\n\n{\"title\":\"둘\"}"),
                     make(dir, "empty.txt", ""), gisa_path_join(dir, "missing"),
                     make(dir, "page.html", "<html><body><p>본문</p></body></html>")};
    gisa_intake in = {.paths = paths, .n_paths = 4};
    gisa_capture_source source = gisa_intake_source(&in);

    WENT(source.next(source.ctx, &c, &err), err, "a first line is a capture");
    SAME_C(c.payload, "{\"title\":\"하나\"}", "of that line alone");
    OK(gisa_str_ends(c.uri, GISA_STR("/a%20b.jsonl#L1")), "named by file and line, as an URI");
    source.next(source.ctx, &c, &err);
    OK(gisa_str_ends(c.uri, GISA_STR("#L3")), "blank lines are passed over and counted");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "an empty file is skipped");
    EQUAL(source.next(source.ctx, &c, &err), GISA_SKIP, "a missing file is skipped");
    OK(strstr(err.text, "missing: cannot open") != NULL, "with its reason");
    EQUAL(source.next(source.ctx, &c, &err), GISA_OK, "and the next file follows");
    SAME_C(c.content_type, "text/html", "as what it is");
    EQUAL(source.next(source.ctx, &c, &err), GISA_END, "then there is no more");
    gisa_intake_clear(&in);

    in = (gisa_intake){.paths = paths + 3, .n_paths = 1, .format = GISA_FORMAT_TEXT};
    source = gisa_intake_source(&in);
    source.next(source.ctx, &c, &err);
    SAME_C(c.content_type, "text/plain", "a named format is passed on");
    gisa_intake_clear(&in);
    test_formats();
    test_guesses(dir);
    test_values(dir);
    test_table(dir);
    test_refused(dir);
    test_decoded(dir);
    test_far(dir);
    test_packed(dir);
    test_warc(dir);
    test_size(dir);
    test_foreign_warc(dir);
    test_piped_warc();
    for (size_t i = 0; i < 4; i++) {
        unlink(paths[i]);
        gisa_free(paths[i]);
    }
    rmdir(dir);
    return test_end();
}
