/* Whether a page's text is teasers of other stories: a section's page, a tag's, a front page.
 *
 * A card is a linked headline with a line or two of text after it, or one item that begins with
 * such a link. Cards in a row that hold nearly all the text make an index; an article with linked
 * headings has paragraphs of its own before them, and more than a teaser below each. */
#ifndef GISA_INGEST_PAGE_STORY_CARDS_H
#define GISA_INGEST_PAGE_STORY_CARDS_H

#include "ingest/page/body.h"

typedef struct gisa_story_cards {
    size_t n;      /* cards with text */
    size_t teaser; /* lines of text in them */
    float inside;  /* weight of the text in them */
    float outside; /* of other text of the body */
    float before;  /* the part of it that comes before the first card */
} gisa_story_cards;

/* Needs the verdicts of the line pass. */
gisa_story_cards gisa_story_cards_count(const gisa_lines *l, const gisa_body *body);

/* portrait: the page says that it is a person's. */
bool gisa_story_cards_are_all(const gisa_story_cards *cards, bool portrait);

#endif
