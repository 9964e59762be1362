#include "nlp/tagger/morph_list.h"
#include "base/mem.h"
#include "tests/unit/test.h"

int main(void)
{
    gisa_morph_list p = {0};
    uint32_t form[3] = {0xD558, 0xAC00, 0xAC01};
    for (uint32_t i = 0; i < 1000; i++)
        gisa_morph_list_put(&p, GISA_TAG_NNG, (gisa_range){i, i + 1}, form, 1 + i % 3, NULL);
    EQUAL(p.n, 1000, "a list grows");
    EQUAL(p.items[2].n_form, 3, "a form keeps its length");
    EQUAL(p.forms[p.items[2].form + 2], 0xAC01, "and its characters");
    gisa_morph_list_reset(&p);
    EQUAL(p.n, 0, "a reset empties it");
    gisa_morph_list_clear(&p);
    gisa_mem_fail_after(1);
    OK(gisa_morph_list_put(&p, GISA_TAG_NNG, (gisa_range){0, 1}, form, 3, NULL) == GISA_ENOMEM,
       "no memory is said");
    EQUAL(p.n, 0, "and nothing half is kept");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_morph_list_clear(&p);
    return test_end();
}
