/* Candidates are cut by their distance from the best that may follow: first by what the remembered
 * groups say, then by all local features. */
#include "nlp/tagger/candidate.h"

#include "nlp/tagger/simd.h"

/* Caches of sums, 2^BITS entries each: syllables with few candidates are most of the text. */
#define FEW_BITS  13
#define FEW       28u /* candidates; their sums and a key fill a cache line */
#define MANY_BITS 11
#define MANY      60u /* those of a syllable that has more are not remembered */

/* How far below the best a candidate may be, after each group of features and after all local ones:
 * the narrowest that cost nothing on held-out text (make held-out, tests/bench/analyze.py). */
#define GAP_KINDS 80
#define GAP_WORDS 80
#define GAP_RIGHT 60
#define GAP_LEFT  50
#define GAP       50

#define BLOCK     32u /* candidates that are compared at once */
#define BLOCKS    8u
#define GROUP_MAX 2000   /* what a group is taken to add at most, either way */
#define DROPPED   -16000 /* below all others whatever groups add */

gisa_status gisa_candidates_open(gisa_candidates *c, const gisa_model *model, gisa_error *err)
{
    c->model = model;
    c->long_rows = &gisa_weight_rows_none;
    for (uint32_t k = 0; k < model->n_labels && k < GISA_LABELS_MAX; k++) {
        const gisa_label_part *p = &model->labels[k].parts[0];
        c->first[k] = (uint8_t)(p->begin ? GISA_FIRST_BEGINS : p->tag & 63u);
    }
    gisa_status st = gisa_score_cache_open(&c->few, FEW_BITS, FEW, err);
    return st < 0 ? st : gisa_score_cache_open(&c->many, MANY_BITS, MANY, err);
}

void gisa_candidates_clear(gisa_candidates *c)
{
    gisa_score_cache_clear(&c->few);
    gisa_score_cache_clear(&c->many);
}

/* Where the sums of a syllable with n candidates are remembered; NULL: nowhere. */
static gisa_score_cache *cache_for(gisa_candidates *c, uint32_t n)
{
    if (n <= FEW) return &c->few;
    return n <= MANY ? &c->many : NULL;
}

static uint32_t list_of(const gisa_model *m, uint32_t cp, const uint16_t **list)
{
    uint32_t key = gisa_model_key(cp), n = m->cand_from[key + 1] - m->cand_from[key];
    *list = m->cands + m->cand_from[key];
    return n < GISA_CANDIDATES_MAX ? n : GISA_CANDIDATES_MAX;
}

static void put_group(gisa_candidates *c, const gisa_tagger_line *l, uint32_t i, unsigned group)
{
    gisa_lookup *p = &c->ahead[i % 4].group[group];
    p->n = gisa_feature_group_put(l, i, (gisa_feature_group)group, p->hash);
    gisa_lookup_prefetch(c->model, p);
}

void gisa_candidates_prepare(gisa_candidates *c, const gisa_tagger_line *l, uint32_t i,
                             unsigned step)
{
    gisa_lookahead *a = &c->ahead[i % 4];
    const uint16_t *list;
    switch (step) {
    case 0:
        a->cache = cache_for(c, list_of(c->model, l->cp[i], &list));
        for (unsigned k = 0; k < GISA_GROUPS; k++) {
            a->key[k] = gisa_feature_key(l, i, (gisa_feature_group)k);
            a->group[k].n = 0;
            if (a->cache) gisa_score_cache_prefetch(a->cache, a->key[k]);
        }
        break;
    case 1:
        for (unsigned k = 0; k < GISA_GROUPS; k++)
            if (!a->cache || !gisa_score_cache_find(a->cache, a->key[k])) put_group(c, l, i, k);
        break;
    default:
        for (unsigned k = 0; k < GISA_GROUPS; k++)
            if (a->group[k].n) gisa_lookup_find(c->model, c->long_rows, &a->group[k]);
        a->rest.n = gisa_feature_rest(l, i, GISA_FEATURE_LONG, a->rest.hash);
        gisa_lookup_prefetch(c->model, &a->rest);
        break;
    }
}

/* The labels that a syllable may take, and what the groups so far come to. */
typedef struct running {
    const uint16_t *list;
    unsigned n, n_blocks;
    uint32_t left[BLOCKS]; /* a bit for each candidate that is not dropped */
    _Alignas(16) int16_t total[BLOCKS * BLOCK];
} running;

/* What a group weighs by candidate. */
static const int16_t *weigh_group(gisa_candidates *c, const gisa_tagger_line *l, uint32_t i,
                                  unsigned group, const running *r)
{
    gisa_lookahead *a = &c->ahead[i % 4];
    gisa_lookup *p = &a->group[group];
    const int16_t *cached = a->cache ? gisa_score_cache_find(a->cache, a->key[group]) : NULL;
    if (cached) return cached;
    if (!p->n) { /* another took its place just now */
        put_group(c, l, i, group);
        gisa_lookup_find(c->model, c->long_rows, p);
    }
    int16_t *to = a->cache ? gisa_score_cache_put(a->cache, a->key[group]) : c->group;
    gisa_lookup_sum(c->model, c->long_rows, p, gisa_sums_clear(&c->sums, r->list, r->n), &c->sums);
    for (unsigned k = 0; k < r->n; k++) {
        int16_t sum = c->sums.at[r->list[k]];
        sum = sum < GROUP_MAX ? sum : GROUP_MAX;
        to[k] = sum > -GROUP_MAX ? sum : -GROUP_MAX;
    }
    return to;
}

