/* Sums of paths are kept as numbers scaled at every character, not as logarithms. */
#include "nlp/train/name_learn.h"

#include <math.h>

#include "base/mem.h"
#include "nlp/names/name_line.h"

#define LABELS   GISA_NAME_LABELS
#define RATE     .1f
#define L2       .001f
#define SQUARES  1.f   /* that each weight begins with: rare labels move little */
#define KEPT     614u  /* of 1,024 features in a sentence */
#define IDLE     .001f /* no gradient below it is worth a step */
#define LINE_MAX GISA_NAME_LINE_MAX

typedef struct row {
    float w[LABELS], squares[LABELS], sum[LABELS];
} row;

typedef struct learner {
    const train_name_set *set;
    row *rows;                         /* [feature][plain, press, review] */
    row transitions[LABELS + 1];       /* the last: from the beginning */
    double factor[LABELS + 1][LABELS]; /* exp of those; 0 where the label may not follow */
    float sums[LINE_MAX][LABELS];
    double emit[LINE_MAX][LABELS], forward[LINE_MAX][LABELS], backward[LINE_MAX][LABELS];
    float expected[LABELS + 1][LABELS]; /* transitions, less those of the gold labels */
    float steps;                        /* sentences since averaging began; negative: not yet */
    uint64_t seed;
} learner;

static bool may_follow(unsigned from, unsigned to)
{
    bool goes_on = to > 0 && to % 2 == 0;
    return !goes_on || from == to || from == to - 1;
}

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

static void sum_up(learner *l, const train_name_line *line, unsigned copy)
{
    const train_name_set *s = l->set;
    for (uint32_t i = 0; i < line->n; i++) {
        float sums[LABELS] = {0};
        for (uint32_t k = s->feature_from[line->from + i]; k < s->feature_from[line->from + i + 1];
             k++) {
            if (!is_kept(l, s->features[k])) continue;
            const row *a = &l->rows[3u * s->features[k]], *b = a + copy;
            for (unsigned y = 0; y < LABELS; y++) sums[y] += a->w[y] + b->w[y];
        }
        memcpy(l->sums[i], sums, sizeof sums);
    }
}

static void scale(double v[LABELS])
{
    double all = 0;
    for (unsigned y = 0; y < LABELS; y++) all += v[y];
    for (unsigned y = 0; y < LABELS; y++) v[y] /= all;
}

static void sum_paths(learner *l, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        float top = l->sums[i][0];
        for (unsigned y = 1; y < LABELS; y++) top = l->sums[i][y] > top ? l->sums[i][y] : top;
        for (unsigned y = 0; y < LABELS; y++) {
            double sum = i == 0 ? l->factor[LABELS][y] : 0;
            for (unsigned x = 0; x < LABELS && i > 0; x++)
                sum += l->forward[i - 1][x] * l->factor[x][y];
            l->emit[i][y] = exp((double)(l->sums[i][y] - top));
            l->forward[i][y] = sum * l->emit[i][y];
        }
        scale(l->forward[i]);
    }
    for (unsigned y = 0; y < LABELS; y++) l->backward[n - 1][y] = 1;
    for (uint32_t i = n - 1; i-- > 0;) {
        for (unsigned x = 0; x < LABELS; x++) {
            double sum = 0;
            for (unsigned y = 0; y < LABELS; y++)
                sum += l->factor[x][y] * l->emit[i + 1][y] * l->backward[i + 1][y];
            l->backward[i][x] = sum;
        }
        scale(l->backward[i]);
    }
}

/* Adds what the transitions into a character are expected to be, less the gold one. */
static void expect(learner *l, uint32_t i, unsigned gold_from, unsigned gold_to)
{
    double pair[LABELS][LABELS], all = 0;
    for (unsigned x = 0; x < LABELS; x++)
        for (unsigned y = 0; y < LABELS; y++) {
            pair[x][y] = l->forward[i - 1][x] * l->factor[x][y] * l->emit[i][y] * l->backward[i][y];
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
        row *a = &l->rows[3u * s->features[k]], *b = a + copy;
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
            if (!may_follow(x == LABELS ? 0 : x, y)) continue;
            if (fabsf(l->expected[x][y]) > IDLE)
                change(&l->transitions[x], y, l->expected[x][y], l->steps);
            l->factor[x][y] = exp((double)l->transitions[x].w[y]);
        }
}

