/* Beam search. Where one hypothesis meets one candidate nothing needs a score; that is most of the
 * text. Candidates are cut in nlp/tagger/candidate.c, hypotheses by their distance from the best.
 */
#include "nlp/tagger/tagger.h"

#include "base/mem.h"
#include "nlp/tagger/candidate.h"
#include "nlp/tagger/frozen_eojeol.h"
#include "nlp/tagger/vowel_harmony.h"

/* Widths of the search: the narrowest that cost nothing on held-out text (make held-out,
 * tests/bench/analyze.py). */
#define BEAM       3  /* hypotheses */
#define BEAM_GAP   40 /* hypotheses farther below the best are dropped */
#define CLOSE_MAX  60 /* more than the end of a morpheme all but ever adds to a score */
#define CLOSE_BITS 12 /* 2^12 cached ends of morphemes */
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

struct gisa_tagger {
    const gisa_model *model;
    gisa_candidates candidates;
    bool no_frozen;                    /* no remembered eojeols */
    uint16_t plain[GISA_TAG_COUNT][2]; /* the labels that continue or begin a tag unchanged */
    uint8_t must_begin[GISA_TAGGER_LINE_MAX];
    gisa_score_cache closed; /* what ends inside a syllable are worth, without the far features */
    gisa_sums ends;          /* by outcome, of the morpheme that ends */
    hypothesis beam[2][BEAM];
    unsigned n_beam;
    uint16_t forced[GISA_TAGGER_LINE_MAX]; /* the only label, or NO_LABEL */
    uint16_t labels[GISA_TAGGER_LINE_MAX];
    uint8_t begins[GISA_TAGGER_LINE_MAX];
    uint32_t cp[GISA_TAGGER_LINE_MAX],
        at[GISA_TAGGER_LINE_MAX]; /* syllables and where they are in the text */
    step steps[GISA_TAGGER_LINE_MAX];
    gisa_lookup from[BEAM]; /* features of the hypotheses' states */
    gisa_lookup end[BEAM];  /* and of the end of their open morphemes */
    gisa_tagger_line line;
};

/* What the remembered worth of an end depends on. */
static uint64_t close_key(const gisa_state *s, uint16_t next)
{
    uint64_t tags = (uint64_t)next << 24 | (uint64_t)s->tag << 16 | (uint64_t)s->tag1 << 8;
    uint64_t key = (s->form ^ tags ^ s->length) * 0x9FB21C651E98DF25u;
    return key ^ (key >> 32) * 0xC2B2AE3D27D4EB4Fu;
}

static void close_fetch(const gisa_tagger *g, const gisa_state *s, gisa_lookup *p)
{
    unsigned n_next;
    p->n = s->tag ? gisa_feature_close(s, g->model->words, p->hash, &n_next) : 0;
    gisa_lookup_prefetch(g->model, p);
}

static void find_weights(const gisa_tagger *g, gisa_lookup *p)
{
    gisa_lookup_find(g->model, g->candidates.long_rows, p);
}

/* What the end of the open morpheme is worth by the first of the outcomes, GISA_OUT_FLAT. What it
 * is worth besides by the others is left in g->ends. */
static int32_t close_sum(gisa_tagger *g, const gisa_lookup *p, const uint16_t *outcomes, unsigned n)
{
    gisa_outcomes wanted = gisa_sums_clear(&g->ends, outcomes, n);
    gisa_lookup_sum(g->model, g->candidates.long_rows, p, wanted, &g->ends);
    return g->ends.at[outcomes[0]];
}

/* What the end of the open morpheme is worth when the next begins in the same syllable. */
static int32_t close_inside(gisa_tagger *g, const gisa_state *s, uint16_t next)
{
    const uint16_t outcomes[] = {GISA_OUT_FLAT, next};
    gisa_lookup p;
    unsigned n_next;
    if (!s->tag) return 0;
    uint64_t key = close_key(s, next);
    const int16_t *cached = gisa_score_cache_find(&g->closed, key);
    if (!cached) {
        int16_t *to = gisa_score_cache_put(&g->closed, key);
        p.n = gisa_feature_close(s, g->model->words, p.hash, &n_next) - GISA_CLOSE_FAR;
        find_weights(g, &p);
        to[0] = (int16_t)close_sum(g, &p, outcomes, 2);
        to[0] = (int16_t)(to[0] + g->ends.at[next]);
        cached = to;
    }
    p.n = gisa_feature_close_far(s, p.hash);
    find_weights(g, &p);
    return cached[0] + close_sum(g, &p, outcomes, 1);
}

