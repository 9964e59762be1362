/* Which lines are the story among those of a flattened page.
 *
 * Without markup a page is a sequence: menus and headline lists are runs of short lines that end in
 * nouns, a story is a run of lines that end in sentences with short subheads between them. Every
 * line gets a score, the weighted sum of its own features (length, ending, share of words with a
 * particle, the rule that names it), of those of its neighbours up to twelve lines away, and of its
 * place between title and notice of rights. The story is the choice of lines that maximises the sum
 * of scores, where every return to the story after other lines costs something (Viterbi, 1967): a
 * subhead is carried by its neighbours, a list of links in the middle is not.
 *
 * The weights are in corpus/lexicon/region.tsv; tests/bench/flat_train.py makes them by logistic
 * regression (lines labelled by whether a gold body holds them). Time is linear in the lines. */
#ifndef GISA_INGEST_FLAT_STORY_LINES_H
#define GISA_INGEST_FLAT_STORY_LINES_H

#include "ingest/line_rule.h"
#include "ingest/lines.h"

enum { GISA_STORY_SHARED_FEATURES = 7, GISA_STORY_WINDOWS = 6, GISA_STORY_OWN_FEATURES = 65 };
enum {
    GISA_STORY_FEATURES = GISA_STORY_OWN_FEATURES + GISA_STORY_SHARED_FEATURES * GISA_STORY_WINDOWS
};

typedef struct gisa_story_weights {
    float of[GISA_STORY_FEATURES];
    float enter; /* cost of a return to the story */
} gisa_story_weights;

/* Reads "name <TAB> weight" lines. Errors: GISA_EINVAL, with the line, for an unknown name. */
gisa_status gisa_story_weights_read(gisa_story_weights *out, gisa_str table, gisa_error *err);

/* The name of a feature as the table spells it; n is the buffer's size. */
void gisa_story_feature_name(size_t feature, char *out, size_t n);

typedef struct gisa_story_words {
    uint16_t all, particles, capitals, latin; /* of a line's first 2,000 bytes */
} gisa_story_words;

/* What is known of a line before it is scored. */
typedef struct gisa_story_line {
    uint8_t kind;   /* gisa_line_kind; filled by the caller */
    uint8_t times;  /* how often the page prints it, at most 255; filled by the caller */
    bool title;     /* it repeats the title; filled by the caller */
    bool story;     /* the result */
    uint8_t ending; /* what it ends in, as a feature */
    gisa_story_words words;
    float shared[GISA_STORY_SHARED_FEATURES];
    float score;
} gisa_story_line;

typedef struct gisa_story_lines {
    gisa_story_line *lines;
    size_t n, cap;
    size_t from, to;      /* the densest run of running text */
    size_t title, notice; /* last title above the run, first end below its middle; n: none */
    size_t signature;     /* last byline or date above the run; n: none */
} gisa_story_lines;

/* Makes room for the lines, all blank. Errors: GISA_ENOMEM. */
gisa_status gisa_story_lines_start(gisa_story_lines *story, const gisa_lines *l, gisa_error *err);

/* Measures the lines and finds the densest run; needs kind. */
void gisa_story_lines_measure(gisa_story_lines *story, const gisa_lines *l);

/* The features of one line, each 0 to 1; needs kind, times and title. */
void gisa_story_line_features(const gisa_story_lines *story, const gisa_lines *l, size_t i,
                              float out[GISA_STORY_FEATURES]);

/* Fills score and story of every line. */
void gisa_story_lines_choose(gisa_story_lines *story, const gisa_lines *l,
                             const gisa_story_weights *weights);
void gisa_story_lines_clear(gisa_story_lines *story);

#endif
