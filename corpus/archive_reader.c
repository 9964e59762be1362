/* Records are cut out of a window of expanded bytes that never holds more than the record at hand
 * and what came with it in one read. */
#include "corpus/archive_reader.h"

#include "base/hash.h"
#include "base/mem.h"
#include "corpus/arc.h"
#include "corpus/content_coding.h"
#include "corpus/gzip.h"
#include "corpus/http_head.h"
#include "corpus/warc.h"

/* Bytes that are read at once, that a look at a head takes, and that a window keeps after its
 * record. mutate: equivalent, but for memory and speed */
enum { STEP = 32768, LOOK = 65536, KEEP = 8 << 20 };

struct gisa_archive_reader {
    const char *path;
    gisa_stream *stream;
    gisa_buf window;
    size_t at;       /* window bytes before this are used up */
    uint64_t passed; /* bytes of the file before the window, in a plain file */
    bool alone;      /* the record at hand began its gzip member, as far as is known */
    bool ended;
    uint64_t unread; /* bytes of the last record's block that were not asked for */
    uint64_t hop;    /* where its successor starts; 0: read up to it */
    gisa_sha256 *sha;
    gisa_checksum digest;
    gisa_buf plain; /* a payload without chunks */
    gisa_coding_work coding;
};

gisa_status gisa_archive_reader_open(int fd, const char *path, uint64_t offset,
                                     gisa_archive_reader **out, gisa_error *err)
{
    gisa_archive_reader *r = gisa_calloc(1, sizeof *r);
    if (!r) return gisa_fail_mem(err);
    r->path = path;
    r->passed = offset;
    r->window = gisa_buf_make((size_t)GISA_RECORD_MAX + GISA_WARC_HEAD_MAX + 2 * STEP);
    r->plain = gisa_buf_make((size_t)GISA_RECORD_MAX);
    r->sha = gisa_sha256_open();
    gisa_status st = r->sha ? gisa_stream_open(fd, path, offset, &r->stream, err)
                            : gisa_fail_mem(err);
    if (st < 0) {
        gisa_archive_reader_close(r);
        return st;
    }
    *out = r;
    return st;
}

void gisa_archive_reader_close(gisa_archive_reader *r)
{
    if (!r) return;
    gisa_stream_close(r->stream);
    gisa_sha256_close(r->sha);
    gisa_buf_clear(&r->window);
    gisa_buf_clear(&r->plain);
    gisa_coding_work_clear(&r->coding);
    gisa_free(r);
}

bool gisa_archive_reader_ended(const gisa_archive_reader *r)
{
    return r->ended;
}

gisa_status gisa_archive_reader_step_over(gisa_archive_reader *r, uint64_t damaged, uint64_t *to,
                                          gisa_error *err)
{
    gisa_status st = gisa_stream_find_member(r->stream, damaged, to, err);
    r->at = r->window.n = 0;
    r->passed = *to;
    r->hop = r->unread = 0;
    r->ended = st == GISA_END;
    return st < 0 ? st : gisa_stream_seek(r->stream, *to, err);
}

/* Brings one more read into the window; GISA_END when there is nothing more. */
static gisa_status more(gisa_archive_reader *r, gisa_error *err)
{
    size_t got;
    char *to = gisa_buf_reserve(&r->window, STEP);
    if (!to) return gisa_buf_check(&r->window, "a WARC record", err);
    gisa_status st = gisa_stream_read(r->stream, to, STEP, &got, err);
    r->window.n += got;
    if (st != GISA_OK) return st;
    return got ? GISA_OK : GISA_END;
}

/* At least n unused bytes in the window; GISA_END when the file ends before. */
static gisa_status need(gisa_archive_reader *r, size_t n, gisa_error *err)
{
    gisa_status st = GISA_OK;
    while (st == GISA_OK && r->window.n - r->at < n) st = more(r, err);
    return st;
}

static void use(gisa_archive_reader *r, size_t n)
{
    r->at += n;
}

