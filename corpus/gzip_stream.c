/* The reading side of corpus/gzip.h: a file as one stream of bytes, member after member. */
#include <errno.h>
#include <unistd.h>
#include <zlib.h>

#include "base/mem.h"
#include "corpus/gzip.h"

enum { INPUT = 65536 }; /* mutate: equivalent, it is how much is read at once */

struct gisa_stream {
    int fd;
    const char *path;
    bool piped; /* read in its order only */
    bool gzip;
    bool in_member;
    uint64_t member; /* where the current member starts */
    uint64_t offset; /* in the file, of in[0] */
    size_t at, n;    /* in[at..n) is not yet used */
    z_stream z;
    unsigned char in[INPUT];
};

static void *zlib_alloc(void *ctx, unsigned count, unsigned size)
{
    (void)ctx;
    return gisa_calloc(count, size);
}

static void zlib_free(void *ctx, void *p)
{
    (void)ctx;
    gisa_free(p);
}

/* Appends what one read gives; *got is 0 at the end of the file. */
static gisa_status append(gisa_stream *s, size_t *got, gisa_error *err)
{
    ssize_t n;
    do
        n = s->piped ? read(s->fd, s->in + s->n, INPUT - s->n)
                     : pread(s->fd, s->in + s->n, INPUT - s->n, (off_t)(s->offset + s->n));
    while (n < 0 && errno == EINTR);
    *got = n < 0 ? 0 : (size_t)n;
    s->n += *got;
    if (n >= 0) return GISA_OK;
    return gisa_fail_at(err, GISA_EIO, s->offset, "%s: cannot read: %s", s->path,
                        strerrordesc_np(errno));
}

/* Brings more input when all of it is used; s->at == s->n afterwards means the end of the file. */
static gisa_status refill(gisa_stream *s, gisa_error *err)
{
    size_t got;
    if (s->at < s->n) return GISA_OK;
    s->offset += s->n;
    s->at = s->n = 0;
    return append(s, &got, err);
}

/* The first two bytes, which a pipe may give one by one. */
static gisa_status read_magic(gisa_stream *s, gisa_error *err)
{
    size_t got = 1;
    gisa_status st = GISA_OK;
    while (st >= 0 && got && s->n < 2) st = append(s, &got, err);
    return st;
}

static gisa_status open_stream(int fd, const char *path, bool piped, uint64_t offset,
                               gisa_stream **out, gisa_error *err)
{
    gisa_stream *s = gisa_calloc(1, sizeof *s);
    if (!s) return gisa_fail_mem(err);
    s->fd = fd;
    s->path = path;
    s->piped = piped;
    s->z.zalloc = zlib_alloc;
    s->z.zfree = zlib_free;
    gisa_status st = read_magic(s, err);
    s->gzip = s->n >= 2 && s->in[0] == 0x1f && s->in[1] == 0x8b;
    if (st >= 0 && inflateInit2(&s->z, 15 + 16) != Z_OK) st = gisa_fail_mem(err);
    if (st >= 0) st = gisa_stream_seek(s, offset, err);
    if (st >= 0)
        *out = s;
    else
        gisa_stream_close(s);
    return st;
}

gisa_status gisa_stream_open(int fd, const char *path, uint64_t offset, gisa_stream **out,
                             gisa_error *err)
{
    return open_stream(fd, path, false, offset, out, err);
}

gisa_status gisa_stream_open_pipe(int fd, const char *path, gisa_stream **out, gisa_error *err)
{
    return open_stream(fd, path, true, 0, out, err);
}

void gisa_stream_close(gisa_stream *s)
{
    if (!s) return;
    inflateEnd(&s->z);
    gisa_free(s);
}

bool gisa_stream_is_gzip(const gisa_stream *s)
{
    return s->gzip;
}

uint64_t gisa_stream_member(const gisa_stream *s)
{
    return s->member;
}

uint64_t gisa_stream_offset(const gisa_stream *s)
{
    return s->in_member ? s->member : s->offset + s->at;
}

