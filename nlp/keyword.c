#include "nlp/keyword.h"

gisa_status gisa_keywords_find(gisa_str text, size_t body, const gisa_annotation *a,
                               const gisa_word_counts *counts, size_t max, gisa_arena *arena,
                               gisa_keywords *out, gisa_error *err)
{
    (void)text, (void)body, (void)a, (void)counts, (void)max, (void)arena, (void)err;
    *out = (gisa_keywords){0};
    return GISA_OK;
}
