#include "nlp/train/name_learn.h"

#include <math.h>

#include "base/mem.h"
#include "nlp/train/name_paths.h"

#define LABELS  GISA_NAME_LABELS
#define RATE    .1f
#define L2      .001f
#define SQUARES 1.f   /* that each weight begins with: rare labels move little */
#define KEPT    614u  /* of 1,024 features in a sentence */
#define IDLE    .001f /* no gradient below it is worth a step */

typedef struct row {
    float w[LABELS], squares[LABELS], sum[LABELS];
} row;

#define COPIES (1u + TRAIN_COLLECTIONS) /* for all texts, and for each collection */

typedef struct learner {
    const train_name_set *set;
    uint32_t (*at)[COPIES]; /* of each feature: its rows plus one; 0: none */
    row *rows;
    size_t n_rows, cap_rows;
    row transitions[LABELS + 1];        /* the last: from the beginning */
    float expected[LABELS + 1][LABELS]; /* transitions, less those of the gold labels */
    float steps;                        /* sentences since averaging began; negative: not yet */
    uint64_t seed;
    train_name_paths paths;
} learner;

static inline void change(row *r, unsigned label, float gradient, float steps)
{
    gradient += L2 * r->w[label];
    r->squares[label] += gradient * gradient;
    float by = -RATE * gradient / sqrtf(SQUARES + r->squares[label]);
    r->w[label] += by;
    if (steps > 0) r->sum[label] += by * steps;
}

static inline bool is_kept(const learner *l, uint32_t feature)
{
    return (gisa_name_mix(feature ^ l->seed) & 1023u) < KEPT;
}

/* What has no features is no name. */
static void sum_up(learner *l, const train_name_line *line, unsigned copy)
{
    const train_name_set *s = l->set;
    for (uint32_t i = 0; i < line->n; i++) {
        uint32_t from = s->feature_from[line->from + i], end = s->feature_from[line->from + i + 1];
        float *sums = l->paths.sums[i];
        for (unsigned y = 0; y < LABELS; y++) sums[y] = from == end && y > 0 ? TRAIN_NAME_NEVER : 0;
        for (uint32_t k = from; k < end; k++) {
            if (!is_kept(l, s->features[k])) continue;
            const uint32_t *at = l->at[s->features[k]];
            const row *a = &l->rows[at[0] - 1], *b = &l->rows[at[copy] - 1];
            for (unsigned y = 0; y < LABELS; y++) sums[y] += a->w[y] + b->w[y];
        }
    }
}

/* Adds what the transitions into a character are expected to be, less the gold one. */
static void expect(learner *l, uint32_t i, unsigned gold_from, unsigned gold_to)
{
    const train_name_paths *p = &l->paths;
    double pair[LABELS][LABELS], all = 0;
    for (unsigned x = 0; x < LABELS; x++)
        for (unsigned y = 0; y < LABELS; y++) {
            pair[x][y] = p->forward[i - 1][x] * p->factor[x][y] * p->emit[i][y] * p->backward[i][y];
            all += pair[x][y];
        }
    for (unsigned x = 0; x < LABELS; x++)
        for (unsigned y = 0; y < LABELS; y++) l->expected[x][y] += (float)(pair[x][y] / all);
    l->expected[gold_from][gold_to] -= 1;
}

static void learn_character(learner *l, uint32_t at, unsigned copy, const float gradient[LABELS])
{
    const train_name_set *s = l->set;
    for (uint32_t k = s->feature_from[at]; k < s->feature_from[at + 1]; k++) {
        if (!is_kept(l, s->features[k])) continue;
        const uint32_t *rows = l->at[s->features[k]];
        row *a = &l->rows[rows[0] - 1], *b = &l->rows[rows[copy] - 1];
        for (unsigned y = 0; y < LABELS; y++) {
            change(a, y, gradient[y], l->steps);
            change(b, y, gradient[y], l->steps);
        }
    }
}

static void learn_transitions(learner *l)
{
    for (unsigned x = 0; x <= LABELS; x++)
        for (unsigned y = 0; y < LABELS; y++) {
            if (!train_name_may_follow(x == LABELS ? 0 : x, y)) continue;
            if (fabsf(l->expected[x][y]) > IDLE)
                change(&l->transitions[x], y, l->expected[x][y], l->steps);
            l->paths.factor[x][y] = exp((double)l->transitions[x].w[y]);
        }
}

static void learn_line(learner *l, const train_name_line *line, unsigned copy)
{
    const uint8_t *gold = l->set->labels + line->from;
    sum_up(l, line, copy);
    train_name_paths_weigh(&l->paths, line->n);
    memset(l->expected, 0, sizeof l->expected);
    for (uint32_t i = 0; i < line->n; i++) {
        double chance[LABELS];
        float gradient[LABELS], most = 0;
        if (gold[i] == TRAIN_NAME_OPEN_LABEL) continue;
        train_name_paths_chances(&l->paths, i, chance);
        for (unsigned y = 0; y < LABELS; y++) {
            gradient[y] = (float)chance[y] - (y == gold[i]);
            if (i == 0) l->expected[LABELS][y] = gradient[y];
            if (fabsf(gradient[y]) > most) most = fabsf(gradient[y]);
        }
        if (i > 0 && gold[i - 1] != TRAIN_NAME_OPEN_LABEL) expect(l, i, gold[i - 1], gold[i]);
        if (most > IDLE) learn_character(l, line->from + i, copy, gradient);
    }
    learn_transitions(l);
}

