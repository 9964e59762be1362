/* Claims are put in order of their places; the better one keeps a place that two claim. */
#include "nlp/names/entity_claim.h"

#include <stdlib.h>

gisa_status gisa_claims_put_entity(gisa_claims *c, gisa_entity e, int rank)
{
    if (GISA_ARENA_GROW(c->arena, c->items, c->n, c->cap) < 0) return GISA_ENOMEM;
    if (rank == GISA_RANK_GAZETTEER && c->n == c->n_known) c->n_known++;
    c->items[c->n++] = (gisa_claim){.entity = e, .rank = rank};
    return GISA_OK;
}

gisa_status gisa_claims_put(gisa_claims *c, gisa_span span, gisa_entity_type type, gisa_str id,
                            int rank)
{
    return gisa_claims_put_entity(c, (gisa_entity){.span = span, .type = type, .id = id}, rank);
}

/* The gazetteer's claims come first and in order, so a search by halves finds the place. */
const gisa_claim *gisa_claims_at(const gisa_claims *c, gisa_span span, int rank)
{
    if (rank == GISA_RANK_GAZETTEER) {
        size_t low = 0, high = c->n_known, n = high;
        while (low < high) {
            size_t mid = low + (high - low) / 2;
            if (c->items[mid].entity.span.end <= span.start)
                low = mid + 1;
            else
                high = mid;
        }
        return low < n && c->items[low].entity.span.start < span.end ? &c->items[low] : NULL;
    }
    for (size_t i = 0; i < c->n; i++)
        if (c->items[i].rank >= rank && c->items[i].entity.span.start < span.end &&
            span.start < c->items[i].entity.span.end)
            return &c->items[i];
    return NULL;
}

static int by_place(const void *x, const void *y)
{
    const gisa_claim *a = x, *b = y;
    if (a->entity.span.start != b->entity.span.start)
        return a->entity.span.start < b->entity.span.start ? -1 : 1;
    if (a->rank != b->rank) return a->rank > b->rank ? -1 : 1;
    if (a->entity.span.end != b->entity.span.end)
        return a->entity.span.end > b->entity.span.end ? -1 : 1;
    return (a->entity.type > b->entity.type) - (a->entity.type < b->entity.type);
}

static bool better(const gisa_claim *a, const gisa_claim *b)
{
    /* 한국은행: the whole word, though the gazetteer knows its beginning as a place */
    uint32_t a_length = a->entity.span.end - a->entity.span.start;
    uint32_t b_length = b->entity.span.end - b->entity.span.start;
    bool a_holds = a->entity.span.start <= b->entity.span.start &&
                   a->entity.span.end >= b->entity.span.end && a_length > b_length;
    if (a_holds && a->entity.type == GISA_ENTITY_OG && b->entity.type == GISA_ENTITY_LC &&
        b->rank < GISA_RANK_KLUE)
        return true;
    if (a->rank != b->rank) return a->rank > b->rank;
    return a_length > b_length;
}

gisa_status gisa_claims_resolve(gisa_claims *c, gisa_annotation *a)
{
    a->n_entities = 0;
    a->entities = gisa_arena_alloc(&a->arena, (c->n + 1) * sizeof *a->entities);
    gisa_claim *kept = gisa_arena_alloc(&a->arena, (c->n + 1) * sizeof *kept);
    if (!a->entities || !kept) return GISA_ENOMEM;
    if (c->n > 1) qsort(c->items, c->n, sizeof *c->items, by_place);
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++) {
        bool keep = true;
        while (n > 0 && keep && kept[n - 1].entity.span.end > c->items[i].entity.span.start) {
            if (better(&c->items[i], &kept[n - 1]))
                n--;
            else
                keep = false;
        }
        if (keep) kept[n++] = c->items[i];
    }
    for (size_t i = 0; i < n; i++) a->entities[i] = kept[i].entity;
    a->n_entities = n;
    return GISA_OK;
}
