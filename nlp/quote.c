#include "nlp/quote.h"

gisa_status gisa_quotes_find(gisa_str text, size_t body, gisa_annotation *a, gisa_error *err)
{
    (void)text, (void)body, (void)a, (void)err;
    return GISA_OK;
}
