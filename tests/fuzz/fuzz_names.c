/* The model of names with any bytes: it is refused, or labels a sentence with labels that there
 * are, reading nothing beyond its end. An input is what to put over a small sound model: an offset
 * (three bytes), a length (one), the bytes; and again. */
#include <stdlib.h>

#include "base/hangul.h"
#include "base/mem.h"
#include "nlp/names/name_look.h"
#include "nlp/names/recogniser.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BLOCKS = 2, BUCKETS = 64, NUMBERS = 64, ROWS = 256, SIZE = 40960 };

static void put_section(gisa_name_header *h, gisa_name_section s, size_t n, size_t *at)
{
    h->at[s] = *at;
    h->n[s] = n;
    *at += (n + 63) / 64 * 64;
}

/* All bits set: whatever the lists are asked for is found. */
static void fill(unsigned char *model)
{
    gisa_name_header *h = (gisa_name_header *)(void *)model;
    size_t at = (sizeof *h + 63) / 64 * 64;
    memset(model, 0xFF, SIZE);
    memset(h, 0, sizeof *h);
    memcpy(h->magic, "gisa-nam", 8);
    h->version = GISA_NAME_MODEL_VERSION;
    h->size = SIZE;
    put_section(h, GISA_NAME_BUCKETS, BUCKETS / 4, &at);
    put_section(h, GISA_NAME_PRINTS, NUMBERS * 2, &at);
    put_section(h, GISA_NAME_ENTRIES, NUMBERS * 4, &at);
    put_section(h, GISA_NAME_ROWS, ROWS, &at);
    put_section(h, GISA_NAME_LISTED, BLOCKS * sizeof(gisa_name_block), &at);
    put_section(h, GISA_NAME_MARKS, NUMBERS * 2, &at);
    put_section(h, GISA_NAME_CLUSTERED, BLOCKS * sizeof(gisa_name_block), &at);
    put_section(h, GISA_NAME_CLUSTERS, NUMBERS * 2, &at);
    put_section(h, GISA_NAME_SYLLABLES, 3 * GISA_HANGUL_SYLLABLES, &at);
    put_section(h, GISA_NAME_TRANSITIONS, (GISA_NAME_LABELS + 1) * GISA_NAME_LABELS * 4, &at);
    put_section(h, GISA_NAME_NOTES, 8, &at);
    memset(model + h->at[GISA_NAME_TRANSITIONS], 0, h->n[GISA_NAME_TRANSITIONS]);
}

static void label(gisa_name_model *m)
{
    static const char sentence[] = "홍길동 시장은 3일 가람시에서 AI를 말했다.";
    gisa_str text = {sentence, sizeof sentence - 1};
    gisa_sentence whole = {.span = {0, sizeof sentence - 1}};
    gisa_annotation none = {0};
    gisa_recogniser *r = NULL;
    gisa_name_line *l = gisa_calloc(1, sizeof *l);
    uint32_t at = 0;
    if (l && gisa_name_model_spread(m, NULL) >= 0 && gisa_recogniser_open(m, &r, NULL) >= 0 &&
        gisa_name_line_next(l, text, &none, &whole, &at)) {
        gisa_name_line_look(l, &m->lexicon, 0);
        const uint8_t *labels = gisa_recogniser_label(r, l);
        for (uint32_t i = 0; i < l->n; i++) {
            bool goes_on = labels[i] > 0 && labels[i] % 2 == 0;
            if (labels[i] >= GISA_NAME_LABELS) abort();
            uint8_t before = i > 0 ? labels[i - 1] : 0;
            if (goes_on && before != labels[i] && before != labels[i] - 1) abort();
        }
    }
    gisa_recogniser_close(r);
    gisa_name_model_clear(m);
    gisa_free(l);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gisa_name_model m;
    unsigned char *model = gisa_malloc(SIZE);
    if (!model) return 0;
    fill(model);
    while (size >= 4) {
        size_t at = data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16, n = data[3];
        data += 4;
        size -= 4;
        if (n > size) n = size;
        if (at < SIZE && n <= SIZE - at) memcpy(model + at, data, n);
        data += n;
        size -= n;
    }
    gisa_str bytes = {(const char *)model, SIZE};
    if (gisa_name_model_view(bytes, &m, NULL) >= 0) label(&m);
    gisa_name_model_check(bytes, NULL);
    gisa_free(model);
    return 0;
}
