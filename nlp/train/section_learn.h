/* Learns sections from headlines: for each section a linear support vector machine with squared
 * hinge loss against all others, by dual coordinate descent (Hsieh and others, A Dual Coordinate
 * Descent Method for Large-scale Linear SVM, ICML 2008). The order of the examples is drawn from a
 * fixed seed: the same text gives the same model. */
#ifndef GISA_NLP_TRAIN_SECTION_LEARN_H
#define GISA_NLP_TRAIN_SECTION_LEARN_H

#include "base/buf.h"
#include "nlp/section/section_model.h"

typedef struct train_headline {
    uint32_t at, n; /* features */
    float norm;     /* the squared length of its vector */
    uint8_t section;
} train_headline;

typedef struct train_headlines {
    train_headline *items;
    size_t n, cap;
    uint32_t *features;
    size_t n_features, features_cap;
    gisa_buf text; /* as read; the titles are in it */
    gisa_str *titles;
    size_t titles_cap;
    char names[GISA_SECTIONS][GISA_SECTION_NAME]; /* as they come */
    unsigned n_names;
} train_headlines;

/* Reads lines of a headline, a tab and its section, after those that are there.
 * Errors: GISA_EIO, GISA_EINVAL (a line without a tab, an eighth section), GISA_ENOMEM. */
gisa_status train_headlines_read(train_headlines *h, const char *path, gisa_error *err);
void train_headlines_clear(train_headlines *h);

/* Learns from the headlines but those whose number leaves `left_out` when divided by five (5: from
 * all), and appends the model's bytes to out. temperature: of the probabilities. */
gisa_status train_sections_learn(const train_headlines *h, unsigned left_out, float temperature,
                                 gisa_buf *out, gisa_error *err);

/* gisa-train sections TEXT MODEL            learns from all, and writes the model
 * gisa-train sections-test MODEL TEXT       prints how many of the headlines the model puts right
 * Returns: the program's exit status. */
int train_sections_main(int argc, char **argv);

#endif
