#include "nlp/dense.h"

#include "base/mem.h"

/* The bytes from one row to the next; 0 behind the last. */
static size_t row_size(const gisa_model *m, size_t at)
{
    if (at + 2 > m->rows_bytes) return 0;
    size_t size = 2 + 2u * m->rows[at] + 4u * m->rows[at + 1];
    return size > m->rows_bytes - at ? 0 : (size + 3) / 4 * 4;
}

/* The bytes to the next row; 0 behind the long rows that come first. */
static size_t long_size(const gisa_model *m, size_t at)
{
    size_t size = row_size(m, at);
    return size && (uint32_t)m->rows[at] + m->rows[at + 1] >= GISA_DENSE_LEAST ? size : 0;
}

static void lay_out(const gisa_model *m, uint32_t place, int16_t *weights)
{
    const uint8_t *p = m->rows + (size_t)place * 4;
    uint32_t few = p[0], many = p[1];
    p += 2;
    for (uint32_t k = 0; k < few; k++, p += 2)
        if (p[0] < m->n_labels) weights[p[0]] = (int16_t)(weights[p[0]] + (int8_t)p[1]);
    for (uint32_t k = 0; k < many; k++, p += 4) {
        uint32_t label = (uint32_t)(p[0] | p[1] << 8);
        if (label < m->n_labels) weights[label] = (int16_t)(weights[label] + (int8_t)p[2]);
    }
}

gisa_status gisa_dense_open(const gisa_model *m, gisa_dense *out, gisa_error *err)
{
    uint32_t n = 0, size = 64;
    for (size_t at = 0, step; (step = long_size(m, at)) > 0; at += step) n++;
    while (size < 2 * n + 2) size *= 2;
    *out = (gisa_dense){.n_labels = m->n_labels, .mask = size - 1};
    out->keys = gisa_calloc(size, sizeof *out->keys);
    out->number = gisa_calloc(size, sizeof *out->number);
    out->weights = gisa_calloc((size_t)(n + 1) * m->n_labels, sizeof *out->weights);
    if (!out->keys || !out->number || !out->weights) {
        gisa_dense_clear(out);
        return gisa_fail_mem(err);
    }
    n = 0;
    for (size_t at = 0, step; (step = long_size(m, at)) > 0; at += step) {
        uint32_t place = (uint32_t)(at / 4);
        uint32_t k = place * 0x9E3779B1u & out->mask;
        while (out->keys[k] != 0) k = (k + 1) & out->mask;
        out->keys[k] = place + 1;
        out->number[k] = n;
        lay_out(m, place, out->weights + (size_t)n++ * m->n_labels);
    }
    return GISA_OK;
}

void gisa_dense_clear(gisa_dense *d)
{
    gisa_free(d->keys);
    gisa_free(d->number);
    gisa_free(d->weights);
    *d = (gisa_dense){0};
}
