/* Weights are far apart in memory, so they are fetched ahead: while one syllable is scored, the
 * slots of the next two are on their way. A filter that stays in the cache spares most look-ups.
 *
 * Candidates and hypotheses are cut by their distance from the best. Where one hypothesis meets one
 * candidate nothing needs a score; that is most of the text. */
#include "nlp/tagger.h"

#include "base/mem.h"
#include "nlp/harmony.h"
#include "nlp/safe.h"

#define BEAM       3
#define TOP        10
#define CAND_MAX   250
#define TRASH      CAND_MAX /* where weights of labels that are no candidates go */
#define LOCAL_GAP  110      /* candidates farther below the best local score are dropped */
#define BEAM_GAP   70       /* and hypotheses below the best */
#define CLOSE_MOST 100      /* more than the end of a morpheme adds to a score */
#define N_LABELS   2048
#define OUTCOMES   129 /* of closing features, and one for what is none */
#define NO_LABEL   UINT16_MAX

typedef struct hypothesis {
    gisa_state state;
    int32_t score;
    uint16_t label;
    uint8_t back;
} hypothesis;

typedef struct step {
    uint16_t label[BEAM];
    uint8_t back[BEAM];
} step;

typedef struct features {
    unsigned n;
    uint64_t hash[GISA_LOCAL_MAX];
} features;

struct gisa_tagger {
    const gisa_model *model;
    const gisa_dense *dense;           /* may be NULL */
    bool forgetful;                    /* no remembered eojeols */
    uint16_t plain[GISA_TAG_COUNT][2]; /* the labels that continue or begin a tag unchanged */
    uint8_t slot[N_LABELS];            /* of a label among the candidates at hand */
    uint8_t identity[N_LABELS];        /* of the outcome of a closing feature */
    uint8_t must_begin[GISA_LINE_MAX];
    int32_t sum[CAND_MAX + 1];
    hypothesis beam[2][BEAM];
    unsigned n_beam;
    uint16_t forced[GISA_LINE_MAX]; /* the only label, or NO_LABEL */
    uint16_t labels[GISA_LINE_MAX];
    uint8_t begins[GISA_LINE_MAX];
    uint32_t cp[GISA_LINE_MAX], at[GISA_LINE_MAX]; /* syllables and where they stand in the text */
    step steps[GISA_LINE_MAX];
    features ahead[4];
    gisa_line line;
};

/* Keeps the features that may have weights and fetches their slots. */
static void fetch(const gisa_model *m, features *f)
{
    unsigned n = 0;
    for (unsigned k = 0; k < f->n; k++) {
        uint64_t hash = f->hash[k];
        f->hash[n] = hash;
        n += gisa_model_may(m, hash);
    }
    f->n = n;
    for (unsigned k = 0; k < n; k++)
        __builtin_prefetch(&m->slots[gisa_model_home(f->hash[k], m->slot_mask)]);
}

static inline void add_row(const uint8_t *p, const uint8_t *slot, int32_t *sum)
{
    unsigned few = p[0], many = p[1];
    p += 2;
    for (const uint8_t *end = p + 2 * few; p < end; p += 2) sum[slot[p[0]]] += (int8_t)p[1];
    for (const uint8_t *end = p + 4 * many; p < end; p += 4)
        sum[slot[p[0] | p[1] << 8]] += (int8_t)p[2];
}

/* The outcomes that are asked for: candidate labels, whose sums stand in their order. */
typedef struct asked {
    const uint16_t *labels;
    unsigned n; /* 0: all outcomes are */
} asked;

