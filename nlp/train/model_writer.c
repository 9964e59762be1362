#include "nlp/train/model_writer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "nlp/tagger/model.h"
#include "nlp/train/frozen_eojeols.h"

typedef struct tables {
    uint64_t *filter;
    uint32_t *slots;
    unsigned filter_bits;
    uint32_t slot_mask;
    gisa_buf rows;
    size_t features, single, clashes;
} tables;

/* Appends a feature's weights in steps of the scale; returns where, in units of four bytes. */
static uint32_t put_row(tables *t, const train_entry *e, size_t n, float scale)
{
    uint8_t few[255][2], many[255][4] = {{0}}, sizes[2] = {0, 0};
    while (t->rows.n % 4) gisa_buf_add_char(&t->rows, 0);
    uint32_t at = (uint32_t)(t->rows.n / 4);
    for (size_t i = 0; i < n; i++) {
        for (long q = lrintf(e[i].w / scale), part; q != 0; q -= part) {
            part = q > 127 ? 127 : q < -127 ? -127 : q;
            uint8_t *to = NULL;
            if (e[i].outcome < 256 && sizes[0] < 255) {
                to = few[sizes[0]++];
                to[1] = (uint8_t)(int8_t)part;
            } else if (e[i].outcome >= 256 && sizes[1] < 255) {
                to = many[sizes[1]++];
                to[1] = (uint8_t)(e[i].outcome >> 8);
                to[2] = (uint8_t)(int8_t)part;
            }
            if (to) to[0] = (uint8_t)e[i].outcome;
        }
    }
    gisa_buf_add_bytes(&t->rows, sizes, 2);
    gisa_buf_add_bytes(&t->rows, few, 2u * sizes[0]);
    gisa_buf_add_bytes(&t->rows, many, 4u * sizes[1]);
    return at;
}

static void put_feature(tables *t, const train_entry *e, size_t n, float scale)
{
    uint64_t f = e[0].feature, bit = f >> (64 - t->filter_bits);
    uint32_t print = gisa_model_print(f), i = gisa_model_home(f, t->slot_mask), value;
    long q = lrintf(e[0].w / scale);
    for (; t->slots[i] != 0; i = (i + 1) & t->slot_mask) {
        if (t->slots[i] >> 21 != print) continue;
        t->clashes++; /* taken for another feature: left out */
        return;
    }
    if (n == 1 && q <= 127 && q >= -127) {
        value = (uint32_t)e[0].outcome << 8 | (uint8_t)(int8_t)q;
        t->single++;
    } else {
        value = GISA_SLOT_SEVERAL | put_row(t, e, n, scale);
    }
    t->slots[i] = print << 21 | value;
    t->filter[bit >> 6] |= (uint64_t)1 << (bit & 63);
    t->features++;
}

static uint32_t row_length(const tables *t, uint32_t place)
{
    const uint8_t *row = (const uint8_t *)t->rows.p + (size_t)place * 4;
    return (uint32_t)row[0] + row[1];
}

typedef struct row {
    uint32_t length, place, slot;
} row;

