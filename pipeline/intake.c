#include "pipeline/intake.h"

#include <inttypes.h>

#include "base/map.h"
#include "base/percent.h"
#include "base/time.h"
#include "corpus/warc.h"
#include "ingest/binary_kind.h"
#include "ingest/decode.h"
#include "pipeline/page_type.h"
#include "pipeline/pipeline_events.h"

bool gisa_intake_format_parse(const char *name, gisa_format *out)
{
    static const struct {
        const char *name;
        gisa_format format;
    } formats[] = {{"auto", GISA_FORMAT_AUTO}, {"html", GISA_FORMAT_HTML},
                   {"text", GISA_FORMAT_TEXT}, {"jsonl", GISA_FORMAT_JSONL},
                   {"csv", GISA_FORMAT_CSV},   {"warc", GISA_FORMAT_WARC}};
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
    gisa_input_close(&in->input);
    gisa_table_cut_clear(&in->table);
    in->in_values = in->in_rows = false;
    in->cut = (gisa_json_cut){0};
}

void gisa_intake_clear(gisa_intake *in)
{
    close_file(in);
    gisa_input_clear(&in->input);
    gisa_buf_clear(&in->uri);
}

static bool named(gisa_str path, const char *ending)
{
    if (gisa_str_ends(path, GISA_STR(".gz"))) path.n -= 3;
    return gisa_str_ends(path, gisa_str_from(ending));
}

/* Lines that are no JSON are articles gone wrong where the name says JSON Lines. */
gisa_format gisa_intake_guess(gisa_format stated, const char *path, const gisa_input *input)
{
    gisa_str name = gisa_str_from(path);
    if (stated != GISA_FORMAT_AUTO) return stated;
    gisa_format format = gisa_format_guess(gisa_str_cut(input->rest, 0, GISA_INPUT_HEAD), path);
    bool lines = named(name, ".jsonl") || named(name, ".ndjson");
    return lines && format != GISA_FORMAT_HTML ? GISA_FORMAT_JSONL : format;
}

