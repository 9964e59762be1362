/* Names that are found with a small model, for the tests of rules that ask one. */
#ifndef GISA_TEST_NAMES_FOUND_H
#define GISA_TEST_NAMES_FOUND_H

#include "base/mem.h"
#include "nlp/names/entity.h"
#include "tests/unit/names_toy.h"

static gisa_gazetteer *found_gazetteer;
static gisa_name_model found_model;
static gisa_recogniser *found_recogniser;

static inline bool found_open(void)
{
    gisa_error err = {0};
    if (!analyzed_open() || !toy_make()) return false;
    WENT(gisa_gazetteer_open(GISA_NONE, &found_gazetteer, &err), err, "the gazetteer opens");
    WENT(gisa_name_model_view(gisa_buf_view(&toy_file), &found_model, &err), err, "it is a model");
    WENT(gisa_name_model_spread(&found_model, &err), err, "its rows are laid out");
    return WENT(gisa_recogniser_open(&found_model, &found_recogniser, &err), err,
                "a recogniser opens");
}

static inline void found_close(void)
{
    gisa_recogniser_close(found_recogniser);
    gisa_name_model_clear(&found_model);
    gisa_gazetteer_close(found_gazetteer);
    gisa_buf_clear(&toy_file);
    analyzed_close();
}

static inline gisa_status found_in(gisa_str text)
{
    gisa_quantities quantities = {0};
    gisa_entity_opts opts = {.quantities = &quantities, .recogniser = found_recogniser};
    gisa_annotate_opts morphs = {.morphs_only = true};
    gisa_status st = gisa_annotate(work, text, &morphs, &a, NULL);
    if (st >= 0) st = gisa_quantities_find(text, &a.arena, &quantities);
    return st < 0 ? st : gisa_entities_find(found_gazetteer, text, &opts, &a, NULL);
}

/* Whether the names found are "words/TYPE words/TYPE "; those with an id are left out. */
static inline void found_same(const char *name, const char *words, const char *want)
{
    gisa_buf out = {0};
    gisa_str text = gisa_str_from(words);
    OK(found_in(text) == GISA_OK, name);
    gisa_buf_add_c(&out, "");
    for (size_t i = 0; i < a.n_entities; i++) {
        const gisa_entity *e = &a.entities[i];
        if (e->id.p) continue;
        gisa_buf_add(&out, gisa_span_text(e->span, text));
        gisa_buf_addf(&out, "/%s ", gisa_entity_type_name(e->type));
    }
    SAME_C(gisa_buf_view(&out), want, name);
    gisa_buf_clear(&out);
}

static inline void found_without_memory(gisa_str text)
{
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_annotation_clear(&a);
    OK(found_in(text) == GISA_OK, "names are found");
    uint64_t n = gisa_mem_count();
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_annotation_clear(&a);
        gisa_mem_fail_after(allowed);
        gisa_status st = found_in(text);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st != GISA_ENOMEM) OK(st == GISA_OK && allowed > 0, "every allocation may fail");
    }
    gisa_annotation_clear(&a);
}

#endif
