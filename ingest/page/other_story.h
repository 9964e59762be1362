/* Whole stories that a page prints beside its own: the next ones of an endless scroll, a longer one
 * in another column or above the headline.
 *
 * The text is under the headline that is the page's title. A line printed in the same way as that
 * headline, with a date or byline of its own and text between the two, begins another story. It
 * reaches as far as its box, or as the box it shares with the headline. What is above a headline
 * with a date is another story, too, when there is text enough below. */
#ifndef GISA_INGEST_PAGE_OTHER_STORY_H
#define GISA_INGEST_PAGE_OTHER_STORY_H

#include "ingest/page/line_filter.h"

/* Flags the lines of other stories GISA_LINE_OTHER. filter: its title is what the page's head calls
 * the story, with or without the site's name. */
void gisa_other_story_mark(const gisa_line_filter *filter, gisa_lines *l, const gisa_tree *t);

/* The line that prints the title: the highest heading, else the first line outside links; SIZE_MAX:
 * none. */
size_t gisa_headline_find(const gisa_line_filter *filter, const gisa_lines *l, const gisa_tree *t);

/* Whether line i is short and begins with a date, or with a label and one; a full stop may end it.
 */
bool gisa_line_begins_with_date(const gisa_lines *l, size_t i);

/* Whether a date or a byline follows the headline at line i before its text. */
bool gisa_headline_is_signed(const gisa_line_filter *filter, const gisa_lines *l, size_t i);

#endif
