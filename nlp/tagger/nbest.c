/* A node is a state after a syllable; hypotheses in one state cannot be told apart by what
 * follows, so a node keeps the best `most` ways that lead to it. WIDTH nodes go on. */
#include "nlp/tagger/nbest.h"

#include <stdlib.h>

#define WIDTH     16u
#define TOP       10u /* as many as the tagger looks at: training saw no others */
#define LOCAL_GAP 110 /* candidates farther below the best local score are dropped */

typedef struct way { /* how a node is reached */
    int32_t score;
    uint16_t label, rank; /* of the way in the node before */
    uint8_t node;
} way;

typedef struct node {
    gisa_state state;
    uint32_t n;
    way *ways; /* best first */
} node;

typedef struct finder {
    const gisa_model *model;
    const gisa_nbest_line *in;
    gisa_tagger_line line;
    uint32_t max;
    node *nodes;       /* WIDTH of them after each syllable; the first row is the start */
    uint32_t *n_nodes; /* in each row */
    node next[WIDTH * TOP];
    uint32_t n_next;
    int32_t local[GISA_NBEST_OUTCOMES], state[GISA_NBEST_OUTCOMES];
    uint16_t noun; /* the label for a syllable where nothing else is legal */
} finder;

void gisa_nbest_add(const gisa_model *m, uint64_t feature, int32_t *sums)
{
    if (!gisa_model_may(m, feature)) return;
    uint32_t value = gisa_model_slot(m, feature);
    if (!(value & GISA_SLOT_SEVERAL)) {
        sums[value >> 8 & 0xFFF] += (int8_t)value;
        return;
    }
    const uint8_t *p = m->rows + (size_t)(value & (GISA_SLOT_SEVERAL - 1)) * 4;
    unsigned few = p[0], many = p[1];
    p += 2;
    for (const uint8_t *end = p + 2 * few; p < end; p += 2) sums[p[0]] += (int8_t)p[1];
    for (const uint8_t *end = p + 4 * many; p < end; p += 4)
        sums[(p[0] | p[1] << 8) & 0xFFF] += (int8_t)p[2];
}

/* Sums of what the end of the open morpheme is worth, by the tag that follows. */
static void add_close(const finder *f, const gisa_state *s, int32_t *sums)
{
    uint64_t hash[GISA_CLOSE_MAX];
    unsigned n_next, n = s->tag ? gisa_feature_close(s, f->model->words, hash, &n_next) : 0;
    memset(sums, 0, GISA_NBEST_OUTCOMES * sizeof *sums);
    for (unsigned k = 0; k < n; k++) gisa_nbest_add(f->model, hash[k], sums);
}

/* The candidates of syllable i, best first, with their local scores. */
static uint32_t candidates(finder *f, uint32_t i, uint16_t *cand, int32_t *score)
{
    const gisa_model *m = f->model;
    uint64_t hash[GISA_LOCAL_MAX];
    uint32_t n = 0;
    if (f->in->fixed[i] != GISA_NBEST_OPEN) {
        cand[0] = f->in->fixed[i];
        score[0] = 0;
        return 1;
    }
    unsigned n_hash = gisa_feature_local(&f->line, i, GISA_FEATURE_LONG, hash);
    memset(f->local, 0, sizeof f->local);
    for (unsigned k = 0; k < n_hash; k++) gisa_nbest_add(m, hash[k], f->local);
    uint32_t key = gisa_model_key(f->line.cp[i]);
    for (uint32_t c = m->cand_from[key]; c < m->cand_from[key + 1]; c++) {
        uint16_t label = m->cands[c];
        int32_t s = f->local[label];
        if (f->in->must_begin[i] && !m->labels[label].parts[0].begin) continue;
        uint32_t k = n < TOP ? n++ : TOP;
        for (; k > 0 && score[k - 1] < s; k--)
            if (k < TOP) cand[k] = cand[k - 1], score[k] = score[k - 1];
        if (k < TOP) cand[k] = label, score[k] = s;
    }
    while (n > 1 && score[n - 1] < score[0] - LOCAL_GAP) n--;
    return n;
}

