#include "pipeline/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "ingest/decode.h"

enum { FORGET_BYTES = 4 << 20, CHUNK = 1 << 20 }; /* mutate: equivalent, but for speed */

static bool is_standard(const gisa_input *in)
{
    return strcmp(in->path, "-") == 0;
}

void gisa_input_close(gisa_input *in)
{
    gisa_buf raw = in->raw, whole = in->whole;
    gisa_file_unmap(in->map);
    if (in->opened) close(in->fd);
    gisa_stream_close(in->stream);
    gisa_transcoder_close(in->decoder);
    gisa_buf_reset(&raw);
    gisa_buf_reset(&whole);
    *in = (gisa_input){.raw = raw, .whole = whole};
}

void gisa_input_clear(gisa_input *in)
{
    gisa_input_close(in);
    gisa_buf_clear(&in->raw);
    gisa_buf_clear(&in->whole);
}

/* Reads up to n bytes of a gzip file or a pipe, as many as there are. */
static gisa_status read_stream(gisa_input *in, size_t n, gisa_buf *out, bool *ended,
                               gisa_error *err)
{
    size_t got = 0, sum = 0;
    gisa_status st = GISA_OK;
    char *to = gisa_buf_reserve(out, n);
    if (!to) return gisa_buf_check(out, in->path, err);
    do {
        st = gisa_stream_read(in->stream, to + sum, n - sum, &got, err);
        sum += got;
    } while (st == GISA_OK && got && sum < n);
    out->n += sum;
    out->p[out->n] = '\0';
    *ended = st == GISA_OK && !got;
    if (st == GISA_SKIP) return gisa_fail(err, GISA_ECORRUPT, "%s: the file is cut off", in->path);
    return st;
}

/* Appends up to n bytes as they are in the file. */
static gisa_status read_bytes(gisa_input *in, size_t n, gisa_buf *out, gisa_error *err)
{
    bool ended = false;
    gisa_status st = GISA_OK;
    if (in->stream) {
        st = read_stream(in, n, out, &ended, err);
    } else if (in->map.p) {
        gisa_str piece = gisa_str_cut(in->map, in->taken, in->taken + n);
        gisa_buf_add(out, piece);
        in->taken += piece.n;
        ended = in->taken == in->map.n;
        st = gisa_buf_check(out, in->path, err);
    }
    in->goes_on = st == GISA_OK && !ended;
    return st;
}

/* Moves what is not done to the beginning, so that more has room after it. */
static size_t keep_rest(gisa_input *in)
{
    size_t left = in->whole.n ? in->rest.n : 0;
    if (left) memmove(in->whole.p, in->rest.p, left);
    gisa_buf_cut(&in->whole, left);
    return left;
}

gisa_status gisa_input_more(gisa_input *in, gisa_error *err)
{
    size_t left = keep_rest(in), want = left > CHUNK ? left : CHUNK;
    gisa_status st;
    if (!in->decoder) {
        st = read_bytes(in, want, &in->whole, err);
    } else {
        gisa_buf_reset(&in->raw);
        st = read_bytes(in, want, &in->raw, err);
        if (st >= 0) {
            gisa_transcoder_put(in->decoder, gisa_buf_view(&in->raw), !in->goes_on, &in->whole);
            st = gisa_buf_check(&in->whole, in->path, err);
        }
        gisa_input_forget(in);
    }
    in->rest = gisa_buf_view(&in->whole);
    return st;
}

static gisa_status open_file(gisa_input *in, gisa_error *err)
{
    in->fd = open(in->path, O_RDONLY | O_CLOEXEC);
    in->opened = in->fd != -1;
    if (in->opened) return GISA_OK;
    return gisa_fail(err, GISA_EIO, "%s: cannot open: %s", in->path, strerrordesc_np(errno));
}

