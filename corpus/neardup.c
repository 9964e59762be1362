#include "corpus/neardup.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"

/* The options' defaults. CONTAINMENT was chosen on planted copies (`tests/bench/neardup.py
 * --sweep`) and PART with the program that it compiles, neardup_links: a copy that was shortened or
 * edited is found, and a quotation that two stories share is not. SHARED keeps texts of few
 * shingles from being near by chance. */
static const double CONTAINMENT = .5, PART = .125;
enum { SHARED = 6 };

/* For speed, as `tests/bench/neardup.py --scale N` measures it. A hash that more than KEY_ARTICLES
 * new articles share is boilerplate and no key, as long as an article has enough other ones. */
enum { KEY_ARTICLES = 256, FREQUENT_KEYS = 12 };
enum { FILTER_BITS_A_KEY = 32 }; /* mutate: equivalent, but for speed */

enum { ENTRY_BYTES = 27 };

typedef struct article {
    gisa_neardup_entry entry;
    gisa_neardup_link sources[GISA_NEARDUP_SOURCES];
    size_t n_sources;
} article;

typedef struct posting {
    uint32_t hash;
    uint32_t article;
    uint32_t articles; /* how many of the new ones have the hash */
    bool key;
} posting;

struct gisa_neardup {
    gisa_neardup_opts opts;
    gisa_arena samples;
    article *items;
    size_t n, cap;
    bool ready;
    posting *postings; /* by hash, then article; keys only, once ready */
    size_t n_postings;
    uint32_t *slots; /* hash table over the first postings of the hashes: index + 1 */
    size_t n_slots;
    uint64_t *filter; /* two bits in a word for each hash: most hashes go no further */
    uint32_t filter_mask;
    uint32_t *shared;  /* keys that each has in common with the article at hand */
    uint32_t *touched; /* articles that share a key with the article at hand */
    size_t n_touched;
    gisa_fingerprint scratch; /* of the stored article at hand */
    gisa_neardup_link *links;
    size_t n_links, links_cap, at;
};

gisa_status gisa_neardup_open(const gisa_neardup_opts *opts, gisa_neardup **out, gisa_error *err)
{
    gisa_neardup *d = gisa_calloc(1, sizeof *d);
    *out = d;
    if (!d) return gisa_fail_mem(err);
    if (opts) d->opts = *opts;
    if (d->opts.containment <= 0) d->opts.containment = CONTAINMENT;
    if (d->opts.part <= 0) d->opts.part = PART;
    if (d->opts.shared == 0) d->opts.shared = SHARED;
    return GISA_OK;
}

static void drop_table(gisa_neardup *d)
{
    gisa_free(d->postings);
    gisa_free(d->slots);
    gisa_free(d->filter);
    gisa_free(d->shared);
    gisa_free(d->touched);
    d->postings = NULL;
    d->slots = NULL;
    d->filter = NULL;
    d->shared = NULL;
    d->touched = NULL;
    d->n_postings = d->n_slots = d->n_touched = 0;
    d->ready = false;
}

void gisa_neardup_reset(gisa_neardup *d)
{
    drop_table(d);
    gisa_arena_reset(&d->samples);
    d->n = d->n_links = d->at = 0;
}

void gisa_neardup_close(gisa_neardup *d)
{
    if (!d) return;
    drop_table(d);
    gisa_arena_clear(&d->samples);
    gisa_fingerprint_clear(&d->scratch);
    gisa_free(d->items);
    gisa_free(d->links);
    gisa_free(d);
}

gisa_status gisa_neardup_add(gisa_neardup *d, const gisa_neardup_entry *entry, gisa_error *err)
{
    drop_table(d);
    if (GISA_GROW(d->items, d->n, d->cap) < 0) return gisa_fail_mem(err);
    size_t n = entry->sample.n < GISA_SAMPLE_MAX ? entry->sample.n : GISA_SAMPLE_MAX;
    uint32_t *copy = gisa_arena_alloc(&d->samples, (n ? n : 1) * sizeof *copy);
    if (!copy) return gisa_fail_mem(err);
    if (n) memcpy(copy, entry->sample.items, n * sizeof *copy);
    d->items[d->n] = (article){.entry = *entry};
    d->items[d->n++].entry.sample = (gisa_sample){copy, n};
    return GISA_OK;
}

static int by_hash(const void *a, const void *b)
{
    const posting *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return x->article < y->article ? -1 : x->article > y->article;
}

/* Where the postings of the same hash end. */
static size_t run_end(const gisa_neardup *d, size_t from)
{
    size_t to = from + 1;
    while (to < d->n_postings && d->postings[to].hash == d->postings[from].hash) to++;
    return to;
}

