/* What a page asks of its readers among the lines of a text: to subscribe, to pay for the rest. */
#ifndef GISA_INGEST_PAGE_OFFER_H
#define GISA_INGEST_PAGE_OFFER_H

#include "ingest/page/line_filter.h"

/* Whether lines [from, to) of a box are an invitation with a link to it in its sentences:
 * "금요일마다 편지를 보냅니다. [무료로 구독하세요.]" */
bool gisa_box_invites(const gisa_lines *l, const gisa_tree *t, size_t box, size_t from, size_t to);

/* Drops lines [from, to) from the one on that says who may read on: below it are prices and what
 * subscribers get. The text does not go on there. */
void gisa_wall_cut(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to);

#endif
