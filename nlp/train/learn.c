#include "nlp/train/learn.h"

#include <stdio.h>
#include <sys/mman.h>

#include "base/file.h"
#include "base/hangul.h"
#include "base/mem.h"

#define MARGIN   10.0f
#define CAND_MAX 512

typedef struct hypothesis {
    gisa_state state;
    float score;
    uint16_t label;
    int16_t back; /* index in the beam before */
    bool off;     /* has left the gold path */
} hypothesis;

struct train_learner {
    const train_labels *labels;
    const train_candidates *candidates;
    gisa_wordset words;
    float *w, *sum;
    train_visit *visit; /* while weights are gathered */
    void *ctx;
    size_t mask;
    const float *shares;    /* see train_learner_twin; NULL: as in training */
    double steps;           /* sentences seen */
    bool averaged, borrows; /* borrows: the weights are another's */
    uint8_t domain;
    bool all;
    gisa_tagger_line line;
    hypothesis beams[GISA_TAGGER_LINE_MAX + 1][TRAIN_BEAM];
    uint8_t n_beam[GISA_TAGGER_LINE_MAX + 1];
};

/* The row of weights a feature points at, plain and for the domain; outcomes are in its low bits.
 */
static inline size_t row(const train_learner *l, uint64_t f)
{
    return (size_t)(f >> 18) & l->mask;
}

static inline uint64_t domain_copy(uint64_t f, unsigned domain)
{
    f = (f ^ (domain + 1) * 0x8CB92BA72F3D8DD7u) * 0xD6E8FEB86659FD93u;
    return f ^ (f >> 32);
}

/* The rows that count for a feature in shares. */
typedef struct blend {
    unsigned n;
    size_t row[TRAIN_DOMAINS + 1];
    float share[TRAIN_DOMAINS + 1];
} blend;

static void blend_set(const train_learner *l, uint64_t f, blend *b)
{
    b->row[0] = row(l, f);
    b->share[0] = 1;
    b->n = 1;
    for (unsigned d = 0; d < TRAIN_DOMAINS; d++) {
        if (l->shares[d] <= 0) continue;
        b->row[b->n] = row(l, domain_copy(f, d));
        b->share[b->n++] = l->shares[d];
    }
    for (unsigned k = 0; k < b->n; k++) __builtin_prefetch(&l->w[b->row[k]]);
}

static inline float blend_weight(const train_learner *l, const blend *b, uint64_t f,
                                 uint32_t outcome)
{
    float w = 0;
    for (unsigned k = 0; k < b->n; k++) w += b->share[k] * l->w[b->row[k] ^ outcome];
    if (l->visit) l->visit(l->ctx, f, outcome, w);
    return w;
}

static inline float weight(const train_learner *l, uint64_t f, uint32_t outcome)
{
    if (l->shares) {
        blend mixed;
        blend_set(l, f, &mixed);
        return blend_weight(l, &mixed, f, outcome);
    }
    size_t a = row(l, f) ^ outcome, b = row(l, domain_copy(f, l->domain)) ^ outcome;
    float w = l->w[a] + l->w[b];
    if (l->averaged) w -= (float)((l->sum[a] + l->sum[b]) / l->steps);
    return w;
}

static inline void change(train_learner *l, uint64_t f, uint32_t outcome, float by)
{
    size_t a = row(l, f) ^ outcome, b = row(l, domain_copy(f, l->domain)) ^ outcome;
    l->w[a] += by;
    l->w[b] += by;
    l->sum[a] += by * (float)l->steps;
    l->sum[b] += by * (float)l->steps;
}

uint32_t train_key(uint32_t cp)
{
    return gisa_is_hangul(cp) ? gisa_hangul_index(cp)
                              : GISA_HANGUL_SYLLABLES + (uint32_t)gisa_char_class_of(cp);
}

static void blended_scores(const train_learner *l, uint32_t i, const uint16_t *cand,
                           unsigned n_cand, float *score)
{
    uint64_t f[GISA_LOCAL_MAX];
    blend mixed[GISA_LOCAL_MAX];
    unsigned n = gisa_feature_local(&l->line, i, l->all, f);
    for (unsigned k = 0; k < n; k++) blend_set(l, f[k], &mixed[k]);
    for (unsigned c = 0; c < n_cand; c++) score[c] = 0;
    for (unsigned k = 0; k < n; k++)
        for (unsigned c = 0; c < n_cand; c++) score[c] += blend_weight(l, &mixed[k], f[k], cand[c]);
}

