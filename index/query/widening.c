#include "index/query/widening.h"

gisa_status gisa_widening_put(gisa_plan *p, gisa_str typed, const gisa_spellings *spellings,
                              bool loose, gisa_error *err)
{
    gisa_widening note = {0};
    note.spellings = gisa_arena_calloc(&p->arena, spellings->n, sizeof *note.spellings);
    if (!note.spellings || gisa_arena_copy(&p->arena, typed, &note.typed) < 0 ||
        GISA_ARENA_GROW(&p->arena, p->widened, p->n_widened, p->cap_widened) < 0)
        return gisa_fail_mem(err);
    for (size_t i = 0; i < spellings->n; i++) {
        if (spellings->items[i].loose && !loose) continue;
        if (gisa_arena_copy(&p->arena, spellings->items[i].text, &note.spellings[note.n++]) < 0)
            return gisa_fail_mem(err);
    }
    p->widened[p->n_widened++] = note;
    return GISA_OK;
}

gisa_status gisa_widening_copy(const gisa_plan *p, gisa_hits *out, gisa_error *err)
{
    out->widened = gisa_arena_calloc(&out->arena, p->n_widened + 1, sizeof *out->widened);
    if (!out->widened) return gisa_fail_mem(err);
    for (size_t i = 0; i < p->n_widened; i++) {
        const gisa_widening *from = &p->widened[i];
        gisa_widening *to = &out->widened[out->n_widened++];
        to->spellings = gisa_arena_calloc(&out->arena, from->n + 1, sizeof *to->spellings);
        if (!to->spellings || gisa_arena_copy(&out->arena, from->typed, &to->typed) < 0)
            return gisa_fail_mem(err);
        for (size_t k = 0; k < from->n; k++) {
            if (gisa_arena_copy(&out->arena, from->spellings[k], &to->spellings[to->n++]) < 0)
                return gisa_fail_mem(err);
        }
    }
    return GISA_OK;
}