/* Forgets the used bytes. */
static void compact(gisa_archive_reader *r)
{
    size_t left = r->window.n - r->at;
    if (left) memmove(r->window.p, r->window.p + r->at, left);
    r->passed += r->at;
    r->window.n = left;
    r->at = 0;
    if (left) return;
    if (r->window.cap > KEEP) gisa_buf_clear(&r->window); /* mutate: equivalent, but for memory */
}

static gisa_str unused(const gisa_archive_reader *r)
{
    return gisa_str_cut(gisa_buf_view(&r->window), r->at, r->window.n);
}

static gisa_status corrupt(const gisa_archive_reader *r, uint64_t offset, const char *what,
                           gisa_error *err)
{
    return gisa_fail_at(err, GISA_ECORRUPT, offset, "%s: damaged at byte %llu: %s", r->path,
                        (unsigned long long)offset, what);
}

static gisa_status cut_off(const gisa_archive_reader *r, uint64_t offset, gisa_error *err)
{
    return gisa_fail_at(err, GISA_SKIP, offset, "%s: the last record, at byte %llu, is cut off",
                        r->path, (unsigned long long)offset);
}

/* Passes over n bytes without keeping them. */
static gisa_status pass(gisa_archive_reader *r, uint64_t n, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (;;) {
        size_t left = r->window.n - r->at, step = left < n ? left : (size_t)n;
        use(r, step);
        n -= step;
        if (!n || st != GISA_OK) return st;
        compact(r);
        st = more(r, err);
    }
}

/* The "\r\n\r\n" after a block, and the end of its gzip member when nothing else is in it. */
static gisa_status finish_record(gisa_archive_reader *r, gisa_error *err)
{
    gisa_status st = need(r, 4, err);
    if (st != GISA_OK && st != GISA_END) return st;
    gisa_str view = unused(r);
    if (gisa_str_starts(view, GISA_STR("\r\n\r\n"))) use(r, 4);
    return r->at == r->window.n ? gisa_stream_settle(r->stream, err) : GISA_OK;
}

/* Leaves a record of which only the head was looked at. */
static gisa_status leave(gisa_archive_reader *r, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (r->hop) {
        r->at = r->window.n;
        st = gisa_stream_seek(r->stream, r->hop, err);
    } else if (r->unread) {
        st = pass(r, r->unread, err);
        if (st == GISA_END) st = cut_off(r, gisa_stream_offset(r->stream), err);
    }
    r->hop = r->unread = 0;
    return st;
}

/* Passes over the empty lines between records; GISA_END at the end of the file. */
static gisa_status find_start(gisa_archive_reader *r, uint64_t *offset, gisa_error *err)
{
    gisa_status st = leave(r, err);
    if (st != GISA_OK) return st;
    compact(r);
    r->alone = r->window.n == 0 && gisa_stream_is_gzip(r->stream);
    while ((st = need(r, 1, err)) == GISA_OK) {
        char c = r->window.p[r->at];
        if (c != '\r' && c != '\n') break;
        use(r, 1);
    }
    bool gzip = gisa_stream_is_gzip(r->stream);
    *offset = gzip ? gisa_stream_member(r->stream) : r->passed + r->at;
    return st;
}

/* Brings the record's whole header into the window; *n is its length with the empty line. */
static gisa_status read_header(gisa_archive_reader *r, uint64_t offset, size_t *n, gisa_error *err)
{
    gisa_str head, body;
    for (;;) {
        gisa_str view = unused(r);
        size_t magic = view.n < 5 ? view.n : 5;
        if (memcmp(view.p, "WARC/", magic) != 0)
            return corrupt(r, offset, "no WARC record begins here", err);
        gisa_head_split(view, &head, &body);
        if (head.n < view.n) break;
        if (view.n > GISA_WARC_HEAD_MAX)
            return corrupt(r, offset, "the header of a record does not end", err);
        gisa_status st = more(r, err);
        if (st == GISA_END) return cut_off(r, offset, err);
        if (st != GISA_OK) return st;
    }
    *n = (size_t)(body.p - head.p);
    return GISA_OK;
}