/* Adds the weights of features to the sums; `slot` says where each outcome's sum is. */
static void add_up(const gisa_tagger *g, const features *f, asked a, const uint8_t *slot,
                   int32_t *sum)
{
    const gisa_model *m = g->model;
    uint32_t places[GISA_LOCAL_MAX];
    unsigned n = 0;
    for (unsigned k = 0; k < f->n; k++) {
        uint32_t value = gisa_model_slot(m, f->hash[k]);
        if (value & GISA_SLOT_SEVERAL) {
            places[n] = value & (GISA_SLOT_SEVERAL - 1);
            __builtin_prefetch(m->rows + (size_t)places[n++] * 4);
        } else {
            sum[slot[value >> 8 & 0xFFF]] += (int8_t)value; /* a free slot adds 0 */
        }
    }
    for (unsigned k = 0; k < n; k++) {
        const uint8_t *row = m->rows + (size_t)places[k] * 4;
        bool is_long = (uint32_t)row[0] + row[1] >= GISA_DENSE_LEAST && a.n > 0 && g->dense;
        const int16_t *w = is_long ? gisa_dense_find(g->dense, places[k]) : NULL;
        if (!w) add_row(row, slot, sum);
        for (unsigned c = 0; w && c < a.n; c++) sum[c] += w[a.labels[c]];
    }
}

/* The candidates of a syllable with their local scores, best first, those far below dropped. */
static unsigned local(gisa_tagger *g, uint32_t i, uint16_t *cand, int32_t *score)
{
    const gisa_model *m = g->model;
    const features *f = &g->ahead[i % 4];
    uint32_t key = gisa_model_key(g->line.cp[i]);
    const uint16_t *list = m->cands + m->cand_from[key];
    unsigned n = m->cand_from[key + 1] - m->cand_from[key];
    if (n > CAND_MAX) n = CAND_MAX;
    for (unsigned c = 0; c < n; c++) {
        g->slot[list[c]] = (uint8_t)c;
        g->sum[c] = 0;
    }
    add_up(g, f, (asked){list, n}, g->slot, g->sum);
    unsigned kept = 0;
    int32_t best = INT32_MIN / 2;
    for (unsigned c = 0; c < n; c++) {
        g->slot[list[c]] = TRASH;
        int32_t s = g->sum[c];
        if (s < best - LOCAL_GAP || (g->must_begin[i] && !m->labels[list[c]].parts[0].begin))
            continue;
        if (s > best) best = s;
        unsigned k = kept < TOP ? kept++ : TOP;
        for (; k > 0 && score[k - 1] < s; k--)
            if (k < TOP) cand[k] = cand[k - 1], score[k] = score[k - 1];
        if (k < TOP) cand[k] = list[c], score[k] = s;
    }
    while (kept > 1 && score[kept - 1] < best - LOCAL_GAP) kept--;
    return kept;
}

/* Adds up what the end of the open morpheme is worth by the tag that follows; sum[GISA_OUT_FLAT] is
 * to be added to each. */
static void close_sums(const gisa_tagger *g, const gisa_state *s, int32_t sum[OUTCOMES])
{
    features f;
    unsigned n_next;
    memset(sum, 0, OUTCOMES * sizeof *sum);
    if (!s->tag) return;
    f.n = gisa_feature_close(s, g->model->words, f.hash, &n_next);
    fetch(g->model, &f);
    add_up(g, &f, (asked){NULL, 0}, g->identity, sum);
}

static bool legal(const gisa_state *s, const gisa_label *label, bool begins)
{
    const gisa_label_part *p = &label->parts[0];
    return p->begin || (!begins && s->tag == p->tag + 1);
}

/* Moves a state over a label. open: sums for the morpheme open before; NULL: no score is needed. */
static int32_t move(const gisa_tagger *g, gisa_state *s, const int32_t *open, uint32_t label,
                    uint32_t cp, bool begins)
{
    const gisa_label *it = &g->model->labels[label];
    int32_t score = 0, inner[OUTCOMES];
    for (uint32_t k = 0; k < it->n_parts && k < GISA_LABEL_PARTS; k++) {
        const gisa_label_part *p = &it->parts[k];
        if (p->begin && open) {
            const int32_t *sum = open;
            if (k > 0) close_sums(g, s, inner), sum = inner;
            score += sum[GISA_OUT_FLAT] + sum[p->tag + (begins && k == 0 ? GISA_OUT_SPACE : 0)];
        }
        gisa_state_part(s, p, cp);
    }
    gisa_state_label(s, label);
    return score;
}