static void add_group(running *r, const int16_t *group)
{
    if (r->n <= FEW)
        for (unsigned k = 0; k < FEW; k++) r->total[k] = (int16_t)(r->total[k] + group[k]);
    else
        for (unsigned k = 0; k < r->n; k++) r->total[k] = (int16_t)(r->total[k] + group[k]);
}

/* Drops the totals of a block below the least. Returns: a bit for each of the others. */
static inline uint32_t drop(int16_t *total, int16_t min)
{
    gisa_simd_i16x8 t[4], few = {0}, dropped = few + DROPPED, wanted = few + min, in[4];
    memcpy(t, total, sizeof t);
    for (unsigned v = 0; v < 4; v++) {
        in[v] = t[v] >= wanted;
        t[v] = (t[v] & in[v]) | (dropped & ~in[v]);
    }
    memcpy(total, t, sizeof t);
    return gisa_simd_i16x8_mask(in[0], in[1]) | gisa_simd_i16x8_mask(in[2], in[3]) << 16;
}

/* Drops those farther than the gap below the best. Returns: whether several are left. */
static bool thin(running *r, int gap)
{
    int16_t best = DROPPED;
    uint32_t seen = 0, more = 0;
    for (unsigned k = 0; k < r->n_blocks * BLOCK; k++)
        best = r->total[k] > best ? r->total[k] : best;
    int16_t min = (int16_t)(best - gap);
    for (unsigned b = 0; b < r->n_blocks; b++) {
        uint32_t left = drop(r->total + b * BLOCK, min);
        r->left[b] = left;
        more |= (left & (left - 1)) | (seen ? left : 0);
        seen |= left;
    }
    return more != 0;
}

/* Adds up group by group, all candidates' sums, until one is left. */
static void sum_groups(gisa_candidates *c, const gisa_tagger_line *l, uint32_t i, running *r)
{
    static const struct {
        gisa_feature_group group;
        int gap;
    } rounds[GISA_GROUPS] = {{GISA_GROUP_KINDS, GAP_KINDS},
                             {GISA_GROUP_WORDS, GAP_WORDS},
                             {GISA_GROUP_RIGHT, GAP_RIGHT},
                             {GISA_GROUP_LEFT, GAP_LEFT}};
    bool more = true;
    for (unsigned k = 0; k < GISA_GROUPS && more; k++) {
        add_group(r, weigh_group(c, l, i, rounds[k].group, r));
        more = thin(r, rounds[k].gap);
    }
}

/* Lists the labels that may follow. Returns: how many. */
static unsigned set_running(running *r, const gisa_candidates *c, uint32_t cp, uint64_t open)
{
    unsigned n_open = 0;
    r->n = list_of(c->model, cp, &r->list);
    r->n_blocks = r->n <= BLOCK ? 1 : (r->n + BLOCK - 1) / BLOCK;
    for (unsigned k = 0; k < r->n_blocks * BLOCK; k++) r->total[k] = DROPPED;
    for (unsigned b = 0; b < r->n_blocks; b++) r->left[b] = 0;
    open |= (uint64_t)1 << GISA_FIRST_BEGINS;
    for (unsigned k = 0; k < r->n; k++) {
        unsigned may = open >> c->first[r->list[k]] & 1;
        r->left[k / BLOCK] |= (uint32_t)may << k % BLOCK;
        r->total[k] = (int16_t)(DROPPED * (int)(1 - may));
        n_open += may;
    }
    return n_open;
}

/* Puts a label in its place among the best. */
static void put_choice(gisa_choice *out, uint16_t label, int32_t score)
{
    unsigned k = out->n < GISA_CANDIDATES_TOP ? out->n++ : GISA_CANDIDATES_TOP;
    for (; k > 0 && out->score[k - 1] < score; k--)
        if (k < GISA_CANDIDATES_TOP)
            out->label[k] = out->label[k - 1], out->score[k] = out->score[k - 1];
    if (k < GISA_CANDIDATES_TOP) out->label[k] = label, out->score[k] = score;
}

static void cut(gisa_choice *out, int32_t gap)
{
    while (out->n > 1 && out->score[out->n - 1] < out->score[0] - gap) out->n--;
}

void gisa_candidates_choose(gisa_candidates *c, const gisa_tagger_line *l, uint32_t i,
                            uint64_t open, gisa_choice *out)
{
    running r;
    gisa_choice early;
    gisa_lookup *rest = &c->ahead[i % 4].rest;
    early.n = out->n = 0;
    if (set_running(&r, c, l->cp[i], open) > 1) sum_groups(c, l, i, &r);
    for (unsigned b = 0; b < r.n_blocks; b++)
        for (uint32_t left = r.left[b]; left; left &= left - 1) {
            unsigned k = b * BLOCK + (unsigned)__builtin_ctz(left);
            put_choice(&early, r.list[k], r.total[k]);
        }
    if (early.n <= 1) {
        *out = early;
        return;
    }
    gisa_lookup_find(c->model, c->long_rows, rest);
    gisa_outcomes wanted = gisa_sums_clear(&c->sums, early.label, early.n);
    gisa_lookup_sum(c->model, c->long_rows, rest, wanted, &c->sums);
    for (unsigned k = 0; k < early.n; k++)
        put_choice(out, early.label[k], early.score[k] + c->sums.at[early.label[k]]);
    cut(out, GAP);
}