static gisa_capture_type type_of(gisa_str name)
{
    if (gisa_str_is(name, "response")) return GISA_CAPTURE_RESPONSE;
    if (gisa_str_is(name, "resource")) return GISA_CAPTURE_RESOURCE;
    if (gisa_str_is(name, "revisit")) return GISA_CAPTURE_REVISIT;
    return gisa_str_is(name, "metadata") ? GISA_CAPTURE_METADATA : GISA_CAPTURE_OTHER;
}

static gisa_capture_role role_of(gisa_str name)
{
    if (gisa_str_is(name, "feed")) return GISA_ROLE_FEED;
    if (gisa_str_is(name, "robots")) return GISA_ROLE_ROBOTS;
    if (gisa_str_is(name, "policy")) return GISA_ROLE_POLICY;
    return gisa_str_is(name, "source") ? GISA_ROLE_SOURCE : GISA_ROLE_PAGE;
}

/* Undoes what the head says was done to the payload. */
static gisa_status decode(gisa_archive_reader *r, gisa_capture *c, gisa_error *err)
{
    gisa_str transfer = gisa_head_field(c->http_head, "Transfer-Encoding");
    gisa_str coding = gisa_head_field(c->http_head, "Content-Encoding");
    gisa_error inner = {0};
    gisa_buf_reset(&r->plain);
    if (gisa_str_find_nocase(transfer, GISA_STR("chunked"), 0) != GISA_NPOS &&
        gisa_warc_unchunk(c->payload, &r->plain)) {
        if (gisa_buf_status(&r->plain) < 0) return gisa_buf_check(&r->plain, "a payload", err);
        c->payload = gisa_buf_view(&r->plain);
    }
    gisa_status st = gisa_content_decode(&r->coding, coding, (size_t)GISA_RECORD_MAX, &c->payload,
                                         &inner);
    if (st == GISA_OK) return st;
    if (st == GISA_ENOMEM) return gisa_fail_mem(err);
    return gisa_fail_at(err, GISA_SKIP, c->offset, "%.*s: %s", GISA_ARG(c->uri), inner.text);
}

/* Whether a digest of the form sha256:<64 hex digits> fits; digests of other forms do. */
static bool fits(gisa_archive_reader *r, gisa_str said, gisa_str bytes)
{
    gisa_checksum is;
    if (!gisa_checksum_hex(said).p) return true;
    gisa_sha256_add(r->sha, bytes);
    gisa_checksum_finish(r->sha, &is);
    return gisa_str_eq_nocase(said, gisa_checksum_text(&is));
}

static gisa_str digest_of(gisa_archive_reader *r, gisa_str payload)
{
    gisa_sha256_add(r->sha, payload);
    gisa_checksum_finish(r->sha, &r->digest);
    return gisa_checksum_text(&r->digest);
}

/* Earlier versions wrote the wish to keep duplicates as a parameter of the content type. */
static void split_keep_parameter(gisa_capture *c)
{
    const gisa_str parameter = GISA_STR("; gisa=keep");
    if (!gisa_str_ends(c->content_type, parameter)) return;
    c->content_type.n -= parameter.n;
    c->keep_duplicates = true;
}

/* Splits the block into HTTP head and payload and says of what type the payload is. */
static void split_block(gisa_capture *c, const gisa_warc_head *h, gisa_str block)
{
    bool http = gisa_str_find_nocase(h->content_type, GISA_STR("application/http"), 0) == 0;
    c->payload = block;
    c->content_type = h->content_type;
    split_keep_parameter(c);
    if (c->type != GISA_CAPTURE_RESPONSE && c->type != GISA_CAPTURE_REVISIT) return;
    if (!http && !gisa_str_starts(block, GISA_STR("HTTP/"))) return;
    gisa_head_split(block, &c->http_head, &c->payload);
    c->http_status = gisa_head_status(c->http_head);
    c->content_type = gisa_head_field(c->http_head, "Content-Type");
}