/* Whether two hypotheses cannot be told apart by anything that follows. */
static bool alike(const gisa_state *a, const gisa_state *b)
{
    return a->form == b->form && a->form1 == b->form1 && a->label1 == b->label1 &&
           a->label2 == b->label2 && a->tag == b->tag && a->tag1 == b->tag1 && a->tag2 == b->tag2;
}

/* Puts a hypothesis in its place; of two that are alike the better one stays. */
static unsigned put(hypothesis *beam, unsigned n, const hypothesis *h)
{
    for (unsigned k = 0; k < n; k++) {
        if (!alike(&beam[k].state, &h->state)) continue;
        if (beam[k].score >= h->score) return n;
        for (; k + 1 < n; k++) beam[k] = beam[k + 1];
        n--;
        break;
    }
    unsigned k = n < BEAM ? n++ : BEAM;
    if (k == BEAM && beam[BEAM - 1].score >= h->score) return n;
    for (; k > 0 && beam[k - 1].score < h->score; k--)
        if (k < BEAM) beam[k] = beam[k - 1];
    if (k < BEAM) beam[k] = *h;
    return n;
}

/* Scores each candidate behind one hypothesis and puts them into the next beam. */
static unsigned expand(gisa_tagger *g, uint32_t i, unsigned b, const uint16_t *cand,
                       const int32_t *score, unsigned n, hypothesis *next, unsigned n_next)
{
    const hypothesis *h = &g->beam[i & 1][b];
    bool begins = g->line.word_from[i] == i, closes = false;
    int32_t open[OUTCOMES];
    features f;
    f.n = gisa_feature_state(&g->line, i, &h->state, f.hash);
    fetch(g->model, &f);
    for (unsigned c = 0; c < n; c++) {
        g->slot[cand[c]] = (uint8_t)c;
        g->sum[c] = 0;
        closes = closes || g->model->labels[cand[c]].parts[0].begin;
    }
    if (closes) close_sums(g, &h->state, open);
    add_up(g, &f, (asked){cand, n}, g->slot, g->sum);
    for (unsigned c = 0; c < n; c++) {
        g->slot[cand[c]] = TRASH;
        if (!legal(&h->state, &g->model->labels[cand[c]], begins)) continue;
        int32_t base = h->score + score[c] + g->sum[c];
        if (n_next > 0 && base < next[0].score - BEAM_GAP - CLOSE_MOST) continue;
        hypothesis to = {h->state, base, cand[c], (uint8_t)b};
        to.score += move(g, &to.state, open, cand[c], g->line.cp[i], begins);
        n_next = put(next, n_next, &to);
    }
    return n_next;
}

/* One hypothesis and one candidate, or a label that is known: nothing to choose. */
static unsigned follow(gisa_tagger *g, uint32_t i, uint16_t label, hypothesis *next)
{
    const hypothesis *h = &g->beam[i & 1][0];
    bool begins = g->line.word_from[i] == i;
    if (!legal(&h->state, &g->model->labels[label], begins)) return 0;
    *next = (hypothesis){h->state, h->score, label, 0};
    move(g, &next->state, NULL, label, g->line.cp[i], begins);
    return 1;
}

static void prepare(gisa_tagger *g, uint32_t i)
{
    features *f = &g->ahead[i % 4];
    f->n = 0;
    if (i < g->line.n && g->forced[i] == NO_LABEL) {
        f->n = gisa_feature_local(&g->line, i, GISA_FEATURE_LONG, f->hash);
        fetch(g->model, f);
    }
}

/* Moves the beam over syllable i. Returns: false when no candidate is legal. */
static bool advance(gisa_tagger *g, uint32_t i)
{
    uint16_t cand[TOP];
    int32_t score[TOP];
    unsigned n = 1, n_next = 0;
    hypothesis *next = g->beam[(i + 1) & 1];
    if (g->forced[i] != NO_LABEL) {
        cand[0] = g->forced[i];
        score[0] = 0;
        g->n_beam = 1; /* what is known does not depend on the rest */
    } else {
        n = local(g, i, cand, score);
    }
    if (n == 1 && g->n_beam == 1) n_next = follow(g, i, cand[0], next);
    if (n_next == 0)
        for (unsigned b = 0; b < g->n_beam; b++)
            n_next = expand(g, i, b, cand, score, n, next, n_next);
    while (n_next > 1 && next[n_next - 1].score < next[0].score - BEAM_GAP) n_next--;
    for (unsigned b = 0; b < n_next; b++) {
        g->steps[i].label[b] = next[b].label;
        g->steps[i].back[b] = next[b].back;
    }
    g->n_beam = n_next;
    return n_next > 0;
}

