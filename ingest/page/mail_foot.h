/* The foot of a letter that was sent to subscribers: how did you like it, who sends it from where,
 * and how to get no more of them. */
#ifndef GISA_INGEST_PAGE_MAIL_FOOT_H
#define GISA_INGEST_PAGE_MAIL_FOOT_H

#include "ingest/page/line_filter.h"

/* Drops, among lines [from, to) that are kept, the line that tells the reader how to unsubscribe,
 * what follows it, and what is above it up to the letter's last sentence. */
void gisa_mail_foot_drop(gisa_lines *l, size_t from, size_t to);

#endif