static gisa_status open_gzip(gisa_input *in, gisa_error *err)
{
    gisa_file_unmap(in->map);
    in->map = GISA_NONE;
    gisa_status st = open_file(in, err);
    if (st < 0) return st;
    st = gisa_stream_open(in->fd, in->path, 0, &in->stream, err);
    in->gzip = true;
    return st < 0 ? st : gisa_input_more(in, err);
}

/* What is gzip and what is not is told apart by the stream. */
static gisa_status open_pipe(gisa_input *in, gisa_error *err)
{
    gisa_status st = GISA_OK;
    in->piped = true;
    in->fd = STDIN_FILENO;
    if (!is_standard(in)) st = open_file(in, err);
    if (st >= 0) st = gisa_stream_open_pipe(in->fd, in->path, &in->stream, err);
    if (st < 0) return st;
    in->gzip = gisa_stream_is_gzip(in->stream);
    return gisa_input_more(in, err);
}

bool gisa_input_is_packed(const char *path, gisa_str bytes)
{
    return gisa_str_starts(bytes, GISA_STR("\x1F\x8B\x08")) &&
           !gisa_str_ends(gisa_str_from(path), GISA_STR(".warc.gz"));
}

gisa_status gisa_input_open(gisa_input *in, const char *path, gisa_error *err)
{
    gisa_input_close(in);
    in->path = path;
    if (is_standard(in)) return open_pipe(in, err);
    struct stat info;
    bool there = stat(path, &info) == 0;
    if (there && S_ISDIR(info.st_mode))
        return gisa_fail(err, GISA_EIO, "%s: no file in this folder has the ending of a page",
                         path);
    if (there && !S_ISREG(info.st_mode)) return open_pipe(in, err);
    gisa_status st = gisa_file_map(path, &in->map, err);
    if (st < 0) return st;
    in->rest = in->map;
    return gisa_input_is_packed(path, in->map) ? open_gzip(in, err) : GISA_OK;
}

gisa_status gisa_input_decode(gisa_input *in, const char *charset, gisa_error *err)
{
    gisa_status st = gisa_transcoder_open(charset, &in->decoder, err);
    if (st < 0) return st;
    if (in->map.p) {
        in->taken = (size_t)(in->rest.p - in->map.p);
        in->rest = GISA_NONE;
        return gisa_input_more(in, err);
    }
    gisa_buf_reset(&in->raw);
    gisa_buf_add(&in->raw, in->rest);
    gisa_buf_reset(&in->whole);
    gisa_transcoder_put(in->decoder, gisa_buf_view(&in->raw), !in->goes_on, &in->whole);
    in->rest = gisa_buf_view(&in->whole);
    gisa_buf_take_status(&in->whole, &in->raw);
    return gisa_buf_check(&in->whole, in->path, err);
}

gisa_status gisa_input_read_all(gisa_input *in, size_t max, gisa_error *err)
{
    gisa_status st = GISA_OK;
    while (st >= 0 && in->goes_on && in->rest.n <= max) st = gisa_input_more(in, err);
    if (st >= 0 && in->rest.n > max)
        st = gisa_fail(err, GISA_ELIMIT, "%s: over the limit of %zu bytes", in->path, max);
    return st;
}

gisa_status gisa_input_to_utf8(gisa_input *in, gisa_error *err)
{
    gisa_decoded info;
    size_t mark = gisa_decode_find_head(gisa_str_cut(in->rest, 0, GISA_INPUT_HEAD), &info);
    in->rest = gisa_str_cut(in->rest, mark, in->rest.n);
    if (strcmp(info.charset, "utf-8") == 0 || info.source == GISA_CHARSET_DEFAULT) return GISA_OK;
    return gisa_input_decode(in, info.charset, err);
}

void gisa_input_forget(gisa_input *in)
{
    size_t done = in->taken;
    if (!in->map.p) return;
    if (!in->decoder) done = (size_t)(in->rest.p - in->map.p);
    done = done / FORGET_BYTES * FORGET_BYTES;
    if (done == in->forgotten) return;
    gisa_file_forget(gisa_str_cut(in->map, in->forgotten, done), done - in->forgotten);
    in->forgotten = done;
}
