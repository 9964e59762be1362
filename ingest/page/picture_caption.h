/* Captions of pictures that no <figcaption> names, by the shape of the box they are in. */
#ifndef GISA_INGEST_PAGE_PICTURE_CAPTION_H
#define GISA_INGEST_PAGE_PICTURE_CAPTION_H

#include "ingest/page/tree.h"

/* Whether all text of a figure is a caption: it holds pictures, and neither a table nor a list. */
bool gisa_figure_is_pictures(const gisa_tree *t, uint32_t figure);

/* Whether the text of a node is the caption of a picture: a span that begins with one or is alone
 * between one and a block; or a box of pictures and, after them, a line or two, beside running
 * text.
 *
 * plain: for each node the bytes of text outside links before it; one more at the end. */
bool gisa_node_is_picture_caption(const gisa_tree *t, const uint32_t *plain, uint32_t node);

#endif
