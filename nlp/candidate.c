/* Candidates are cut by their distance from the best that may follow: first by what the remembered
 * groups say, then by all local features. */
#include "nlp/candidate.h"

#define FEW_BITS  13
#define FEW       28u /* candidates; their sums and a key fill a cache line */
#define MANY_BITS 11
#define MANY      60u /* those of a syllable that has more are not remembered */
#define GAP       50  /* farther below the best local score: dropped */

/* Where the weights of a label that is no candidate go: neighbours in a row to different places. */
static uint8_t trash(uint32_t label)
{
    return (uint8_t)(GISA_CANDIDATES_MAX + label % GISA_TRASHES);
}

gisa_status gisa_candidates_open(gisa_candidates *c, const gisa_model *model, gisa_error *err)
{
    c->model = model;
    for (uint32_t k = 0; k < GISA_LABELS_MAX; k++) c->slot[k] = trash(k);
    for (uint32_t k = 0; k < model->n_labels && k < GISA_LABELS_MAX; k++) {
        const gisa_label_part *p = &model->labels[k].parts[0];
        c->first[k] = (uint8_t)((p->tag & 63u) | (p->begin ? GISA_FIRST_BEGINS : 0u));
    }
    gisa_status st = gisa_memo_open(&c->few, FEW_BITS, FEW, err);
    return st < 0 ? st : gisa_memo_open(&c->many, MANY_BITS, MANY, err);
}

void gisa_candidates_clear(gisa_candidates *c)
{
    gisa_memo_clear(&c->few);
    gisa_memo_clear(&c->many);
}

/* Where the sums of a syllable with n candidates are remembered; NULL: nowhere. */
static gisa_memo *memo_for(gisa_candidates *c, uint32_t n)
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

static void put_group(gisa_candidates *c, const gisa_line *l, uint32_t i, unsigned group)
{
    gisa_pick *p = &c->ahead[i % 4].group[group];
    p->n = gisa_feature_group_put(l, i, (gisa_feature_group)group, p->hash);
    gisa_pick_fetch(c->model, p);
}

void gisa_candidates_prepare(gisa_candidates *c, const gisa_line *l, uint32_t i, unsigned step)
{
    gisa_ahead *a = &c->ahead[i % 4];
    const uint16_t *list;
    switch (step) {
    case 0:
        a->memo = memo_for(c, list_of(c->model, l->cp[i], &list));
        for (unsigned k = 0; k < GISA_GROUPS; k++) {
            a->key[k] = gisa_feature_key(l, i, (gisa_feature_group)k);
            a->group[k].n = 0;
            if (a->memo) gisa_memo_prefetch(a->memo, a->key[k]);
        }
        break;
    case 1:
        for (unsigned k = 0; k < GISA_GROUPS; k++)
            if (!a->memo || !gisa_memo_find(a->memo, a->key[k])) put_group(c, l, i, k);
        break;
    default:
        for (unsigned k = 0; k < GISA_GROUPS; k++)
            if (a->group[k].n) gisa_pick_look(c->model, &a->group[k]);
        a->rest.n = gisa_feature_rest(l, i, GISA_FEATURE_LONG, a->rest.hash);
        gisa_pick_fetch(c->model, &a->rest);
        break;
    }
}

/* Sums a group for all candidates of a syllable; few enough are remembered. */
static void sum_group(gisa_candidates *c, const gisa_line *l, uint32_t i, unsigned group,
                      const uint16_t *list, unsigned n, int32_t *total)
{
    gisa_ahead *a = &c->ahead[i % 4];
    gisa_memo *memo = memo_for(c, n);
    const int16_t *known = memo ? gisa_memo_find(memo, a->key[group]) : NULL;
    if (!known) {
        gisa_pick *p = &a->group[group];
        if (!p->n) { /* another took its place just now */
            put_group(c, l, i, group);
            gisa_pick_look(c->model, p);
        }
        memset(c->sum, 0, (n <= FEW ? FEW : n <= MANY ? MANY : n) * sizeof *c->sum);
        for (unsigned k = 0; k < n; k++) c->slot[list[k]] = (uint8_t)k;
        gisa_pick_sum(c->model, c->dense, p, (gisa_asked){c->slot, list, n}, c->sum);
        for (unsigned k = 0; k < n; k++) c->slot[list[k]] = trash(list[k]);
        if (memo) known = gisa_memo_put(memo, a->key[group], c->sum);
    }
    if (n <= FEW) {
        for (unsigned k = 0; k < FEW; k++) total[k] += known[k];
    } else {
        for (unsigned k = 0; k < n; k++) total[k] += known ? known[k] : c->sum[k];
    }
}

