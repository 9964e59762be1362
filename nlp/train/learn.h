/* Averaged perceptron with beam search and max-violation updates (Huang, Fayong and Guo 2012),
 * every feature also in a copy for its corpus (Daumé III 2007), over a large table of hashed
 * weights. */
#ifndef GISA_NLP_TRAIN_LEARN_H
#define GISA_NLP_TRAIN_LEARN_H

#include "base/hangul.h"
#include "nlp/train/corpus.h"

#define TRAIN_BEAM    4
#define TRAIN_TOP     10
#define TRAIN_DOMAINS 8  /* corpora, each with copies of the weights */
#define TRAIN_CLASSES 16 /* of characters that are no syllables */
#define TRAIN_KEYS    (GISA_HANGUL_SYLLABLES + TRAIN_CLASSES) /* who has a list of candidates */

/* The labels a character may take: labels[from[key]] up to labels[from[key + 1]]. */
typedef struct train_candidates {
    uint32_t from[TRAIN_KEYS + 1];
    uint16_t *labels;
} train_candidates;

typedef struct train_learner train_learner;

/* bits: the table holds 2^bits weights. Borrows labels, candidates and words. */
gisa_status train_learner_open(const train_labels *labels, const train_candidates *candidates,
                               gisa_wordset words, unsigned bits, train_learner **out,
                               gisa_error *err);

/* A learner with the same weights, to read with on another thread; l must outlive it.
 *
 * shares: what each domain's copies of the weights count beside the plain ones, whatever domain is
 *         read; borrowed. In training a sentence's own domain counts 1, the others nothing. */
gisa_status train_learner_twin(const train_learner *l, const float shares[TRAIN_DOMAINS],
                               train_learner **out, gisa_error *err);
void train_learner_close(train_learner *l);

/* One pass over the sentences in an order that the epoch's number decides.
 *
 * longs: how many of four sentences show features of long strings (gisa_feature_local). */
void train_learner_run(train_learner *l, const train_corpus *c, unsigned epoch, unsigned longs);

/* Share of eojeols and of syllables right with averaged weights, as the domain reads. */
void train_learner_test(train_learner *l, const train_corpus *c, uint8_t domain, double *eojeols,
                        double *syllables);

/* Lets averages begin here: what the first passes tried is noise. */
void train_learner_forget(train_learner *l);

/* Replaces the running weights by their averages; training is over. */
void train_learner_average(train_learner *l);

/* Brings l half way to another learner's averaged weights; both have tables of one size. */
void train_learner_mix(train_learner *l, const train_learner *other);

/* Keeps the table between training and packing. Errors: GISA_EIO, GISA_EINVAL, GISA_ENOMEM. */
gisa_status train_learner_save(const train_learner *l, const char *path, gisa_error *err);
gisa_status train_learner_load(train_learner *l, const char *path, gisa_error *err);

/* Tags all sentences and shows every feature and outcome that is weighed on the way, with its
 * weight; for a twin, whose shares decide. */
typedef void train_visit(void *ctx, uint64_t feature, uint32_t outcome, float weight);
void train_learner_visit(train_learner *twin, const train_corpus *c, train_visit *visit, void *ctx);

/* Shows the local features of every syllable, and those of the gold labels. */
void train_learner_count(train_learner *l, const train_corpus *c,
                         void (*count)(void *ctx, uint64_t feature), void *ctx);

/* All averaged weights, for a histogram. */
const float *train_learner_table(const train_learner *l, size_t *n);

/* The key of a character in the candidates. */
uint32_t train_key(uint32_t cp);

#endif