static void local_scores(const train_learner *l, uint32_t i, const uint16_t *cand, unsigned n_cand,
                         float *score)
{
    uint64_t f[GISA_LOCAL_MAX];
    size_t rows[GISA_LOCAL_MAX * 2];
    unsigned n = gisa_feature_local(&l->line, i, l->all, f);
    for (unsigned k = 0; k < n; k++) {
        rows[2 * k] = row(l, f[k]);
        rows[2 * k + 1] = row(l, domain_copy(f[k], l->domain));
        __builtin_prefetch(&l->w[rows[2 * k]]);
        __builtin_prefetch(&l->w[rows[2 * k + 1]]);
    }
    for (unsigned c = 0; c < n_cand; c++) score[c] = 0;
    for (unsigned k = 0; k < 2 * n; k++) {
        const float *w = l->w;
        for (unsigned c = 0; c < n_cand; c++) score[c] += w[rows[k] ^ cand[c]];
    }
    if (!l->averaged) return;
    for (unsigned k = 0; k < 2 * n; k++)
        for (unsigned c = 0; c < n_cand; c++)
            score[c] -= (float)(l->sum[rows[k] ^ cand[c]] / l->steps);
}

/* Keeps the best TRAIN_TOP candidates, best first. */
static unsigned keep_best(uint16_t *cand, float *score, unsigned n)
{
    unsigned kept = 0;
    for (unsigned c = 0; c < n; c++) {
        uint16_t label = cand[c];
        float s = score[c];
        unsigned k = kept < TRAIN_TOP ? kept++ : TRAIN_TOP;
        for (; k > 0 && score[k - 1] < s; k--) {
            if (k < TRAIN_TOP) cand[k] = cand[k - 1], score[k] = score[k - 1];
        }
        if (k < TRAIN_TOP) cand[k] = label, score[k] = s;
    }
    return kept;
}

/* How a morpheme that ends is scored: what does not depend on the next tag, and the features that
 * do. */
typedef struct closing {
    float flat;
    uint64_t f[GISA_CLOSE_MAX];
    unsigned n_next;
} closing;

static void close_open(const train_learner *l, const gisa_state *s, closing *c)
{
    c->flat = 0;
    c->n_next = 0;
    if (!s->tag) return;
    unsigned n = gisa_feature_close(s, l->words, c->f, &c->n_next);
    for (unsigned k = c->n_next; k < n; k++) c->flat += weight(l, c->f[k], GISA_OUT_FLAT);
}

static float close_score(const train_learner *l, const closing *c, uint32_t next)
{
    float sum = c->flat;
    for (unsigned k = 0; k < c->n_next; k++) sum += weight(l, c->f[k], next);
    return sum;
}

static uint32_t next_out(const gisa_label_part *p, bool space)
{
    return p->tag + (space ? GISA_OUT_SPACE : 0u);
}

static bool legal(const gisa_state *s, const gisa_label *label, bool begins)
{
    const gisa_label_part *p = &label->parts[0];
    return p->begin || (!begins && s->tag == p->tag + 1);
}

/* Moves *s over a label; returns the score of the morphemes that end on the way. */
static float move(const train_learner *l, gisa_state *s, const closing *open, uint32_t label,
                  uint32_t cp, bool begins)
{
    const gisa_label *it = &l->labels->items[label];
    float score = 0;
    for (uint32_t k = 0; k < it->n_parts; k++) {
        if (it->parts[k].begin) {
            closing now;
            if (k > 0) close_open(l, s, &now);
            score += close_score(l, k > 0 ? &now : open, next_out(&it->parts[k], begins && k == 0));
        }
        gisa_state_part(s, &it->parts[k], cp);
    }
    gisa_state_label(s, label);
    return score;
}

static void put_beam(hypothesis *beam, uint8_t *n, const hypothesis *h)
{
    unsigned k = *n < TRAIN_BEAM ? (*n)++ : TRAIN_BEAM;
    if (k == TRAIN_BEAM && beam[TRAIN_BEAM - 1].score >= h->score) return;
    for (; k > 0 && beam[k - 1].score < h->score; k--)
        if (k < TRAIN_BEAM) beam[k] = beam[k - 1];
    if (k < TRAIN_BEAM) beam[k] = *h;
}

static unsigned candidates_at(const train_learner *l, uint32_t cp, uint16_t gold, uint16_t *cand)
{
    uint32_t key = train_key(cp), n = 0;
    bool there = gold == UINT16_MAX;
    for (uint32_t k = l->candidates->from[key]; k < l->candidates->from[key + 1]; k++) {
        if (n < CAND_MAX - 1) cand[n++] = l->candidates->labels[k];
        there = there || l->candidates->labels[k] == gold;
    }
    if (!there) cand[n++] = gold;
    return n;
}