static bool alike(const gisa_state *a, const gisa_state *b)
{
    return a->form == b->form && a->form1 == b->form1 && a->label1 == b->label1 &&
           a->label2 == b->label2 && a->tag == b->tag && a->tag1 == b->tag1 && a->tag2 == b->tag2;
}

/* Moves a state over a label; returns what that is worth. */
static int32_t move(const finder *f, gisa_state *s, uint16_t label, uint32_t i)
{
    const gisa_label *it = &f->model->labels[label];
    bool begins = f->line.word_from[i] == i;
    int32_t score = 0, sums[GISA_NBEST_OUTCOMES];
    for (uint32_t k = 0; k < it->n_parts && k < GISA_LABEL_PARTS; k++) {
        const gisa_label_part *p = &it->parts[k];
        if (p->begin) {
            add_close(f, s, sums);
            score += sums[GISA_OUT_FLAT] + sums[p->tag + (begins && k == 0 ? GISA_OUT_SPACE : 0)];
        }
        gisa_state_part(s, p, f->line.cp[i]);
    }
    gisa_state_label(s, label);
    return score;
}

static void put_way(node *to, const way *w, uint32_t max)
{
    uint32_t k = to->n < max ? to->n++ : max;
    for (; k > 0 && to->ways[k - 1].score < w->score; k--)
        if (k < max) to->ways[k] = to->ways[k - 1];
    if (k < max) to->ways[k] = *w;
}

/* The node of a state among the next ones; a new one when there is none. */
static node *place(finder *f, const gisa_state *s)
{
    for (uint32_t k = 0; k < f->n_next; k++)
        if (alike(&f->next[k].state, s)) return &f->next[k];
    node *to = &f->next[f->n_next++];
    to->state = *s;
    to->n = 0;
    return to;
}

static void follow(finder *f, uint32_t i, uint32_t number, uint16_t label, int32_t worth)
{
    const node *from = &f->nodes[(size_t)i * WIDTH + number];
    gisa_state s = from->state;
    worth += f->state[label] + move(f, &s, label, i);
    node *to = place(f, &s);
    for (uint32_t k = 0; k < from->n; k++) {
        way w = {from->ways[k].score + worth, label, (uint16_t)k, (uint8_t)number};
        put_way(to, &w, f->max);
    }
}

static void set_state_sums(finder *f, uint32_t i, const gisa_state *s)
{
    uint64_t hash[GISA_STATE_MAX];
    unsigned n = gisa_feature_state(&f->line, i, s, hash);
    memset(f->state, 0, sizeof f->state);
    for (unsigned k = 0; k < n; k++) gisa_nbest_add(f->model, hash[k], f->state);
}

static int better_node(const void *x, const void *y)
{
    const node *a = x, *b = y;
    if (a->ways[0].score != b->ways[0].score) return a->ways[0].score > b->ways[0].score ? -1 : 1;
    return (a->state.label1 > b->state.label1) - (a->state.label1 < b->state.label1);
}

/* Keeps the best of the next nodes as the row after syllable i. */
static gisa_status keep(finder *f, uint32_t i, gisa_arena *arena)
{
    qsort(f->next, f->n_next, sizeof *f->next, better_node);
    uint32_t n = f->n_next < WIDTH ? f->n_next : WIDTH;
    node *row = &f->nodes[(size_t)(i + 1) * WIDTH];
    f->n_nodes[i + 1] = n;
    for (uint32_t k = 0; k < n; k++) {
        row[k] = f->next[k];
        row[k].ways = gisa_arena_alloc(arena, row[k].n * sizeof(way));
        if (!row[k].ways) return GISA_ENOMEM;
        memcpy(row[k].ways, f->next[k].ways, row[k].n * sizeof(way));
    }
    return GISA_OK;
}

static gisa_status advance(finder *f, uint32_t i, gisa_arena *arena)
{
    uint16_t cand[TOP];
    int32_t score[TOP];
    bool begins = f->line.word_from[i] == i;
    uint32_t n = candidates(f, i, cand, score);
    f->n_next = 0;
    for (uint32_t b = 0; b < f->n_nodes[i]; b++) {
        const gisa_state *s = &f->nodes[(size_t)i * WIDTH + b].state;
        set_state_sums(f, i, s);
        for (uint32_t c = 0; c < n; c++)
            if (gisa_state_takes(s, &f->model->labels[cand[c]], begins))
                follow(f, i, b, cand[c], score[c]);
    }
    if (f->n_next == 0) follow(f, i, 0, f->noun, 0);
    return keep(f, i, arena);
}

