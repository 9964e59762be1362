#include "nlp/train/prune.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/mem.h"

#define ROOM_BITS  24
#define M_MIX      0xD6E8FEB86659FD93u
#define COUNT_MORE 4   /* counters are 2^COUNT_MORE times as many as weights */
#define COUNT_MIN  4   /* a feature seen less often keeps no weight */
#define HEADROOM   1.4 /* how many more weights are gathered than kept */
#define HALVES     2

/* One of two threads: it counts the features of its half, and then reads half of the text. */
typedef struct gather {
    train_learner *learner;
    const train_corpus *text;
    uint8_t *times[HALVES]; /* how often features fired, two places each, the lesser counts */
    unsigned number, bits;  /* bits: of the set's size */
    train_entry *set;       /* open addressing; w 0: free */
    size_t n, lost;
    float min;
    uint64_t recent[1 << 15]; /* pairs seen a moment ago */
} gather;

static unsigned half_of(uint64_t feature)
{
    return (unsigned)(feature >> 7) & 1;
}

static uint8_t *times(const gather *g, uint64_t feature, unsigned k)
{
    uint64_t h = (feature + k) * (k ? 0x9E3779B97F4A7C15u : M_MIX);
    return &g->times[half_of(feature)][h >> (64 - g->bits - COUNT_MORE)];
}

static void count(void *ctx, uint64_t feature)
{
    const gather *g = ctx;
    if (half_of(feature) != g->number) return;
    for (unsigned k = 0; k < 2; k++) {
        uint8_t *n = times(g, feature, k);
        if (*n < 255) ++*n;
    }
}

static void see(void *ctx, uint64_t feature, uint32_t outcome, float w)
{
    gather *g = ctx;
    if (fabsf(w) < g->min) return;
    uint64_t pair = (feature ^ (uint64_t)outcome * 0x9E3779B97F4A7C15u) * M_MIX;
    if (g->recent[pair >> 49] == pair) return;
    g->recent[pair >> 49] = pair;
    if (*times(g, feature, 0) < COUNT_MIN || *times(g, feature, 1) < COUNT_MIN) return;
    size_t mask = ((size_t)1 << g->bits) - 1;
    size_t i = (size_t)(pair >> 20) & mask;
    for (; g->set[i].w != 0; i = (i + 1) & mask)
        if (g->set[i].feature == feature && g->set[i].outcome == outcome) return;
    if (g->n > ((size_t)1 << g->bits) * 7 / 8) {
        g->lost++;
        return;
    }
    g->set[i] = (train_entry){feature, w, (uint16_t)outcome};
    g->n++;
}

static int by_feature(const void *a, const void *b)
{
    const train_entry *x = a, *y = b;
    if (x->feature != y->feature) return x->feature < y->feature ? -1 : 1;
    return (x->outcome > y->outcome) - (x->outcome < y->outcome);
}

static int by_size(const void *a, const void *b)
{
    float wx = fabsf(((const train_entry *)a)->w), wy = fabsf(((const train_entry *)b)->w);
    return wx != wy ? (wx > wy ? -1 : 1) : by_feature(a, b);
}

/* The weight that about `wanted` of the table's are at least as large as. */
static float threshold(const train_learner *l, size_t wanted)
{
    uint32_t bins[4096] = {0};
    size_t n, sum = 0;
    const float *w = train_learner_table(l, &n);
    for (size_t i = 0; i < n; i++) {
        float v = fabsf(w[i]) * 128;
        bins[v < 4095 ? (size_t)v : 4095]++;
    }
    for (size_t b = 4096; b-- > 1;)
        if ((sum += bins[b]) > wanted) return (float)b / 128;
    return 1.0f / 128;
}

static void *count_half(void *ctx)
{
    gather *g = ctx;
    train_learner_count(g->learner, g->text, count, g);
    return NULL;
}

static void *read_half(void *ctx)
{
    gather *g = ctx;
    train_corpus part = *g->text;
    size_t half = part.n_sentences / HALVES;
    part.sentences += g->number * half;
    part.n_sentences = g->number + 1 == HALVES ? part.n_sentences - g->number * half : half;
    train_learner_visit(g->learner, &part, see, g);
    return NULL;
}

