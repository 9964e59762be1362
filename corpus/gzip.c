#include "corpus/gzip.h"

#include <assert.h>
#include <zlib.h>

#include "base/mem.h"

/* A record of one article is so short that zlib's default level takes a quarter more time than this
 * one for less than one percent of its bytes. */
enum { LEVEL = 4, TRAILER = 8 };

/* Level 4 looks at 16 places for a match and stops at one of 16 bytes. Pages repeat their markup in
 * long runs: to stop at 64 bytes, after 8 places, takes a twelfth less time for the same bytes to a
 * thousandth (33 pages of Korean outlets and 150 others). */
enum { GOOD = 4, LAZY = 5, NICE = 64, PLACES = 8 };

struct gisa_deflater {
    z_stream z;
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

gisa_status gisa_deflater_open(gisa_deflater **out, gisa_error *err)
{
    gisa_deflater *d = gisa_calloc(1, sizeof *d);
    if (!d) return gisa_fail_mem(err);
    d->z.zalloc = zlib_alloc;
    d->z.zfree = zlib_free;
    if (deflateInit2(&d->z, LEVEL, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        gisa_free(d);
        return gisa_fail_mem(err);
    }
    *out = d;
    return GISA_OK;
}

void gisa_deflater_close(gisa_deflater *d)
{
    if (!d) return;
    deflateEnd(&d->z);
    gisa_free(d);
}

static void put_u32(char *to, uint64_t v)
{
    for (int i = 0; i < 4; i++) to[i] = (char)(v >> (8 * i) & 0xFF);
}

static uint32_t get_u32(const char *p)
{
    uint32_t v = 0;
    for (int i = 3; i >= 0; i--) v = v << 8 | (unsigned char)p[i];
    return v;
}

/* Magic, deflate, FEXTRA, no time, no hints, unknown system; 12 bytes of extra field. */
static const char head_start[16] = {0x1f, (char)0x8b, 8,  4, 0,   0,   0, 0,
                                    0,    (char)0xff, 12, 0, 's', 'l', 8, 0};

void gisa_deflater_put(gisa_deflater *d, gisa_str data, gisa_buf *out)
{
    size_t start = out->n;
    /* mutate: equivalent, as no test has two gigabytes */
    if (data.n > UINT32_MAX / 2) {
        out->st = out->st < 0 ? out->st : GISA_ELIMIT;
        return;
    }
    deflateReset(&d->z);
    deflateTune(&d->z, GOOD, LAZY, NICE, PLACES);
    size_t bound = deflateBound(&d->z, data.n);
    char *to = gisa_buf_reserve(out, GISA_GZIP_HEAD + bound + TRAILER);
    if (!to) return;
    d->z.next_in = (z_const Bytef *)data.p;
    d->z.avail_in = (uInt)data.n;
    d->z.next_out = (Bytef *)to + GISA_GZIP_HEAD;
    d->z.avail_out = (uInt)bound;
    deflate(&d->z, Z_FINISH);
    size_t length = GISA_GZIP_HEAD + d->z.total_out + TRAILER;
    memcpy(to, head_start, sizeof head_start);
    put_u32(to + 16, length);
    put_u32(to + 20, data.n);
    put_u32(to + length - 8, crc32(0, (const Bytef *)data.p, (uInt)data.n));
    put_u32(to + length - 4, data.n);
    out->n = start + length;
    out->p[out->n] = '\0';
}

void gisa_gzip_put_stored(gisa_str data, gisa_buf *out)
{
    enum { BLOCK_HEAD = 5 };
    size_t length = GISA_GZIP_HEAD + BLOCK_HEAD + data.n + TRAILER;
    assert(data.n <= GISA_GZIP_STORED_MAX);
    char *to = gisa_buf_reserve(out, length);
    if (!to) return;
    memcpy(to, head_start, sizeof head_start);
    put_u32(to + 16, length);
    put_u32(to + 20, data.n);
    to[24] = 1; /* the last block, stored (RFC 1951, section 3.2.4) */
    to[25] = (char)(data.n & 0xFF);
    to[26] = (char)(data.n >> 8);
    to[27] = (char)~to[25];
    to[28] = (char)~to[26];
    memcpy(to + 29, data.p, data.n);
    put_u32(to + length - 8, crc32(0, (const Bytef *)data.p, (uInt)data.n));
    put_u32(to + length - 4, data.n);
    out->n += length;
    out->p[out->n] = '\0';
}

uint64_t gisa_gzip_skip_length(gisa_str head)
{
    if (head.n < GISA_GZIP_HEAD || memcmp(head.p, head_start, 4) != 0) return 0;
    if (memcmp(head.p + 10, head_start + 10, 6) != 0) return 0;
    return get_u32(head.p + 16);
}

/* Gzip and zlib name themselves by their first bytes; what is left is raw deflate. */
static int window_bits(gisa_str data)
{
    if (data.n < 2) return 15;
    unsigned a = (unsigned char)data.p[0], b = (unsigned char)data.p[1];
    if (a == 0x1f && b == 0x8b) return 15 + 16;
    return (a & 0x0f) == 8 && (a * 256 + b) % 31 == 0 ? 15 : -15;
}

static gisa_status expand(z_stream *z, size_t max, gisa_buf *out, gisa_error *err)
{
    size_t start = out->n;
    for (;;) {
        size_t room = max - (out->n - start);
        if (room > 65536) room = 65536;
        char spare, *to = room ? gisa_buf_reserve(out, room) : &spare;
        if (!to) return gisa_buf_check(out, "the expanded data", err);
        z->next_out = (Bytef *)to;
        z->avail_out = room ? (uInt)room : 1;
        int code = inflate(z, Z_NO_FLUSH);
        if (room) out->n += room - z->avail_out;
        if (!room && z->avail_out == 0)
            return gisa_fail(err, GISA_ELIMIT, "the expanded data is over %zu bytes", max);
        if (code == Z_MEM_ERROR) return gisa_fail_mem(err);
        if (code == Z_STREAM_END) {
            /* Another member may follow; anything else after the end is padding. */
            if (z->avail_in < 2 || z->next_in[0] != 0x1f || z->next_in[1] != 0x8b) return GISA_OK;
            if (inflateReset(z) != Z_OK) return gisa_fail_mem(err);
            continue;
        }
        if (code != Z_OK) /* with no more to read or to write, that is Z_BUF_ERROR */
            return gisa_fail_at(err, GISA_ECORRUPT, z->total_in, "the compressed data is %s",
                                code == Z_DATA_ERROR ? "damaged" : "cut off");
    }
}

gisa_status gisa_gzip_expand(gisa_str data, size_t max, gisa_buf *out, gisa_error *err)
{
    z_stream z = {.zalloc = zlib_alloc, .zfree = zlib_free};
    /* mutate: equivalent, as no test has two gigabytes */
    if (data.n > UINT32_MAX / 2)
        return gisa_fail(err, GISA_ELIMIT, "%zu bytes of compressed data are too many", data.n);
    if (inflateInit2(&z, window_bits(data)) != Z_OK) return gisa_fail_mem(err);
    z.next_in = (z_const Bytef *)data.p;
    z.avail_in = (uInt)data.n;
    gisa_status st = expand(&z, max, out, err);
    inflateEnd(&z);
    if (out->p && out->st >= 0) out->p[out->n] = '\0';
    return st;
}
