#include "nlp/tagger/morph_list.h"

#include "base/mem.h"

gisa_status gisa_morph_list_put(gisa_morph_list *p, gisa_tag tag, gisa_range at,
                                const uint32_t *form, uint32_t n_form, gisa_error *err)
{
    if (p->n == p->cap) {
        uint32_t cap = p->cap ? p->cap * 2 : 256;
        gisa_morph_item *items = gisa_realloc(p->items, cap * sizeof *items);
        if (!items) return gisa_fail_mem(err);
        p->items = items;
        p->cap = cap;
    }
    if (p->cap_forms - p->n_forms < n_form) {
        uint32_t cap = p->cap_forms ? p->cap_forms * 2 : 1024;
        while (cap - p->n_forms < n_form) cap *= 2;
        uint32_t *forms = gisa_realloc(p->forms, cap * sizeof *forms);
        if (!forms) return gisa_fail_mem(err);
        p->forms = forms;
        p->cap_forms = cap;
    }
    for (uint32_t i = 0; i < n_form; i++) p->forms[p->n_forms + i] = form[i];
    p->items[p->n++] = (gisa_morph_item){at, p->n_forms, n_form, tag};
    p->n_forms += n_form;
    return GISA_OK;
}

void gisa_morph_list_reset(gisa_morph_list *p)
{
    p->n = 0;
    p->n_forms = 0;
}

void gisa_morph_list_clear(gisa_morph_list *p)
{
    gisa_free(p->items);
    gisa_free(p->forms);
    *p = (gisa_morph_list){0};
}
