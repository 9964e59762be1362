#include "nlp/names/name_model.h"

#include "base/hangul.h"
#include "base/hash.h"
#include "base/mem.h"

static gisa_status corrupt(gisa_error *err, const char *what)
{
    return gisa_fail(err, GISA_ECORRUPT, "the model of names: %s; build the program again", what);
}

/* Every section is in the file, aligned, and has a size that makes sense. */
static bool sections_fit(const gisa_name_header *h)
{
    static const uint32_t units[GISA_NAME_SECTIONS] = {
        1, 2, 4, 1, sizeof(gisa_name_block), 2, sizeof(gisa_name_block), 2, 1, 4, 1,
    };
    for (int s = 0; s < GISA_NAME_SECTIONS; s++)
        if (h->at[s] % 64 || h->at[s] > h->size || h->n[s] > h->size - h->at[s] ||
            h->n[s] % units[s] ||
            (units[s] == sizeof(gisa_name_block) &&
             h->n[s] / sizeof(gisa_name_block) > GISA_NAME_BLOCKS_MAX))
            return false;
    return h->size <= UINT32_MAX && h->n[GISA_NAME_BUCKETS] > 0 &&
           h->n[GISA_NAME_BUCKETS] <= GISA_NAME_BUCKETS_MAX / 4 &&
           h->n[GISA_NAME_PRINTS] * 2 == h->n[GISA_NAME_ENTRIES] && h->n[GISA_NAME_LISTED] > 0 &&
           h->n[GISA_NAME_CLUSTERED] > 0 &&
           h->n[GISA_NAME_SYLLABLES] == 3u * GISA_HANGUL_SYLLABLES &&
           h->n[GISA_NAME_TRANSITIONS] == (GISA_NAME_LABELS + 1) * GISA_NAME_LABELS * 4u;
}

static gisa_name_table table_of(const gisa_name_header *h, gisa_name_section s)
{
    const char *bytes = (const char *)h;
    return (gisa_name_table){(const gisa_name_block *)(const void *)(bytes + h->at[s]),
                             (uint32_t)(h->n[s] / sizeof(gisa_name_block))};
}

/* No transition is so large that the sums of a long line overflow. */
static bool transitions_fit(const int32_t *t)
{
    for (unsigned i = 0; i < (GISA_NAME_LABELS + 1) * GISA_NAME_LABELS; i++)
        if (t[i] > GISA_NAME_TRANSITION_MAX || t[i] < -GISA_NAME_TRANSITION_MAX) return false;
    return true;
}

gisa_status gisa_name_model_view(gisa_str bytes, gisa_name_model *out, gisa_error *err)
{
    const gisa_name_header *h = (const gisa_name_header *)(const void *)bytes.p;
    if (bytes.n < sizeof *h || memcmp(h->magic, "gisa-nam", 8) != 0)
        return corrupt(err, "no model");
    if (h->version != GISA_NAME_MODEL_VERSION) return corrupt(err, "another version");
    if (h->size != bytes.n || !sections_fit(h)) return corrupt(err, "cut off");
    const void *at[GISA_NAME_SECTIONS];
    for (int s = 0; s < GISA_NAME_SECTIONS; s++) at[s] = bytes.p + h->at[s];
    if (!transitions_fit(at[GISA_NAME_TRANSITIONS])) return corrupt(err, "wrong transitions");
    *out = (gisa_name_model){
        .lexicon = {.lists = table_of(h, GISA_NAME_LISTED),
                    .clusters = table_of(h, GISA_NAME_CLUSTERED),
                    .marks = at[GISA_NAME_MARKS],
                    .cluster_of = at[GISA_NAME_CLUSTERS],
                    .n_marks = (uint32_t)h->n[GISA_NAME_MARKS] / 2,
                    .n_clusters = (uint32_t)h->n[GISA_NAME_CLUSTERS] / 2,
                    .syllables = at[GISA_NAME_SYLLABLES]},
        .counts = at[GISA_NAME_BUCKETS],
        .n_buckets = (uint32_t)h->n[GISA_NAME_BUCKETS] * 4,
        .prints = at[GISA_NAME_PRINTS],
        .entries = at[GISA_NAME_ENTRIES],
        .n_entries = (uint32_t)h->n[GISA_NAME_ENTRIES] / 4,
        .rows = at[GISA_NAME_ROWS],
        .rows_bytes = (uint32_t)h->n[GISA_NAME_ROWS],
        .transitions = at[GISA_NAME_TRANSITIONS],
        .notes = {at[GISA_NAME_NOTES], h->n[GISA_NAME_NOTES]},
    };
    return GISA_OK;
}

gisa_status gisa_name_model_check(gisa_str bytes, gisa_error *err)
{
    gisa_name_model m;
    gisa_status st = gisa_name_model_view(bytes, &m, err);
    if (st < 0) return st;
    const gisa_name_header *h = (const gisa_name_header *)(const void *)bytes.p;
    gisa_str body = gisa_str_cut(bytes, sizeof *h, bytes.n);
    return gisa_hash64(body, GISA_NAME_MODEL_VERSION) == h->checksum ? GISA_OK
                                                                     : corrupt(err, "damaged");
}

/* What an entry has; what lies beyond the rows is nothing. */
static gisa_name_row row_of(const gisa_name_model *m, uint32_t number)
{
    gisa_name_row out = {.print = m->prints[number]};
    uint32_t entry = m->entries[number], value = entry & (GISA_NAME_SEVERAL - 1);
    if (!(entry & GISA_NAME_SEVERAL)) {
        if (value >> 8 < GISA_NAME_LABELS) out.weights[value >> 8] = (int8_t)(value & 0xFF);
        return out;
    }
    if (value * 2 + 2 + GISA_NAME_LABELS > m->rows_bytes) return out;
    const uint8_t *row = m->rows + (size_t)value * 2, *weight = row + 2;
    uint32_t mask = (row[0] | (uint32_t)row[1] << 8) & ((1u << GISA_NAME_LABELS) - 1);
    for (; mask; mask &= mask - 1) out.weights[__builtin_ctz(mask)] = (int8_t)*weight++;
    return out;
}

gisa_status gisa_name_model_spread(gisa_name_model *m, gisa_error *err)
{
    const size_t line = 64; /* of a cache, which no bucket is to cross */
    m->memory = gisa_calloc(m->n_buckets * sizeof *m->buckets + line, 1);
    if (!m->memory) return gisa_fail_mem(err);
    char *memory = m->memory;
    memory += (line - (uintptr_t)memory % line) % line;
    m->buckets = (gisa_name_bucket *)(void *)memory;
    uint32_t number = 0;
    for (uint32_t i = 0; i < m->n_buckets; i++)
        for (unsigned n = (unsigned)m->counts[i / 4] >> 2 * (i % 4) & 3u, k = 0; k < n && k < 2;
             k++)
            if (number < m->n_entries) m->buckets[i].rows[k] = row_of(m, number++);
    return GISA_OK;
}

void gisa_name_model_clear(gisa_name_model *m)
{
    gisa_free(m->memory);
    *m = (gisa_name_model){0};
}