static int by_length(const void *a, const void *b)
{
    const row *x = a, *y = b;
    if (x->length != y->length) return x->length > y->length ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Puts the longest rows first: features that fire often have long rows, and so what is read most
 * is close together. */
static gisa_status sort_rows(tables *t)
{
    size_t n = 0;
    gisa_buf sorted = {0};
    row *list = gisa_calloc((size_t)t->slot_mask + 1, sizeof *list);
    if (!list) return GISA_ENOMEM;
    for (uint32_t k = 0; k <= t->slot_mask; k++) {
        uint32_t place = t->slots[k] & (GISA_SLOT_SEVERAL - 1);
        if (t->slots[k] & GISA_SLOT_SEVERAL) list[n++] = (row){row_length(t, place), place, k};
    }
    qsort(list, n, sizeof *list, by_length);
    for (size_t k = 0; k < n; k++) {
        const char *from = t->rows.p + (size_t)list[k].place * 4;
        size_t size = 2 + 2u * (uint8_t)from[0] + 4u * (uint8_t)from[1];
        while (sorted.n % 4) gisa_buf_add_char(&sorted, 0);
        t->slots[list[k].slot] &= ~(GISA_SLOT_SEVERAL - 1);
        t->slots[list[k].slot] |= (uint32_t)(sorted.n / 4);
        gisa_buf_add_bytes(&sorted, from, size);
    }
    gisa_free(list);
    gisa_buf_clear(&t->rows);
    t->rows = sorted;
    return gisa_buf_status(&t->rows);
}

/* Fills filter, slots and rows from entries in order of their features. */
static gisa_status pack(const train_entry *e, size_t n, float scale, tables *t)
{
    size_t features = 0;
    unsigned bits = 4;
    for (size_t i = 0; i < n; i++) features += i == 0 || e[i].feature != e[i - 1].feature;
    while (((size_t)1 << bits) * 4 / 5 < features) bits++;
    t->slot_mask = ((uint32_t)1 << bits) - 1;
    t->filter_bits = bits + 2;
    t->slots = gisa_calloc((size_t)1 << bits, sizeof *t->slots);
    t->filter = gisa_calloc((size_t)1 << (t->filter_bits - 6), sizeof *t->filter);
    if (!t->slots || !t->filter) return GISA_ENOMEM;
    for (size_t i = 0, to; i < n; i = to) {
        for (to = i + 1; to < n && e[to].feature == e[i].feature;) to++;
        put_feature(t, e + i, to - i, scale);
    }
    printf("%zu features (%zu with one weight, %zu clashes) in %u slots, rows %zu bytes\n",
           t->features, t->single, t->clashes, t->slot_mask + 1, t->rows.n);
    if (t->rows.n / 4 >= GISA_SLOT_SEVERAL) return GISA_ELIMIT;
    return gisa_buf_status(&t->rows) < 0 ? gisa_buf_status(&t->rows) : sort_rows(t);
}

static void put_section(gisa_buf *file, gisa_model_header *h, gisa_model_section s, gisa_str bytes)
{
    while (file->n % 64) gisa_buf_add_char(file, 0);
    h->at[s] = file->n;
    h->n[s] = bytes.n;
    gisa_buf_add(file, bytes);
}

/* Puts the sections together. Called twice: without and with the remembered eojeols. */
static gisa_status assemble(const train_model *job, const tables *t, gisa_str frozen,
                            gisa_buf *file)
{
    gisa_model_header h = {.version = GISA_MODEL_VERSION};
    gisa_buf cands = {0};
    const train_candidates *c = job->candidates;
    memcpy(h.magic, "gisa-mdl", sizeof h.magic);
    gisa_buf_reset(file);
    gisa_buf_add_bytes(&cands, c->from, sizeof c->from);
    gisa_buf_add_bytes(&cands, c->labels, c->from[TRAIN_KEYS] * sizeof *c->labels);
    gisa_buf_add_bytes(file, &h, sizeof h);
    h.n_labels = (uint32_t)job->labels->n;
    put_section(file, &h, GISA_MODEL_LABELS,
                (gisa_str){(const char *)job->labels->items, job->labels->n * sizeof(gisa_label)});
    put_section(file, &h, GISA_MODEL_CANDS, gisa_buf_view(&cands));
    put_section(file, &h, GISA_MODEL_WORDS,
                (gisa_str){(const char *)job->words.slots, ((size_t)job->words.mask + 1) * 4});
    put_section(file, &h, GISA_MODEL_FILTER,
                (gisa_str){(const char *)t->filter, (size_t)1 << (t->filter_bits - 3)});
    put_section(file, &h, GISA_MODEL_SLOTS,
                (gisa_str){(const char *)t->slots, ((size_t)t->slot_mask + 1) * 4});
    put_section(file, &h, GISA_MODEL_ROWS, gisa_buf_view(&t->rows));
    put_section(file, &h, GISA_MODEL_FROZEN, frozen);
    put_section(file, &h, GISA_MODEL_NOTES, job->notes);
    while (file->n % 64) gisa_buf_add_char(file, 0);
    h.size = file->n;
    gisa_status st = gisa_buf_status(file) < 0 ? gisa_buf_status(file) : gisa_buf_status(&cands);
    gisa_buf_clear(&cands);
    if (st < 0) return st;
    h.checksum = gisa_hash64(gisa_str_cut(gisa_buf_view(file), sizeof h, file->n),
                             GISA_MODEL_VERSION);
    memcpy(file->p, &h, sizeof h);
    return GISA_OK;
}

gisa_status train_model_write(const train_model *job, const char *path, gisa_error *err)
{
    gisa_buf frozen = {0}, file = {0};
    tables t = {0};
    float scale = job->weights.min / 2; /* the smallest are two steps */
    gisa_status st = pack(job->weights.items, job->weights.n, scale, &t);
    if (st >= 0) st = assemble(job, &t, GISA_STR(""), &file);
    if (st >= 0) st = train_frozen_eojeols_make(gisa_buf_view(&file), job->text, &frozen, err);
    if (st >= 0) st = assemble(job, &t, gisa_buf_view(&frozen), &file);
    if (st >= 0) st = gisa_file_write(path, gisa_buf_view(&file), err);
    if (st == GISA_ENOMEM) gisa_fail_mem(err);
    if (st >= 0) printf("%s: %zu bytes, frozen %zu\n", path, file.n, frozen.n);
    gisa_buf_clear(&t.rows);
    gisa_free(t.slots);
    gisa_free(t.filter);
    gisa_buf_clear(&frozen);
    gisa_buf_clear(&file);
    return st;
}
