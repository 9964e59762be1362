/* Scores are sums, so the margin between two readings can be split: each local feature speaks for
 * the one or the other where their labels differ; the rest comes from what the labels before say
 * (history) and from the morphemes as wholes. Local features come in the order of
 * gisa_feature_local, which is how they get their names here. */
#include "nlp/explain.h"

#include <stdlib.h>

#include "base/buf.h"
#include "nlp/analysis.h"
#include "nlp/tagger/frozen_eojeol.h"
#include "nlp/tagger/nbest.h"

#define FEATURES_MAX 8

typedef struct explainer {
    gisa_analysis *work;
    gisa_arena *arena;
    gisa_explanation *out;
    gisa_tagger_line *line;
    const uint32_t *at; /* where each syllable of the line is in the text */
    uint32_t from, to;  /* the eojeol, in code points of the text */
    size_t cap;
    bool full; /* no memory */
} explainer;

static void put_reason(explainer *x, gisa_reason_kind kind, gisa_span span, int32_t weight,
                       const gisa_buf *text)
{
    gisa_reason r = {.kind = kind, .span = span, .weight = weight};
    if (GISA_ARENA_GROW(x->arena, x->out->reasons, x->out->n_reasons, x->cap) < 0 ||
        gisa_arena_copy(x->arena, gisa_buf_view(text), &r.text) < 0) {
        x->full = true;
        return;
    }
    x->out->reasons[x->out->n_reasons++] = r;
}

static void put_c(explainer *x, gisa_reason_kind kind, gisa_span span, const char *text)
{
    gisa_buf b = {0};
    gisa_buf_add_c(&b, text);
    put_reason(x, kind, span, 0, &b);
    gisa_buf_clear(&b);
}

static gisa_span span_of(const explainer *x, uint32_t from, uint32_t to)
{
    return gisa_text_span(&x->work->text, from, to);
}

/* Names of the gazetteer that touch the eojeol. Returns: whether one holds code point `at`. */
static bool put_names(explainer *x, const gisa_gazetteer_hits *hits, uint32_t at, uint32_t to)
{
    gisa_span here = span_of(x, at, to);
    for (size_t k = 0; k < hits->n; k++) {
        const gisa_gazetteer_hit *h = &hits->items[k];
        if (h->span.start != here.start || h->span.end != here.end) continue;
        const gisa_gazetteer_entry *name = gisa_gazetteer_at(x->work->analyzer->gazetteer, h->name);
        gisa_buf b = {0};
        gisa_buf_addf(&b, "%.*s, %s", GISA_ARG(name->id), gisa_entity_type_name(h->type));
        put_reason(x, GISA_REASON_GAZETTEER, h->span, 0, &b);
        gisa_buf_clear(&b);
        return true;
    }
    return false;
}

/* What was preset for the eojeol before the tagger ran. The marks themselves do not say who set
 * them: a word of the user wins over a name, a name over a pattern. */
static gisa_status put_presets(explainer *x, gisa_error *err)
{
    gisa_analysis *w = x->work;
    const gisa_text *t = &w->text;
    gisa_gazetteer_hits hits = {0};
    gisa_str text = t->n_bad ? gisa_buf_view(&w->repaired) : t->bytes;
    uint16_t *before = gisa_arena_calloc(x->arena, (size_t)t->n + 1, sizeof *before);
    if (!before) return gisa_fail_mem(err);
    gisa_status st = gisa_gazetteer_find(w->analyzer->gazetteer, text, x->arena, &hits, err);
    if (st < 0) return st;
    gisa_protected_spans_mark(t, &hits, w->analyzer->model.words, before);
    for (uint32_t i = x->from, to; i < x->to; i = to) {
        const gisa_lexicon_word *word;
        for (to = i + 1; to < x->to && w->presets[to] & GISA_PRESET_INSIDE;) to++;
        if (!w->presets[i]) continue;
        if (gisa_lexicon_match(&w->analyzer->lexicon, t, i, t->n, &word) == to - i)
            put_c(x, GISA_REASON_USER, span_of(x, i, to),
                  gisa_tag_name((gisa_tag)((w->presets[i] & 0xFF) - 1)));
        else if (!before[i])
            put_c(x, GISA_REASON_CONSISTENT, span_of(x, i, to), "a name of this text");
        else if (!put_names(x, &hits, i, to))
            put_c(x, GISA_REASON_PATTERN, span_of(x, i, to),
                  gisa_tag_name((gisa_tag)((before[i] & 0xFF) - 1)));
    }
    return GISA_OK;
}