gisa_status gisa_stream_seek(gisa_stream *s, uint64_t offset, gisa_error *err)
{
    if (offset > INT64_MAX)
        return gisa_fail(err, GISA_EIO, "%s: no such place in the file", s->path);
    s->in_member = false;
    uint64_t ahead = offset - s->offset; /* of a place before the bytes at hand: very many */
    if (ahead <= s->n) {                 /* mutate: equivalent, at the end of them more are read */
        s->at = (size_t)ahead;
        return GISA_OK;
    }
    if (s->piped)
        return gisa_fail(err, GISA_ECORRUPT,
                         "%s: damaged, and a pipe is not read twice: save it as a file", s->path);
    s->offset = offset;
    s->at = s->n = 0;
    return GISA_OK;
}

/* What the head of the member at `offset` says its length is, 0: nothing. *n is how much of that
 * head there is. */
static uint64_t said_length(const gisa_stream *s, uint64_t offset, size_t *n)
{
    char head[GISA_GZIP_HEAD];
    *n = GISA_GZIP_HEAD;
    /* mutate: equivalent, at the edges the same bytes are read again */
    if (offset >= s->offset && offset - s->offset + GISA_GZIP_HEAD <= s->n) {
        const char *in = (const char *)s->in + (offset - s->offset);
        return gisa_gzip_skip_length((gisa_str){in, GISA_GZIP_HEAD});
    }
    if (s->piped) return 0;
    ssize_t got = pread(s->fd, head, sizeof head, (off_t)offset);
    *n = got > 0 ? (size_t)got : 0;
    return gisa_gzip_skip_length((gisa_str){head, *n});
}

/* No checksum covers the head of a member: its length is believed where it leads to another one or
 * to the end of the file. */
uint64_t gisa_stream_skip_length(const gisa_stream *s, uint64_t offset)
{
    size_t n;
    uint64_t skip = said_length(s, offset, &n);
    return skip && (said_length(s, offset + skip, &n) || n < GISA_GZIP_HEAD) ? skip : 0;
}

static bool says_length(const gisa_stream *s, uint64_t offset)
{
    size_t n;
    return said_length(s, offset, &n) > 0;
}

/* Magic, deflate, and no flag that has no meaning. */
static bool may_be_member(const gisa_stream *s, uint64_t offset)
{
    unsigned char head[4];
    size_t at = (size_t)(offset - s->offset);
    /* mutate: equivalent, at the edge the same bytes are read again */
    if (s->n - at >= sizeof head)
        memcpy(head, s->in + at, sizeof head);
    else if (s->piped || pread(s->fd, head, sizeof head, (off_t)offset) != (ssize_t)sizeof head)
        return false;
    return head[1] == 0x8b && head[2] == 8 && head[3] < 0x20;
}

/* The first place from `from` on that fits; *at is the end of the file when there is none. */
static gisa_status scan(gisa_stream *s, uint64_t from,
                        bool (*fits)(const gisa_stream *s, uint64_t offset), uint64_t *at,
                        gisa_error *err)
{
    gisa_status st = gisa_stream_seek(s, from, err);
    while (st >= 0 && (st = refill(s, err)) >= 0 && s->at < s->n) {
        *at = s->offset + s->at;
        if (s->in[s->at] == 0x1f && fits(s, *at)) return GISA_OK;
        s->at++;
    }
    *at = s->offset + s->n;
    return st < 0 ? st : GISA_END;
}

gisa_status gisa_stream_find_member(gisa_stream *s, uint64_t damaged, uint64_t *next,
                                    gisa_error *err)
{
    size_t n;
    uint64_t skip = said_length(s, damaged, &n);
    *next = damaged + skip;
    if (skip && says_length(s, *next)) return gisa_stream_seek(s, *next, err);
    return scan(s, damaged + 1, says_length, next, err);
}

gisa_status gisa_stream_find_gzip(gisa_stream *s, uint64_t after, uint64_t *next, gisa_error *err)
{
    return scan(s, after + 1, may_be_member, next, err);
}

/* A tail of nothing but zeros is what a crash can leave at the end of a file that was being
 * extended. */
