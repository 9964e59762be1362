/* What the recogniser of names knows of words beforehand, made from lists of words. */
#ifndef GISA_NLP_TRAIN_NAME_LEXICON_H
#define GISA_NLP_TRAIN_NAME_LEXICON_H

#include "base/buf.h"
#include "nlp/names/name_model.h"
#include "nlp/train/name_pack.h"

typedef struct train_name_lexicon {
    train_pack lists, clusters;
    gisa_buf marks, cluster_of; /* uint16_t for each number of those */
    gisa_buf syllables;         /* int8_t[3][GISA_HANGUL_SYLLABLES] */
} train_name_lexicon;

/* Reads FOLDER/lists.txt ("lists TAB word": bits 1 people, 2 places, 4 other names, 8 common nouns)
 * and, where there is one, FOLDER/clusters.txt ("cluster TAB form/TAG").
 *
 * Errors: GISA_EIO, GISA_EINVAL, GISA_ENOMEM. */
gisa_status train_name_lexicon_read(const char *folder, train_name_lexicon *out, gisa_error *err);
void train_name_lexicon_clear(train_name_lexicon *x);

/* A view to make features with. */
gisa_name_lexicon train_name_lexicon_view(const train_name_lexicon *x);

#endif