static void put_words(explainer *x)
{
    static const char *const names[] = {"noun", "name", "verb", "ending", "josa", "other"};
    const gisa_text *t = &x->work->text;
    gisa_wordset words = x->work->analyzer->model.words;
    for (uint32_t i = x->from; i < x->to; i++) {
        uint64_t hash = GISA_WORD_SEED;
        for (uint32_t k = i; k < x->to && k - i < 12; k++) {
            hash = gisa_word_roll(hash, t->cp[k]);
            unsigned found = gisa_wordset_find(words, hash);
            gisa_buf b = {0};
            for (unsigned c = 0; c < GISA_WORD_CLASSES; c++)
                if (found >> c & 1) gisa_buf_addf(&b, "%s%s", b.n ? ", " : "", names[c]);
            if (b.n) put_reason(x, GISA_REASON_WORD, span_of(x, i, k + 1), 0, &b);
            gisa_buf_clear(&b);
            if (!(found & GISA_WORD_LONGER)) break;
        }
    }
}

/* The names of the local features that every syllable has; [a, b] counts characters, spaces among
 * them, from the syllable on. Those after them come from the word list. */
static const struct {
    const char *name;
    int8_t a, b;
} local_names[] = {
    {"character", -2, -2},
    {"character", -1, -1},
    {"characters", -1, 0},
    {"characters", -2, 0},
    {"character behind a final consonant", 0, 0},
    {"character", 1, 1},
    {"character", 2, 2},
    {"characters", 0, 1},
    {"characters", 0, 2},
    {"final consonant", 0, 0},
    {"vowel and final consonant", 0, 0},
    {"final consonant and next", 0, 1},
    {"character", 0, 0},
    {"kinds of characters", -1, 1},
    {"kinds of characters", -2, 2},
    {"character between kinds", 0, 0},
    {"place in the eojeol", 0, 0},
    {"character, from the left", 0, 0},
    {"character, from the right", 0, 0},
    {"characters", -1, 1},
    {"eojeol up to here", 0, 0},
    {"eojeol from here", 0, 0},
    {"rest behind the one before", -1, 0},
    {"end of the eojeol before", 0, 0},
    {"start of the next eojeol", 0, 0},
    {"place and the eojeol before", 0, 0},
    {"place and the next eojeol", 0, 0},
};

#define N_LOCAL_NAMES (sizeof local_names / sizeof *local_names)

/* The characters around syllable i, spaces as such. */
static void add_around(const gisa_tagger_line *l, uint32_t i, int a, int b, gisa_buf *out)
{
    gisa_buf_add_c(out, " \"");
    for (int d = a; d <= b; d++) {
        int64_t want = (int64_t)l->wide[i] + d;
        uint32_t cp = ' ';
        for (uint32_t k = i > 3 ? i - 3 : 0; k < l->n && k < i + 4; k++)
            if (l->wide[k] == want) cp = l->cp[k];
        char bytes[4];
        gisa_buf_add(out, (gisa_str){bytes, gisa_utf8_put(bytes, cp)});
    }
    gisa_buf_add_char(out, '"');
}

/* Adds for each local feature of syllable i what it gives one label more than another. Returns: the
 * sum of all. */
static int32_t put_features(explainer *x, uint32_t i, uint16_t mine, uint16_t other, int32_t *sums)
{
    uint64_t hash[GISA_LOCAL_MAX];
    unsigned n = gisa_feature_local(x->line, i, GISA_FEATURE_LONG, hash);
    int32_t all = 0, listed = 0;
    gisa_span here = span_of(x, x->at[i], x->at[i] + 1);
    for (unsigned k = 0; k < n; k++) {
        memset(sums, 0, GISA_NBEST_OUTCOMES * sizeof *sums);
        gisa_nbest_add(&x->work->analyzer->model, hash[k], sums);
        int32_t weight = sums[mine] - sums[other];
        gisa_buf b = {0};
        all += weight;
        if (weight == 0 || k >= N_LOCAL_NAMES) continue;
        listed += weight;
        gisa_buf_add_c(&b, local_names[k].name);
        add_around(x->line, i, local_names[k].a, local_names[k].b, &b);
        put_reason(x, GISA_REASON_FEATURE, here, weight, &b);
        gisa_buf_clear(&b);
    }
    gisa_buf b = {0};
    gisa_buf_add_c(&b, "words of the word list");
    if (all != listed) put_reason(x, GISA_REASON_FEATURE, here, all - listed, &b);
    gisa_buf_clear(&b);
    return all;
}

