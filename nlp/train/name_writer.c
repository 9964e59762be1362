#include "nlp/train/name_writer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"

#define LABELS GISA_NAME_LABELS
#define ROOM   14u /* tenths of a bucket for each feature: one in 25 finds none */

/* A feature whose weights remain, and the largest of them. */
typedef struct feature {
    float top;
    uint32_t number;
} feature;

typedef struct packed {
    float least, step;
    feature *features;
    size_t n;
    uint32_t *slots; /* two for each bucket: the number of a feature plus one; 0: none */
    uint32_t n_buckets, n_entries;
    gisa_buf counts, prints, entries, rows;
} packed;

static int by_value(const void *x, const void *y)
{
    float a = *(const float *)x, b = *(const float *)y;
    return (a < b) - (a > b);
}

/* The larger first, so that they have their place; then by number. */
static int by_top(const void *x, const void *y)
{
    const feature *a = x, *b = y;
    if (a->top > b->top || a->top < b->top) return a->top > b->top ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

/* The smallest weight that is kept. */
static gisa_status find_least(const train_name_model *job, packed *p, gisa_error *err)
{
    size_t all = job->set->n_vocabulary * LABELS, n = 0;
    float *sizes = gisa_malloc((all + 1) * sizeof *sizes);
    if (!sizes) return gisa_fail_mem(err);
    for (size_t i = 0; i < all; i++) {
        float size = fabsf(job->weights->features[i]);
        if (size > .01f) sizes[n++] = size;
    }
    qsort(sizes, n, sizeof *sizes, by_value);
    p->least = n > job->kept ? sizes[job->kept] : .01f;
    p->step = n ? sizes[n / 5000] / 127 : 1; /* few are larger; they are cut */
    gisa_free(sizes);
    return GISA_OK;
}

static gisa_status choose(const train_name_model *job, packed *p, gisa_error *err)
{
    size_t cap = 0;
    for (size_t f = 0; f < job->set->n_vocabulary; f++) {
        float top = 0;
        for (unsigned y = 0; y < LABELS; y++)
            top = fmaxf(top, fabsf(job->weights->features[f * LABELS + y]));
        if (top <= p->least) continue;
        if (GISA_GROW(p->features, p->n, cap) < 0) return gisa_fail_mem(err);
        p->features[p->n++] = (feature){top, (uint32_t)f};
    }
    qsort(p->features, p->n, sizeof *p->features, by_top);
    p->n_buckets = (uint32_t)(p->n * ROOM / 10 / 4 + 1) * 4;
    if (p->n_buckets > GISA_NAME_BUCKETS_MAX)
        return gisa_fail(err, GISA_ELIMIT, "the model: %zu features", p->n);
    p->slots = gisa_calloc(2 * (size_t)p->n_buckets, sizeof *p->slots);
    if (!p->slots) return gisa_fail_mem(err);
    for (size_t i = 0; i < p->n; i++) {
        uint64_t key = job->set->vocabulary[p->features[i].number];
        uint32_t *slot = p->slots + 2 * (size_t)gisa_name_bucket_of(p->n_buckets, key);
        if (slot[0]) slot++; /* of the third and later ones nothing is kept */
        if (!*slot) *slot = p->features[i].number + 1;
    }
    return GISA_OK;
}

static int byte_of(const packed *p, float w)
{
    float steps = floorf(w / p->step + .5f);
    if (fabsf(w) <= p->least) return 0;
    return steps > 127 ? 127 : steps < -127 ? -127 : (int)steps;
}

static void put_entry(const train_name_model *job, packed *p, uint32_t number)
{
    const float *w = job->weights->features + (size_t)number * LABELS;
    uint32_t entry = 0, n = 0, mask = 0, only = 0;
    int8_t bytes[LABELS];
    for (unsigned y = 0; y < LABELS; y++) {
        int byte = byte_of(p, w[y]);
        if (!byte) continue;
        bytes[n++] = (int8_t)byte;
        mask |= 1u << y;
        only = y;
    }
    if (n <= 1) {
        entry |= n ? only << 8 | (uint8_t)bytes[0] : 0;
    } else {
        entry |= GISA_NAME_SEVERAL | (uint32_t)(p->rows.n / 2);
        gisa_buf_add_char(&p->rows, (char)(mask & 0xFF));
        gisa_buf_add_char(&p->rows, (char)(mask >> 8));
        gisa_buf_add_bytes(&p->rows, bytes, n);
        if (n % 2) gisa_buf_add_char(&p->rows, 0);
    }
    uint16_t print = gisa_name_print(job->set->vocabulary[number]);
    gisa_buf_add_bytes(&p->entries, &entry, sizeof entry);
    gisa_buf_add_bytes(&p->prints, &print, sizeof print);
    p->n_entries++;
}

static void put_buckets(const train_name_model *job, packed *p)
{
    for (uint32_t i = 0; i < p->n_buckets; i += 4) {
        unsigned counts = 0;
        for (unsigned k = 0; k < 8; k++) {
            uint32_t slot = p->slots[2 * (size_t)i + k];
            if (slot) put_entry(job, p, slot - 1);
            counts += (slot ? 1u : 0u) << 2 * (k / 2);
        }
        gisa_buf_add_char(&p->counts, (char)counts);
    }
}

static void put_section(gisa_buf *file, gisa_name_header *h, gisa_name_section s, const void *bytes,
                        size_t n)
{
    while (file->n % 64) gisa_buf_add_char(file, 0);
    h->at[s] = file->n;
    h->n[s] = n;
    gisa_buf_add_bytes(file, bytes, n);
}

static void put_transitions(const train_name_weights *w, float step,
                            int32_t out[LABELS + 1][LABELS])
{
    for (unsigned x = 0; x <= LABELS; x++)
        for (unsigned y = 0; y < LABELS; y++)
            out[x][y] = (int32_t)floorf(w->transitions[x][y] / step + .5f);
}

static gisa_status assemble(const train_name_model *job, const packed *p, gisa_buf *file,
                            gisa_error *err)
{
    gisa_name_header h = {.version = GISA_NAME_MODEL_VERSION};
    const train_name_lexicon *x = job->lexicon;
    int32_t transitions[LABELS + 1][LABELS];
    memcpy(h.magic, "gisa-nam", sizeof h.magic);
    put_transitions(job->weights, p->step, transitions);
    gisa_buf_reset(file);
    gisa_buf_add_bytes(file, &h, sizeof h);
    put_section(file, &h, GISA_NAME_BUCKETS, p->counts.p, p->counts.n);
    put_section(file, &h, GISA_NAME_PRINTS, p->prints.p, p->prints.n);
    put_section(file, &h, GISA_NAME_ENTRIES, p->entries.p, p->entries.n);
    put_section(file, &h, GISA_NAME_ROWS, p->rows.p, p->rows.n);
    put_section(file, &h, GISA_NAME_LISTED, x->lists.blocks,
                x->lists.n_blocks * sizeof *x->lists.blocks);
    put_section(file, &h, GISA_NAME_MARKS, x->marks.p, x->marks.n);
    put_section(file, &h, GISA_NAME_CLUSTERED, x->clusters.blocks,
                x->clusters.n_blocks * sizeof *x->clusters.blocks);
    put_section(file, &h, GISA_NAME_CLUSTERS, x->cluster_of.p, x->cluster_of.n);
    put_section(file, &h, GISA_NAME_SYLLABLES, x->syllables.p, x->syllables.n);
    put_section(file, &h, GISA_NAME_TRANSITIONS, transitions, sizeof transitions);
    put_section(file, &h, GISA_NAME_NOTES, job->notes.p, job->notes.n);
    while (file->n % 64) gisa_buf_add_char(file, 0);
    h.size = file->n;
    gisa_status st = gisa_buf_check(file, "the model", err);
    if (st < 0) return st;
    h.checksum = gisa_hash64(gisa_str_cut(gisa_buf_view(file), sizeof h, file->n),
                             GISA_NAME_MODEL_VERSION);
    memcpy(file->p, &h, sizeof h);
    printf("%u of %zu features kept, rows %zu bytes, model %zu bytes\n", p->n_entries,
           job->set->n_vocabulary, p->rows.n, file->n);
    return GISA_OK;
}

gisa_status train_name_model_make(const train_name_model *job, gisa_buf *file, gisa_error *err)
{
    packed p = {0};
    gisa_status st = find_least(job, &p, err);
    if (st >= 0) st = choose(job, &p, err);
    if (st >= 0) put_buckets(job, &p);
    for (unsigned i = 0; i < 2 + LABELS; i++) gisa_buf_add_char(&p.rows, 0); /* readable beyond */
    if (st >= 0 && p.rows.n / 2 >= GISA_NAME_SEVERAL)
        st = gisa_fail(err, GISA_ELIMIT, "the model: %zu bytes of rows", p.rows.n);
    if (st >= 0) st = gisa_buf_check(&p.rows, "the model", err);
    if (st >= 0) st = gisa_buf_check(&p.entries, "the model", err);
    if (st >= 0) st = gisa_buf_check(&p.prints, "the model", err);
    if (st >= 0) st = gisa_buf_check(&p.counts, "the model", err);
    if (st >= 0) st = assemble(job, &p, file, err);
    gisa_free(p.features);
    gisa_free(p.slots);
    gisa_buf_clear(&p.counts);
    gisa_buf_clear(&p.prints);
    gisa_buf_clear(&p.entries);
    gisa_buf_clear(&p.rows);
    return st;
}
