/* Notes on a query: what other engines take for an operator, and here is data. */
#ifndef GISA_INDEX_QUERY_QUERY_NOTE_H
#define GISA_INDEX_QUERY_QUERY_NOTE_H

#include "index/query/query.h"

#define GISA_QUERY_NOTES 8 /* of a query; more say nothing new */

/* Whether a typed word is word*: letters, and one star at their end. */
bool gisa_query_is_prefix(gisa_str word);

/* Notes an operator of other engines, or a star that is none. Errors: GISA_ENOMEM. */
gisa_status gisa_query_note_word(gisa_query *q, gisa_str word, gisa_error *err);

/* Notes a star after a phrase. Errors: GISA_ENOMEM. */
gisa_status gisa_query_note_phrase_star(gisa_query *q, gisa_str phrase, gisa_error *err);

/* Notes that OR binds closer than the AND beside it. Errors: GISA_ENOMEM. */
gisa_status gisa_query_note_order(gisa_query *q, gisa_error *err);

#endif