/* The label that begins a noun, for a syllable where no candidate is legal. */
static void rescue(gisa_tagger *g, uint32_t i)
{
    hypothesis *next = g->beam[(i + 1) & 1];
    uint16_t label = g->plain[GISA_TAG_NNG][1];
    next[0] = (hypothesis){g->beam[i & 1][0].state, g->beam[i & 1][0].score, label, 0};
    move(g, &next[0].state, NULL, label, g->line.cp[i], false);
    g->steps[i].label[0] = label;
    g->steps[i].back[0] = 0;
    g->n_beam = 1;
}

static void remember(gisa_tagger *g)
{
    for (uint32_t i = 0; i < g->line.n && !g->forgetful; i = g->line.word_to[i]) {
        uint32_t n = g->line.word_to[i] - i;
        const uint16_t *labels = n <= 16 ? gisa_safe_find(g->model, g->line.cp + i, n) : NULL;
        bool open = labels != NULL;
        for (uint32_t k = 0; k < n && open; k++) open = g->forced[i + k] == NO_LABEL;
        for (uint32_t k = 0; k < n && open; k++) g->forced[i + k] = labels[k];
    }
}

static void run(gisa_tagger *g, uint32_t n)
{
    gisa_line_set(&g->line, g->cp, g->begins, n, g->model->words, 0);
    remember(g);
    g->beam[0][0] = (hypothesis){0};
    g->n_beam = 1;
    prepare(g, 0);
    prepare(g, 1);
    for (uint32_t i = 0; i < n; i++) {
        prepare(g, i + 2);
        if (!advance(g, i)) rescue(g, i);
    }
    unsigned best = 0;
    int32_t most = INT32_MIN;
    for (unsigned b = 0; b < g->n_beam; b++) {
        const hypothesis *h = &g->beam[n & 1][b];
        int32_t sum[OUTCOMES], score = h->score;
        if (g->n_beam > 1) {
            close_sums(g, &h->state, sum);
            score += sum[GISA_OUT_FLAT] + sum[GISA_OUT_END];
        }
        if (score > most) most = score, best = b;
    }
    for (uint32_t i = n; i-- > 0;) {
        g->labels[i] = g->steps[i].label[best];
        best = g->steps[i].back[best];
    }
}

const uint16_t *gisa_tagger_labels(gisa_tagger *g, const uint32_t *cp, const uint8_t *begins,
                                   uint32_t n)
{
    if (n == 0 || n > GISA_LINE_MAX) return NULL;
    for (uint32_t i = 0; i < n; i++) {
        g->cp[i] = cp[i];
        g->begins[i] = begins[i];
        g->must_begin[i] = 0;
        g->forced[i] = NO_LABEL;
    }
    run(g, n);
    return g->labels;
}

gisa_status gisa_tagger_spell(const gisa_model *model, const gisa_tagged *line, gisa_pieces *out,
                              gisa_error *err)
{
    gisa_status st = GISA_OK;
    uint32_t form[64], n_form = 0, surface = 0;
    gisa_range at = {0, 0};
    gisa_tag tag = GISA_TAG_COUNT;
    for (uint32_t i = 0; i < line->n && st >= 0; i++) {
        const gisa_label *label = &model->labels[line->labels[i]];
        for (uint32_t k = 0; k < label->n_parts && st >= 0; k++) {
            const gisa_label_part *p = &label->parts[k];
            if (p->begin || tag == GISA_TAG_COUNT || n_form == 64) {
                if (n_form) st = gisa_harmony_put(out, tag, at, surface, form, n_form, err);
                tag = (gisa_tag)p->tag;
                surface = line->cp[i];
                at.from = line->at[i];
                n_form = 0;
            }
            form[n_form++] = gisa_label_apply(p, line->cp[i]);
            at.to = line->at[i] + 1;
        }
    }
    if (n_form && st >= 0) st = gisa_harmony_put(out, tag, at, surface, form, n_form, err);
    return st;
}

