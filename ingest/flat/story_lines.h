/* Where the story stands among the lines of a flattened page.
 *
 * Without markup a page is a sequence: menus and headline lists are runs of short lines that end in
 * nouns, a story is a run of lines that end in sentences with short subheads between them. Every
 * line gets a score, the weighted sum of its own signs (length, ending, share of words with a
 * particle, the rule that names it), of those of its neighbours up to twelve lines away, and of its
 * place between title and notice of rights. The story is the choice of lines that maximises the sum
 * of scores, where every return to the story after other lines costs something (Viterbi, 1967): a
 * subhead is carried by its neighbours, a list of links in the middle is not.
 *
 * The weights stand in corpus/lexicon/region.tsv; tests/bench/flat_train.py makes them by logistic
 * regression (lines labelled by whether a gold body holds them). Time is linear in the lines. */
#ifndef GISA_INGEST_FLAT_STORY_LINES_H
#define GISA_INGEST_FLAT_STORY_LINES_H

#include "ingest/line_rule.h"
#include "ingest/lines.h"

enum { GISA_REGION_MARKS = 7, GISA_REGION_WINDOWS = 6, GISA_REGION_OWN = 65 };
enum { GISA_REGION_SIGNS = GISA_REGION_OWN + GISA_REGION_MARKS * GISA_REGION_WINDOWS };

typedef struct gisa_region_weights {
    float of[GISA_REGION_SIGNS];
    float enter; /* cost of a return to the story */
} gisa_region_weights;

/* Reads "name <TAB> weight" lines. Errors: GISA_EINVAL, with the line, for an unknown name. */
gisa_status gisa_region_weights_read(gisa_region_weights *out, gisa_str table, gisa_error *err);

/* The name of a sign as the table spells it; n is the buffer's size. */
void gisa_region_sign_name(size_t sign, char *out, size_t n);

typedef struct gisa_region_words {
    uint16_t all, particles, capitals, latin; /* of a line's first 2,000 bytes */
} gisa_region_words;

/* What is known of a line before it is scored. */
typedef struct gisa_region_line {
    uint8_t kind;   /* gisa_rule_kind; filled by the caller */
    uint8_t times;  /* how often the page prints it, at most 255; filled by the caller */
    bool title;     /* it says the title; filled by the caller */
    bool story;     /* the result */
    uint8_t ending; /* what it ends in, as a sign */
    gisa_region_words words;
    float marks[GISA_REGION_MARKS];
    float score;
} gisa_region_line;

typedef struct gisa_region {
    gisa_region_line *lines;
    size_t n, cap;
    size_t from, to;      /* the densest run of running text */
    size_t title, notice; /* last title above the run, first end below its middle; n: none */
    size_t signature;     /* last byline or date above the run; n: none */
} gisa_region;

/* Makes room for the lines, all blank. Errors: GISA_ENOMEM. */
gisa_status gisa_region_start(gisa_region *r, const gisa_lines *l, gisa_error *err);

/* Measures the lines and finds the densest run; asks for kind. */
void gisa_region_measure(gisa_region *r, const gisa_lines *l);

/* The signs of one line, each 0 to 1; asks for kind, times and title. */
void gisa_region_signs(const gisa_region *r, const gisa_lines *l, size_t i,
                       float out[GISA_REGION_SIGNS]);

/* Fills score and story of every line. */
void gisa_region_choose(gisa_region *r, const gisa_lines *l, const gisa_region_weights *weights);
void gisa_region_clear(gisa_region *r);

#endif