static uint32_t *slot_of(const gisa_neardup *d, uint32_t hash)
{
    size_t at = hash & (d->n_slots - 1); /* hashes are mixed already */
    while (d->slots[at] && d->postings[d->slots[at] - 1].hash != hash)
        at = (at + 1) & (d->n_slots - 1);
    return &d->slots[at];
}

static gisa_status make_tables(gisa_neardup *d)
{
    size_t total = 0;
    for (size_t i = 0; i < d->n; i++) total += d->items[i].entry.sample.n;
    for (d->n_slots = 256; d->n_slots < 2 * total; d->n_slots *= 2) continue;
    d->postings = gisa_calloc(total + 1, sizeof *d->postings);
    d->slots = gisa_calloc(d->n_slots, sizeof *d->slots);
    size_t bits =
        1024; /* no more than needed: a filter that fits the cache is several times faster */
    while (bits < FILTER_BITS_A_KEY * total && bits < (size_t)1 << 31) bits *= 2;
    d->filter_mask = (uint32_t)(bits - 1);
    d->filter = gisa_calloc(bits / 64, sizeof *d->filter);
    d->shared = gisa_calloc(d->n + 1, sizeof *d->shared);
    d->touched = gisa_calloc(d->n + 1, sizeof *d->touched);
    if (!d->postings || !d->slots || !d->filter || !d->shared || !d->touched) return GISA_ENOMEM;
    for (size_t i = 0; i < d->n; i++)
        for (size_t k = 0; k < d->items[i].entry.sample.n; k++)
            d->postings[d->n_postings++] = (posting){d->items[i].entry.sample.items[k], (uint32_t)i,
                                                     0, false};
    if (total) qsort(d->postings, total, sizeof *d->postings, by_hash);
    for (size_t i = 0; i < total;) {
        size_t first = i, end = run_end(d, i);
        *slot_of(d, d->postings[i].hash) = (uint32_t)(i + 1);
        for (; i < end; i++) {
            d->postings[i].articles = (uint32_t)(end - first);
            d->postings[i].key = end - first <= KEY_ARTICLES;
        }
    }
    return GISA_OK;
}

/* The posting of an article's hash. */
static posting *posting_of(gisa_neardup *d, uint32_t hash, size_t number)
{
    size_t low = *slot_of(d, hash) - 1, high = low + d->postings[low].articles;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (d->postings[middle].article <= number)
            low = middle;
        else
            high = middle;
    }
    return &d->postings[low];
}

/* An article of which frequent hashes are the greater part is no boilerplate but a story that many
 * have: the smallest of those hashes, a fair sample, become keys. */
static void keep_frequent(gisa_neardup *d, size_t number)
{
    gisa_sample s = d->items[number].entry.sample;
    size_t keys = 0, kept = 0;
    for (size_t k = 0; k < s.n; k++) keys += posting_of(d, s.items[k], number)->key;
    if (2 * keys >= s.n) return;
    for (size_t k = 0; k < s.n && kept < FREQUENT_KEYS; k++) {
        posting *p = posting_of(d, s.items[k], number);
        kept += !p->key;
        p->key = true;
    }
}

/* The two bits of a hash, in the word that its low bits name (Putze, Sanders and Singler, "Cache-,
 * hash- and space-efficient Bloom filters", 2007). */
static uint64_t filter_bits(uint32_t hash)
{
    return (uint64_t)1 << (hash & 63) | (uint64_t)1 << (hash * 0x9E3779B1u >> 26);
}

static bool may_be_key(const gisa_neardup *d, uint32_t hash)
{
    uint64_t bits = filter_bits(hash);
    return (d->filter[(hash & d->filter_mask) >> 6] & bits) == bits;
}

/* Drops what is no key and fills the hash table and the filter. */
static void keep_keys(gisa_neardup *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->n_postings; i++)
        if (d->postings[i].key) d->postings[kept++] = d->postings[i];
    d->n_postings = kept;
    memset(d->slots, 0, d->n_slots * sizeof *d->slots);
    for (size_t i = 0; i < kept; i = run_end(d, i)) {
        uint32_t hash = d->postings[i].hash;
        *slot_of(d, hash) = (uint32_t)(i + 1);
        d->filter[(hash & d->filter_mask) >> 6] |= filter_bits(hash);
    }
    d->ready = true;
}

