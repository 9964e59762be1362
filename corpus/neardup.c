#include "corpus/neardup.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/table.h"

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
    gisa_table first; /* of each key: its first posting */
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
    gisa_table_clear(&d->first);
    gisa_free(d->filter);
    gisa_free(d->shared);
    gisa_free(d->touched);
    d->postings = NULL;
    d->filter = NULL;
    d->shared = NULL;
    d->touched = NULL;
    d->n_postings = d->n_touched = 0;
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

/* A hash as a key of a table, which has none of 0. What two hashes have in common is compared
 * later, so a key too many does no harm. */
static uint32_t key_of(uint32_t hash)
{
    return hash ? hash : 1;
}

static gisa_status make_room(gisa_neardup *d, size_t total)
{
    /* No more than needed: a filter that fits the cache is several times faster. */
    size_t bits = 1024;
    /* mutate: equivalent, but for speed and memory */
    while (bits < FILTER_BITS_A_KEY * total && bits < (size_t)1 << 31) bits *= 2;
    d->filter_mask = (uint32_t)(bits - 1);
    d->filter = gisa_calloc(bits / 64, sizeof *d->filter);
    d->postings = gisa_calloc(total, sizeof *d->postings);
    d->shared = gisa_calloc(d->n, sizeof *d->shared);
    d->touched = gisa_calloc(d->n, sizeof *d->touched);
    return d->filter && d->postings && d->shared && d->touched ? GISA_OK : GISA_ENOMEM;
}

static gisa_status make_postings(gisa_neardup *d)
{
    size_t total = 0;
    for (size_t i = 0; i < d->n; i++) total += d->items[i].entry.sample.n;
    if (make_room(d, total) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < d->n; i++) {
        gisa_sample s = d->items[i].entry.sample;
        for (size_t k = 0; k < s.n; k++)
            d->postings[d->n_postings++] = (posting){.hash = key_of(s.items[k]),
                                                     .article = (uint32_t)i};
    }
    if (total) qsort(d->postings, total, sizeof *d->postings, by_hash);
    return GISA_OK;
}

/* An article of which frequent hashes are the greater part is no boilerplate but a story that many
 * have: the smallest of those hashes, a fair sample, become keys. */
static void keep_frequent(gisa_neardup *d, uint32_t number)
{
    gisa_sample s = d->items[number].entry.sample;
    size_t kept = 0;
    for (size_t k = 0; k < s.n && kept < FREQUENT_KEYS; k++) {
        posting wanted = {.hash = key_of(s.items[k]), .article = number};
        posting *p = bsearch(&wanted, d->postings, d->n_postings, sizeof wanted, by_hash);
        kept += !p->key;
        p->key = true;
    }
}

static void choose_keys(gisa_neardup *d)
{
    for (size_t i = 0; i < d->n_postings;) {
        size_t end = run_end(d, i);
        bool key = end - i <= KEY_ARTICLES;
        for (; i < end; i++) {
            d->postings[i].key = key;
            d->shared[d->postings[i].article] += key;
        }
    }
    for (size_t i = 0; i < d->n; i++) {
        if (2 * d->shared[i] < d->items[i].entry.sample.n) keep_frequent(d, (uint32_t)i);
        d->shared[i] = 0;
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

/* Drops what is no key, and fills the table and the filter. */
static gisa_status keep_keys(gisa_neardup *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->n_postings; i++)
        if (d->postings[i].key) d->postings[kept++] = d->postings[i];
    d->n_postings = kept;
    if (gisa_table_reserve(&d->first, kept) < 0) return GISA_ENOMEM;
    for (size_t i = 0; i < kept; i = run_end(d, i)) {
        uint32_t hash = d->postings[i].hash, *value;
        if (gisa_table_put(&d->first, hash, &value, NULL) < 0) return GISA_ENOMEM;
        *value = (uint32_t)i;
        d->filter[(hash & d->filter_mask) >> 6] |= filter_bits(hash);
    }
    return GISA_OK;
}

static gisa_status prepare(gisa_neardup *d, gisa_error *err)
{
    if (d->ready) return GISA_OK;
    gisa_status st = make_postings(d);
    if (st >= 0) choose_keys(d);
    if (st >= 0) st = keep_keys(d);
    if (st < 0) {
        drop_table(d);
        return gisa_fail_mem(err);
    }
    d->ready = true;
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
    while (at > 0 && gisa_precedence_before(&link->precedence, &sources[at - 1].precedence)) at--;
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
        uint32_t hash = key_of(s.items[i]);
        if (!may_be_key(d, hash)) continue;
        for (size_t k = gisa_table_find(&d->first, hash, (uint32_t)d->n_postings);
             k < d->n_postings && d->postings[k].hash == hash; k++) {
            uint32_t number = d->postings[k].article;
            if (d->shared[number]++ == 0) d->touched[d->n_touched++] = number;
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
        if (gisa_precedence_before(&e->precedence, &a->entry.precedence)) {
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

/* Whether the whole entry at a place is there; *n is its number of hashes. */
static bool find_entry(gisa_str block, size_t at, size_t *n)
{
    size_t left = block.n - at;
    if (left < ENTRY_BYTES) return false;
    *n = load_16(block.p + at + 25);
    return *n <= GISA_SAMPLE_MAX && left >= ENTRY_BYTES + 4 * *n;
}

/* Reads the entry at *at; its sample lies in the scratch. */
static gisa_status read_entry(gisa_neardup *d, gisa_str block, size_t *at, gisa_neardup_entry *out,
                              gisa_error *err)
{
    const char *p = block.p + *at;
    size_t n;
    if (!find_entry(block, *at, &n))
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

/* Whether so few of n hashes are keys, going by the filter, that an article is near to nothing. */
static bool has_no_keys(const gisa_neardup *d, const char *hashes, size_t n)
{
    size_t hits = 0;
    for (size_t i = 0; i < n; i++) {
        hits += may_be_key(d, key_of(load_32(hashes + 4 * i)));
        if (hits >= 2) return false;
    }
    return true;
}

gisa_status gisa_neardup_scan(gisa_neardup *d, gisa_str block, gisa_error *err)
{
    gisa_neardup_entry e;
    size_t n;
    gisa_status st = prepare(d, err);
    for (size_t at = 0; at < block.n && st == GISA_OK;) {
        if (find_entry(block, at, &n) && has_no_keys(d, block.p + at + ENTRY_BYTES, n)) {
            at += ENTRY_BYTES + 4 * n;
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
