#include "corpus/tokenizer.h"

#include <unicode/uchar.h>

#include "base/hangul.h"
#include "base/utf8.h"

size_t gisa_term_lower(gisa_str form, char *out, size_t max)
{
    size_t n = 0;
    for (size_t i = 0; i < form.n && n + 4 <= max;) {
        uint32_t cp;
        i += gisa_utf8_next(form, i, &cp);
        if (cp == '-' || cp == '_' || cp == 0x2010 || cp == 0x2011) continue;
        if (cp < 0x80)
            out[n++] = gisa_lower((char)cp);
        else
            n += gisa_utf8_put(out + n, gisa_is_hangul(cp) ? cp : (uint32_t)u_tolower((UChar32)cp));
    }
    return n;
}

gisa_status gisa_terms_put(gisa_terms *t, gisa_str form, size_t start, size_t end, bool colocated)
{
    gisa_term term = {.start = (uint32_t)start, .end = (uint32_t)end, .colocated = colocated};
    if (GISA_ARENA_GROW(&t->arena, t->items, t->n, t->cap) < 0) return GISA_ENOMEM;
    if (gisa_arena_copy(&t->arena, gisa_utf8_clip(form, GISA_TERM_MAX), &term.form) < 0)
        return GISA_ENOMEM;
    t->items[t->n++] = term;
    return GISA_OK;
}

gisa_status gisa_terms_pack(const gisa_terms *from, gisa_terms *out)
{
    size_t bytes = from->n * sizeof *from->items;
    gisa_terms_clear(out);
    if (!from->n) return GISA_OK;
    for (const gisa_term *t = from->items; t != from->items + from->n; t++) bytes += t->form.n;
    gisa_term *items = gisa_arena_alloc(&out->arena, bytes);
    if (!items) return GISA_ENOMEM;
    memcpy(items, from->items, from->n * sizeof *items);
    char *forms = (char *)(items + from->n);
    for (size_t i = 0; i < from->n; i++) {
        gisa_str form = items[i].form;
        if (form.n) memcpy(forms, form.p, form.n);
        items[i].form.p = forms;
        forms += form.n;
    }
    out->items = items;
    out->n = out->cap = from->n;
    return GISA_OK;
}

void gisa_terms_reset(gisa_terms *t)
{
    gisa_arena arena = t->arena;
    gisa_arena_reset(&arena);
    *t = (gisa_terms){.arena = arena};
}

void gisa_terms_clear(gisa_terms *t)
{
    gisa_arena_clear(&t->arena);
    *t = (gisa_terms){0};
}

void gisa_spellings_clear(gisa_spellings *s)
{
    gisa_arena_clear(&s->arena);
    *s = (gisa_spellings){0};
}
