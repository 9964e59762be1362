#include "ingest/page/script_data.h"

void gisa_script_data_reset(gisa_script_data *d)
{
    d->ld = d->state = (gisa_script_fields){0};
    gisa_buf_reset(&d->ld_body);
    gisa_buf_reset(&d->state_body);
}

void gisa_script_data_clear(gisa_script_data *d)
{
    gisa_buf_clear(&d->ld_body);
    gisa_buf_clear(&d->state_body);
    *d = (gisa_script_data){0};
}
