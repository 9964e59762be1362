#include "nlp/tagger/morph_list.h"

#include "base/mem.h"

gisa_status gisa_morph_list_put(gisa_morph_list *p, gisa_tag tag, gisa_range at,
                                const uint32_t *form, uint32_t n_form, gisa_error *err)
{
    if (GISA_GROW(p->items, p->n, p->cap) < 0) return gisa_fail_mem(err);
    if (GISA_RESERVE(p->forms, p->n_forms + n_form, p->cap_forms) < 0) return gisa_fail_mem(err);
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
