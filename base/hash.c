#include "base/hash.h"

#include <openssl/evp.h>

#include "base/mem.h"

struct gisa_sha256 {
    EVP_MD_CTX *ctx;
};

gisa_sha256 *gisa_sha256_open(void)
{
    gisa_sha256 *h = gisa_calloc(1, sizeof *h);
    if (!h) return NULL;
    h->ctx = EVP_MD_CTX_new();
    if (h->ctx && EVP_DigestInit_ex(h->ctx, EVP_sha256(), NULL) == 1) return h;
    gisa_sha256_close(h);
    return NULL;
}

void gisa_sha256_add(gisa_sha256 *h, gisa_str s)
{
    if (s.n) EVP_DigestUpdate(h->ctx, s.p, s.n);
}

void gisa_sha256_finish(gisa_sha256 *h, char hex[GISA_SHA256_HEX + 1])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char raw[EVP_MAX_MD_SIZE] = {0};
    EVP_DigestFinal_ex(h->ctx, raw, NULL);
    for (size_t i = 0; i < GISA_SHA256_BYTES; i++) {
        hex[2 * i] = digits[raw[i] >> 4];
        hex[2 * i + 1] = digits[raw[i] & 15];
    }
    hex[GISA_SHA256_HEX] = '\0';
    EVP_DigestInit_ex(h->ctx, EVP_sha256(), NULL);
}

void gisa_sha256_close(gisa_sha256 *h)
{
    if (!h) return;
    EVP_MD_CTX_free(h->ctx);
    gisa_free(h);
}

gisa_status gisa_sha256_hex(gisa_str s, char hex[GISA_SHA256_HEX + 1])
{
    gisa_sha256 *h = gisa_sha256_open();
    if (!h) return GISA_ENOMEM;
    gisa_sha256_add(h, s);
    gisa_sha256_finish(h, hex);
    gisa_sha256_close(h);
    return GISA_OK;
}

static const char prefix[] = "sha256:";
enum { PREFIX = sizeof prefix - 1 };

void gisa_checksum_finish(gisa_sha256 *h, gisa_checksum *out)
{
    memcpy(out->text, prefix, PREFIX);
    gisa_sha256_finish(h, out->text + PREFIX);
}

gisa_status gisa_checksum_make(gisa_str s, gisa_checksum *out)
{
    memcpy(out->text, prefix, PREFIX);
    return gisa_sha256_hex(s, out->text + PREFIX);
}

gisa_str gisa_checksum_hex(gisa_str text)
{
    bool ours = text.n == PREFIX + GISA_SHA256_HEX && gisa_str_starts(text, GISA_STR("sha256:"));
    return ours ? gisa_str_cut(text, PREFIX, text.n) : GISA_NONE;
}

static uint64_t load_le(const char *p, size_t n)
{
    uint64_t v = 0;
    for (size_t i = 0; i < n; i++) v |= (uint64_t)(unsigned char)p[i] << (8 * i);
    return v;
}

/* The same for eight, written so that compilers see one load. */
static uint64_t load_le8(const unsigned char *p)
{
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
           (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 |
           (uint64_t)p[7] << 56;
}

static uint64_t fold(uint64_t a, uint64_t b)
{
    __extension__ typedef unsigned __int128 u128;
    u128 m = (u128)a * b;
    return (uint64_t)m ^ (uint64_t)(m >> 64);
}

uint64_t gisa_hash64(gisa_str s, uint64_t seed)
{
    const uint64_t k1 = 0x9E3779B97F4A7C15u, k2 = 0xD6E8FEB86659FD93u;
    uint64_t h = seed ^ k1;
    size_t i = 0;
    for (; s.n - i >= 8; i += 8) h = fold(h ^ load_le8((const unsigned char *)s.p + i), k2);
    h = fold(h ^ load_le(s.p ? s.p + i : "", s.n - i), k2 ^ s.n);
    return fold(h ^ k2, k1);
}
