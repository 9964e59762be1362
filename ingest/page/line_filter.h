/* The line pass: which lines of the body's box are the article.
 *
 * Order: boxes named like noise, captions, link lists; then line_rule.h on every line that is short
 * enough; then the title repeated; then the head (scraps before the first running text: decks,
 * crumbs) and the tail (scraps after the last); then lines printed twice. Each line ends with keep
 * and rule set. */
#ifndef GISA_INGEST_PAGE_LINE_FILTER_H
#define GISA_INGEST_PAGE_LINE_FILTER_H

#include "base/map.h"
#include "ingest/line_rule.h"
#include "ingest/lines.h"

typedef struct gisa_line_filter {
    const gisa_line_rules *rules;
    gisa_line_match *match;
    gisa_map *seen;        /* scratch: lines printed before */
    gisa_str title;        /* or GISA_NONE */
    bool trusted;          /* the page itself names the box: keep short lines more readily */
    bool faithful;         /* keep what the editor printed: bylines, captions, notices */
    const gisa_tree *tree; /* of the lines; NULL where they have none */
    size_t root;           /* of the body's box in it */
    gisa_str host;         /* of the page's address, or GISA_NONE */
} gisa_line_filter;

/* Decides on lines [from, to). Errors: GISA_ENOMEM. */
gisa_status gisa_line_filter_run(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to,
                                 gisa_error *err);

/* The second half of the pass alone, for lines that already have keep and rule: list heads, head,
 * tail, repeats.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_line_filter_finish(const gisa_line_filter *f, gisa_lines *l, size_t from,
                                    size_t to, gisa_error *err);

/* Whether a line repeats the title: equal in letters and digits, or the greater part of
 * it. */
bool gisa_title_matches(gisa_str line, gisa_str title);

/* Whether a line is running text by itself: a sentence of some length, or a long line. */
bool gisa_line_is_prose(const gisa_line *line);

/* The weight of the running text among lines [from, to) that are kept; of all that are. */
float gisa_lines_running_weight(const gisa_lines *l, size_t from, size_t to);
float gisa_lines_kept_weight(const gisa_lines *l, size_t from, size_t to);

/* Whether a line is neither that nor a mark of a broadcast: at the ends of a text it is none of it.
 */
bool gisa_line_is_scrap(const gisa_line *line);

/* Whether two lines are set in the same way in the same box: paragraphs of one text. Lines of one
 * block, between line breaks, are not known to be. */
bool gisa_line_is_same_flow(const gisa_tree *t, const gisa_line *a, const gisa_line *b);

#endif
