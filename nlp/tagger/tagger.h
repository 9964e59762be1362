/* The tagger: a label for each syllable, by beam search over a linear model (see
 * nlp/tagger/feature.h for what it sees and nlp/tagger/model.h for where its weights are). */
#ifndef GISA_NLP_TAGGER_TAGGER_H
#define GISA_NLP_TAGGER_TAGGER_H

#include "nlp/tagger/morph_list.h"
#include "nlp/tagger/weight_rows.h"

typedef struct gisa_tagger gisa_tagger; /* the workspace of one thread */

/* What the caller knows beforehand about a code point of the text. */
#define GISA_PRESET_BEGIN    0x8000u /* a morpheme begins here */
#define GISA_PRESET_INSIDE   0x4000u /* and goes on here; its tag is in the lower bits plus one */
#define GISA_PRESET_OPEN     0x2000u /* it may go on after this code point */
#define GISA_PRESET_DEFERRED 0x1000u /* set only after the text was first tagged */
#define GISA_PRESET_WHOLE    0x0800u /* its parts are no words: the index does not split it */

/* The model must outlive the tagger. Errors: GISA_ENOMEM. */
gisa_status gisa_tagger_open(const gisa_model *model, gisa_tagger **out, gisa_error *err);
void gisa_tagger_close(gisa_tagger *tagger);

/* Lends the tagger the long rows of its model; they must outlive it. */
void gisa_tagger_set_rows(gisa_tagger *tagger, const gisa_weight_rows *long_rows);

/* Whether remembered eojeols are used (they are, unless switched off: for training). */
void gisa_tagger_use_frozen(gisa_tagger *tagger, bool on);

/* Appends the morphemes of a sentence to out, in order; none crosses a space.
 *
 * presets: NULL, or for each code point of the text 0 or what GISA_PRESET_* say: a whole morpheme
 * of that tag in its text form. Errors: GISA_ENOMEM. */
gisa_status gisa_tagger_run(gisa_tagger *tagger, const gisa_text *t, gisa_range sentence,
                            const uint16_t *presets, gisa_morph_list *out, gisa_error *err);

/* A line as it was tagged: its syllables, where each is in the text, and their labels. */
typedef struct gisa_tagged_line {
    uint32_t n;
    const uint32_t *cp, *at;
    const uint16_t *labels;
} gisa_tagged_line;

/* The line tagged last: the whole sentence of gisa_tagger_run, or its end when it has more than
 * GISA_TAGGER_LINE_MAX syllables. Dead after the next run. */
gisa_tagged_line gisa_tagger_last(const gisa_tagger *tagger);

/* Appends the morphemes that the labels of a line spell. Errors: GISA_ENOMEM. */
gisa_status gisa_tagger_spell(const gisa_model *model, const gisa_tagged_line *line,
                              gisa_morph_list *out, gisa_error *err);

/* The labels of n syllables (at most GISA_TAGGER_LINE_MAX), begins[i] saying whether an eojeol
 * begins. For training and explaining. Returns: labels of the tagger's own, or NULL when no path is
 * legal. */
const uint16_t *gisa_tagger_labels(gisa_tagger *tagger, const uint32_t *cp, const uint8_t *begins,
                                   uint32_t n);

#endif