static gisa_status zeros_to_the_end(gisa_stream *s, gisa_error *err)
{
    uint64_t start = s->offset + s->at;
    gisa_status st;
    while ((st = refill(s, err)) >= 0 && s->at < s->n) {
        if (s->in[s->at] != 0)
            return gisa_fail_at(err, GISA_ECORRUPT, start,
                                "%s: damaged at byte %llu: no gzip member", s->path,
                                (unsigned long long)start);
        s->at++;
    }
    if (st < 0) return st;
    return gisa_fail_at(err, GISA_SKIP, start, "%s: ends in %llu zero bytes from byte %llu",
                        s->path, (unsigned long long)(s->offset - start),
                        (unsigned long long)start);
}

/* At the start of a member: GISA_END at the end of the file, else ready to inflate. */
static gisa_status start_member(gisa_stream *s, gisa_error *err)
{
    gisa_status st = refill(s, err);
    if (st < 0) return st;
    if (s->at == s->n) return GISA_END;
    if (s->in[s->at] != 0x1f) return zeros_to_the_end(s, err);
    s->member = s->offset + s->at;
    s->in_member = true;
    return inflateReset(&s->z) == Z_OK ? GISA_OK : gisa_fail_mem(err);
}

/* At the end of the file and not of the member. When all the bytes are there that its head speaks
 * of, one of them is wrong; else it was torn off while it was written. */
static gisa_status cut_off(const gisa_stream *s, gisa_error *err)
{
    size_t n;
    uint64_t skip = said_length(s, s->member, &n);
    if (skip && s->member + skip <= s->offset + s->n)
        return gisa_fail_at(err, GISA_ECORRUPT, s->member,
                            "%s: the record at byte %llu is damaged: it does not end", s->path,
                            (unsigned long long)s->member);
    return gisa_fail_at(err, GISA_SKIP, s->member, "%s: the last record, at byte %llu, is cut off",
                        s->path, (unsigned long long)s->member);
}

/* One step of inflate into to[0..n); *got is what it wrote. With n = 0 it can still see the end. */
static gisa_status inflate_step(gisa_stream *s, char *to, size_t n, size_t *got, gisa_error *err)
{
    gisa_status st = refill(s, err);
    if (st < 0) return st;
    if (s->at == s->n) return cut_off(s, err);
    s->z.next_in = s->in + s->at;
    s->z.avail_in = (uInt)(s->n - s->at);
    s->z.next_out = (Bytef *)to;
    s->z.avail_out = n > UINT32_MAX ? UINT32_MAX : (uInt)n;
    int code = inflate(&s->z, Z_NO_FLUSH);
    s->at = s->n - s->z.avail_in;
    *got = (size_t)((char *)s->z.next_out - to);
    if (code == Z_MEM_ERROR) return gisa_fail_mem(err);
    if (code == Z_STREAM_END) s->in_member = false;
    if (code == Z_STREAM_END || code == Z_OK || code == Z_BUF_ERROR) return GISA_OK;
    return gisa_fail_at(err, GISA_ECORRUPT, s->member, "%s: the record at byte %llu is damaged: %s",
                        s->path, (unsigned long long)s->member, s->z.msg ? s->z.msg : "bad gzip");
}

gisa_status gisa_stream_settle(gisa_stream *s, gisa_error *err)
{
    char spare;
    size_t got;
    gisa_status st = GISA_OK;
    while (st == GISA_OK && s->in_member) {
        st = inflate_step(s, &spare, 0, &got, err);
        if (s->at < s->n) break; /* at the end, or it needs room for bytes that are left to read */
    }
    return st;
}

static gisa_status read_gzip(gisa_stream *s, char *to, size_t n, size_t *got, gisa_error *err)
{
    while (*got == 0) {
        gisa_status st = s->in_member ? GISA_OK : start_member(s, err);
        if (st == GISA_END) return GISA_OK;
        if (st == GISA_OK) st = inflate_step(s, to, n, got, err);
        if (st < 0 || st == GISA_SKIP) return st;
    }
    return GISA_OK;
}

gisa_status gisa_stream_read(gisa_stream *s, char *to, size_t n, size_t *got, gisa_error *err)
{
    *got = 0;
    if (s->gzip) return read_gzip(s, to, n, got, err);
    gisa_status st = refill(s, err);
    if (st < 0) return st;
    *got = s->n - s->at < n ? s->n - s->at : n;
    memcpy(to, s->in + s->at, *got);
    s->at += *got;
    return GISA_OK;
}