/* Fills the beam after syllable i. gold: labels of the sentence, or NULL. Also moves the gold
 * path, and returns the step's score on it. */
static float step(train_learner *l, uint32_t i, const uint16_t *gold, gisa_state *gold_state)
{
    const gisa_tagger_line *line = &l->line;
    uint16_t cand[CAND_MAX];
    float score[CAND_MAX], gold_score = 0;
    bool begins = line->word_from[i] == i;
    unsigned n = candidates_at(l, line->cp[i], gold ? gold[i] : UINT16_MAX, cand);
    if (l->shares)
        blended_scores(l, i, cand, n, score);
    else
        local_scores(l, i, cand, n, score);
    for (unsigned c = 0; gold && c < n; c++)
        if (cand[c] == gold[i]) gold_score = score[c];
    n = keep_best(cand, score, n);
    l->n_beam[i + 1] = 0;
    for (int b = 0; b < l->n_beam[i]; b++) {
        const hypothesis *h = &l->beams[i][b];
        uint64_t f[GISA_STATE_MAX];
        closing open;
        unsigned n_f = gisa_feature_state(line, i, &h->state, f);
        close_open(l, &h->state, &open);
        for (unsigned c = 0; c < n; c++) {
            if (!legal(&h->state, &l->labels->items[cand[c]], begins)) continue;
            hypothesis next = {h->state, h->score + score[c], cand[c], (int16_t)b, h->off};
            for (unsigned k = 0; k < n_f; k++) next.score += weight(l, f[k], cand[c]);
            next.score += move(l, &next.state, &open, cand[c], line->cp[i], begins);
            if (gold && !next.off && cand[c] != gold[i]) {
                next.off = true;
                next.score += MARGIN;
            }
            put_beam(l->beams[i + 1], &l->n_beam[i + 1], &next);
        }
    }
    if (!gold) return 0;
    uint64_t f[GISA_STATE_MAX];
    closing open;
    unsigned n_f = gisa_feature_state(line, i, gold_state, f);
    close_open(l, gold_state, &open);
    for (unsigned k = 0; k < n_f; k++) gold_score += weight(l, f[k], gold[i]);
    return gold_score + move(l, gold_state, &open, gold[i], line->cp[i], begins);
}

static float end_score(const train_learner *l, const gisa_state *s)
{
    closing open;
    close_open(l, s, &open);
    return close_score(l, &open, GISA_OUT_END);
}

static void trace(const train_learner *l, uint32_t n, int b, uint16_t *labels)
{
    for (uint32_t i = n; i > 0; i--) {
        labels[i - 1] = l->beams[i][b].label;
        b = l->beams[i][b].back;
    }
}

static void change_close(train_learner *l, const gisa_state *s, uint32_t next, float by)
{
    uint64_t f[GISA_CLOSE_MAX];
    unsigned n_next;
    if (!s->tag) return;
    unsigned n = gisa_feature_close(s, l->words, f, &n_next);
    for (unsigned k = 0; k < n; k++) change(l, f[k], k < n_next ? next : GISA_OUT_FLAT, by);
}

/* Changes what labels[from, to) fire, local features only where `other` differs. */
static void change_path(train_learner *l, const uint16_t *labels, const uint16_t *other,
                        uint32_t from, uint32_t to, bool ends, float by)
{
    const gisa_tagger_line *line = &l->line;
    gisa_state s = {0};
    for (uint32_t i = 0; i < to; i++) {
        const gisa_label *label = &l->labels->items[labels[i]];
        uint64_t f[GISA_LOCAL_MAX];
        bool begins = line->word_from[i] == i;
        if (i >= from && labels[i] != other[i]) {
            unsigned n = gisa_feature_local(line, i, l->all, f);
            for (unsigned k = 0; k < n; k++) change(l, f[k], labels[i], by);
        }
        unsigned n = i >= from ? gisa_feature_state(line, i, &s, f) : 0;
        for (unsigned k = 0; k < n; k++) change(l, f[k], labels[i], by);
        for (uint32_t k = 0; k < label->n_parts; k++) {
            if (label->parts[k].begin && i >= from)
                change_close(l, &s, next_out(&label->parts[k], begins && k == 0), by);
            gisa_state_part(&s, &label->parts[k], line->cp[i]);
        }
        gisa_state_label(&s, labels[i]);
    }
    if (ends) change_close(l, &s, GISA_OUT_END, by);
}

