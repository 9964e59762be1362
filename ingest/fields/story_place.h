/* Where a line is, as the article's dates and bylines see it.
 *
 *     far      navigation, the site's clock, cards of other stories, comments, the foot
 *     above    the few lines above the title
 *     head     from the title to the first lines of the text
 *     inside   the text
 *     below    after the text, up to the first box of something else: a list of stories, comments,
 * a heading, a line about reporters or stories that names nobody */
#ifndef GISA_INGEST_FIELDS_STORY_PLACE_H
#define GISA_INGEST_FIELDS_STORY_PLACE_H

#include "ingest/fields/fields.h"

typedef enum gisa_story_place {
    GISA_PLACE_FAR = 0,
    GISA_PLACE_BELOW,
    GISA_PLACE_ABOVE,
    GISA_PLACE_INSIDE,
    GISA_PLACE_HEAD,
} gisa_story_place;

/* Lines: the title's (or, where no line is the title, the first that may belong to the head), the
 * first one of the text, the one after its last, the first of something else. */
typedef struct gisa_story_range {
    size_t title, first, last, end;
    bool titled;
} gisa_story_range;

/* Needs the verdicts of the line pass. */
gisa_story_range gisa_story_range_find(const gisa_field_input *in, gisa_str title);

/* Whether a box around the line, and not around the text, is named like navigation, comments or
 * other stories. Flattened pages have no boxes. */
bool gisa_story_in_noise(const gisa_field_input *in, size_t line);

gisa_story_place gisa_story_place_find(const gisa_field_input *in, const gisa_story_range *r,
                                       size_t line);

#endif
