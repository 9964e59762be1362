/* Sentences with marked names, and the features that the recogniser sees in them. */
#ifndef GISA_NLP_TRAIN_NAME_TEXT_H
#define GISA_NLP_TRAIN_NAME_TEXT_H

#include "base/buf.h"
#include "nlp/annotate.h"
#include "nlp/names/name_model.h"

typedef enum train_collection {
    TRAIN_PRESS,
    TRAIN_REVIEW,
    TRAIN_ARTICLE, /* whole articles, with gisa's own conventions */
    TRAIN_COLLECTIONS
} train_collection;

/* The type of a span where nothing is learnt, and the label of its characters. */
#define TRAIN_NAME_OPEN       ((gisa_entity_type)GISA_NAME_TYPES)
#define TRAIN_NAME_OPEN_LABEL UINT8_MAX

typedef struct train_marked {
    gisa_str text;
    gisa_entity *names; /* spans in bytes */
    size_t n_names;
    train_collection collection;
    uint32_t number; /* among the texts of its collection */
} train_marked;

typedef struct train_marked_text {
    gisa_buf file;
    gisa_arena arena;
    train_marked *items;
    size_t n, cap;
} train_marked_text;

/* Reads what nlp/train/name_text.py writes. Errors: GISA_EIO, GISA_EINVAL, GISA_ENOMEM. */
gisa_status train_marked_read(const char *path, train_marked_text *out, gisa_error *err);
void train_marked_clear(train_marked_text *t);

typedef struct train_name_line {
    uint32_t from, n; /* characters of the set */
    uint32_t sentence;
} train_name_line;

/* Lines with the features and labels of each character. */
typedef struct train_name_set {
    train_name_line *lines;
    size_t n_lines, cap_lines;
    uint8_t *labels;
    size_t n, cap_labels;
    uint32_t *feature_from; /* of each character, and one more */
    size_t cap_from;
    uint32_t *features; /* numbers in the vocabulary */
    size_t n_features, cap_features;
    uint64_t *vocabulary; /* the hash of each number */
    size_t n_vocabulary, cap_vocabulary;
    uint32_t *slots; /* of a hash table over them */
    size_t n_slots;
} train_name_set;

/* Analyses the texts and adds their lines and features to a set, one match of lists in ten
 * hidden.
 *
 * Errors: GISA_ENOMEM. */
gisa_status train_name_set_make(const train_marked_text *t, gisa_analysis *work,
                                const gisa_name_lexicon *lexicon, train_name_set *out,
                                gisa_error *err);
void train_name_set_clear(train_name_set *s);

#endif
