/* Tables of articles: which column holds which field, and a row as an article.
 *
 * Names of columns are those of the article's JSON form (gisa export), those of BIG KINDS, and what
 * people call them; case and blanks in them do not count. Columns that are known to hold nothing
 * that an article has (counts, features) are known all the same. */
#ifndef GISA_INGEST_ARTICLE_CSV_H
#define GISA_INGEST_ARTICLE_CSV_H

#include "base/csv_read.h"
#include "corpus/article.h"

typedef enum gisa_column {
    GISA_COLUMN_UNKNOWN = 0,
    GISA_COLUMN_IGNORED, /* known, but no field of an article */
    GISA_COLUMN_NEWS_ID, /* BIG KINDS' own, from which an id is derived */
    GISA_COLUMN_ID,
    GISA_COLUMN_URL,
    GISA_COLUMN_CANONICAL_URL,
    GISA_COLUMN_OUTLET,
    GISA_COLUMN_OUTLET_NAME,
    GISA_COLUMN_SECTION,
    GISA_COLUMN_TITLE,
    GISA_COLUMN_SUBTITLE,
    GISA_COLUMN_AUTHORS,
    GISA_COLUMN_PUBLISHED,
    GISA_COLUMN_PRECISION,
    GISA_COLUMN_MODIFIED,
    GISA_COLUMN_LANG,
    GISA_COLUMN_BODY,
    GISA_COLUMN_CAPTIONS,
    GISA_COLUMN_FORMER_IDS,
    GISA_COLUMN_NOTICE,
    GISA_COLUMN_REDISTRIBUTION,
    GISA_COLUMN_AI_TRAINING,
    GISA_COLUMN_VIA,
    GISA_COLUMN_SOURCE,
    GISA_COLUMN_COUNT,
} gisa_column;

gisa_column gisa_column_find(gisa_str name);

/* The field's own name: "title"; "" for UNKNOWN and IGNORED. */
const char *gisa_column_name(gisa_column column);

/* The separator of a table by its first line: of comma, semicolon and tab the one that gives the
 * most known columns, then the most columns. *known: whether the line is the head of a table of
 * articles, half of whose columns are known, a title or a body among them. */
char gisa_csv_separator(gisa_str head, bool *known);

/* Reads a row that names columns and one of cells, commas between, into *out (cleared first). Of
 * two columns of one field the first that holds something counts.
 *
 * Errors: GISA_EINVAL (no such two rows; neither title nor body), GISA_ENOMEM. */
gisa_status gisa_article_read_csv(gisa_str csv, gisa_article *out, gisa_article_notes *notes,
                                  gisa_error *err);

#endif
