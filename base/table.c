#include "base/table.h"

#include <assert.h>

#include "base/mem.h"

enum { FIRST_BITS = 4 };

gisa_status gisa_table_reserve(gisa_table *t, size_t n)
{
    unsigned bits = t->cap ? 32 - t->shift : FIRST_BITS;
    if (t->cap && 2 * n <= t->cap) return GISA_OK;
    if (n > UINT32_MAX / 2) return GISA_ENOMEM;
    while (((size_t)1 << bits) < 2 * n) bits++;
    gisa_table bigger = {.cap = (size_t)1 << bits, .n = t->n, .shift = 32 - bits};
    bigger.entries = gisa_calloc(bigger.cap, sizeof *bigger.entries);
    if (!bigger.entries) return GISA_ENOMEM;
    for (size_t i = 0; i < t->cap; i++)
        if (t->entries[i].key) *gisa_table_slot(&bigger, t->entries[i].key) = t->entries[i];
    gisa_free(t->entries);
    *t = bigger;
    return GISA_OK;
}

gisa_status gisa_table_put(gisa_table *t, uint32_t key, uint32_t **value, bool *added)
{
    assert(key);
    if (gisa_table_reserve(t, t->n + 1) < 0) return GISA_ENOMEM;
    gisa_table_entry *e = gisa_table_slot(t, key);
    if (added) *added = !e->key;
    if (!e->key) {
        e->key = key;
        t->n++;
    }
    *value = &e->value;
    return GISA_OK;
}

void gisa_table_clear(gisa_table *t)
{
    gisa_free(t->entries);
    *t = (gisa_table){0};
}
