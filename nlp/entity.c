#include "nlp/entity.h"

gisa_status gisa_entities_find(const gisa_gazetteer *g, gisa_str text, gisa_annotation *a,
                               gisa_error *err)
{
    gisa_name_hits hits;
    gisa_status st = gisa_gazetteer_find(g, text, &a->arena, &hits, err);
    if (st < 0) return st;
    a->entities = gisa_arena_alloc(&a->arena, (hits.n + 1) * sizeof *a->entities);
    if (!a->entities) return gisa_fail_mem(err);
    for (size_t i = 0; i < hits.n; i++)
        a->entities[a->n_entities++] = (gisa_entity){
            hits.items[i].span, hits.items[i].type, gisa_gazetteer_name(g, hits.items[i].name)->id};
    return GISA_OK;
}
