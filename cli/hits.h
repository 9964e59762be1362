/* How hits, facets and key words in context are printed. */
#ifndef GISA_CLI_HITS_H
#define GISA_CLI_HITS_H

#include "base/json.h"
#include "cli/cli.h"
#include "cli/database.h"
#include "index/query/facet.h"
#include "index/query/kwic.h"
#include "index/query/search.h"

typedef enum hits_field {
    HITS_QUERY,
    HITS_RANK,
    HITS_ID,
    HITS_SCORE,
    HITS_TITLE,
    HITS_OUTLET,
    HITS_PUBLISHED,
    HITS_URL,
    HITS_SNIPPET,
    HITS_AUTHORS,
    HITS_OUTLET_NAME,
    HITS_SECTION,
    HITS_SECTION_MODEL,
    HITS_SECTION_PROBABILITY,
    HITS_COPIES,
    HITS_MATCHES,
    HITS_FIELDS
} hits_field;

typedef struct hits_layout {
    cli_format format;
    hits_field fields[HITS_FIELDS];
    size_t n_fields;
    bool chosen;    /* by --fields: a table of these instead of the list for readers */
    bool line_only; /* JSON: the query is its line number */
} hits_layout;

/* Reads "title,outlet" into the layout; NULL: the fields of DESIGN.
 *
 * Returns: false with the unknown name in *bad. */
bool hits_layout_parse(const char *fields, hits_layout *layout, gisa_str *bad);

/* Says that there is no such field, and which may have been meant; returns CLI_FAILED. */
int hits_say_field(const cli *c, gisa_str bad);

/* Prints the header that a CSV has. */
void hits_print_head(const hits_layout *layout, gisa_buf *out);

/* Prints the hits of one query; number: its line, from 0. */
void hits_print(const cli *c, const hits_layout *layout, gisa_str query, uint64_t number,
                const gisa_hits *hits, gisa_buf *out);

/* What was said of one query or of the queries of a file, so that it is said once. {0} before;
 * emptied by hits_notes_clear. */
typedef struct hits_notes {
    const char *file; /* whose lines the queries are; NULL: there is one query */
    uint64_t line;    /* of the query at hand, from 1 */
    gisa_map said;
} hits_notes;

/* Says on stderr what of a query other engines take for an operator. notes: NULL for one query. */
void hits_say_query(const cli *c, gisa_str query, hits_notes *notes);

/* Says on stderr what was widened, left out, bounded or fell back. */
void hits_say_notes(const cli *c, const gisa_hits *hits, hits_notes *notes);
void hits_notes_clear(hits_notes *notes);

/* Says what a query was widened to whose hits are not shown, but counted, listed or written. */
void hits_say_widening(const cli *c, gisa_store *s, gisa_str query, bool exact);

/* What a query finds, by its two readings: in the same words for a list and for a count. */
typedef struct hits_readings {
    uint64_t all;   /* articles that have all the words */
    uint64_t any;   /* articles that have some; 0: not asked for, as `all` are enough */
    uint64_t loose; /* have them only loosely; known where none has them all */
    bool bounded;   /* `any` is a lower bound */
} hits_readings;

/* Finds the readings of a query as a search with `how` would choose between them.
 *
 * Errors: those of gisa_search. */
gisa_status hits_readings_find(gisa_store *s, gisa_str query, const gisa_search_opts *how,
                               hits_readings *out, gisa_error *err);

/* Counts the articles that have all the words. Errors: those of gisa_search. */
gisa_status hits_count_all(gisa_store *s, gisa_str query, const gisa_search_opts *how,
                           uint64_t *all, gisa_error *err);

/* Says them, unless all the words are enough. counted: it is said of a count of `all`. */
void hits_say_readings(const cli *c, const hits_readings *r, bool counted);

/* Says that nothing was found, or, where no article has all the words of the query but some have
 * some, how many. query: GISA_NONE for none in particular. */
void hits_say_nothing(const cli *c, const gisa_reader *r, gisa_str query,
                      const gisa_search_opts *how);

/* The values of a facet; the head before those of the first. */
void hits_print_facet_head(cli_format format, gisa_buf *out);
void hits_print_facet(const cli *c, cli_format format, gisa_facet_kind kind,
                      const gisa_facets *facets, gisa_buf *out);
void hits_print_kwic(const cli *c, cli_format format, const gisa_kwic *kwic, gisa_buf *out);

/* A hit for readers: headline, where and when, the best sentence. */
typedef struct hits_entry {
    uint64_t rank; /* shown before it */
    const gisa_hit *hit;
    size_t columns;   /* of a line; 0: texts are not wrapped */
    bool address;     /* with its URL */
    const char *note; /* after outlet and time, or NULL */
} hits_entry;

void hits_add_entry(const cli *c, const hits_entry *e, gisa_buf *out);

/* The authors of a hit: "김하늘, 이바다" (parted by `sep`), and a JSON list of them. */
void hits_add_authors(const gisa_hit *hit, const char *sep, gisa_buf *out);
void hits_put_authors(gisa_json *w, const void *hit);

/* Appends "2025-02-03 04:37", as much of it as is known, or "no date". */
void hits_add_time(const gisa_time *t, gisa_buf *out);

#endif