static int by_weight(const void *p, const void *q)
{
    const gisa_reason *a = p, *b = q;
    int32_t x = a->weight < 0 ? -a->weight : a->weight, y = b->weight < 0 ? -b->weight : b->weight;
    if (x != y) return x > y ? -1 : 1;
    if (a->span.start != b->span.start) return a->span.start < b->span.start ? -1 : 1;
    return gisa_str_cmp(a->text, b->text);
}

/* Splits the margin of the chosen reading over the best other one. */
static gisa_status put_margin(explainer *x, const gisa_reading *mine, const gisa_reading *other,
                              gisa_error *err)
{
    int32_t *sums = gisa_arena_calloc(x->arena, GISA_NBEST_OUTCOMES, sizeof *sums);
    int32_t rest = mine->score - other->score;
    size_t first = x->out->n_reasons;
    gisa_buf b = {0};
    if (!sums) return gisa_fail_mem(err);
    x->out->margin = rest;
    x->out->decided = true;
    for (uint32_t i = 0; i < x->line->n; i++)
        if (mine->labels[i] != other->labels[i])
            rest -= put_features(x, i, mine->labels[i], other->labels[i], sums);
    gisa_buf_add_c(&b, "history and whole morphemes");
    put_reason(x, GISA_REASON_FEATURE, span_of(x, x->from, x->to), rest, &b);
    gisa_buf_clear(&b);
    size_t n = x->out->n_reasons - first;
    if (n > 1) qsort(x->out->reasons + first, n, sizeof *x->out->reasons, by_weight);
    if (n > FEATURES_MAX) x->out->n_reasons = first + FEATURES_MAX;
    return x->full ? gisa_fail_mem(err) : GISA_OK;
}

/* Takes over the line that the tagger had last. Returns: false for one that does not hold the
 * eojeol. */
static gisa_status take_line(explainer *x, gisa_error *err)
{
    gisa_tagged_line last = gisa_tagger_last(x->work->tagger);
    uint8_t *begins = gisa_arena_calloc(x->arena, last.n + 1, 1);
    uint32_t *at = gisa_arena_alloc(x->arena, (last.n + 1) * sizeof *at);
    x->line = gisa_arena_calloc(x->arena, 1, sizeof *x->line);
    if (!begins || !at || !x->line) return gisa_fail_mem(err);
    for (uint32_t i = 0; i < last.n; i++) {
        begins[i] = i == 0 || last.at[i - 1] + 1 != last.at[i];
        at[i] = last.at[i];
    }
    x->at = at;
    gisa_tagger_line_set(x->line, last.cp, begins, last.n, x->work->analyzer->model.words, 0);
    return GISA_OK;
}

gisa_status gisa_explain(gisa_analysis *work, gisa_span eojeol, uint32_t max, gisa_arena *arena,
                         gisa_explanation *out, gisa_error *err)
{
    explainer x = {.work = work,
                   .arena = arena,
                   .out = out,
                   .from = gisa_text_index(&work->text, eojeol.start),
                   .to = gisa_text_index(&work->text, eojeol.end)};
    const gisa_reading *mine = NULL, *other = NULL;
    *out = (gisa_explanation){0};
    gisa_status st = gisa_readings_find(work, eojeol, max, arena, &out->readings, err);
    if (st < 0 || (st = put_presets(&x, err)) < 0) return st;
    if ((st = take_line(&x, err)) < 0) return st;
    const gisa_model *m = &work->analyzer->model;
    if (out->n_reasons == 0 && x.to - x.from <= 16 &&
        gisa_frozen_eojeol_find(m, work->text.cp + x.from, x.to - x.from))
        put_c(&x, GISA_REASON_REMEMBERED, eojeol, "the same wherever the training text had it");
    put_words(&x);
    for (uint32_t k = 0; k < out->readings.n; k++) {
        const gisa_reading *r = &out->readings.items[k];
        if (r->chosen && !mine)
            mine = r;
        else if (!other)
            other = r;
    }
    if (x.full) return gisa_fail_mem(err);
    if (!mine || !other || !mine->labels || !other->labels) return GISA_OK;
    return put_margin(&x, mine, other, err);
}