/* Moves a state over a label. Returns: what the morphemes that end inside the syllable are worth,
 * when that is asked for. */
static int32_t move(gisa_tagger *g, gisa_state *s, uint32_t label, uint32_t cp, bool weigh)
{
    const gisa_label *it = &g->model->labels[label];
    int32_t score = 0;
    for (uint32_t k = 0; k < it->n_parts && k < GISA_LABEL_PARTS; k++) {
        const gisa_label_part *p = &it->parts[k];
        if (k > 0 && p->begin && weigh) score += close_inside(g, s, p->tag);
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
static unsigned put_hypothesis(hypothesis *beam, unsigned n, const hypothesis *h)
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

/* The outcomes that the end of a morpheme is weighed by before the labels of a choice, each once.
 * Returns: how many. */
static unsigned next_outcomes(const gisa_tagger *g, const gisa_choice *choice, unsigned across,
                              uint16_t *out)
{
    uint64_t seen = 0;
    unsigned n = 0;
    out[n++] = GISA_OUT_FLAT;
    for (unsigned c = 0; c < choice->n; c++) {
        unsigned tag = g->model->labels[choice->label[c]].parts[0].tag;
        out[n] = (uint16_t)(across + tag);
        n += !(seen >> tag & 1);
        seen |= (uint64_t)1 << tag;
    }
    return n;
}

/* Scores each candidate after one hypothesis and puts them into the next beam. */
static unsigned expand(gisa_tagger *g, uint32_t i, unsigned b, const gisa_choice *choice,
                       hypothesis *next, unsigned n_next)
{
    const hypothesis *h = &g->beam[i & 1][b];
    const gisa_label *labels = g->model->labels;
    bool begins = g->line.word_from[i] == i;
    unsigned across = begins ? GISA_OUT_SPACE : 0;
    gisa_sums *sums = &g->candidates.sums;
    int32_t score[GISA_CANDIDATES_TOP];
    uint16_t outcomes[1 + GISA_CANDIDATES_TOP];
    unsigned n_outcomes = next_outcomes(g, choice, across, outcomes);
    gisa_outcomes wanted = gisa_sums_clear(sums, choice->label, choice->n);
    gisa_lookup_sum(g->model, g->candidates.long_rows, &g->from[b], wanted, sums);
    int32_t flat = close_sum(g, &g->end[b], outcomes, n_outcomes);
    for (unsigned c = 0; c < choice->n; c++) {
        score[c] = h->score + choice->score[c] + sums->at[choice->label[c]];
        const gisa_label_part *first = &labels[choice->label[c]].parts[0];
        if (first->begin) score[c] += flat + g->ends.at[across + first->tag];
    }
    for (unsigned c = 0; c < choice->n; c++) {
        uint16_t label = choice->label[c];
        if (!gisa_state_takes(&h->state, &labels[label], begins)) continue;
        if (n_next > 0 && score[c] < next[0].score - BEAM_GAP - CLOSE_MAX) continue;
        hypothesis to = {h->state, score[c], label, (uint8_t)b};
        to.score += move(g, &to.state, label, g->line.cp[i], true);
        n_next = put_hypothesis(next, n_next, &to);
    }
    return n_next;
}

/* Fetches what the states before syllable i need, should there be a choice. */
static void fetch_states(gisa_tagger *g, uint32_t i)
{
    if (i >= g->line.n || g->forced[i] != NO_LABEL) return;
    for (unsigned b = 0; b < g->n_beam; b++) {
        const gisa_state *s = &g->beam[i & 1][b].state;
        g->from[b].n = gisa_feature_state(&g->line, i, s, g->from[b].hash);
        gisa_lookup_prefetch(g->model, &g->from[b]);
        close_fetch(g, s, &g->end[b]);
    }
}

static void find_state_weights(gisa_tagger *g)
{
    for (unsigned b = 0; b < g->n_beam; b++) {
        find_weights(g, &g->from[b]);
        find_weights(g, &g->end[b]);
    }
}

/* One hypothesis and one candidate, or a label that is forced: nothing to choose. */
static unsigned follow(gisa_tagger *g, uint32_t i, uint16_t label, hypothesis *next)
{
    const hypothesis *h = &g->beam[i & 1][0];
    bool begins = g->line.word_from[i] == i;
    if (!gisa_state_takes(&h->state, &g->model->labels[label], begins)) return 0;
    *next = (hypothesis){h->state, h->score, label, 0};
    move(g, &next->state, label, g->line.cp[i], false);
    return 1;
}

/* Fetches ahead what the candidates of a syllable need. */
static void prepare(gisa_tagger *g, uint32_t i, unsigned at)
{
    if (i < g->line.n && g->forced[i] == NO_LABEL)
        gisa_candidates_prepare(&g->candidates, &g->line, i, at);
}

/* Bits of the tags of the open morphemes that may go on at syllable i. */
static uint64_t open_tags(const gisa_tagger *g, uint32_t i)
{
    uint64_t tags = 0;
    if (g->line.word_from[i] == i || g->must_begin[i]) return 0;
    for (unsigned b = 0; b < g->n_beam; b++) {
        uint8_t tag = g->beam[i & 1][b].state.tag;
        if (tag) tags |= (uint64_t)1 << (tag - 1);
    }
    return tags;
}

/* Moves the beam over syllable i. Returns: false when no candidate is legal. */
static bool advance(gisa_tagger *g, uint32_t i)
{
    gisa_choice choice = {.n = 1, .label = {g->forced[i]}};
    unsigned n_next = 0;
    hypothesis *next = g->beam[(i + 1) & 1];
    bool single = g->forced[i] != NO_LABEL || g->n_beam == 1;
    if (!single) find_state_weights(g);
    if (g->forced[i] != NO_LABEL)
        g->n_beam = 1; /* what is forced does not depend on the rest */
    else
        gisa_candidates_choose(&g->candidates, &g->line, i, open_tags(g, i), &choice);
    if (choice.n == 1 && g->n_beam == 1) {
        n_next = follow(g, i, choice.label[0], next);
    } else {
        if (single) find_state_weights(g);
        for (unsigned b = 0; b < g->n_beam; b++) n_next = expand(g, i, b, &choice, next, n_next);
    }
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
    move(g, &next[0].state, label, g->line.cp[i], false);
    g->steps[i].label[0] = label;
    g->steps[i].back[0] = 0;
    g->n_beam = 1;
}

/* Takes the labels of the eojeols that are remembered; sets the words of the others. */
static void force_frozen(gisa_tagger *g)
{
    for (uint32_t i = 0; i < g->line.n; i = g->line.word_to[i]) {
        uint32_t n = g->line.word_to[i] - i, n_open = 0;
        for (uint32_t k = 0; k < n; k++) n_open += g->forced[i + k] == NO_LABEL;
        bool whole = n_open == n && n <= 16 && !g->no_frozen;
        const uint16_t *labels = whole ? gisa_frozen_eojeol_find(g->model, g->line.cp + i, n)
                                       : NULL;
        for (uint32_t k = 0; k < n && labels; k++) g->forced[i + k] = labels[k];
        if (n_open > 0 && !labels) gisa_tagger_line_words(&g->line, i, g->model->words, 0);
    }
}

/* The hypothesis that is best once its last morpheme has ended. */
static unsigned best_end(gisa_tagger *g, uint32_t n)
{
    static const uint16_t outcomes[] = {GISA_OUT_FLAT, GISA_OUT_END};
    unsigned best = 0;
    int32_t max = INT32_MIN;
    for (unsigned b = 0; b < g->n_beam; b++) {
        const hypothesis *h = &g->beam[n & 1][b];
        close_fetch(g, &h->state, &g->end[b]);
        find_weights(g, &g->end[b]);
        int32_t score = h->score + close_sum(g, &g->end[b], outcomes, 2);
        score += g->ends.at[GISA_OUT_END];
        if (score > max) max = score, best = b;
    }
    return best;
}

static void tag_line(gisa_tagger *g, uint32_t n)
{
    gisa_tagger_line_begin(&g->line, g->cp, g->begins, n);
    force_frozen(g);
    g->beam[0][0] = (hypothesis){0};
    g->n_beam = 1;
    fetch_states(g, 0);
    for (uint32_t i = 0; i < 3; i++)
        for (unsigned k = 0; k + i < 3; k++) prepare(g, i, k);
    for (uint32_t i = 0; i < n; i++) {
        prepare(g, i + 3, 0);
        prepare(g, i + 2, 1);
        prepare(g, i + 1, 2);
        if (!advance(g, i)) rescue(g, i);
        fetch_states(g, i + 1);
    }
    unsigned best = g->n_beam > 1 ? best_end(g, n) : 0;
    for (uint32_t i = n; i-- > 0;) {
        g->labels[i] = g->steps[i].label[best];
        best = g->steps[i].back[best];
    }
}

const uint16_t *gisa_tagger_labels(gisa_tagger *g, const uint32_t *cp, const uint8_t *begins,
                                   uint32_t n)
{
    if (n == 0 || n > GISA_TAGGER_LINE_MAX) return NULL;
    for (uint32_t i = 0; i < n; i++) {
        g->cp[i] = cp[i];
        g->begins[i] = begins[i];
        g->must_begin[i] = 0;
        g->forced[i] = NO_LABEL;
    }
    tag_line(g, n);
    return g->labels;
}

gisa_status gisa_tagger_spell(const gisa_model *model, const gisa_tagged_line *line,
                              gisa_morph_list *out, gisa_error *err)
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
                if (n_form) st = gisa_vowel_harmony_put(out, tag, at, surface, form, n_form, err);
                tag = (gisa_tag)p->tag;
                surface = line->cp[i];
                at.from = line->at[i];
                n_form = 0;
            }
            form[n_form++] = gisa_label_apply(p, line->cp[i]);
            at.to = line->at[i] + 1;
        }
    }
    if (n_form && st >= 0) st = gisa_vowel_harmony_put(out, tag, at, surface, form, n_form, err);
    return st;
}

