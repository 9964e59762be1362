/* Best path by Viterbi. */
#include "nlp/names/recogniser.h"

#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "nlp/names/name_look.h"
#include "nlp/names/name_sum.h"
#include "nlp/word/wordset.h"

#define LABELS GISA_NAME_LABELS
#define NEVER  (INT32_MIN / 2)        /* below the score of any path */
#define STARTS (1u + GISA_NAME_TYPES) /* labels that may begin anywhere */

struct gisa_recogniser {
    const gisa_name_model *model;
    gisa_name_line line;
    gisa_name_sums *sums;
    uint8_t back[GISA_NAME_LINE_MAX][LABELS];
    uint8_t labels[GISA_NAME_LINE_MAX];
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
    if (gisa_name_sums_open(model, &r->sums, err) < 0) {
        gisa_free(r);
        return GISA_ENOMEM;
    }
    lay_out(r);
    *out = r;
    return GISA_OK;
}

void gisa_recogniser_close(gisa_recogniser *r)
{
    if (!r) return;
    gisa_name_sums_close(r->sums);
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

/* score: of the best paths to each label of the character before; becomes those to this one. Nearly
 * always the best path to a label that may begin anywhere is the one through no name, and a bound
 * shows it; of equal ones the lowest label's is taken. */
static void step(gisa_recogniser *r, uint32_t i, const gisa_name_sum *sum, int32_t score[LABELS])
{
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
        next[to] = best[s] + gisa_name_sum_of(sum, to);
        r->back[i][to] = (uint8_t)back[s];
    }
    for (unsigned to = 2; to < LABELS; to += 2) {
        int32_t begun = score[to - 1] + r->follows[to], on = score[to] + r->goes_on[to];
        next[to] = (on > begun ? on : begun) + gisa_name_sum_of(sum, to);
        r->back[i][to] = (uint8_t)(on > begun ? to : to - 1);
    }
    memcpy(score, next, sizeof next);
}

/* A character that no name is at. */
static void pass(gisa_recogniser *r, uint32_t i, int32_t score[LABELS])
{
    unsigned back = 0;
    int32_t best = score[0] + r->starts[0][0];
    for (unsigned k = 1; k < LABELS; k++) {
        int32_t path = score[k] + r->starts[k][0];
        back = path > best ? k : back;
        best = path > best ? path : best;
    }
    for (unsigned to = 1; to < LABELS; to++) score[to] = NEVER;
    score[0] = best;
    r->back[i][0] = (uint8_t)back;
}

const uint8_t *gisa_recogniser_label(gisa_recogniser *r, const gisa_name_line *l)
{
    int32_t score[LABELS];
    const gisa_name_sum *sums = gisa_name_sums_put(r->sums, l);
    for (unsigned to = 0; to < LABELS && l->n; to++) {
        bool may = !goes_on(to) && (to == 0 || !l->idle[0]);
        score[to] = may ? r->model->transitions[LABELS * LABELS + to] + gisa_name_sum_of(sums, to)
                        : NEVER;
    }
    for (uint32_t i = 1; i < l->n; i++)
        if (l->idle[i])
            pass(r, i, score);
        else
            step(r, i, &sums[i], score);
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