/* The candidates still in the running, by their numbers in the syllable's list. */
typedef struct running {
    unsigned n;
    uint8_t number[GISA_CANDIDATES_MAX];
} running;

/* Drops those farther than the gap below the best. */
static void thin(running *r, const int32_t *total, int32_t gap)
{
    int32_t best = INT32_MIN / 2;
    unsigned n = 0;
    for (unsigned k = 0; k < r->n; k++)
        if (total[r->number[k]] > best) best = total[r->number[k]];
    for (unsigned k = 0; k < r->n; k++)
        if (total[r->number[k]] >= best - gap) r->number[n++] = r->number[k];
    r->n = n;
}

/* Adds up group by group, all candidates' sums, until one is left. */
static void sum_groups(gisa_candidates *c, const gisa_line *l, uint32_t i, const uint16_t *list,
                       unsigned n, int32_t *total, running *r)
{
    static const struct {
        gisa_feature_group group;
        int32_t gap;
    } rounds[GISA_GROUPS] = {{GISA_GROUP_KINDS, 100},
                             {GISA_GROUP_WORDS, 80},
                             {GISA_GROUP_RIGHT, 60},
                             {GISA_GROUP_LEFT, 50}};
    for (unsigned k = 0; k < GISA_GROUPS && r->n > 1; k++) {
        sum_group(c, l, i, rounds[k].group, list, n, total);
        thin(r, total, rounds[k].gap);
    }
}

/* Puts a label in its place among the best. */
static void put(gisa_choice *out, uint16_t label, int32_t score)
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

void gisa_candidates_choose(gisa_candidates *c, const gisa_line *l, uint32_t i, uint64_t open,
                            gisa_choice *out)
{
    const gisa_model *m = c->model;
    const uint16_t *list;
    uint32_t n = list_of(m, l->cp[i], &list);
    int32_t total[GISA_CANDIDATES_MAX];
    memset(total, 0, (n > FEW ? n : FEW) * sizeof *total);
    running r;
    r.n = 0;
    for (uint32_t k = 0; k < n; k++) {
        uint8_t first = c->first[list[k]];
        if (first & GISA_FIRST_BEGINS || open >> (first & 63) & 1) r.number[r.n++] = (uint8_t)k;
    }
    sum_groups(c, l, i, list, n, total, &r);
    gisa_choice early = {.n = 0};
    for (unsigned k = 0; k < r.n; k++) put(&early, list[r.number[k]], total[r.number[k]]);
    out->n = 0;
    if (early.n <= 1) {
        *out = early;
        return;
    }
    gisa_pick *rest = &c->ahead[i % 4].rest;
    gisa_pick_look(m, rest);
    gisa_asked asked = gisa_candidates_ask(c, &early);
    gisa_pick_sum(m, c->dense, rest, asked, c->sum);
    for (unsigned k = 0; k < early.n; k++) put(out, early.label[k], early.score[k] + c->sum[k]);
    gisa_candidates_release(c, &early);
    cut(out, GAP);
}

gisa_asked gisa_candidates_ask(gisa_candidates *c, const gisa_choice *choice)
{
    for (unsigned k = 0; k < choice->n; k++) {
        c->slot[choice->label[k]] = (uint8_t)k;
        c->sum[k] = 0;
    }
    for (unsigned k = 0; k < GISA_TRASHES; k++) c->sum[GISA_CANDIDATES_MAX + k] = 0;
    return (gisa_asked){c->slot, choice->label, choice->n};
}

void gisa_candidates_release(gisa_candidates *c, const gisa_choice *choice)
{
    for (unsigned k = 0; k < choice->n; k++) c->slot[choice->label[k]] = trash(choice->label[k]);
}
