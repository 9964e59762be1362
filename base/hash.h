/* Digests: SHA-256 (FIPS 180-4, through libcrypto) for identity on disk, and a fast 64-bit hash
 * for tables in memory. Neither depends on the machine's byte order. */
#ifndef GISA_BASE_HASH_H
#define GISA_BASE_HASH_H

#include "base/status.h"
#include "base/str.h"

#define GISA_SHA256_BYTES 32
#define GISA_SHA256_HEX   64

typedef struct gisa_sha256 gisa_sha256;

/* A running digest; NULL without memory. Freed by gisa_sha256_close. */
gisa_sha256 *gisa_sha256_open(void);
void gisa_sha256_add(gisa_sha256 *h, gisa_str s);

/* Writes the 64 lower-case hex digits and a NUL, and starts the digest anew. */
void gisa_sha256_finish(gisa_sha256 *h, char hex[GISA_SHA256_HEX + 1]);
void gisa_sha256_close(gisa_sha256 *h);

/* The digest of one text. Errors: GISA_ENOMEM. */
gisa_status gisa_sha256_hex(gisa_str s, char hex[GISA_SHA256_HEX + 1]);

/* A digest as records and manifests name it: "sha256:" and 64 lower-case hex digits. */
typedef struct gisa_checksum {
    char text[sizeof "sha256:" + GISA_SHA256_HEX];
} gisa_checksum;

/* Finishes the running digest as gisa_sha256_finish does. */
void gisa_checksum_finish(gisa_sha256 *h, gisa_checksum *out);

/* The digest of one text. Errors: GISA_ENOMEM. */
gisa_status gisa_checksum_make(gisa_str s, gisa_checksum *out);

static inline gisa_str gisa_checksum_text(const gisa_checksum *d)
{
    return (gisa_str){d->text, sizeof d->text - 1};
}

/* The hex digits of a digest in this form; GISA_NONE: it is of another form. */
gisa_str gisa_checksum_hex(gisa_str text);

/* A 64-bit hash with a seed (multiply and fold, 8 bytes a step). The same on every machine; not
 * for data whose author may want collisions to matter. */
uint64_t gisa_hash64(gisa_str s, uint64_t seed);

#endif