/* Gathers the ways of the last row into one node, each with the end of the sentence. */
static void finish(finder *f, node *last)
{
    int32_t sums[GISA_NBEST_OUTCOMES];
    uint32_t n = f->in->n;
    for (uint32_t b = 0; b < f->n_nodes[n]; b++) {
        const node *from = &f->nodes[(size_t)n * WIDTH + b];
        add_close(f, &from->state, sums);
        for (uint32_t k = 0; k < from->n; k++) {
            way w = {from->ways[k].score + sums[GISA_OUT_FLAT] + sums[GISA_OUT_END], 0, (uint16_t)k,
                     (uint8_t)b};
            put_way(last, &w, f->max);
        }
    }
}

static gisa_status trace(const finder *f, const node *last, gisa_arena *arena, gisa_paths *out)
{
    uint32_t n = f->in->n;
    out->items = gisa_arena_alloc(arena, last->n * sizeof *out->items);
    if (!out->items) return GISA_ENOMEM;
    for (uint32_t k = 0; k < last->n; k++) {
        way w = last->ways[k];
        uint16_t *labels = gisa_arena_alloc(arena, n * sizeof *labels);
        if (!labels) return GISA_ENOMEM;
        out->items[out->n++] = (gisa_path){w.score, labels};
        for (uint32_t i = n; i-- > 0;) {
            w = f->nodes[(size_t)(i + 1) * WIDTH + w.node].ways[w.rank];
            labels[i] = w.label;
        }
    }
    return GISA_OK;
}

/* Memory for rows and ways. Returns: NULL when there is none. */
static finder *open(const gisa_model *m, const gisa_nbest_line *line, uint32_t max,
                    gisa_arena *arena)
{
    size_t rows = (size_t)line->n + 1;
    finder *f = gisa_arena_calloc(arena, 1, sizeof *f);
    if (!f) return NULL;
    f->model = m;
    f->in = line;
    f->max = max;
    f->nodes = gisa_arena_calloc(arena, rows * WIDTH, sizeof *f->nodes);
    f->n_nodes = gisa_arena_calloc(arena, rows, sizeof *f->n_nodes);
    way *ways = gisa_arena_alloc(arena, (size_t)WIDTH * TOP * max * sizeof *ways);
    if (!f->nodes || !f->n_nodes || !ways) return NULL;
    for (uint32_t k = 0; k < WIDTH * TOP; k++) f->next[k].ways = ways + (size_t)k * max;
    for (uint32_t k = 0; k < m->n_labels; k++) {
        const gisa_label_part *p = &m->labels[k].parts[0];
        if (m->labels[k].n_parts == 1 && p->begin && p->kind == GISA_EDIT_KEEP &&
            p->tag == GISA_TAG_NNG)
            f->noun = (uint16_t)k;
    }
    gisa_tagger_line_set(&f->line, line->cp, line->begins, line->n, m->words, 0);
    return f;
}

gisa_status gisa_nbest_find(const gisa_model *model, const gisa_nbest_line *line, uint32_t max,
                            gisa_arena *arena, gisa_paths *out, gisa_error *err)
{
    *out = (gisa_paths){0};
    if (line->n == 0 || line->n > GISA_TAGGER_LINE_MAX || max == 0) return GISA_OK;
    if (max > GISA_NBEST_MAX) max = GISA_NBEST_MAX;
    finder *f = open(model, line, max, arena);
    way start = {0};
    node last = {.ways = gisa_arena_alloc(arena, max * sizeof(way))};
    if (!f || !last.ways) return gisa_fail_mem(err);
    f->nodes[0] = (node){.n = 1, .ways = &start};
    f->n_nodes[0] = 1;
    for (uint32_t i = 0; i < line->n; i++)
        if (advance(f, i, arena) < 0) return gisa_fail_mem(err);
    finish(f, &last);
    return trace(f, &last, arena, out) < 0 ? gisa_fail_mem(err) : GISA_OK;
}
