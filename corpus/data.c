#include "corpus/data.h"

/* Made by corpus/data.sh: sorted by name, ended by a null name. */
extern const gisa_data gisa_data_table[];

gisa_str gisa_data_find(const char *name)
{
    for (const gisa_data *d = gisa_data_table; d->name; d++)
        if (strcmp(d->name, name) == 0) return d->bytes;
    return GISA_NONE;
}

const gisa_data *gisa_data_at(size_t i)
{
    for (size_t k = 0; gisa_data_table[k].name; k++)
        if (k == i) return &gisa_data_table[k];
    return NULL;
}