static gisa_status prepare(gisa_neardup *d, gisa_error *err)
{
    if (d->ready) return GISA_OK;
    if (make_tables(d) < 0) {
        drop_table(d);
        return gisa_fail_mem(err);
    }
    for (size_t i = 0; i < d->n; i++) keep_frequent(d, i);
    keep_keys(d);
    return GISA_OK;
}

static bool near(const gisa_neardup *d, gisa_sample a, gisa_sample b, double *containment)
{
    gisa_overlap o = gisa_sample_compare(a, b);
    size_t less = o.in_a < o.in_b ? o.in_a : o.in_b, more = o.in_a < o.in_b ? o.in_b : o.in_a;
    *containment = gisa_overlap_containment(&o);
    return o.shared >= d->opts.shared && *containment >= d->opts.containment &&
           (double)less >= d->opts.part * (double)more;
}

/* Puts a source in its place among the first GISA_NEARDUP_SOURCES. */
static void put_source(gisa_neardup_link *sources, size_t *n, const gisa_neardup_link *link)
{
    size_t at = *n;
    for (size_t i = 0; i < at; i++)
        if (sources[i].source == link->source) return;
    while (at > 0 && gisa_precedence_cmp(&link->precedence, &sources[at - 1].precedence) < 0) at--;
    if (at == GISA_NEARDUP_SOURCES) return;
    if (*n < GISA_NEARDUP_SOURCES) (*n)++;
    memmove(sources + at + 1, sources + at, (*n - at - 1) * sizeof *sources);
    sources[at] = *link;
}

static gisa_status put_links(gisa_neardup *d, const gisa_neardup_link *links, size_t n)
{
    if (GISA_RESERVE(d->links, d->n_links + n, d->links_cap) < 0) return GISA_ENOMEM;
    if (n) memcpy(d->links + d->n_links, links, n * sizeof *links);
    d->n_links += n;
    return GISA_OK;
}

/* Finds the new articles that share keys with a sample; d->touched lists them. */
static void touch(gisa_neardup *d, gisa_sample s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!may_be_key(d, s.items[i])) continue;
        uint32_t first = *slot_of(d, s.items[i]);
        for (size_t k = first; k && k <= d->n_postings; k++) {
            const posting *p = &d->postings[k - 1];
            if (p->hash != s.items[i]) break;
            if (d->shared[p->article]++ == 0) d->touched[d->n_touched++] = p->article;
        }
    }
}

/* Compares one article with the new ones. One that is new itself (self) keeps the sources it
 * finds; those of a stored one go to the links at once. */
static gisa_status compare(gisa_neardup *d, const gisa_neardup_entry *e, article *self)
{
    gisa_neardup_link own[GISA_NEARDUP_SOURCES];
    size_t n_own = 0;
    touch(d, e->sample);
    for (size_t i = 0; i < d->n_touched; i++) {
        article *a = &d->items[d->touched[i]];
        uint32_t shared = d->shared[d->touched[i]];
        double containment;
        d->shared[d->touched[i]] = 0;
        if (shared < 2) continue; /* a true copy has two keys in common, but for bad luck */
        if (a->entry.row == e->row) continue;
        if (!near(d, a->entry.sample, e->sample, &containment)) continue;
        if (gisa_precedence_cmp(&e->precedence, &a->entry.precedence) < 0) {
            gisa_neardup_link link = {a->entry.row, e->row, e->precedence, containment};
            put_source(a->sources, &a->n_sources, &link);
        } else {
            gisa_neardup_link link = {e->row, a->entry.row, a->entry.precedence, containment};
            put_source(self ? self->sources : own, self ? &self->n_sources : &n_own, &link);
        }
    }
    d->n_touched = 0;
    return put_links(d, own, n_own);
}

