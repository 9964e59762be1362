/* The tagger runs over the sentence again; its labels outside the span, and those of what must stay
 * whole, are fixed, and nlp/tagger/nbest.h looks for the best paths through the rest. Several paths
 * may spell the same morphemes: those are found twice over and left out. */
#include "nlp/tagger/reading.h"

#include "nlp/analysis.h"
#include "nlp/tagger/nbest.h"

typedef struct reader {
    gisa_analysis *work;
    gisa_arena *arena;
    gisa_tagged_line line;
    uint32_t from, to; /* code points of the span */
    gisa_str text;
} reader;

/* The run of the tagger that holds a code point; looked for from the one found last. */
static bool find_line(gisa_analysis *w, uint32_t at, gisa_range *out)
{
    if (at < w->reading_from) w->reading_from = 0;
    for (uint32_t i = w->reading_from; gisa_sentence_next(&w->text, &i, out);) {
        if (at >= out->to) continue;
        w->reading_from = out->from;
        return at >= out->from;
    }
    return false;
}

static bool same(const gisa_reading *a, const gisa_reading *b)
{
    if (a->n_morphs != b->n_morphs) return false;
    for (uint32_t i = 0; i < a->n_morphs; i++) {
        const gisa_morph *x = &a->morphs[i], *y = &b->morphs[i];
        if (x->tag != y->tag || x->span.start != y->span.start || x->span.end != y->span.end ||
            !gisa_str_eq(x->form, y->form))
            return false;
    }
    return true;
}

/* The morphemes of the span, as a reading. */
static gisa_status put_reading(reader *r, int32_t score, gisa_reading *out)
{
    const gisa_morph_list *p = &r->work->morphs;
    size_t n_bytes = (size_t)p->n_forms * 4 + 1;
    char *bytes = gisa_arena_alloc(r->arena, n_bytes);
    *out = (gisa_reading){.score = score,
                          .morphs = gisa_arena_alloc(r->arena, (p->n + 1) * sizeof *out->morphs)};
    if (!bytes || !out->morphs) return GISA_ENOMEM;
    for (uint32_t i = 0; i < p->n; i++) {
        const gisa_morph_item *morph = &p->items[i];
        char *start = bytes;
        if (morph->at.from < r->from || morph->at.from >= r->to) continue;
        for (uint32_t k = 0; k < morph->n_form; k++)
            bytes += gisa_utf8_put(bytes, gisa_text_shown(p->forms[morph->form + k]));
        out->morphs[out->n_morphs++] = (gisa_morph){
            .span = gisa_text_span(&r->work->text, morph->at.from, morph->at.to),
            .tag = morph->tag,
            .form = {start, (size_t)(bytes - start)}};
    }
    return GISA_OK;
}

/* Fixes the labels that are not to be looked for. */
static gisa_status ask(const reader *r, gisa_nbest_line *in)
{
    uint32_t n = r->line.n;
    const uint16_t *presets = r->work->presets;
    uint8_t *begins = gisa_arena_calloc(r->arena, n, 1);
    uint8_t *must_begin = gisa_arena_calloc(r->arena, n, 1);
    uint16_t *fixed = gisa_arena_alloc(r->arena, n * sizeof *fixed);
    if (!begins || !must_begin || !fixed) return GISA_ENOMEM;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t at = r->line.at[i];
        bool open = at >= r->from && at < r->to && !presets[at];
        begins[i] = i == 0 || r->line.at[i - 1] + 1 != at;
        must_begin[i] = !begins[i] && presets[at - 1] && !presets[at] &&
                        !(presets[at - 1] & GISA_PRESET_OPEN);
        fixed[i] = open ? GISA_NBEST_OPEN : r->line.labels[i];
    }
    *in = (gisa_nbest_line){n, r->line.cp, begins, must_begin, fixed};
    return GISA_OK;
}

static gisa_status put_paths(reader *r, const gisa_paths *paths, const gisa_reading *chosen,
                             uint32_t max, gisa_readings *out, gisa_error *err)
{
    for (uint32_t k = 0; k < paths->n && out->n < max; k++) {
        gisa_tagged_line line = r->line;
        gisa_reading *now = &out->items[out->n];
        line.labels = paths->items[k].labels;
        gisa_morph_list_reset(&r->work->morphs);
        gisa_status st = gisa_tagger_spell(&r->work->analyzer->model, &line, &r->work->morphs, err);
        if (st < 0) return st;
        if (put_reading(r, paths->items[k].score, now) < 0) return gisa_fail_mem(err);
        bool is_new = true;
        for (uint32_t i = 0; i < out->n && is_new; i++) is_new = !same(&out->items[i], now);
        now->chosen = same(now, chosen);
        now->labels = line.labels;
        out->n += is_new;
    }
    return GISA_OK;
}

/* Puts the chosen reading first; when its path was not found, with the score of the best one. */
static void lead(gisa_readings *out, const gisa_reading *chosen, uint32_t max)
{
    uint32_t k = 0;
    while (k < out->n && !out->items[k].chosen) k++;
    gisa_reading first = k < out->n ? out->items[k] : *chosen;
    if (k == out->n) {
        first.score = out->n ? out->items[0].score : 0;
        if (out->n == max)
            k--;
        else
            out->n++;
    }
    for (; k > 0; k--) out->items[k] = out->items[k - 1];
    out->items[0] = first;
}

gisa_status gisa_readings_find(gisa_analysis *work, gisa_span span, uint32_t max, gisa_arena *arena,
                               gisa_readings *out, gisa_error *err)
{
    reader r = {.work = work,
                .arena = arena,
                .from = gisa_text_index(&work->text, span.start),
                .to = gisa_text_index(&work->text, span.end)};
    gisa_range sentence;
    gisa_reading chosen;
    gisa_nbest_line in;
    gisa_paths paths;
    gisa_status st;
    if (max > GISA_READINGS_MAX) max = GISA_READINGS_MAX;
    *out = (gisa_readings){.items = gisa_arena_calloc(arena, max + 1, sizeof *out->items)};
    if (!out->items) return gisa_fail_mem(err);
    if (max == 0 || !find_line(work, r.from, &sentence)) return GISA_OK;
    gisa_morph_list_reset(&work->morphs);
    if ((st = gisa_analysis_tag(work, sentence, err)) < 0) return st;
    if (put_reading(&r, 0, &chosen) < 0) return gisa_fail_mem(err);
    chosen.chosen = true;
    r.line = gisa_tagger_last(work->tagger);
    uint32_t n = 0;
    for (uint32_t i = sentence.from; i < sentence.to; i++)
        n += gisa_char_class_of(work->text.cp[i]) != GISA_CHAR_SPACE;
    if (r.line.n == 0 || r.line.n < n) {
        out->items[out->n++] = chosen;
        return GISA_OK;
    }
    if (ask(&r, &in) < 0) return gisa_fail_mem(err);
    if ((st = gisa_nbest_find(&work->analyzer->model, &in, 2 * max + 8, arena, &paths, err)) < 0)
        return st;
    if ((st = put_paths(&r, &paths, &chosen, max, out, err)) < 0) return st;
    lead(out, &chosen, max);
    return GISA_OK;
}
