#include "corpus/fingerprint.h"

#include <stdlib.h>

#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"

#define SAMPLE_BOUND (((uint64_t)1 << 32) / GISA_SAMPLE_ONE_IN)
#define NO_BOUND     ((uint64_t)1 << 32)

static const uint64_t factor = 0x9E3779B97F4A7C15u; /* odd, so the rolling hash loses nothing */

/* Spreads the rolling hash over 32 bits (the finaliser of MurmurHash3). */
static uint32_t mix(uint64_t h)
{
    h ^= h >> 33;
    h *= 0xFF51AFD7ED558CCDu;
    h ^= h >> 33;
    h *= 0xC4CEB9FE1A85EC53u;
    return (uint32_t)(h >> 32);
}

static gisa_status put_hash(gisa_fingerprint *f, uint32_t hash)
{
    if (GISA_GROW(f->items, f->n, f->cap) < 0) return GISA_ENOMEM;
    f->items[f->n++] = hash;
    return GISA_OK;
}

/* Appends the hashes below a bound, by a rolling hash (Karp and Rabin 1987, modulo 2^64). */
static gisa_status add_shingles(gisa_str text, uint64_t bound, gisa_fingerprint *out)
{
    uint64_t leaving = 1, h = 0;
    uint32_t window[GISA_SHINGLE_CHARS] = {0};
    size_t letters = 0;
    for (size_t i = 0; i < GISA_SHINGLE_CHARS; i++) leaving *= factor;
    for (size_t at = 0; at < text.n;) {
        uint32_t cp;
        at += gisa_utf8_next(text, at, &cp);
        if ((cp = gisa_letter_fold(cp)) == 0) continue;
        size_t slot = letters++ % GISA_SHINGLE_CHARS;
        h = h * factor + cp - leaving * window[slot];
        window[slot] = cp;
        if (letters < GISA_SHINGLE_CHARS) continue;
        if (mix(h) >= bound) continue; /* mutate: equivalent, but for one hash in four billion */
        if (put_hash(out, mix(h)) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y; /* mutate: equivalent, equal numbers are the same */
}

/* Sorts the hashes and leaves each once. */
static void sort_hashes(gisa_fingerprint *f)
{
    size_t kept = 0;
    if (f->n) qsort(f->items, f->n, sizeof *f->items, by_value);
    for (size_t i = 0; i < f->n; i++)
        if (!kept || f->items[kept - 1] != f->items[i]) f->items[kept++] = f->items[i];
    f->n = kept;
}

static bool is_sampled(uint32_t hash)
{
    return hash < SAMPLE_BOUND; /* mutate: equivalent, but for one hash in four billion */
}

gisa_status gisa_fingerprint_make(gisa_str text, gisa_fingerprint *out, gisa_error *err)
{
    /* Twice the share that should do, so that sorting is short; wider when repeats used it up. */
    uint64_t shingles = text.n / 3 + 1;
    uint64_t bound = NO_BOUND * 2 * GISA_SAMPLE_MIN / shingles;
    if (bound < SAMPLE_BOUND) bound = SAMPLE_BOUND;
    for (;; bound *= 4) {
        if (bound > NO_BOUND) bound = NO_BOUND;
        out->n = 0;
        if (add_shingles(text, bound, out) < 0) return gisa_fail_mem(err);
        sort_hashes(out);
        bool enough = out->n >= GISA_SAMPLE_MIN; /* mutate: equivalent, more rounds find the same */
        if (enough || bound == NO_BOUND) break;
    }
    size_t keep = 0;
    while (keep < out->n && (keep < GISA_SAMPLE_MIN || is_sampled(out->items[keep]))) keep++;
    out->n = keep < GISA_SAMPLE_MAX ? keep : GISA_SAMPLE_MAX;
    return GISA_OK;
}

void gisa_fingerprint_clear(gisa_fingerprint *f)
{
    gisa_free(f->items);
    *f = (gisa_fingerprint){0};
}

uint64_t gisa_sample_bound(gisa_sample s)
{
    if (s.n < GISA_SAMPLE_MIN) return NO_BOUND;
    uint64_t next = (uint64_t)s.items[s.n - 1] + 1;
    if (s.n >= GISA_SAMPLE_MAX) return next;
    return next > SAMPLE_BOUND ? next : SAMPLE_BOUND;
}

gisa_overlap gisa_sample_compare(gisa_sample a, gisa_sample b)
{
    gisa_overlap o = {0};
    uint64_t bound = gisa_sample_bound(a), other = gisa_sample_bound(b);
    if (other < bound) bound = other;
    size_t i = 0, k = 0;
    while (i < a.n && k < b.n) { /* up to the end of the one that the bound is of */
        uint32_t x = a.items[i], y = b.items[k];
        o.shared += x == y;
        i += x <= y; /* mutate: equivalent, of two equals one may go on first */
        k += y <= x; /* mutate: equivalent, of two equals one may go on first */
    }
    while (i < a.n && a.items[i] < bound) i++;
    while (k < b.n && b.items[k] < bound) k++;
    o.in_a = i;
    o.in_b = k;
    return o;
}

double gisa_overlap_containment(const gisa_overlap *o)
{
    size_t min = o->in_a < o->in_b ? o->in_a : o->in_b;
    return min ? (double)o->shared / (double)min : 0;
}