/* Reads the header and the block after it, or only its first LOOK bytes when it has more than
 * `max`; then, when the window does not move any more, the header's views are taken. */
static gisa_status take_record(gisa_archive_reader *r, uint64_t offset, size_t max,
                               gisa_warc_head *h, gisa_str *block, gisa_error *err)
{
    size_t n = 0;
    gisa_error inner;
    gisa_status st = read_header(r, offset, &n, err);
    if (st != GISA_OK) return st;
    if (gisa_warc_parse(gisa_str_cut(unused(r), 0, n), h, &inner) < 0)
        return corrupt(r, offset, inner.text, err);
    size_t take = h->length <= max ? (size_t)h->length : LOOK;
    st = need(r, n + take, err);
    if (st == GISA_END) return cut_off(r, offset, err);
    if (st != GISA_OK) return st;
    size_t start = r->at;
    use(r, n + take);
    r->unread = h->length - take;
    if (!r->unread && (st = finish_record(r, err)) != GISA_OK) return st;
    gisa_str all = gisa_str_cut(gisa_buf_view(&r->window), start, r->window.n);
    *block = gisa_str_cut(all, n, n + take);
    return gisa_warc_parse(gisa_str_cut(all, 0, n), h, err);
}

static gisa_status check_payload(gisa_archive_reader *r, const gisa_warc_head *h, gisa_str block,
                                 gisa_capture *c, gisa_error *err)
{
    if (h->length > GISA_RECORD_MAX)
        return gisa_fail_at(err, GISA_SKIP, c->offset, "%.*s: a record of %llu bytes is too large",
                            GISA_ARG(c->uri), (unsigned long long)h->length);
    if (!fits(r, h->block_digest, block))
        return corrupt(r, c->offset, "a record does not fit its digest", err);
    if (c->type != GISA_CAPTURE_RESPONSE && c->type != GISA_CAPTURE_RESOURCE) return GISA_OK;
    gisa_status st = decode(r, c, err);
    if (st == GISA_OK) c->digest = digest_of(r, c->payload);
    return st;
}

/* The record's length in the file, 0: unknown; sets where to hop to as well. */
static uint64_t measure(gisa_archive_reader *r, uint64_t offset)
{
    uint64_t skip = r->alone ? gisa_stream_skip_length(r->stream, offset) : 0;
    if (r->unread) {
        r->hop = skip ? offset + skip : 0;
        return skip;
    }
    if (gisa_stream_is_gzip(r->stream))
        return r->alone ? gisa_stream_offset(r->stream) - offset : 0;
    return r->passed + r->at - offset;
}

gisa_status gisa_archive_reader_next(gisa_archive_reader *r, bool whole, gisa_capture *out,
                                     gisa_error *err)
{
    gisa_warc_head h = {0};
    gisa_str block = GISA_NONE;
    *out = (gisa_capture){0};
    if (r->ended) return GISA_END;
    gisa_status st = find_start(r, &out->offset, err);
    if (st == GISA_OK)
        st = take_record(r, out->offset, whole ? (size_t)GISA_RECORD_MAX : LOOK, &h, &block, err);
    r->ended = st == GISA_SKIP || st == GISA_END;
    if (st != GISA_OK) return st;
    out->type = type_of(h.type);
    out->role = role_of(h.role);
    out->uri = h.uri;
    out->fetched_utc = h.date_utc;
    out->refers_utc = h.refers_utc;
    out->truncated = h.truncated;
    out->no_learn = h.no_learn;
    out->keep_duplicates = h.keep_duplicates;
    out->digest = h.payload_digest;
    split_block(out, &h, block);
    out->length = measure(r, out->offset);
    if (whole) return check_payload(r, &h, block, out, err);
    out->payload = GISA_NONE;
    return GISA_OK;
}
