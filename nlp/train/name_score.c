#include "nlp/train/name_score.h"

#include <stdio.h>

#include "nlp/analysis.h"

/* Whether a name that was found counts: where something is open only when it is marked. */
static bool counts(const train_marked *m, const gisa_entity *found)
{
    bool open = false;
    for (size_t k = 0; k < m->n_names; k++) {
        const gisa_entity *e = &m->names[k];
        if (e->span.start == found->span.start && e->span.end == found->span.end &&
            e->type == found->type)
            return true;
        open |= e->type == TRAIN_NAME_OPEN && e->span.start < found->span.end &&
                found->span.start < e->span.end;
    }
    return !open;
}

static void count(train_name_score *s, const train_marked *m, const gisa_entity *found, size_t n)
{
    bool is_name[GISA_NAME_TYPES] = {
        [GISA_ENTITY_PS] = true, [GISA_ENTITY_LC] = true, [GISA_ENTITY_OG] = true};
    for (size_t i = 0; i < n; i++)
        if (found[i].type < GISA_NAME_TYPES && counts(m, &found[i])) s->found[found[i].type]++;
    for (size_t k = 0; k < m->n_names; k++) {
        const gisa_entity *gold = &m->names[k];
        if (gold->type == TRAIN_NAME_OPEN) continue;
        s->gold[gold->type]++;
        for (size_t i = 0; i < n; i++) {
            if (found[i].span.start != gold->span.start || found[i].span.end != gold->span.end)
                continue;
            s->right[gold->type] += found[i].type == gold->type;
            s->spans += is_name[gold->type];
        }
    }
}

/* Labels the sentences of a fold by one system. */
static gisa_status add_system(train_name_scores *s, train_name_system system,
                              gisa_analyzer *analyzer, const train_marked_text *t, unsigned fold,
                              gisa_error *err)
{
    gisa_annotation a = {0};
    gisa_analysis *work = NULL;
    gisa_annotate_opts how = {.klue_names = system == TRAIN_NAME_KLUE};
    bool before = analyzer->isolated;
    analyzer->knows_names = system != TRAIN_NAME_RULES;
    analyzer->isolated = system >= TRAIN_NAME_ALONE;
    gisa_status st = gisa_analysis_open(analyzer, &work, err);
    for (size_t i = 0; i < t->n && st >= 0; i++) {
        const train_marked *m = &t->items[i];
        if (!train_name_fold_has(m, fold)) continue;
        if ((m->collection == TRAIN_ARTICLE) != (system == TRAIN_NAME_ARTICLES)) continue;
        st = gisa_annotate(work, m->text, &how, &a, err);
        if (st >= 0) count(&s->systems[system], m, a.entities, a.n_entities);
    }
    analyzer->isolated = before;
    gisa_analysis_close(work);
    gisa_annotation_clear(&a);
    return st;
}

gisa_status train_name_scores_add(train_name_scores *s, gisa_analyzer *analyzer,
                                  const train_marked_text *t, unsigned fold, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (int k = 0; k < TRAIN_NAME_SYSTEMS && st >= 0; k++)
        st = add_system(s, (train_name_system)k, analyzer, t, fold, err);
    return st;
}

static double f1(const train_name_score *s, unsigned from, unsigned to)
{
    unsigned gold = 0, found = 0, right = 0;
    for (unsigned t = from; t < to; t++) {
        gold += s->gold[t];
        found += s->found[t];
        right += s->right[t];
    }
    return gold + found ? 2.0 * right / (gold + found) : 0;
}

void train_name_scores_print(const train_name_scores *all, unsigned folds)
{
    static const char *const names[] = {"rules", "klue", "all", "alone", "articles"};
    for (unsigned k = 0; k < TRAIN_NAME_SYSTEMS; k++) {
        const train_name_score *s = &all->systems[k];
        unsigned gold = s->gold[0] + s->gold[1] + s->gold[2];
        printf("%u folds %-8s names %.4f numbers %.4f spans %.4f |", folds, names[k], f1(s, 0, 3),
               f1(s, 3, GISA_NAME_TYPES), gold ? (double)s->spans / gold : 0);
        for (unsigned t = 0; t < GISA_NAME_TYPES; t++)
            printf(" %s %.3f", gisa_entity_type_name(t), f1(s, t, t + 1));
        printf("\n");
    }
    fflush(stdout);
}
