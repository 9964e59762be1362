/* How far names that are found agree with those that are marked: exact spans and types. */
#ifndef GISA_NLP_TRAIN_NAME_SCORE_H
#define GISA_NLP_TRAIN_NAME_SCORE_H

#include "nlp/train/name_learn.h"

typedef enum train_name_system {
    TRAIN_NAME_RULES,    /* gazetteer and rules alone */
    TRAIN_NAME_KLUE,     /* by KLUE-NER's conventions */
    TRAIN_NAME_ALL,      /* entities as gisa gives them */
    TRAIN_NAME_ALONE,    /* so too, each word read by itself, as an import does */
    TRAIN_NAME_ARTICLES, /* and so those of whole articles */
    TRAIN_NAME_SYSTEMS
} train_name_system;

typedef struct train_name_score {
    unsigned gold[GISA_NAME_TYPES], found[GISA_NAME_TYPES], right[GISA_NAME_TYPES];
    unsigned spans; /* people, places and bodies whose span was found, of any type */
} train_name_score;

typedef struct train_name_scores {
    train_name_score systems[TRAIN_NAME_SYSTEMS];
} train_name_scores;

/* Adds the press sentences of a fold, as the analyser finds their names. Errors: GISA_ENOMEM. */
gisa_status train_name_scores_add(train_name_scores *s, gisa_analyzer *analyzer,
                                  const train_marked_text *t, unsigned fold, gisa_error *err);

void train_name_scores_print(const train_name_scores *s, unsigned folds);

#endif
