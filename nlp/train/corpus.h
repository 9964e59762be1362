/* Training text in memory: syllables, eojeol boundaries and gold labels, sentence by sentence.
 *
 * Files have one eojeol a line, "eojeol TAB form/TAG form/TAG …", and a blank line after each
 * sentence. */
#ifndef GISA_NLP_TRAIN_CORPUS_H
#define GISA_NLP_TRAIN_CORPUS_H

#include "base/buf.h"
#include "base/map.h"
#include "nlp/tagger/feature.h"

typedef struct train_sentence {
    uint32_t from, n; /* in the corpus's arrays */
    uint8_t domain;
} train_sentence;

typedef struct train_corpus {
    uint32_t *cp;
    uint8_t *begins;
    uint16_t *label;
    size_t n, cap;
    train_sentence *sentences;
    size_t n_sentences, cap_sentences;
    size_t n_skipped; /* sentences that are too long or whose forms do not meet their text */
} train_corpus;

/* All labels seen, in order of first sight; value: how often. */
typedef struct train_labels {
    gisa_map ids; /* key: the label's bytes; value: index */
    gisa_label *items;
    uint64_t *counts;
    size_t n, cap;
} train_labels;

/* Words with their classes, counted while reading: key: class character and word. */
typedef struct train_words {
    gisa_map counts;
} train_words;

/* Appends a file. words may be NULL. Errors: GISA_EIO, GISA_EINVAL with the line, GISA_ENOMEM. */
gisa_status train_corpus_read(train_corpus *c, const char *path, uint8_t domain,
                              train_labels *labels, train_words *words, gisa_error *err);

/* Renumbers labels by falling frequency, drops those seen less than `least` times and the sentences
 * that need them. Errors: GISA_ENOMEM. */
gisa_status train_labels_sort(train_labels *l, train_corpus *c, uint64_t min, gisa_error *err);

#endif