static const char *content_type(gisa_format format)
{
    switch (format) {
    case GISA_FORMAT_HTML: return "text/html";
    case GISA_FORMAT_TEXT: return "text/plain";
    case GISA_FORMAT_JSONL: return "application/json";
    case GISA_FORMAT_CSV: return "text/csv";
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

static gisa_status next_value(gisa_intake *in, gisa_capture *out, gisa_error *err)
{
    gisa_str text;
    gisa_status st;
    gisa_input *input = &in->input;
    gisa_input_forget(input);
    for (;;) {
        in->cut.rest = input->rest;
        in->cut.goes_on = input->goes_on && input->rest.n <= GISA_RECORD_MAX;
        st = gisa_json_cut_next(&in->cut, &text);
        input->rest = in->cut.rest;
        if (st != GISA_SKIP) break;
        if ((st = gisa_input_more(input, err)) < 0) return st;
    }
    if (st == GISA_END) return st;
    set_uri(in, in->paths[in->at - 1], in->cut.line, in->cut.nth);
    fill(in, GISA_FORMAT_JSONL, text, out);
    return GISA_OK;
}

/* The head of a table (out NULL) or its next row. */
static gisa_status read_row(gisa_intake *in, gisa_str *row, gisa_error *err)
{
    gisa_input *input = &in->input;
    gisa_table_cut *t = &in->table;
    for (;;) {
        t->rows.rest = input->rest;
        t->rows.goes_on = input->goes_on;
        gisa_status st = row ? gisa_table_cut_next(t, row, err) : gisa_table_cut_begin(t, err);
        input->rest = t->rows.rest;
        if (st != GISA_SKIP || !t->wants_more) return st;
        if ((st = gisa_input_more(input, err)) < 0) return st;
    }
}

static gisa_status next_row(gisa_intake *in, gisa_capture *out, gisa_error *err)
{
    const char *path = in->paths[in->at - 1];
    gisa_str row;
    gisa_input_forget(&in->input);
    gisa_status st = read_row(in, &row, err);
    if (st == GISA_SKIP) {
        gisa_error why = *err;
        return gisa_fail(err, GISA_SKIP, "%s: line %" PRIu64 " left out: %s", path,
                         in->table.rows.line, why.text);
    }
    if (st != GISA_OK) return st;
    set_uri(in, path, in->table.rows.line, 1);
    fill(in, GISA_FORMAT_CSV, row, out);
    return GISA_OK;
}

static gisa_status begin_table(gisa_intake *in, const char *path, gisa_error *err)
{
    in->table.columns = in->columns;
    gisa_status st = read_row(in, NULL, err);
    if (st == GISA_EINVAL) {
        gisa_error why = *err;
        return gisa_fail(err, GISA_SKIP, "%s: refused: %s", path, why.text);
    }
    if (st < 0) return st;
    in->in_rows = true;
    if (in->events && in->table.unknown.n)
        gisa_pipeline_warn(in->events, GISA_WARN_COLUMNS, "%s: columns that no field takes: %.*s",
                           path, GISA_ARG(gisa_buf_view(&in->table.unknown)));
    return GISA_OK;
}

/* The next record that may be a page. What is damaged of a file is a GISA_SKIP, and the records
 * after it follow. */
static gisa_status next_record(gisa_intake *in, gisa_capture *out, gisa_error *err)
{
    gisa_stretch damaged;
    for (;;) {
        gisa_status st = gisa_archive_next_sound(in->warc, out, &damaged, err);
        const char *other = st == GISA_OK ? gisa_page_type_other(out) : NULL;
        if (!other) return st;
        bool counts = in->passed && gisa_capture_is_page(out);
        if (counts && gisa_map_count(in->passed, gisa_str_from(other), 1) < 0)
            return gisa_fail_mem(err);
    }
}

/* Whether the bytes are none of what is taken in. Errors: GISA_SKIP with the reason. */
static gisa_status refuse(const char *path, const gisa_input *input, gisa_error *err)
{
    const char *kind = gisa_binary_kind(input->rest);
    if (!input->rest.n) return gisa_fail(err, GISA_SKIP, "%s: skipped: the file is empty", path);
    if (!kind) return GISA_OK;
    const char *advice = gisa_binary_advice(kind);
    return gisa_fail(err, GISA_SKIP, "%s: refused: %s%s%s%s", path, input->gzip ? "gzip of " : "",
                     kind, advice ? "; " : "", advice ? advice : "");
}

static gisa_status open_warc(gisa_intake *in, const char *path, gisa_error *err)
{
    gisa_input *input = &in->input;
    gisa_status st;
    if (!input->piped) {
        gisa_input_close(input);
        return gisa_archive_read(path, 0, &in->warc, err);
    }
    st = gisa_archive_read_stream(input->stream, input->rest, path, &in->warc, err);
    if (st >= 0) input->stream = NULL; /* given away */
    return st;
}

static gisa_status whole_page(gisa_intake *in, const char *path, gisa_format format,
                              gisa_capture *out, gisa_error *err)
{
    gisa_status st;
    gisa_input *input = &in->input;
    while (input->goes_on && input->rest.n <= GISA_RECORD_MAX)
        if ((st = gisa_input_more(input, err)) < 0) return st;
    if (input->rest.n > GISA_RECORD_MAX)
        return gisa_fail(err, GISA_SKIP,
                         "%s: skipped: %zu bytes are too much for one page (limit %zu)", path,
                         input->rest.n, (size_t)GISA_RECORD_MAX);
    set_uri(in, path, 0, 0);
    fill(in, format, input->rest, out);
    return GISA_OK;
}

static gisa_status next_of_file(gisa_intake *in, gisa_capture *out, gisa_error *err)
{
    if (in->warc) return next_record(in, out, err);
    if (in->in_values) return next_value(in, out, err);
    return in->in_rows ? next_row(in, out, err) : GISA_END;
}

/* Reads the first bytes only, so that a large file of articles or WARC file, or articles from a
 * pipe, need not fit into memory. */
static gisa_status open_file(gisa_intake *in, const char *path, gisa_capture *out, gisa_error *err)
{
    gisa_status st = gisa_input_open(&in->input, path, err);
    if (st < 0) return st;
    gisa_format format = gisa_intake_guess(in->format, path, &in->input);
    if (format != GISA_FORMAT_WARC || !in->input.rest.n) st = refuse(path, &in->input, err);
    if (st != GISA_OK) return st;
    switch (format) {
    case GISA_FORMAT_WARC: st = open_warc(in, path, err); break;
    case GISA_FORMAT_JSONL:
        st = gisa_input_to_utf8(&in->input, err);
        in->in_values = st >= 0;
        break;
    case GISA_FORMAT_CSV:
        st = gisa_input_to_utf8(&in->input, err);
        if (st >= 0) st = begin_table(in, path, err);
        break;
    case GISA_FORMAT_HTML:
    case GISA_FORMAT_TEXT:
    case GISA_FORMAT_AUTO: return whole_page(in, path, format, out, err);
    }
    return st == GISA_OK ? next_of_file(in, out, err) : st;
}

/* An unreadable file or item is passed over; only memory that runs out is an end. */
static gisa_status next_capture(void *ctx, gisa_capture *out, gisa_error *err)
{
    gisa_intake *in = ctx;
    gisa_error own; /* a reason may be told within another */
    if (!err) err = &own;
    for (;;) {
        gisa_status st = next_of_file(in, out, err);
        if (st == GISA_END) {
            close_file(in);
            if (in->at == in->n_paths) return GISA_END;
            st = open_file(in, in->paths[in->at++], out, err);
        }
        if (st == GISA_OK && gisa_warc_check(out, err) < 0) return GISA_SKIP;
        if (st == GISA_OK || st == GISA_ENOMEM) return st;
        if (st == GISA_END) continue;
        bool goes_on = in->warc || in->in_values || in->in_rows;
        if (st != GISA_SKIP || !goes_on) close_file(in);
        return GISA_SKIP;
    }
}

gisa_capture_source gisa_intake_source(gisa_intake *in)
{
    return (gisa_capture_source){next_capture, in};
}
