/* A hash table from 32-bit keys other than 0 to 32-bit values: open addressing with linear probing
 * at a load of at most one half. For keys that are texts there is base/map.h. Nothing walks it, so
 * the order of its slots is seen by nobody. {0} is an empty table. */
#ifndef GISA_BASE_TABLE_H
#define GISA_BASE_TABLE_H

#include "base/status.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct gisa_table_entry {
    uint32_t key; /* 0: free */
    uint32_t value;
} gisa_table_entry;

typedef struct gisa_table {
    gisa_table_entry *entries;
    size_t n, cap;  /* cap: a power of two */
    unsigned shift; /* a mixed key >> shift is its first slot */
} gisa_table;

/* The entry of a key, or the free one where it would be. Only in a table that holds something. */
static inline gisa_table_entry *gisa_table_slot(const gisa_table *t, uint32_t key)
{
    size_t at = key * 0x9E3779B1u >> t->shift;
    while (t->entries[at].key && t->entries[at].key != key)
        at = (at + 1) & (t->cap - 1); /* mutate: equivalent, the slot before would do as well */
    return &t->entries[at];
}

/* The key's value, or `otherwise`. */
static inline uint32_t gisa_table_find(const gisa_table *t, uint32_t key, uint32_t otherwise)
{
    if (!t->n) return otherwise;
    const gisa_table_entry *e = gisa_table_slot(t, key);
    return e->key ? e->value : otherwise;
}

/* Makes room for n keys in all. Errors: GISA_ENOMEM, with the table unchanged. */
gisa_status gisa_table_reserve(gisa_table *t, size_t n);

/* Finds the key or inserts it with the value 0. *value is dead after the next put.
 *
 * key:    not 0.
 * added:  may be NULL; whether the key is new.
 * Errors: GISA_ENOMEM, with the table unchanged. */
gisa_status gisa_table_put(gisa_table *t, uint32_t key, uint32_t **value, bool *added);

void gisa_table_clear(gisa_table *t); /* back to {0} */

#endif
