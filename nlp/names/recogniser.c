/* Best path by Viterbi. What features weigh is far apart in memory, so the features of a character
 * go through three steps while its neighbours go through the others: they are made and their bits
 * asked for; their numbers are read and their rows asked for; the rows are added up. */
#include "nlp/names/recogniser.h"

#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "nlp/names/name_feature.h"
#include "nlp/names/name_look.h"
#include "nlp/word/wordset.h"

#define LABELS GISA_NAME_LABELS
#define STARTS (1u + GISA_NAME_TYPES) /* labels that may begin anywhere */

#define STEPS 4u /* a power of two, at least three */

typedef struct lookup {
    uint64_t features[GISA_NAME_FEATURES_MAX];
    uint32_t numbers[GISA_NAME_FEATURES_MAX]; /* of those that may weigh something */
    unsigned n;
} lookup;

struct gisa_recogniser {
    const gisa_name_model *model;
    gisa_name_line line;
    _Alignas(16) int16_t sums[GISA_NAME_LINE_MAX][16]; /* by label */
    uint8_t back[GISA_NAME_LINE_MAX][LABELS];
    uint8_t labels[GISA_NAME_LINE_MAX];
    lookup lookups[STEPS];          /* of a character and its neighbours, by its number */
    int32_t starts[LABELS][STARTS]; /* transitions to labels that may begin anywhere */
    int32_t lead[LABELS];           /* by how much a path may gain on that of no name by them */
    int32_t follows[LABELS], goes_on[LABELS]; /* transitions to what goes on with a name */
};

/* Whether a label goes on with a name, and so may come only after that name's labels. */
static inline bool goes_on(unsigned label)
{
    return label > 0 && label % 2 == 0;
}

/* No name, or the label of a name's first character. */
static inline unsigned start_label(unsigned start)
{
    return start ? 2 * start - 1 : 0;
}

/* What may be reached from each label with one transition, and how far below no name a path must be
 * not to be continued there. */
static void lay_out(gisa_recogniser *r)
{
    const int32_t(*from)[LABELS] = (const int32_t(*)[LABELS])(const void *)r->model->transitions;
    for (unsigned k = 0; k < LABELS; k++) {
        r->lead[k] = INT32_MIN;
        for (unsigned s = 0; s < STARTS; s++) {
            int32_t lead = from[k][start_label(s)] - from[0][start_label(s)];
            r->starts[k][s] = from[k][start_label(s)];
            if (lead > r->lead[k]) r->lead[k] = lead;
        }
        r->goes_on[k] = goes_on(k) ? from[k][k] : 0;
        r->follows[k] = goes_on(k) ? from[k - 1][k] : 0;
    }
}

gisa_status gisa_recogniser_open(const gisa_name_model *model, gisa_recogniser **out,
                                 gisa_error *err)
{
    gisa_recogniser *r = gisa_malloc(sizeof *r);
    if (!r) return gisa_fail_mem(err);
    r->model = model;
    lay_out(r);
    *out = r;
    return GISA_OK;
}

void gisa_recogniser_close(gisa_recogniser *r)
{
    gisa_free(r);
}

unsigned gisa_recogniser_lists(const gisa_recogniser *r, gisa_str word)
{
    uint64_t hash = GISA_WORD_SEED;
    for (size_t at = 0; at < word.n;) {
        uint32_t cp;
        at += gisa_utf8_next(word, at, &cp);
        hash = gisa_word_roll(hash, gisa_half_width(cp));
    }
    return gisa_name_lists_find(&r->model->lexicon, gisa_name_mix(hash));
}

static void make(gisa_recogniser *r, const gisa_name_line *l, uint32_t i)
{
    const gisa_name_table *t = &r->model->weights;
    lookup *p = &r->lookups[i % STEPS];
    p->n = gisa_name_features(l, i, p->features);
    for (unsigned k = 0; k < p->n; k++)
        __builtin_prefetch(&t->blocks[gisa_name_table_block(t->n_blocks, p->features[k])]);
}

/* First which features have their bit set, without a branch that the CPU cannot predict. */
static void find(gisa_recogniser *r, uint32_t i)
{
    const gisa_name_model *m = r->model;
    lookup *p = &r->lookups[i % STEPS];
    unsigned set = 0, found = 0;
    for (unsigned k = 0; k < p->n; k++) {
        uint64_t feature = p->features[k];
        p->features[set] = feature;
        set += gisa_name_table_has(&m->weights, feature);
    }
    for (unsigned k = 0; k < set; k++) {
        uint32_t number = gisa_name_table_find(&m->weights, p->features[k]);
        if (number >= m->n_entries) continue;
        __builtin_prefetch(&m->spread[number]);
        p->numbers[found] = number;
        p->features[found++] = p->features[k];
    }
    p->n = found;
}

typedef int16_t words __attribute__((vector_size(16)));