static gisa_status put_morphs(gisa_tagger *g, uint32_t n, gisa_morph_list *out, gisa_error *err)
{
    gisa_tagged_line line = {n, g->cp, g->at, g->labels};
    return gisa_tagger_spell(g->model, &line, out, err);
}

gisa_tagged_line gisa_tagger_last(const gisa_tagger *g)
{
    return (gisa_tagged_line){g->line.n, g->cp, g->at, g->labels};
}

static uint16_t forced_label(const gisa_tagger *g, uint16_t presets)
{
    unsigned tag = (presets & 0xFFu) - 1;
    if (!presets || tag >= GISA_TAG_COUNT) return NO_LABEL;
    return g->plain[tag][presets & GISA_PRESET_BEGIN ? 1 : 0];
}

gisa_status gisa_tagger_run(gisa_tagger *g, const gisa_text *t, gisa_range sentence,
                            const uint16_t *presets, gisa_morph_list *out, gisa_error *err)
{
    gisa_range eojeol;
    gisa_status st = GISA_OK;
    uint32_t n = 0;
    for (uint32_t at = sentence.from; gisa_eojeol_next(t, &at, sentence.to, &eojeol) && st >= 0;) {
        if (n > 0 && n + (eojeol.to - eojeol.from) > GISA_TAGGER_LINE_MAX) {
            tag_line(g, n);
            st = put_morphs(g, n, out, err);
            n = 0;
        }
        for (uint32_t i = eojeol.from; i < eojeol.to && st >= 0; i++) {
            if (n == GISA_TAGGER_LINE_MAX) { /* an eojeol longer than any line */
                tag_line(g, n);
                st = put_morphs(g, n, out, err);
                n = 0;
            }
            g->cp[n] = t->cp[i];
            g->at[n] = i;
            g->begins[n] = i == eojeol.from;
            g->must_begin[n] = presets && i > eojeol.from && presets[i - 1] && !presets[i] &&
                               !(presets[i - 1] & GISA_PRESET_OPEN);
            g->forced[n++] = presets ? forced_label(g, presets[i]) : NO_LABEL;
        }
    }
    if (n > 0 && st >= 0) {
        tag_line(g, n);
        st = put_morphs(g, n, out, err);
    }
    return st;
}

gisa_status gisa_tagger_open(const gisa_model *model, gisa_tagger **out, gisa_error *err)
{
    gisa_tagger *g = gisa_calloc(1, sizeof *g);
    if (!g) return gisa_fail_mem(err);
    g->model = model;
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
    gisa_status st = gisa_candidates_open(&g->candidates, model, err);
    if (st >= 0) st = gisa_score_cache_open(&g->closed, CLOSE_BITS, 4, err);
    if (st < 0) {
        gisa_tagger_close(g);
        return st;
    }
    *out = g;
    return GISA_OK;
}

void gisa_tagger_close(gisa_tagger *g)
{
    if (!g) return;
    gisa_candidates_clear(&g->candidates);
    gisa_score_cache_clear(&g->closed);
    gisa_free(g);
}

void gisa_tagger_set_rows(gisa_tagger *g, const gisa_weight_rows *long_rows)
{
    g->candidates.long_rows = long_rows;
}

void gisa_tagger_use_frozen(gisa_tagger *g, bool on)
{
    g->no_frozen = !on;
}
