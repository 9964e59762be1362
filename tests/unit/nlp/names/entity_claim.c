#include "nlp/names/entity_claim.h"

#include "tests/unit/test.h"

typedef struct claim_row { /* a claim of the bytes [start, end) */
    uint32_t start, end;
    gisa_entity_type type;
    int rank;
} claim_row;

static const struct {
    const char *name;
    claim_row claims[4]; /* up to one of rank 0 */
    const char *want;    /* the spans kept */
} rows[] = {
    {"claims come out in order of their places",
     {{10, 12, GISA_ENTITY_PS, GISA_RANK_PERSON}, {0, 2, GISA_ENTITY_PS, GISA_RANK_PERSON}},
     "0-2 10-12 "},
    {"the higher rank wins over the longer claim",
     {{0, 9, GISA_ENTITY_OG, GISA_RANK_SUFFIX}, {3, 6, GISA_ENTITY_PS, GISA_RANK_PERSON}},
     "3-6 "},
    {"of one rank the longer claim wins",
     {{0, 4, GISA_ENTITY_OG, GISA_RANK_SUFFIX}, {2, 9, GISA_ENTITY_OG, GISA_RANK_SUFFIX}},
     "2-9 "},
    {"of one rank and length the earlier wins",
     {{0, 4, GISA_ENTITY_OG, GISA_RANK_SUFFIX}, {2, 6, GISA_ENTITY_OG, GISA_RANK_SUFFIX}},
     "0-4 "},
    {"an organisation wins over the gazetteer's place inside it",
     {{0, 6, GISA_ENTITY_LC, GISA_RANK_GAZETTEER}, {0, 12, GISA_ENTITY_OG, GISA_RANK_SUFFIX}},
     "0-12 "},
    {"a person does not",
     {{0, 6, GISA_ENTITY_LC, GISA_RANK_GAZETTEER}, {0, 12, GISA_ENTITY_PS, GISA_RANK_PERSON}},
     "0-6 "},
    {"a winner displaces both that it overlaps",
     {{0, 4, GISA_ENTITY_OG, GISA_RANK_SUFFIX},
      {4, 8, GISA_ENTITY_OG, GISA_RANK_SUFFIX},
      {3, 9, GISA_ENTITY_MODEL, GISA_RANK_GAZETTEER}},
     "3-9 "},
    {"claims that touch both stay",
     {{0, 4, GISA_ENTITY_OG, GISA_RANK_SUFFIX}, {4, 8, GISA_ENTITY_PS, GISA_RANK_PERSON}},
     "0-4 4-8 "},
};

static void put_row(gisa_claims *c, const claim_row *r)
{
    gisa_span span = {r->start, r->end};
    OK(gisa_claims_put(c, span, r->type, GISA_NONE, r->rank) == GISA_OK, "a claim is added");
}

static void resolve(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_annotation a = {0};
        gisa_claims c = {.arena = &a.arena};
        char got[100];
        int n = 0;
        for (size_t k = 0; k < 4 && rows[i].claims[k].rank; k++) put_row(&c, &rows[i].claims[k]);
        OK(gisa_claims_resolve(&c, &a) == GISA_OK, rows[i].name);
        for (size_t k = 0; k < a.n_entities; k++)
            n += snprintf(got + n, sizeof got - (size_t)n, "%u-%u ", a.entities[k].span.start,
                          a.entities[k].span.end);
        SAME_C(gisa_str_from(got), rows[i].want, rows[i].name);
        gisa_annotation_clear(&a);
    }
}

/* The gazetteer's claims come first and in order; the others are in any. */
static void at(void)
{
    static const claim_row claims[] = {{0, 6, GISA_ENTITY_OG, GISA_RANK_GAZETTEER},
                                       {9, 12, GISA_ENTITY_LC, GISA_RANK_GAZETTEER},
                                       {30, 39, GISA_ENTITY_PS, GISA_RANK_PERSON},
                                       {20, 26, GISA_ENTITY_OG, GISA_RANK_SUFFIX}};
    gisa_arena arena = {0};
    gisa_claims c = {.arena = &arena};
    for (size_t i = 0; i < 4; i++) put_row(&c, &claims[i]);
    gisa_span inside = {10, 11}, between = {6, 9}, across = {5, 10}, person = {38, 50};
    OK(gisa_claims_at(&c, inside, GISA_RANK_GAZETTEER) == &c.items[1], "a claim around the span");
    OK(!gisa_claims_at(&c, between, GISA_RANK_GAZETTEER), "a neighbour is no overlap");
    OK(gisa_claims_at(&c, across, GISA_RANK_GAZETTEER) == &c.items[0], "the first that overlaps");
    OK(!gisa_claims_at(&c, person, GISA_RANK_GAZETTEER), "only claims of the rank count");
    OK(gisa_claims_at(&c, person, GISA_RANK_SUFFIX) == &c.items[2], "a higher rank counts too");
    gisa_arena_clear(&arena);
}

/* 여수시 as a body takes no place that the gazetteer knows. */
static void keep_places(void)
{
    gisa_annotation a = {0};
    gisa_claims c = {.arena = &a.arena};
    put_row(&c, &(claim_row){0, 9, GISA_ENTITY_OG, GISA_RANK_LEARNED});
    put_row(&c, &(claim_row){0, 9, GISA_ENTITY_LC, GISA_RANK_GAZETTEER});
    OK(gisa_claims_resolve(&c, &a) == GISA_OK && a.n_entities == 1 &&
           a.entities[0].type == GISA_ENTITY_LC,
       "a body no longer than the gazetteer's place does not win over it");
    gisa_annotation_clear(&a);
}

int main(void)
{
    keep_places();
    resolve();
    at();
    return test_end();
}
