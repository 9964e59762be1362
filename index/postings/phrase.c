#include "index/postings/phrase.h"

#include "base/mem.h"
#include "index/store/fts.h"

gisa_status gisa_phrase_put(gisa_phrase *p, gisa_str form, bool colocated, gisa_error *err)
{
    if (!form.n) return GISA_OK;
    if (GISA_GROW(p->terms, p->n, p->cap) < 0) return gisa_fail_mem(err);
    p->terms[p->n] = (gisa_phrase_term){form, colocated && p->n > 0};
    p->n++;
    return GISA_OK;
}

void gisa_phrase_clear(gisa_phrase *p)
{
    gisa_free(p->terms);
    *p = (gisa_phrase){0};
}

gisa_status gisa_phrase_copy(gisa_arena *arena, const gisa_phrase *p, gisa_phrase *out,
                             gisa_error *err)
{
    *out = (gisa_phrase){0};
    out->terms = gisa_arena_calloc(arena, p->n + 1, sizeof *out->terms);
    if (!out->terms) return gisa_fail_mem(err);
    for (size_t i = 0; i < p->n; i++) {
        gisa_phrase_term *term = &out->terms[i];
        term->colocated = p->terms[i].colocated;
        if (gisa_arena_copy(arena, p->terms[i].form, &term->form) < 0) return gisa_fail_mem(err);
    }
    out->n = p->n;
    return GISA_OK;
}

bool gisa_phrase_eq(const gisa_phrase *a, const gisa_phrase *b)
{
    if (a->n != b->n) return false;
    for (size_t i = 0; i < a->n; i++) {
        const gisa_phrase_term *x = &a->terms[i], *y = &b->terms[i];
        if (x->colocated != y->colocated || !gisa_str_eq(x->form, y->form)) return false;
    }
    return true;
}

bool gisa_phrase_has(const gisa_phrase *p, gisa_str form)
{
    for (size_t i = 0; i < p->n; i++)
        if (gisa_str_eq(p->terms[i].form, form)) return true;
    return false;
}

gisa_str gisa_phrase_one_term(const gisa_phrase *p)
{
    return p->n == 1 ? p->terms[0].form : GISA_NONE;
}

void gisa_phrase_write_fts5(gisa_buf *out, const gisa_phrase *p)
{
    gisa_buf_add_char(out, '"');
    for (size_t i = 0; i < p->n; i++) {
        gisa_str form = p->terms[i].form;
        gisa_buf_add_char(out, p->terms[i].colocated ? GISA_FTS_SAME : GISA_FTS_TERM);
        for (size_t k = 0; k < form.n; k++) {
            if (form.p[k] == '"') gisa_buf_add_char(out, '"'); /* a quotation mark is doubled */
            gisa_buf_add_char(out, form.p[k]);
        }
    }
    gisa_buf_add_char(out, '"');
}
