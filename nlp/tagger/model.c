#include "nlp/tagger/model.h"

#include "base/hash.h"

static gisa_status corrupt(gisa_error *err, const char *what)
{
    return gisa_fail(err, GISA_ECORRUPT, "the tagger's model: %s; build the program again", what);
}

static bool is_power(uint64_t n)
{
    return n > 0 && (n & (n - 1)) == 0;
}

/* Every section is in the file, aligned, and has a size that makes sense. */
static bool sections_fit(const gisa_model_header *h)
{
    for (int s = 0; s < GISA_MODEL_SECTIONS; s++)
        if (h->at[s] % 64 || h->at[s] > h->size || h->n[s] > h->size - h->at[s]) return false;
    return h->n[GISA_MODEL_LABELS] == h->n_labels * sizeof(gisa_label) && h->n_labels > 0 &&
           h->n_labels < 2048 && h->n[GISA_MODEL_CANDS] > (GISA_MODEL_KEYS + 1) * 4 &&
           is_power(h->n[GISA_MODEL_WORDS]) && h->n[GISA_MODEL_WORDS] >= 4 &&
           is_power(h->n[GISA_MODEL_FILTER]) && h->n[GISA_MODEL_FILTER] >= 8 &&
           is_power(h->n[GISA_MODEL_SLOTS]) && h->n[GISA_MODEL_SLOTS] >= 4;
}

gisa_status gisa_model_view(gisa_str bytes, gisa_model *out, gisa_error *err)
{
    const gisa_model_header *h = (const gisa_model_header *)(const void *)bytes.p;
    if (bytes.n < sizeof *h || memcmp(h->magic, "gisa-mdl", 8) != 0)
        return corrupt(err, "no model");
    if (h->version != GISA_MODEL_VERSION) return corrupt(err, "another version");
    if (h->size != bytes.n || !sections_fit(h)) return corrupt(err, "cut off");
    const char *p = bytes.p;
    const void *at[GISA_MODEL_SECTIONS];
    for (int s = 0; s < GISA_MODEL_SECTIONS; s++) at[s] = p + h->at[s];
    *out = (gisa_model){
        .labels = at[GISA_MODEL_LABELS],
        .n_labels = h->n_labels,
        .cand_from = at[GISA_MODEL_CANDS],
        .cands = (const uint16_t *)((const uint32_t *)at[GISA_MODEL_CANDS] + GISA_MODEL_KEYS + 1),
        .words = {at[GISA_MODEL_WORDS], (uint32_t)(h->n[GISA_MODEL_WORDS] / 4 - 1)},
        .filter = at[GISA_MODEL_FILTER],
        .slots = at[GISA_MODEL_SLOTS],
        .slot_mask = (uint32_t)(h->n[GISA_MODEL_SLOTS] / 4 - 1),
        .rows = at[GISA_MODEL_ROWS],
        .rows_bytes = h->n[GISA_MODEL_ROWS],
        .frozen = at[GISA_MODEL_FROZEN],
        .frozen_bytes = h->n[GISA_MODEL_FROZEN],
        .notes = {at[GISA_MODEL_NOTES], h->n[GISA_MODEL_NOTES]},
    };
    unsigned bits = 0;
    while (((uint64_t)1 << bits) < h->n[GISA_MODEL_FILTER] * 8) bits++;
    out->filter_shift = 64 - bits;
    return GISA_OK;
}

gisa_status gisa_model_check(gisa_str bytes, gisa_error *err)
{
    gisa_model m;
    gisa_status st = gisa_model_view(bytes, &m, err);
    if (st < 0) return st;
    const gisa_model_header *h = (const gisa_model_header *)(const void *)bytes.p;
    gisa_str body = gisa_str_cut(bytes, sizeof *h, bytes.n);
    return gisa_hash64(body, GISA_MODEL_VERSION) == h->checksum ? GISA_OK : corrupt(err, "damaged");
}
