#include "nlp/train/section_learn.h"

#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"

#define COST   .35f /* of the hinge loss beside the weights' length; .2 to .5 are alike */
#define EPOCHS 30
#define FOLDS  5u

static const char notes[] =
    "gisa's model of sections. Learnt from: YNAT headlines of KLUE (CC BY-SA 4.0). "
    "See corpus/lexicon/README.md.\n";

typedef struct learner {
    const train_headlines *text;
    float *weights; /* of one section */
    float bias;
    float *alphas;
    uint32_t *order;
    size_t n;
} learner;

static int by_number(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

static gisa_status section_of(train_headlines *h, gisa_str name, uint8_t *out, gisa_error *err)
{
    unsigned s = 0;
    while (s < h->n_names && !gisa_str_eq(gisa_str_from(h->names[s]), name)) s++;
    *out = (uint8_t)s;
    if (s < h->n_names) return GISA_OK;
    if (s == GISA_SECTIONS || name.n >= GISA_SECTION_NAME || !name.n)
        return gisa_fail(err, GISA_EINVAL, "'%.*s' is an eighth section, or no name",
                         GISA_ARG(name));
    memcpy(h->names[h->n_names++], name.p, name.n);
    return GISA_OK;
}

static gisa_status add(train_headlines *h, gisa_str line, gisa_error *err)
{
    uint32_t f[GISA_SECTION_FEATURES_MAX];
    size_t tab = gisa_str_find_byte(line, '\t', 0);
    if (tab == GISA_NPOS) return gisa_fail(err, GISA_EINVAL, "a line without a tab");
    train_headline row = {.at = (uint32_t)h->n_features};
    gisa_status st = section_of(h, gisa_str_cut(line, tab + 1, line.n), &row.section, err);
    if (st < 0) return st;
    gisa_str title = gisa_str_cut(line, 0, tab);
    row.n = gisa_section_features(title, f);
    if (!row.n) return GISA_OK;
    qsort(f, row.n, sizeof *f, by_number);
    uint32_t squares = 0, same = 0;
    for (uint32_t i = 0; i < row.n; i++) {
        same = i && f[i] == f[i - 1] ? same + 1 : 1;
        squares += 2 * same - 1; /* adds up to the count's square */
        if (GISA_GROW(h->features, h->n_features, h->features_cap) < 0) return gisa_fail_mem(err);
        h->features[h->n_features++] = f[i];
    }
    row.norm = (float)squares / (float)row.n;
    if (GISA_GROW(h->items, h->n, h->cap) < 0 || GISA_GROW(h->titles, h->n, h->titles_cap) < 0)
        return gisa_fail_mem(err);
    h->titles[h->n] = title;
    h->items[h->n++] = row;
    return GISA_OK;
}

gisa_status train_headlines_read(train_headlines *h, const char *path, gisa_error *err)
{
    gisa_status st = gisa_file_read(path, 1u << 30, &h->text, err);
    gisa_str rest = gisa_buf_view(&h->text);
    while (st >= 0 && rest.n) {
        size_t end = gisa_str_find_byte(rest, '\n', 0);
        if (end == GISA_NPOS) end = rest.n;
        st = add(h, gisa_str_cut(rest, 0, end), err);
        rest = gisa_str_cut(rest, end + 1, rest.n);
    }
    return st;
}

void train_headlines_clear(train_headlines *h)
{
    gisa_free(h->items);
    gisa_free(h->features);
    gisa_free(h->titles);
    gisa_buf_clear(&h->text);
    *h = (train_headlines){0};
}

static uint64_t draw(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    return *state ^= *state << 17;
}

/* One step for one example: its multiplier to where the dual is least. */
static void step(learner *l, uint32_t i, unsigned section)
{
    const train_headline *row = &l->text->items[i];
    const uint32_t *f = l->text->features + row->at;
    float y = row->section == section ? 1 : -1, unit = 1 / sqrtf((float)row->n), sum = 0;
    for (uint32_t k = 0; k < row->n; k++) sum += l->weights[f[k]];
    float diagonal = .5f / COST, alpha = l->alphas[i];
    float gradient = y * (sum * unit + l->bias) - 1 + alpha * diagonal;
    if (alpha <= 0 && gradient >= 0) return;
    float next = fmaxf(alpha - gradient / (row->norm + 1 + diagonal), 0);
    float change = (next - alpha) * y;
    l->alphas[i] = next;
    l->bias += change;
    for (uint32_t k = 0; k < row->n; k++) l->weights[f[k]] += change * unit;
}

static void learn(learner *l, unsigned section)
{
    uint64_t state = 0x67697361;
    memset(l->weights, 0, GISA_SECTION_BUCKETS * sizeof *l->weights);
    memset(l->alphas, 0, l->text->n * sizeof *l->alphas);
    l->bias = 0;
    for (unsigned epoch = 0; epoch < EPOCHS; epoch++) {
        for (size_t i = l->n; i > 1; i--) {
            size_t j = draw(&state) % i;
            uint32_t other = l->order[j];
            l->order[j] = l->order[i - 1];
            l->order[i - 1] = other;
        }
        for (size_t i = 0; i < l->n; i++) step(l, l->order[i], section);
    }
}

/* Writes a section's weights as bytes, the largest of them 127. */
static void round_off(const learner *l, unsigned section, gisa_section_header *head, int8_t *to)
{
    float most = 1e-6f;
    for (uint32_t b = 0; b < GISA_SECTION_BUCKETS; b++) most = fmaxf(most, fabsf(l->weights[b]));
    head->scale[section] = most / 127;
    head->bias[section] = l->bias;
    for (uint32_t b = 0; b < GISA_SECTION_BUCKETS; b++)
        to[(size_t)b * GISA_SECTION_ROW + section] = (int8_t)lrintf(l->weights[b] / most * 127);
}

static gisa_status learner_open(learner *l, const train_headlines *h, unsigned left_out,
                                gisa_error *err)
{
    *l = (learner){.text = h};
    l->weights = gisa_malloc(GISA_SECTION_BUCKETS * sizeof *l->weights);
    l->alphas = gisa_malloc((h->n + 1) * sizeof *l->alphas);
    l->order = gisa_malloc((h->n + 1) * sizeof *l->order);
    if (!l->weights || !l->alphas || !l->order) return gisa_fail_mem(err);
    for (size_t i = 0; i < h->n; i++)
        if (i % FOLDS != left_out) l->order[l->n++] = (uint32_t)i;
    return GISA_OK;
}

gisa_status train_sections_learn(const train_headlines *h, unsigned left_out, float temperature,
                                 gisa_buf *out, gisa_error *err)
{
    learner l;
    size_t bytes = (size_t)GISA_SECTION_BUCKETS * GISA_SECTION_ROW;
    gisa_section_header head = {.magic = "gisa-sec",
                                .version = GISA_SECTION_VERSION,
                                .n_notes = sizeof notes - 1,
                                .temperature = temperature};
    gisa_buf rest = {0};
    int8_t *weights = gisa_calloc(bytes, 1);
    gisa_status st = learner_open(&l, h, left_out, err);
    if (!weights) st = gisa_fail_mem(err);
    for (unsigned s = 0; s < h->n_names && st >= 0; s++) {
        learn(&l, s);
        round_off(&l, s, &head, weights);
        memcpy(head.name[s], h->names[s], GISA_SECTION_NAME);
    }
    if (st >= 0) {
        gisa_buf_add(&rest, (gisa_str){(const char *)weights, bytes});
        gisa_buf_add(&rest, (gisa_str){notes, sizeof notes - 1});
        head.checksum = gisa_hash64(gisa_buf_view(&rest), GISA_SECTION_VERSION);
        gisa_buf_add(out, (gisa_str){(const char *)&head, sizeof head});
        gisa_buf_add(out, gisa_buf_view(&rest));
        st = gisa_buf_check(out, "the model of sections", err);
    }
    gisa_buf_clear(&rest);
    gisa_free(weights);
    gisa_free(l.weights);
    gisa_free(l.alphas);
    gisa_free(l.order);
    return st;
}