/* Rows for the features of the lines that are learnt from. */
static gisa_status lay_out(learner *l, const train_marked_text *t, const uint32_t *order, size_t n)
{
    const train_name_set *s = l->set;
    for (size_t i = 0; i < n; i++) {
        const train_name_line *line = &s->lines[order[i]];
        unsigned copy = 1u + t->items[line->sentence].collection;
        for (uint32_t k = s->feature_from[line->from]; k < s->feature_from[line->from + line->n];
             k++)
            for (unsigned c = 0; c <= copy; c += copy) {
                if (l->at[s->features[k]][c]) continue;
                if (GISA_GROW(l->rows, l->n_rows, l->cap_rows) < 0) return GISA_ENOMEM;
                l->rows[l->n_rows++] = (row){{0}, {0}, {0}};
                l->at[s->features[k]][c] = (uint32_t)l->n_rows;
            }
    }
    return GISA_OK;
}

/* The lines of an epoch in an order that its number decides. */
static void shuffle(uint32_t *order, size_t n, uint64_t epoch)
{
    uint64_t state = epoch * 0x9E3779B97F4A7C15u + 1;
    for (size_t i = n; i-- > 1;) {
        state = gisa_name_mix(state + i);
        size_t k = (size_t)(state >> 32) % (i + 1);
        uint32_t other = order[k];
        order[k] = order[i];
        order[i] = other;
    }
}

/* How much the copy of each collection counts. */
static const float shares[TRAIN_COLLECTIONS] = {[TRAIN_PRESS] = 1.f};

static void finish(const learner *l, train_name_weights *out)
{
    float kept = KEPT / 1024.f, steps = l->steps > 1 ? l->steps : 1;
    for (size_t f = 0; f < l->set->n_vocabulary; f++)
        for (unsigned y = 0; y < LABELS; y++) {
            float w = 0;
            for (unsigned c = 0; c < COPIES; c++) {
                if (!l->at[f][c] || (c && shares[c - 1] <= 0)) continue;
                const row *r = &l->rows[l->at[f][c] - 1];
                w += (c ? shares[c - 1] : 1.f) * (r->w[y] - r->sum[y] / steps);
            }
            out->features[f * LABELS + y] = kept * w;
        }
    for (unsigned x = 0; x <= LABELS; x++)
        for (unsigned y = 0; y < LABELS; y++)
            out->transitions[x][y] = l->transitions[x].w[y] - l->transitions[x].sum[y] / steps;
}

/* Returns: how many lines are learnt from. */
static size_t choose(const train_name_set *s, const train_marked_text *t, unsigned fold,
                     uint32_t *order)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n_lines; i++)
        if (s->lines[i].n && !train_name_fold_has(&t->items[s->lines[i].sentence], fold))
            order[n++] = (uint32_t)i;
    return n;
}

gisa_status train_name_learn(const train_name_set *s, const train_marked_text *t, unsigned fold,
                             unsigned epochs, train_name_weights *out, gisa_error *err)
{
    learner *l = gisa_calloc(1, sizeof *l);
    uint32_t *order = gisa_malloc((s->n_lines + 1) * sizeof *order);
    out->features = gisa_malloc((s->n_vocabulary + 1) * LABELS * sizeof *out->features);
    if (l) l->at = gisa_calloc(s->n_vocabulary + 1, sizeof *l->at);
    gisa_status st = l && l->at && order && out->features ? GISA_OK : gisa_fail_mem(err);
    size_t n = st >= 0 ? choose(s, t, fold, order) : 0;
    for (unsigned x = 0; x <= LABELS && st >= 0; x++)
        for (unsigned y = 0; y < LABELS; y++)
            l->paths.factor[x][y] = train_name_may_follow(x == LABELS ? 0 : x, y);
    if (st >= 0) l->set = s;
    if (st >= 0 && lay_out(l, t, order, n) < 0) st = gisa_fail_mem(err);
    for (unsigned e = 0; e < epochs && st >= 0; e++) {
        shuffle(order, n, e);
        for (size_t i = 0; i < n; i++) {
            const train_name_line *line = &s->lines[order[i]];
            l->seed = (uint64_t)e << 40 ^ (uint64_t)order[i] << 8;
            if (e >= epochs / 2) l->steps++;
            learn_line(l, line, 1u + t->items[line->sentence].collection);
        }
    }
    if (st >= 0) finish(l, out);
    if (l) gisa_free(l->rows);
    if (l) gisa_free(l->at);
    gisa_free(l);
    gisa_free(order);
    return st;
}
