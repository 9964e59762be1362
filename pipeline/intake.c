#include "pipeline/intake.h"

#include <inttypes.h>

#include "base/file.h"
#include "base/percent.h"
#include "base/time.h"
#include "pipeline/json_cut.h"

enum { MAX_PAGE = 64 << 20, FORGET_BYTES = 4 << 20, CHUNK = 1 << 20 };

bool gisa_intake_format_parse(const char *name, gisa_format *out)
{
    static const struct {
        const char *name;
        gisa_format format;
    } formats[] = {{"auto", GISA_FORMAT_AUTO},
                   {"html", GISA_FORMAT_HTML},
                   {"text", GISA_FORMAT_TEXT},
                   {"jsonl", GISA_FORMAT_JSONL},
                   {"warc", GISA_FORMAT_WARC}};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        if (strcmp(name, formats[i].name) != 0) continue;
        *out = formats[i].format;
        return true;
    }
    return false;
}

static void close_file(gisa_intake *in)
{
    gisa_archive_close(in->warc);
    in->warc = NULL;
    gisa_file_unmap(in->map);
    in->map = in->rest = GISA_NONE;
    gisa_buf_reset(&in->whole);
    in->in_values = in->goes_on = false;
    in->cut = (gisa_json_cut){0};
    in->forgotten = 0;
}

void gisa_intake_clear(gisa_intake *in)
{
    close_file(in);
    gisa_buf_clear(&in->whole);
    gisa_buf_clear(&in->uri);
}

static bool named(gisa_str path, const char *ending)
{
    return gisa_str_ends(path, gisa_str_from(ending));
}

/* By the name where it is clear, else by the first bytes. */
static gisa_format guess(gisa_intake *in, const char *path, gisa_str bytes)
{
    gisa_str name = gisa_str_from(path);
    if (in->format != GISA_FORMAT_AUTO) return in->format;
    if (named(name, ".warc") || named(name, ".warc.gz")) return GISA_FORMAT_WARC;
    if (named(name, ".jsonl") || named(name, ".ndjson")) return GISA_FORMAT_JSONL;
    return gisa_format_guess(bytes, path);
}

static const char *content_type(gisa_format format)
{
    switch (format) {
    case GISA_FORMAT_HTML: return "text/html";
    case GISA_FORMAT_TEXT: return "text/plain";
    case GISA_FORMAT_JSONL: return "application/json";
    case GISA_FORMAT_AUTO:
    case GISA_FORMAT_WARC: break;
    }
    return "application/octet-stream";
}

/* "file:" and the path as it was given, blanks and other odd bytes percent-encoded. */
static void set_uri(gisa_intake *in, const char *path, uint64_t line, unsigned nth)
{
    gisa_buf_reset(&in->uri);
    gisa_buf_add_c(&in->uri, "file:");
    for (const char *p = path; *p; p++) {
        unsigned char c = (unsigned char)*p;
        if (c > ' ' && c != '%' && c != '#' && c != '?' && c != 0x7F)
            gisa_buf_add_char(&in->uri, (char)c);
        else
            gisa_percent_add(&in->uri, c);
    }
    if (line) gisa_buf_addf(&in->uri, "#L%" PRIu64, line);
    if (nth > 1) gisa_buf_addf(&in->uri, ".%u", nth);
}

static void fill(gisa_intake *in, gisa_format format, gisa_str payload, gisa_capture *out)
{
    *out = (gisa_capture){.type = GISA_CAPTURE_RESOURCE,
                          .uri = gisa_buf_view(&in->uri),
                          .content_type = gisa_str_from(content_type(format)),
                          .fetched_utc = gisa_now_utc(),
                          .payload = payload};
}

/* What has been read of a mapped file takes no memory any longer. */
static void forget(gisa_intake *in)
{
    size_t done = in->map.p ? (size_t)(in->rest.p - in->map.p) : 0;
    if (done < in->forgotten + FORGET_BYTES) return;
    size_t from = in->forgotten;
    gisa_file_forget(gisa_str_cut(in->map, from, in->map.n), done - from);
    in->forgotten = done / FORGET_BYTES * FORGET_BYTES;
}

