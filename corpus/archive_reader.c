/* Records are cut out of a window of expanded bytes that never holds more than the record at hand
 * and what came with it in one read. */
#include "corpus/archive_reader.h"

#include "base/hash.h"
#include "base/mem.h"
#include "corpus/arc.h"
#include "corpus/content_coding.h"
#include "corpus/gzip.h"
#include "corpus/http_head.h"
#include "corpus/record_bounds.h"
#include "corpus/warc.h"

/* Bytes that are read at once, that a look at a head takes, and that a window keeps after its
 * record. mutate: equivalent, but for memory and speed */
enum { STEP = 32768, LOOK = 65536, KEEP = 8 << 20 };

enum {
    BETWEEN_MAX = 4096,   /* of line ends between two records whose lengths are right */
    BEYOND_MAX = 1 << 20, /* that a record may be longer than it says */
    MEMBERS_MAX = 10000,  /* that are looked at for the next record after damage */
};

struct gisa_archive_reader {
    const char *path;
    gisa_stream *stream;
    gisa_buf window;
    size_t at;       /* window bytes before this are used up */
    uint64_t passed; /* bytes of the file before the window, in a plain file */
    bool alone;      /* the record at hand began its gzip member, as far as is known */
    bool own;        /* members say their length: records begin nowhere else */
    bool arc;        /* the last head was that of an ARC record */
    bool lost;       /* no record begins at `at` */
    bool closed;     /* the last block was followed by "\r\n\r\n" */
    bool misread;    /* the last record had another length than it says */
    bool ended;
    uint64_t last;   /* where the last record began */
    uint64_t unread; /* bytes of the last record's block that were not asked for */
    uint64_t hop;    /* where its successor starts; 0: read up to it */
    gisa_sha256 *sha;
    gisa_checksum digest;
    gisa_buf plain; /* a payload without chunks */
    gisa_coding_work coding;
};

gisa_status gisa_archive_reader_take(gisa_stream *stream, gisa_str begun, const char *path,
                                     gisa_archive_reader **out, gisa_error *err)
{
    gisa_archive_reader *r = gisa_calloc(1, sizeof *r);
    if (!r) return gisa_fail_mem(err);
    r->path = path;
    r->window = gisa_buf_make(2 * ((size_t)GISA_RECORD_MAX + GISA_WARC_HEAD_MAX + BEYOND_MAX));
    r->plain = gisa_buf_make((size_t)GISA_RECORD_MAX);
    r->sha = gisa_sha256_open();
    gisa_buf_add(&r->window, begun);
    if (!r->sha || gisa_buf_status(&r->window) < 0) {
        gisa_archive_reader_close(r);
        return gisa_fail_mem(err);
    }
    r->stream = stream;
    r->own = gisa_stream_skip_length(r->stream, 0) > 0;
    *out = r;
    return GISA_OK;
}

