/* Who signs a column: a name with what that person is, beside the title or after the text.
 *
 *     편지율 한결대 조경학과 교수     모시란(시인)     편지율/한결대 교수·조경학     감나래 ↵
 * 동화작가
 *
 * Read only where the page says that it is a column, as a report has such lines of the people whom
 * it is about. */
#ifndef GISA_INGEST_FIELDS_OPINION_WRITER_H
#define GISA_INGEST_FIELDS_OPINION_WRITER_H

#include "ingest/fields/fields.h"

/* Whether title or section say that one person gives an opinion: "[시론] …", "기고ㅣ…". */
bool gisa_is_opinion(gisa_str title, gisa_str section);

/* The name that a text begins with when a title of that person ends it; GISA_NONE: none. */
gisa_str gisa_signed_name(gisa_str s, gisa_str outlet);

/* Whether the label before a title holds the name: "[도미솔의 골목경제] …". */
bool gisa_label_names(gisa_str title, gisa_str name);

/* Whether the label before a title says that a reader wrote it: "[독자의 소리]". */
bool gisa_is_reader_letter(gisa_str title);

/* The name of a line in which a reader signs, alone or with the place where he lives: "변을순
 * (고을군 산밑면)". */
gisa_str gisa_letter_writer(gisa_str line, gisa_str outlet);

#endif