/* Reads more of standard input, after what is not done yet. */
static gisa_status read_on(gisa_intake *in, gisa_error *err)
{
    size_t left = in->rest.n;
    bool ended;
    if (left) memmove(in->whole.p, in->rest.p, left);
    gisa_buf_cut(&in->whole, left);
    gisa_status st = gisa_file_read_input(left > CHUNK ? left : CHUNK, &in->whole, &ended, err);
    in->goes_on = st == GISA_OK && !ended;
    in->rest = gisa_buf_view(&in->whole);
    return st;
}

static gisa_status next_value(gisa_intake *in, gisa_capture *out, gisa_error *err)
{
    gisa_str text;
    gisa_status st;
    forget(in);
    for (;;) {
        in->cut.rest = in->rest;
        in->cut.goes_on = in->goes_on && in->rest.n <= MAX_PAGE;
        st = gisa_json_cut_next(&in->cut, &text);
        in->rest = in->cut.rest;
        if (st != GISA_SKIP) break;
        if ((st = read_on(in, err)) < 0) return st;
    }
    if (st == GISA_END) {
        close_file(in);
        return st;
    }
    set_uri(in, in->paths[in->at - 1], in->cut.line, in->cut.nth);
    fill(in, GISA_FORMAT_JSONL, text, out);
    return GISA_OK;
}

static gisa_status next_record(gisa_intake *in, gisa_capture *out, gisa_error *err)
{
    for (;;) {
        gisa_status st = gisa_archive_next(in->warc, out, err);
        if (st == GISA_OK && !gisa_capture_is_page(out)) continue;
        if (st == GISA_OK || st == GISA_SKIP || st == GISA_ENOMEM) return st;
        close_file(in);
        if (st == GISA_END) return st;
        return GISA_SKIP;
    }
}

/* Reads the first bytes only, so that a large JSONL or WARC file, or JSONL from a pipe, need not
 * fit into memory. */
static gisa_status open_file(gisa_intake *in, const char *path, gisa_capture *out, gisa_error *err)
{
    bool standard = strcmp(path, "-") == 0;
    gisa_status st;
    if (standard) {
        in->rest = GISA_NONE;
        if ((st = read_on(in, err)) < 0) return st;
    } else {
        if ((st = gisa_file_map(path, &in->map, err)) < 0) return st;
        in->rest = in->map;
    }
    if (!in->rest.n) return gisa_fail(err, GISA_SKIP, "%s: skipped: the file is empty", path);
    gisa_format format = guess(in, path, gisa_str_cut(in->rest, 0, 65536));
    if (format == GISA_FORMAT_JSONL) {
        in->in_values = true;
        return next_value(in, out, err);
    }
    while (in->goes_on && in->rest.n <= MAX_PAGE)
        if ((st = read_on(in, err)) < 0) return st;
    if (format == GISA_FORMAT_WARC) {
        if (standard)
            return gisa_fail(err, GISA_EINVAL, "-: a WARC file must be named, not piped in");
        if ((st = gisa_archive_read(path, 0, &in->warc, err)) < 0) return st;
        return next_record(in, out, err);
    }
    if (in->rest.n > MAX_PAGE)
        return gisa_fail(err, GISA_SKIP,
                         "%s: skipped: %zu bytes are too much for one page (limit %d)", path,
                         in->rest.n, MAX_PAGE);
    set_uri(in, path, 0, 0);
    fill(in, format, in->rest, out);
    return GISA_OK;
}

static gisa_status next_capture(void *ctx, gisa_capture *out, gisa_error *err)
{
    gisa_intake *in = ctx;
    for (;;) {
        gisa_status st = GISA_END;
        if (in->warc)
            st = next_record(in, out, err);
        else if (in->in_values)
            st = next_value(in, out, err);
        if (st != GISA_END) return st;
        close_file(in);
        if (in->at == in->n_paths) return GISA_END;
        st = open_file(in, in->paths[in->at++], out, err);
        if (st == GISA_OK || st == GISA_ENOMEM) return st;
        if (st == GISA_END) continue;
        if (st < 0) close_file(in);
        return GISA_SKIP;
    }
}

gisa_capture_source gisa_intake_source(gisa_intake *in)
{
    return (gisa_capture_source){next_capture, in};
}
