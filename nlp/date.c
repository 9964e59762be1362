#include "nlp/date.h"

gisa_status gisa_dates_find(gisa_str text, gisa_time reference, gisa_annotation *a, gisa_error *err)
{
    (void)text, (void)reference, (void)a, (void)err;
    return GISA_OK;
}