static void learn_line(learner *l, const train_name_line *line, bool review)
{
    const uint8_t *gold = l->set->labels + line->from;
    unsigned copy = review ? 2 : 1;
    sum_up(l, line, copy);
    sum_paths(l, line->n);
    memset(l->expected, 0, sizeof l->expected);
    for (uint32_t i = 0; i < line->n; i++) {
        double chance[LABELS];
        float gradient[LABELS], most = 0;
        for (unsigned y = 0; y < LABELS; y++) chance[y] = l->forward[i][y] * l->backward[i][y];
        scale(chance);
        for (unsigned y = 0; y < LABELS; y++) {
            gradient[y] = (float)chance[y] - (y == gold[i]);
            if (i == 0) l->expected[LABELS][y] = gradient[y];
            if (fabsf(gradient[y]) > most) most = fabsf(gradient[y]);
        }
        if (i > 0) expect(l, i, gold[i - 1], gold[i]);
        if (most > IDLE) learn_character(l, line->from + i, copy, gradient);
    }
    learn_transitions(l);
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

static void finish(const learner *l, train_name_weights *out)
{
    float kept = KEPT / 1024.f, steps = l->steps > 1 ? l->steps : 1;
    for (size_t f = 0; f < l->set->n_vocabulary; f++)
        for (unsigned y = 0; y < LABELS; y++) {
            const row *a = &l->rows[3 * f], *b = a + 1;
            float w = a->w[y] - a->sum[y] / steps + b->w[y] - b->sum[y] / steps;
            out->features[f * LABELS + y] = kept * w;
        }
    for (unsigned x = 0; x <= LABELS; x++)
        for (unsigned y = 0; y < LABELS; y++)
            out->transitions[x][y] = l->transitions[x].w[y] - l->transitions[x].sum[y] / steps;
}

gisa_status train_name_learn(const train_name_set *s, const train_marked_text *t, unsigned fold,
                             unsigned epochs, train_name_weights *out, gisa_error *err)
{
    learner *l = gisa_calloc(1, sizeof *l);
    uint32_t *order = gisa_malloc((s->n_lines + 1) * sizeof *order);
    out->features = gisa_malloc((s->n_vocabulary + 1) * LABELS * sizeof *out->features);
    if (l) l->rows = gisa_calloc(3 * s->n_vocabulary + 1, sizeof *l->rows);
    gisa_status st = l && l->rows && order && out->features ? GISA_OK : gisa_fail_mem(err);
    size_t n = 0;
    for (size_t i = 0; i < s->n_lines && st >= 0; i++)
        if (s->lines[i].n && !train_name_fold_has(&t->items[s->lines[i].sentence], fold))
            order[n++] = (uint32_t)i;
    for (unsigned x = 0; x <= LABELS && st >= 0; x++)
        for (unsigned y = 0; y < LABELS; y++) l->factor[x][y] = may_follow(x == LABELS ? 0 : x, y);
    if (st >= 0) l->set = s;
    for (unsigned e = 0; e < epochs && st >= 0; e++) {
        shuffle(order, n, e);
        for (size_t i = 0; i < n; i++) {
            const train_name_line *line = &s->lines[order[i]];
            l->seed = (uint64_t)e << 40 ^ (uint64_t)order[i] << 8;
            if (e >= epochs / 2) l->steps++;
            learn_line(l, line, t->items[line->sentence].review);
        }
    }
    if (st >= 0) finish(l, out);
    if (l) gisa_free(l->rows);
    gisa_free(l);
    gisa_free(order);
    return st;
}