gisa_status gisa_archive_reader_open(int fd, const char *path, uint64_t offset,
                                     gisa_archive_reader **out, gisa_error *err)
{
    gisa_stream *stream = NULL;
    gisa_status st = gisa_stream_open(fd, path, offset, &stream, err);
    if (st >= 0) st = gisa_archive_reader_take(stream, GISA_NONE, path, out, err);
    if (st >= 0)
        (*out)->passed = offset;
    else
        gisa_stream_close(stream);
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

/* The stream goes on at another place. */
static void move_to(gisa_archive_reader *r, uint64_t offset)
{
    r->at = r->window.n = 0;
    r->passed = offset;
    r->hop = r->unread = 0;
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
    r->closed = gisa_str_starts(view, GISA_STR("\r\n\r\n"));
    if (r->closed) use(r, 4);
    return r->at == r->window.n ? gisa_stream_settle(r->stream, err) : GISA_OK;
}

/* Bytes at `from` in a plain file, read as those of a record that is longer than its file, may hold
 * others. */
static gisa_status overlong(gisa_archive_reader *r, uint64_t from, gisa_error *err)
{
    uint64_t end = gisa_stream_offset(r->stream);
    if (r->own || gisa_stream_is_gzip(r->stream)) return cut_off(r, end, err);
    gisa_status st = gisa_stream_seek(r->stream, from, err);
    if (st < 0) return st;
    move_to(r, from);
    r->lost = true;
    return corrupt(r, r->last, "a record is longer than its file", err);
}

/* Leaves a record of which only the head was looked at. */
static gisa_status leave(gisa_archive_reader *r, gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (r->hop) {
        r->at = r->window.n;
        st = gisa_stream_seek(r->stream, r->hop, err);
    } else if (r->unread) {
        uint64_t from = r->passed + r->at;
        st = pass(r, r->unread, err);
        if (st == GISA_END) st = overlong(r, from, err);
    }
    r->hop = r->unread = 0;
    return st;
}

/* Passes over the empty lines between records; GISA_END at the end of the file. */
static gisa_status find_start(gisa_archive_reader *r, uint64_t *offset, gisa_error *err)
{
    gisa_status st = leave(r, err);
    if (st != GISA_OK) return st;
    /* mutate: equivalent, it moves no more bytes than were used */
    if (r->at >= r->window.n - r->at) compact(r);
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

/* The length of a header at the start of view: its empty line, or line, included; 0: there is not
 * all of it. */
static size_t header_length(gisa_str view)
{
    gisa_str head, body;
    if (!gisa_record_may_begin(view)) return gisa_str_find_byte(view, '\n', 0) + 1;
    gisa_head_split(view, &head, &body);
    return head.n < view.n ? (size_t)(body.p - head.p) : 0;
}

/* Brings the record's whole header into the window; *n is its length. */
static gisa_status read_header(gisa_archive_reader *r, uint64_t offset, size_t *n, gisa_error *err)
{
    for (;;) {
        gisa_str view = unused(r);
        bool warc = gisa_record_may_begin(view);
        if (!warc && !gisa_arc_may_begin(view))
            return corrupt(r, offset, "no WARC record begins here", err);
        if ((*n = header_length(view))) return GISA_OK;
        if (view.n > (warc ? GISA_WARC_HEAD_MAX : GISA_ARC_LINE_MAX))
            return corrupt(r, offset, "the header of a record does not end", err);
        gisa_status st = more(r, err);
        if (st == GISA_END) return cut_off(r, offset, err);
        if (st != GISA_OK) return st;
    }
}

static gisa_status parse_header(gisa_str text, gisa_warc_head *out, gisa_error *err)
{
    if (gisa_record_may_begin(text)) return gisa_warc_parse(text, out, err);
    if (gisa_arc_parse(gisa_str_cut(text, 0, text.n - 1), out)) return GISA_OK;
    return gisa_fail(err, GISA_ECORRUPT, "no WARC record begins here");
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
    if (gisa_str_is(name, "listing")) return GISA_ROLE_LISTING;
    if (gisa_str_is(name, "failure")) return GISA_ROLE_FAILURE;
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

/* A response without a status line: a page alone, or after fields, or of another protocol, is what
 * a resource is. */
static void take_headless(gisa_capture *c, gisa_str block, bool http)
{
    gisa_str text = gisa_str_trim(block);
    c->type = GISA_CAPTURE_RESOURCE;
    if (!http || (text.n && text.p[0] == '<')) {
        c->content_type = http ? GISA_NONE : c->content_type;
        c->payload = block;
        return;
    }
    gisa_str head = GISA_NONE;
    gisa_head_split(block, &head, &c->payload);
    c->content_type = gisa_head_field(head, "Content-Type");
}

/* Splits the block into HTTP head and payload and says of what type the payload is. */
static void split_block(gisa_capture *c, const gisa_warc_head *h, gisa_str block)
{
    bool http = gisa_str_find_nocase(h->content_type, GISA_STR("application/http"), 0) == 0;
    c->payload = block;
    c->content_type = h->content_type;
    split_keep_parameter(c);
    if (c->type != GISA_CAPTURE_RESPONSE && c->type != GISA_CAPTURE_REVISIT) return;
    if (http || gisa_str_starts(block, GISA_STR("HTTP/"))) {
        gisa_head_split(block, &c->http_head, &c->payload);
        c->http_status = gisa_head_status(c->http_head);
        c->content_type = gisa_head_field(c->http_head, "Content-Type");
    }
    if (c->type != GISA_CAPTURE_RESPONSE || c->http_status) return;
    c->http_head = GISA_NONE;
    if (!http) c->content_type = h->content_type;
    take_headless(c, block, http);
}

/* Of a record that is longer than what is left of its file: whether another one begins in it. Then
 * its block is that long. */
static bool find_inside(gisa_archive_reader *r, size_t header, size_t *block)
{
    gisa_str view = unused(r);
    size_t at = r->own ? GISA_NPOS : gisa_record_find(view, header, r->arc);
    if (at == GISA_NPOS) return false;
    *block = gisa_record_end_before(view, header, at) - header;
    return r->misread = true;
}

static bool at_member_end(const gisa_archive_reader *r)
{
    return gisa_stream_is_gzip(r->stream) &&
           gisa_stream_offset(r->stream) != gisa_stream_member(r->stream);
}

/* Whether the file, the member or another record follows, as far as is easily seen. */
static bool record_follows(gisa_archive_reader *r)
{
    for (size_t at = r->at; at - r->at < BETWEEN_MAX; at++) {
        if (at == r->window.n && (at_member_end(r) || more(r, NULL) != GISA_OK)) return true;
        gisa_str rest = gisa_str_cut(gisa_buf_view(&r->window), at, r->window.n);
        if (rest.p[0] == '\r' || rest.p[0] == '\n') continue;
        return gisa_record_may_begin(rest) || (r->arc && gisa_arc_may_begin(rest));
    }
    return true;
}

/* Where no record follows, the block has another length than its header says: it ends before the
 * next record, which may begin in it. */
static void mend_length(gisa_archive_reader *r, size_t start, size_t *block)
{
    size_t from = start, at;
    if (record_follows(r)) return;
    while ((at = gisa_record_find(gisa_buf_view(&r->window), from, r->arc)) == GISA_NPOS) {
        size_t n = r->window.n, overlap = r->arc ? GISA_ARC_LINE_MAX : GISA_RECORD_FIRST_LINE;
        if (n - r->at > BEYOND_MAX || more(r, NULL) != GISA_OK) return;
        if (n > from + overlap) from = n - overlap; /* mutate: equivalent, the same number */
    }
    *block = gisa_record_end_before(gisa_buf_view(&r->window), start, at) - start;
    r->at = at;
    r->misread = true;
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
    if (parse_header(gisa_str_cut(unused(r), 0, n), h, &inner) < 0)
        return corrupt(r, offset, inner.text, err);
    r->arc = !gisa_record_may_begin(unused(r));
    size_t start = r->at, take = h->length <= max ? (size_t)h->length : LOOK;
    st = need(r, n + take, err);
    if (st == GISA_END && find_inside(r, n, &take)) st = GISA_OK;
    if (st == GISA_END) return cut_off(r, offset, err);
    if (st != GISA_OK) return st;
    use(r, n + take);
    r->unread = r->misread ? 0 : h->length - take;
    if (!r->unread && (st = finish_record(r, err)) != GISA_OK) return st;
    bool doubtful = max > LOOK && !r->own && !r->misread && !r->unread && !r->closed;
    if (doubtful) mend_length(r, start + n, &take);
    r->lost = false;
    gisa_str all = gisa_str_cut(gisa_buf_view(&r->window), start, r->window.n);
    *block = gisa_str_cut(all, n, n + take);
    st = parse_header(gisa_str_cut(all, 0, n), h, err);
    if (r->misread) h->length = take;
    if (gisa_str_is(h->type, "warcinfo")) r->misread = false; /* often wrong, and of no use */
    return st;
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
    if (r->misread) {
        r->misread = false;
        return gisa_fail_at(err, GISA_SKIP, r->last,
                            "%s: the record at byte %llu is not as long as it says; it was taken "
                            "up to the next one",
                            r->path, (unsigned long long)r->last);
    }
    if (r->ended) return GISA_END;
    r->lost = true;
    gisa_status st = find_start(r, &out->offset, err);
    r->last = out->offset;
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
    out->aside = h.aside;
    out->digest = h.payload_digest;
    split_block(out, &h, block);
    out->length = measure(r, out->offset);
    if (whole) return check_payload(r, &h, block, out, err);
    out->payload = GISA_NONE;
    return GISA_OK;
}

/* Finds the next record in the bytes that follow; GISA_END at the end of the file. */
static gisa_status find_next(gisa_archive_reader *r, gisa_error *err)
{
    size_t from = r->at + 1, overlap = r->arc ? GISA_ARC_LINE_MAX : GISA_RECORD_FIRST_LINE;
    for (;;) {
        size_t at = gisa_record_find(gisa_buf_view(&r->window), from, r->arc);
        if (at != GISA_NPOS) {
            r->at = at;
            return GISA_OK;
        }
        /* mutate: equivalent, the same numbers */
        if (r->window.n > r->at + overlap) r->at = r->window.n - overlap;
        from = from > r->at ? from - r->at : 0; /* mutate: equivalent, both are 0 */
        compact(r);
        gisa_status st = more(r, err);
        if (st != GISA_OK) return st;
    }
}

/* Finds the next gzip member that begins with a record; the one at hand is damaged. */
static gisa_status find_next_member(gisa_archive_reader *r, gisa_error *err)
{
    uint64_t at = gisa_stream_member(r->stream);
    for (size_t tries = 0; tries < MEMBERS_MAX; tries++) {
        gisa_status st = gisa_stream_find_gzip(r->stream, at, &at, err);
        if (st != GISA_OK) return st;
        move_to(r, at);
        st = need(r, GISA_RECORD_FIRST_LINE, NULL);
        if (st == GISA_ENOMEM || st == GISA_EIO)
            return gisa_fail(err, st, "%s: cannot be read", r->path);
        if (gisa_record_find(gisa_buf_view(&r->window), 0, r->arc) == 0) return GISA_OK;
    }
    return GISA_END;
}

static gisa_status step_to_record(gisa_archive_reader *r, uint64_t *to, gisa_error *err)
{
    gisa_status st = r->lost ? find_next(r, err) : GISA_OK;
    bool gzip = gisa_stream_is_gzip(r->stream);
    if (st == GISA_ECORRUPT || st == GISA_SKIP) st = gzip ? find_next_member(r, err) : GISA_END;
    *to = gzip ? gisa_stream_offset(r->stream) : r->passed + r->at;
    return st;
}

/* Members of gisa's own say where the next one is. In files of others a record may begin anywhere
 * that looks like one. */
gisa_status gisa_archive_reader_step_over(gisa_archive_reader *r, uint64_t damaged, uint64_t *to,
                                          gisa_error *err)
{
    gisa_status st;
    if (r->own) {
        st = gisa_stream_find_member(r->stream, damaged, to, err);
        move_to(r, *to);
    } else {
        st = step_to_record(r, to, err);
    }
    r->ended = st == GISA_END;
    return st;
}
