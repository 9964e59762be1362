#include "nlp/section/section_model.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "corpus/data.h"

#define WEIGHT_BYTES ((size_t)GISA_SECTION_BUCKETS * GISA_SECTION_ROW)

static gisa_status corrupt(gisa_error *err, const char *what)
{
    return gisa_fail(err, GISA_ECORRUPT, "the model of sections: %s; build the program again",
                     what);
}

gisa_status gisa_section_model_view(gisa_str bytes, gisa_section_model *out, gisa_error *err)
{
    const gisa_section_header *h = (const gisa_section_header *)(const void *)bytes.p;
    if (bytes.n < sizeof *h || memcmp(h->magic, "gisa-sec", 8) != 0)
        return corrupt(err, "no model");
    if (h->version != GISA_SECTION_VERSION) return corrupt(err, "another version");
    if (bytes.n != sizeof *h + WEIGHT_BYTES + h->n_notes) return corrupt(err, "cut off");
    if (!(h->temperature > 0)) return corrupt(err, "wrong temperature");
    for (unsigned s = 0; s < GISA_SECTIONS; s++)
        if (!memchr(h->name[s], '\0', GISA_SECTION_NAME)) return corrupt(err, "wrong names");
    const char *weights = bytes.p + sizeof *h;
    *out = (gisa_section_model){
        .header = h,
        .weights = (const int8_t *)weights,
        .notes = {weights + WEIGHT_BYTES, h->n_notes},
    };
    return GISA_OK;
}

gisa_status gisa_section_model_check(gisa_str bytes, gisa_error *err)
{
    gisa_section_model m = {0};
    gisa_status st = gisa_section_model_view(bytes, &m, err);
    if (st < 0) return st;
    gisa_str rest = gisa_str_cut(bytes, sizeof *m.header, bytes.n);
    if (gisa_hash64(rest, GISA_SECTION_VERSION) != m.header->checksum)
        return corrupt(err, "damaged");
    return GISA_OK;
}

bool gisa_section_margins(const gisa_section_model *m, gisa_str title, float out[GISA_SECTION_ROW])
{
    uint32_t features[GISA_SECTION_FEATURES_MAX];
    int32_t sums[GISA_SECTION_ROW] = {0};
    unsigned n = gisa_section_features(title, features);
    for (unsigned i = 0; i < n; i++) {
        const int8_t *row = m->weights + (size_t)features[i] * GISA_SECTION_ROW;
        for (unsigned s = 0; s < GISA_SECTION_ROW; s++) sums[s] += row[s];
    }
    const gisa_section_header *h = m->header;
    float length = n ? sqrtf((float)n) : 1;
    for (unsigned s = 0; s < GISA_SECTION_ROW; s++)
        out[s] = (float)sums[s] * h->scale[s] / length + h->bias[s];
    return n > 0;
}

gisa_section_guess gisa_section_of(const gisa_section_model *m, gisa_str title)
{
    float margins[GISA_SECTION_ROW];
    if (!gisa_section_margins(m, title, margins)) return (gisa_section_guess){GISA_NONE, 0};
    unsigned best = 0;
    for (unsigned s = 1; s < GISA_SECTIONS; s++)
        if (margins[s] > margins[best]) best = s;
    double all = 0;
    for (unsigned s = 0; s < GISA_SECTIONS; s++)
        all += exp(((double)margins[s] - (double)margins[best]) / (double)m->header->temperature);
    return (gisa_section_guess){gisa_str_from(m->header->name[best]), 1 / all};
}

gisa_section_guess gisa_section_guess_of(gisa_str title)
{
    gisa_section_model m;
    gisa_str shipped = gisa_data_find("lexicon/sections.bin");
    if (gisa_section_model_view(shipped, &m, NULL) < 0) return (gisa_section_guess){GISA_NONE, 0};
    return gisa_section_of(&m, title);
}