static uint32_t load_32(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static uint64_t load_64(const char *p)
{
    return load_32(p) | (uint64_t)load_32(p + 4) << 32;
}

static size_t load_16(const char *p)
{
    return (size_t)(unsigned char)p[0] | (size_t)(unsigned char)p[1] << 8;
}

static void store(gisa_buf *out, uint64_t v, size_t n)
{
    char bytes[8];
    for (size_t i = 0; i < n; i++) bytes[i] = (char)(unsigned char)(v >> (8 * i));
    gisa_buf_add_bytes(out, bytes, n);
}

/* Reads the entry at *at; its sample lies in the scratch. */
static gisa_status read_entry(gisa_neardup *d, gisa_str block, size_t *at, gisa_neardup_entry *out,
                              gisa_error *err)
{
    const char *p = block.p + *at;
    size_t n = block.n - *at >= ENTRY_BYTES ? load_16(p + 25) : 0;
    if (block.n - *at < ENTRY_BYTES + 4 * n || n > GISA_SAMPLE_MAX)
        return gisa_fail_at(err, GISA_ECORRUPT, *at, "a block of fingerprints ends in an entry");
    if (GISA_RESERVE(d->scratch.items, n, d->scratch.cap) < 0) return gisa_fail_mem(err);
    *out = (gisa_neardup_entry){.row = (int64_t)load_64(p), .stored = true};
    out->precedence.time_utc = (int64_t)load_64(p + 8);
    out->precedence.id = load_64(p + 16);
    out->precedence.rank = (gisa_precedence_rank)(p[24] & 3);
    for (size_t i = 0; i < n; i++) d->scratch.items[i] = load_32(p + ENTRY_BYTES + 4 * i);
    out->sample = (gisa_sample){d->scratch.items, n};
    *at += ENTRY_BYTES + 4 * n;
    return GISA_OK;
}

gisa_status gisa_neardup_add_block(gisa_neardup *d, gisa_str block, gisa_error *err)
{
    gisa_neardup_entry e;
    gisa_status st = GISA_OK;
    for (size_t at = 0; at < block.n && st == GISA_OK;) {
        st = read_entry(d, block, &at, &e, err);
        if (st == GISA_OK) st = gisa_neardup_add(d, &e, err);
    }
    return st;
}

/* Whether so few of an entry's hashes are keys, going by the filter, that it is near to nothing. */
static bool has_no_keys(const gisa_neardup *d, gisa_str block, size_t at)
{
    if (block.n - at < ENTRY_BYTES) return false;
    size_t n = load_16(block.p + at + 25), hits = 0;
    if (block.n - at < ENTRY_BYTES + 4 * n || n > GISA_SAMPLE_MAX) return false;
    const char *p = block.p + at + ENTRY_BYTES;
    for (size_t i = 0; i < n && hits < 2; i++) hits += may_be_key(d, load_32(p + 4 * i));
    return hits < 2;
}

gisa_status gisa_neardup_scan(gisa_neardup *d, gisa_str block, gisa_error *err)
{
    gisa_neardup_entry e;
    gisa_status st = prepare(d, err);
    for (size_t at = 0; at < block.n && st == GISA_OK;) {
        if (has_no_keys(d, block, at)) {
            at += ENTRY_BYTES + 4 * load_16(block.p + at + 25);
            continue;
        }
        st = read_entry(d, block, &at, &e, err);
        if (st == GISA_OK && compare(d, &e, NULL) < 0) st = gisa_fail_mem(err);
    }
    return st;
}

static int by_copy(const void *a, const void *b)
{
    const gisa_neardup_link *x = a, *y = b;
    if (x->copy != y->copy) return x->copy < y->copy ? -1 : 1;
    return gisa_precedence_cmp(&x->precedence, &y->precedence);
}

gisa_status gisa_neardup_finish(gisa_neardup *d, gisa_error *err)
{
    gisa_status st = prepare(d, err);
    for (size_t i = 0; i < d->n && st == GISA_OK; i++)
        if (compare(d, &d->items[i].entry, &d->items[i]) < 0) st = gisa_fail_mem(err);
    for (size_t i = 0; i < d->n && st == GISA_OK; i++)
        if (put_links(d, d->items[i].sources, d->items[i].n_sources) < 0) st = gisa_fail_mem(err);
    if (st == GISA_OK && d->n_links) qsort(d->links, d->n_links, sizeof *d->links, by_copy);
    d->at = 0;
    return st;
}

gisa_status gisa_neardup_next(gisa_neardup *d, gisa_neardup_link *out)
{
    while (d->at < d->n_links) {
        const gisa_neardup_link *link = &d->links[d->at++];
        bool again = d->at > 1 && link[-1].copy == link->copy && link[-1].source == link->source;
        if (again) continue; /* an article that was added though it stood in a block */
        *out = *link;
        return GISA_OK;
    }
    return GISA_END;
}

void gisa_neardup_block(const gisa_neardup *d, gisa_buf *out)
{
    for (size_t i = 0; i < d->n; i++) {
        const gisa_neardup_entry *e = &d->items[i].entry;
        if (e->stored) continue;
        store(out, (uint64_t)e->row, 8);
        store(out, (uint64_t)e->precedence.time_utc, 8);
        store(out, e->precedence.id, 8);
        store(out, (uint64_t)e->precedence.rank, 1);
        store(out, e->sample.n, 2);
        for (size_t k = 0; k < e->sample.n; k++) store(out, e->sample.items[k], 4);
    }
}