static void on_both(void *(*work)(void *), gather *g[HALVES])
{
    pthread_t thread;
    bool apart = pthread_create(&thread, NULL, work, g[1]) == 0;
    work(g[0]);
    if (apart)
        pthread_join(thread, NULL);
    else
        work(g[1]);
}

/* All that was gathered, in order, none twice. */
static gisa_status collect(gather *g[HALVES], train_pruned *out)
{
    size_t n = 0, kept = 0;
    out->items = gisa_malloc((g[0]->n + g[1]->n + 1) * sizeof *out->items);
    if (!out->items) return GISA_ENOMEM;
    for (unsigned h = 0; h < HALVES; h++)
        for (size_t i = 0; i < (size_t)1 << g[h]->bits; i++)
            if (g[h]->set[i].w != 0) out->items[n++] = g[h]->set[i];
    qsort(out->items, n, sizeof *out->items, by_feature);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || by_feature(&out->items[i], &out->items[i - 1]) != 0)
            out->items[kept++] = out->items[i];
    out->n = kept;
    printf("%zu weights of at least %g, %zu lost\n", kept, (double)g[0]->min,
           g[0]->lost + g[1]->lost);
    return kept > 0 ? GISA_OK : GISA_EINVAL;
}

static void cut(train_pruned *p, size_t wanted)
{
    qsort(p->items, p->n, sizeof *p->items, by_size);
    if (p->n > wanted) p->n = wanted;
    p->min = fabsf(p->items[p->n - 1].w);
    printf("kept %zu of at least %g\n", p->n, (double)p->min);
    qsort(p->items, p->n, sizeof *p->items, by_feature);
}

/* Zeros on huge pages where the system has them: they are read all over. */
static void *room(size_t size)
{
    void *p = gisa_calloc(size, 1);
    uintptr_t page = 4096, from = ((uintptr_t)p + page - 1) & ~(page - 1);
    if (p && size > page) (void)madvise((void *)from, size - page, MADV_HUGEPAGE);
    return p;
}

static gisa_status open_half(gather *g, unsigned number, unsigned bits, gisa_error *err)
{
    g->number = number;
    g->bits = bits;
    g->set = room(sizeof *g->set << bits);
    g->times[number] = room((size_t)1 << (bits + COUNT_MORE));
    return g->set && g->times[number] ? GISA_OK : gisa_fail_mem(err);
}

gisa_status train_prune(const train_learner *learner, const train_corpus *text,
                        const float shares[TRAIN_DOMAINS], size_t wanted, unsigned room_bits,
                        train_pruned *out, gisa_error *err)
{
    gather *g[HALVES] = {gisa_calloc(1, sizeof **g), gisa_calloc(1, sizeof **g)};
    gisa_status st = g[0] && g[1] ? GISA_OK : gisa_fail_mem(err);
    float min = threshold(learner, (size_t)((double)wanted * HEADROOM));
    *out = (train_pruned){0};
    for (unsigned h = 0; h < HALVES && st >= 0; h++) {
        st = open_half(g[h], h, room_bits ? room_bits : ROOM_BITS, err);
        if (st >= 0) st = train_learner_twin(learner, shares, &g[h]->learner, err);
        g[h]->text = text;
        g[h]->min = min;
    }
    if (st >= 0) {
        g[0]->times[1] = g[1]->times[1];
        g[1]->times[0] = g[0]->times[0];
        on_both(count_half, g);
        on_both(read_half, g);
        st = collect(g, out);
        if (st == GISA_ENOMEM) gisa_fail_mem(err);
        if (st >= 0) cut(out, wanted);
    }
    for (unsigned h = 0; h < HALVES; h++) {
        if (!g[h]) continue;
        train_learner_close(g[h]->learner);
        gisa_free(g[h]->set);
        gisa_free(g[h]->times[h]);
        gisa_free(g[h]);
    }
    return st;
}
