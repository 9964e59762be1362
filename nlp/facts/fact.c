#include "nlp/facts/fact.h"

#include "nlp/facts/date.h"
#include "nlp/facts/figure.h"
#include "nlp/facts/figure_claim.h"
#include "nlp/facts/quote.h"
#include "nlp/names/entity.h"

gisa_status gisa_facts_find(const gisa_gazetteer *g, gisa_str text, const gisa_fact_opts *opts,
                            gisa_annotation *a, gisa_error *err)
{
    gisa_quantities quantities = {0};
    gisa_entity_opts names = {
        .quantities = &quantities, .recogniser = opts->recogniser, .klue = opts->klue_names};
    gisa_status st = gisa_dates_find(text, opts->reference, a, err);
    if (st >= 0 && gisa_quantities_find(text, &a->arena, &quantities) < 0)
        return gisa_fail_mem(err);
    if (st >= 0) st = gisa_figures_find(text, &quantities, a, err);
    if (st >= 0) st = gisa_entities_find(g, text, &names, a, err);
    if (st >= 0) gisa_figures_claim(text, a);
    if (st >= 0) st = gisa_quotes_find(text, opts->body, a, err);
    return st;
}
