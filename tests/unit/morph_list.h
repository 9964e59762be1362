/* Morphemes as text, for tests of analysers: "정부/NNG 가/JKS ". */
#ifndef GISA_TEST_MORPH_LIST_H
#define GISA_TEST_MORPH_LIST_H

#include "nlp/tagger/morph_list.h"
#include "tests/unit/test.h"

static inline void test_spell(const gisa_morph_list *p, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (uint32_t k = 0; k < p->n; k++) {
        for (uint32_t c = 0; c < p->items[k].n_form; c++)
            gisa_buf_add_cp(out, p->forms[p->items[k].form + c]);
        gisa_buf_addf(out, "/%s ", gisa_tag_name(p->items[k].tag));
    }
}

#endif
