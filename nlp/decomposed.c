#include "nlp/decomposed.h"

gisa_status gisa_decomposed_put(gisa_decomposed *d, gisa_str text, size_t title_end,
                                gisa_error *err)
{
    gisa_buf_reset(&d->text);
    d->map.n = 0;
    gisa_status st = gisa_compose_mapped(gisa_str_cut(text, 0, title_end), 0, &d->text, &d->map,
                                         err);
    d->title_end = d->text.n;
    if (st < 0) return st;
    return gisa_compose_mapped(gisa_str_cut(text, title_end, text.n), title_end, &d->text, &d->map,
                               err);
}

static void move(const gisa_decomposed *d, gisa_span *s)
{
    if (s->start == s->end) return; /* not known */
    *s = (gisa_span){gisa_compose_start(&d->map, s->start), gisa_compose_end(&d->map, s->end)};
}

gisa_status gisa_decomposed_move(const gisa_decomposed *d, gisa_annotation *a, gisa_error *err)
{
    for (size_t i = 0; i < a->n_sentences; i++) move(d, &a->sentences[i].span);
    for (size_t i = 0; i < a->n_tokens; i++) move(d, &a->tokens[i].span);
    for (size_t i = 0; i < a->n_morphs; i++) move(d, &a->morphs[i].span);
    for (size_t i = 0; i < a->n_entities; i++) move(d, &a->entities[i].span);
    for (size_t i = 0; i < a->n_dates; i++) move(d, &a->dates[i].span);
    for (size_t i = 0; i < a->n_quotes; i++) {
        gisa_quote *q = &a->quotes[i];
        move(d, &q->span);
        move(d, &q->speaker);
        move(d, &q->medium);
        move(d, &q->affiliation);
    }
    for (size_t i = 0; i < a->n_figures; i++) {
        gisa_figure *f = &a->figures[i];
        move(d, &f->span);
        move(d, &f->noun);
        move(d, &f->owner);
        if (f->unit.n && gisa_arena_copy(&a->arena, f->unit, &f->unit) < 0)
            return gisa_fail_mem(err);
    }
    return GISA_OK;
}

void gisa_decomposed_clear(gisa_decomposed *d)
{
    gisa_buf_clear(&d->text);
    gisa_compose_map_clear(&d->map);
    *d = (gisa_decomposed){0};
}