static gisa_status put_pieces(gisa_tagger *g, uint32_t n, gisa_pieces *out, gisa_error *err)
{
    gisa_tagged line = {n, g->cp, g->at, g->labels};
    return gisa_tagger_spell(g->model, &line, out, err);
}

gisa_tagged gisa_tagger_last(const gisa_tagger *g)
{
    return (gisa_tagged){g->line.n, g->cp, g->at, g->labels};
}

static uint16_t forced_label(const gisa_tagger *g, uint16_t known)
{
    unsigned tag = (known & 0xFFu) - 1;
    if (!known || tag >= GISA_TAG_COUNT) return NO_LABEL;
    return g->plain[tag][known & GISA_KNOWN_BEGIN ? 1 : 0];
}

gisa_status gisa_tagger_run(gisa_tagger *g, const gisa_text *t, gisa_range sentence,
                            const uint16_t *known, gisa_pieces *out, gisa_error *err)
{
    gisa_range eojeol;
    gisa_status st = GISA_OK;
    uint32_t n = 0;
    for (uint32_t at = sentence.from; gisa_eojeol_next(t, &at, sentence.to, &eojeol) && st >= 0;) {
        if (n > 0 && n + (eojeol.to - eojeol.from) > GISA_LINE_MAX) {
            run(g, n);
            st = put_pieces(g, n, out, err);
            n = 0;
        }
        for (uint32_t i = eojeol.from; i < eojeol.to && st >= 0; i++) {
            if (n == GISA_LINE_MAX) { /* an eojeol longer than any line */
                run(g, n);
                st = put_pieces(g, n, out, err);
                n = 0;
            }
            g->cp[n] = t->cp[i];
            g->at[n] = i;
            g->begins[n] = i == eojeol.from;
            g->must_begin[n] = known && i > eojeol.from && known[i - 1] && !known[i] &&
                               !(known[i - 1] & GISA_KNOWN_OPEN);
            g->forced[n++] = known ? forced_label(g, known[i]) : NO_LABEL;
        }
    }
    if (n > 0 && st >= 0) {
        run(g, n);
        st = put_pieces(g, n, out, err);
    }
    return st;
}

gisa_status gisa_tagger_open(const gisa_model *model, gisa_tagger **out, gisa_error *err)
{
    gisa_tagger *g = gisa_calloc(1, sizeof *g);
    if (!g) return gisa_fail_mem(err);
    g->model = model;
    memset(g->slot, TRASH, sizeof g->slot);
    for (unsigned k = 0; k < N_LABELS; k++)
        g->identity[k] = (uint8_t)(k < OUTCOMES - 1 ? k : OUTCOMES - 1);
    for (unsigned tag = 0; tag < GISA_TAG_COUNT; tag++)
        g->plain[tag][0] = g->plain[tag][1] = NO_LABEL;
    for (uint32_t k = 0; k < model->n_labels; k++) {
        const gisa_label *l = &model->labels[k];
        if (l->n_parts == 1 && l->parts[0].kind == GISA_EDIT_KEEP &&
            l->parts[0].tag < GISA_TAG_COUNT)
            g->plain[l->parts[0].tag][l->parts[0].begin] = (uint16_t)k;
    }
    if (g->plain[GISA_TAG_NNG][1] == NO_LABEL) {
        gisa_tagger_close(g);
        return gisa_fail(err, GISA_ECORRUPT, "the tagger's model knows no nouns");
    }
    *out = g;
    return GISA_OK;
}

void gisa_tagger_close(gisa_tagger *g)
{
    gisa_free(g);
}

void gisa_tagger_lend(gisa_tagger *g, const gisa_dense *dense)
{
    g->dense = dense;
}

void gisa_tagger_remember(gisa_tagger *g, bool on)
{
    g->forgetful = !on;
}