/* Even bytes and odd bytes are added apart and sorted at the end. No sum can pass 16 bits: there
 * are not so many features. */
static void add_up(gisa_recogniser *r, uint32_t i)
{
    const gisa_name_row *rows = r->model->spread;
    const lookup *p = &r->lookups[i % STEPS];
    words even = {0}, odd = {0};
    for (unsigned k = 0; k < p->n; k++) {
        const gisa_name_row *row = &rows[p->numbers[k]];
        int16_t same = (int16_t) - (row->print == gisa_name_print(p->features[k]));
        words w;
        memcpy(&w, row, sizeof w);
        w &= same;
        even += (words)(w << 8) >> 8;
        odd += w >> 8;
    }
    for (unsigned y = 0; y < 8; y++) {
        r->sums[i][2 * y] = even[y];
        r->sums[i][2 * y + 1] = odd[y];
    }
}

static void weigh(gisa_recogniser *r, const gisa_name_line *l)
{
    for (uint32_t i = 0; i < l->n + 2; i++) {
        if (i < l->n) make(r, l, i);
        if (i >= 1 && i - 1 < l->n) find(r, i - 1);
        if (i >= 2) add_up(r, i - 2);
    }
}

/* score: of the best paths to each label of the character before; becomes those to this one. Nearly
 * always the best path to a label that may begin anywhere is the one through no name, and a bound
 * shows it; of equal ones the lowest label's is taken. */
static void step(gisa_recogniser *r, uint32_t i, int32_t score[LABELS])
{
    const int16_t *sums = r->sums[i];
    int32_t best[STARTS], back[STARTS] = {0}, next[LABELS];
    for (unsigned s = 0; s < STARTS; s++) best[s] = score[0] + r->starts[0][s];
    for (unsigned k = 1; k < LABELS; k++) {
        if (score[k] + r->lead[k] <= score[0]) continue;
        for (unsigned s = 0; s < STARTS; s++) {
            int32_t path = score[k] + r->starts[k][s];
            back[s] = path > best[s] ? (int32_t)k : back[s];
            best[s] = path > best[s] ? path : best[s];
        }
    }
    for (unsigned s = 0; s < STARTS; s++) {
        unsigned to = start_label(s);
        next[to] = best[s] + sums[to];
        r->back[i][to] = (uint8_t)back[s];
    }
    for (unsigned to = 2; to < LABELS; to += 2) {
        int32_t begun = score[to - 1] + r->follows[to], on = score[to] + r->goes_on[to];
        next[to] = (on > begun ? on : begun) + sums[to];
        r->back[i][to] = (uint8_t)(on > begun ? to : to - 1);
    }
    memcpy(score, next, sizeof next);
}

const uint8_t *gisa_recogniser_label(gisa_recogniser *r, const gisa_name_line *l)
{
    int32_t score[LABELS];
    weigh(r, l);
    for (unsigned to = 0; to < LABELS && l->n; to++) {
        bool may = !goes_on(to);
        score[to] = may ? r->model->transitions[LABELS * LABELS + to] + r->sums[0][to]
                        : INT32_MIN / 2;
    }
    for (uint32_t i = 1; i < l->n; i++) step(r, i, score);
    unsigned best = 0;
    for (unsigned k = 1; k < LABELS && l->n; k++)
        if (score[k] > score[best]) best = k;
    for (uint32_t i = l->n; i-- > 0; best = r->back[i][best]) {
        r->labels[i] = (uint8_t)best;
        if (i == 0) break;
    }
    return r->labels;
}

static gisa_status put_names(const gisa_name_line *l, const uint8_t *labels, gisa_annotation *a,
                             gisa_recognised *out)
{
    for (uint32_t i = 0, from; i < l->n;) {
        unsigned label = labels[from = i++];
        if (label == 0) continue;
        while (i < l->n && goes_on(labels[i]) && labels[i] == label + label % 2) i++;
        if (GISA_ARENA_GROW(&a->arena, out->items, out->n, out->cap) < 0) return GISA_ENOMEM;
        out->items[out->n++] = (gisa_entity){.span = {l->at[from], l->at[i]},
                                             .type = (gisa_entity_type)((label - 1) / 2),
                                             .id = GISA_NONE};
    }
    return GISA_OK;
}

gisa_status gisa_recogniser_run(gisa_recogniser *r, gisa_str text, gisa_annotation *a,
                                gisa_recognised *out, gisa_error *err)
{
    for (size_t s = 0; s < a->n_sentences; s++)
        for (uint32_t at = 0; gisa_name_line_next(&r->line, text, a, &a->sentences[s], &at);) {
            gisa_name_line_look(&r->line, &r->model->lexicon, 0);
            const uint8_t *labels = gisa_recogniser_label(r, &r->line);
            if (put_names(&r->line, labels, a, out) < 0) return gisa_fail_mem(err);
        }
    return GISA_OK;
}