static void learn(train_learner *l, const uint16_t *gold)
{
    uint32_t n = l->line.n, worst = 0;
    int worst_at = 0;
    float max = 0, gold_score = 0;
    gisa_state gold_state = {0};
    uint16_t labels[GISA_TAGGER_LINE_MAX];
    l->beams[0][0] = (hypothesis){0};
    l->n_beam[0] = 1;
    for (uint32_t i = 0; i < n; i++) {
        gold_score += step(l, i, gold, &gold_state);
        for (int b = 0; b < l->n_beam[i + 1]; b++) {
            const hypothesis *h = &l->beams[i + 1][b];
            float end = i + 1 == n ? end_score(l, &h->state) - end_score(l, &gold_state) : 0;
            float violation = h->score - gold_score + end;
            if (!h->off || violation <= max) continue;
            max = violation;
            worst = i + 1;
            worst_at = b;
        }
        if (l->n_beam[i + 1] == 0) break;
    }
    if (worst == 0) return;
    trace(l, worst, worst_at, labels);
    uint32_t from = 0;
    while (from < worst && labels[from] == gold[from]) from++;
    change_path(l, gold, labels, from, worst, worst == n, 1);
    change_path(l, labels, gold, from, worst, worst == n, -1);
}

static uint64_t next_random(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

void train_learner_run(train_learner *l, const train_corpus *c, unsigned epoch, unsigned longs)
{
    uint64_t random = epoch + 1;
    uint32_t *order = gisa_malloc((c->n_sentences + 1) * sizeof *order);
    if (!order) return;
    for (uint32_t i = 0; i < c->n_sentences; i++) order[i] = i;
    for (size_t i = c->n_sentences; i > 1; i--) {
        size_t k = next_random(&random) % i;
        uint32_t swap = order[i - 1];
        order[i - 1] = order[k];
        order[k] = swap;
    }
    for (size_t i = 0; i < c->n_sentences; i++) {
        const train_sentence *s = &c->sentences[order[i]];
        l->steps++;
        l->domain = s->domain;
        l->all = next_random(&random) % 4 >= 4 - longs;
        gisa_tagger_line_set(&l->line, c->cp + s->from, c->begins + s->from, s->n, l->words,
                             next_random(&random) | 1);
        learn(l, c->label + s->from);
    }
    gisa_free(order);
}

void train_learner_test(train_learner *l, const train_corpus *c, uint8_t domain, double *eojeols,
                        double *syllables)
{
    uint64_t n_eojeols = 0, good_eojeols = 0, n_syllables = 0, good_syllables = 0;
    bool averaged = l->averaged;
    uint16_t labels[GISA_TAGGER_LINE_MAX];
    l->averaged = l->steps > 0;
    l->domain = domain;
    l->all = GISA_FEATURE_LONG;
    for (size_t k = 0; k < c->n_sentences; k++) {
        const train_sentence *s = &c->sentences[k];
        const uint16_t *gold = c->label + s->from;
        gisa_tagger_line_set(&l->line, c->cp + s->from, c->begins + s->from, s->n, l->words, 0);
        l->beams[0][0] = (hypothesis){0};
        l->n_beam[0] = 1;
        for (uint32_t i = 0; i < s->n; i++) step(l, i, NULL, NULL);
        int best = 0;
        float max = -1e30f;
        for (int b = 0; b < l->n_beam[s->n]; b++) {
            float score = l->beams[s->n][b].score + end_score(l, &l->beams[s->n][b].state);
            if (score > max) max = score, best = b;
        }
        trace(l, l->n_beam[s->n] ? s->n : 0, best, labels);
        bool good = true;
        for (uint32_t i = 0; i < s->n; i++) {
            good = good && labels[i] == gold[i];
            good_syllables += labels[i] == gold[i];
            if (i + 1 == l->line.word_to[i]) n_eojeols++, good_eojeols += good, good = true;
        }
        n_syllables += s->n;
    }
    l->averaged = averaged;
    *eojeols = n_eojeols ? (double)good_eojeols / (double)n_eojeols : 0;
    *syllables = n_syllables ? (double)good_syllables / (double)n_syllables : 0;
}

void train_learner_forget(train_learner *l)
{
    memset(l->sum, 0, (l->mask + 1) * sizeof *l->sum);
    l->steps = 0;
}

void train_learner_average(train_learner *l)
{
    for (size_t i = 0; i <= l->mask && l->steps > 0; i++) l->w[i] -= (float)(l->sum[i] / l->steps);
    l->averaged = false;
    l->steps = 0; /* nothing is left to subtract */
}

void train_learner_mix(train_learner *l, const train_learner *other)
{
    for (size_t i = 0; i <= l->mask; i++) l->w[i] = l->w[i] / 2 + other->w[i] / 2;
}

void train_learner_visit(train_learner *l, const train_corpus *c, train_visit *visit, void *ctx)
{
    double eojeols, syllables;
    l->visit = visit;
    l->ctx = ctx;
    train_learner_test(l, c, 0, &eojeols, &syllables);
    l->visit = NULL;
    printf("on its training text: eojeols %.4f syllables %.4f\n", eojeols, syllables);
}

void train_learner_count(train_learner *l, const train_corpus *c,
                         void (*count)(void *ctx, uint64_t feature), void *ctx)
{
    for (size_t k = 0; k < c->n_sentences; k++) {
        const train_sentence *t = &c->sentences[k];
        gisa_state s = {0};
        gisa_tagger_line_set(&l->line, c->cp + t->from, c->begins + t->from, t->n, l->words, 0);
        for (uint32_t i = 0; i < t->n; i++) {
            const gisa_label *label = &l->labels->items[c->label[t->from + i]];
            uint64_t f[GISA_LOCAL_MAX + GISA_STATE_MAX];
            unsigned n_next, n = gisa_feature_local(&l->line, i, GISA_FEATURE_LONG, f);
            n += gisa_feature_state(&l->line, i, &s, f + n);
            for (unsigned j = 0; j < n; j++) count(ctx, f[j]);
            for (uint32_t j = 0; j < label->n_parts; j++) {
                n = label->parts[j].begin ? gisa_feature_close(&s, l->words, f, &n_next) : 0;
                for (unsigned m = 0; m < n; m++) count(ctx, f[m]);
                gisa_state_part(&s, &label->parts[j], l->line.cp[i]);
            }
            gisa_state_label(&s, c->label[t->from + i]);
        }
    }
}

gisa_status train_learner_save(const train_learner *l, const char *path, gisa_error *err)
{
    return gisa_file_write(path, (gisa_str){(const char *)l->w, (l->mask + 1) * sizeof *l->w}, err);
}

gisa_status train_learner_load(train_learner *l, const char *path, gisa_error *err)
{
    gisa_str file = {0};
    gisa_status st = gisa_file_map(path, &file, err);
    if (st < 0) return st;
    if (file.n == (l->mask + 1) * sizeof *l->w)
        memcpy(l->w, file.p, file.n);
    else
        st = gisa_fail(err, GISA_EINVAL, "%s: %zu bytes are not this table", path, file.n);
    gisa_file_unmap(file);
    return st;
}

const float *train_learner_table(const train_learner *l, size_t *n)
{
    *n = l->mask + 1;
    return l->w;
}

/* A table of zeros on huge pages where the system has them. */
static float *table(size_t n)
{
    void *p = mmap(NULL, n * sizeof(float), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                   0);
    if (p == MAP_FAILED) return NULL;
    (void)madvise(p, n * sizeof(float), MADV_HUGEPAGE);
    return p;
}

gisa_status train_learner_open(const train_labels *labels, const train_candidates *candidates,
                               gisa_wordset words, unsigned bits, train_learner **out,
                               gisa_error *err)
{
    train_learner *l = gisa_calloc(1, sizeof *l);
    if (!l) return gisa_fail_mem(err);
    l->labels = labels;
    l->candidates = candidates;
    l->words = words;
    l->mask = ((size_t)1 << bits) - 1;
    l->w = table(l->mask + 1);
    l->sum = table(l->mask + 1);
    *out = l;
    return l->w && l->sum ? GISA_OK : gisa_fail_mem(err);
}

gisa_status train_learner_twin(const train_learner *l, const float shares[TRAIN_DOMAINS],
                               train_learner **out, gisa_error *err)
{
    train_learner *twin = gisa_malloc(sizeof *twin);
    if (!twin) return gisa_fail_mem(err);
    *twin = *l;
    twin->borrows = true;
    twin->shares = shares;
    *out = twin;
    return GISA_OK;
}

void train_learner_close(train_learner *l)
{
    if (!l) return;
    if (l->w && !l->borrows) munmap(l->w, (l->mask + 1) * sizeof(float));
    if (l->sum && !l->borrows) munmap(l->sum, (l->mask + 1) * sizeof(float));
    gisa_free(l);
}
