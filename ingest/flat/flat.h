/* Flattened text: pages that a crawler already turned into lines, widgets and all, or into
 * Markdown.
 *
 * What is left is the wording and the order of lines:
 *
 *   1. a crawler's head becomes fields (crawler_head.h); wrapped lines are joined
 * (wrapped_lines.h), a page on one line is cut (single_line.h); what tools leave of markup goes
 * (markup_rest.h); Markdown marks and images go, links keep their text and count as links;
 *   2. every line gets its rule (line_rule.h); a line printed twice running, but for a zoom label
 * or a site's name, is a caption or the title again;
 *   3. the title is the headline-like line above the densest run of text that is printed again,
 * held by the page's head line, marked as heading, or followed by byline and date;
 *   4. which lines are the story is a choice over the whole page (story_lines.h);
 *   5. running text above the story becomes the subtitle, as do short lines between title and text;
 *      fields are read from the lines around it, the nearest first (flat_fields.c).
 */
#ifndef GISA_INGEST_FLAT_FLAT_H
#define GISA_INGEST_FLAT_FLAT_H

#include "base/buf.h"
#include "ingest/lines.h"

/* Takes the Markdown out of a text, if there is any: headings become lines that begin with U+0001,
 * links lines that are nothing but links begin with U+0002, images vanish but for their alt text
 * after U+0003, items of lists begin with U+0004. */
void gisa_markdown_strip(gisa_str text, gisa_buf *out);

/* Whether a text is Markdown rather than plain lines. */
bool gisa_markdown_looks(gisa_str text);

#endif
