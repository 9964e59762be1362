/* The headline as the page prints it above the text. */
#ifndef GISA_INGEST_FIELDS_PRINTED_TITLE_H
#define GISA_INGEST_FIELDS_PRINTED_TITLE_H

#include "ingest/fields/site_name.h"

/* Lines around the body's first one in which a page prints its title; bytes of such a line. */
enum { GISA_TITLE_ABOVE = 15, GISA_TITLE_BELOW = 25, GISA_TITLE_BYTES_MAX = 240 };

/* Whether a text is what a box named like a title holds beside titles: the site's name, the path to
 * the page, whom to call. */
bool gisa_is_no_title(const gisa_field_input *in, const gisa_site_names *names, gisa_str s);

/* Whether a heading is in a box of something else, or names a section that a menu has, too. */
bool gisa_heading_is_aside(const gisa_field_input *in, size_t node);

/* The line above the first date or byline, or the line above that one, which is then a deck: for a
 * page without any title in its head or in headings. */
gisa_str gisa_title_above_date(const gisa_field_input *in, const gisa_site_names *names);

/* The h1 that says in its own words what the head's titles say: that is what readers see, while the
 * head is written for search engines and may end in the site's name. title: the one that is
 * preferred where an h1 prints it. */
gisa_str gisa_printed_heading(const gisa_field_input *in, const gisa_site_names *names,
                              gisa_str title);

/* A line that looks like the title by what it is and where. */
typedef struct gisa_placed_title {
    gisa_str text;
    int worth;  /* from 1 to 14; 0: there is none */
    bool dated; /* date or byline follow it */
} gisa_placed_title;

/* The line near the text that most looks like the title: a heading, a box named like one, bold,
 * above date and byline. */
gisa_placed_title gisa_placed_title_find(const gisa_field_input *in, const gisa_site_names *names);

/* Whether a title that the head states may name the site or a section: it is short, or no line
 * prints it and the placed title has none of its words. */
bool gisa_title_is_doubtful(const gisa_field_input *in, const gisa_site_names *names,
                            gisa_str title, const gisa_placed_title *placed);

/* A title that is cut, as a line prints it whole. */
gisa_str gisa_title_whole(const gisa_field_input *in, gisa_str title);

/* The title without the name of a section after a mark: a link or a heading of the page has it
 * alone. */
gisa_str gisa_title_without_section(const gisa_field_input *in, gisa_str title);

/* Takes off what else a heading holds, where the head of the page knows the title: "단독 제목 댓글
 * 3".
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_title_without_labels(const gisa_field_input *in, gisa_str *title);

/* Whether a line near the text prints just this, maybe after its label: "제목 | …". */
bool gisa_title_is_printed(const gisa_field_input *in, gisa_str title);

/* A title of the head that no line prints whole: the longest line that is a part of it. What is
 * around that names the site and the path to the page. */
gisa_str gisa_printed_part(const gisa_field_input *in, gisa_str title);

/* Words of letters or digits. */
size_t gisa_title_words(gisa_str s);

#endif
