/* What the articles of a query are made of: outlets, sections, months, authors, names. */
#ifndef GISA_INDEX_QUERY_FACET_H
#define GISA_INDEX_QUERY_FACET_H

#include "corpus/annotation.h"
#include "index/store/store.h"

typedef enum gisa_facet_kind {
    GISA_FACET_OUTLET,
    GISA_FACET_SECTION,
    GISA_FACET_MONTH, /* in order of time; all others by count, then by key */
    GISA_FACET_AUTHOR,
    GISA_FACET_ENTITY,
    GISA_FACET_COUNT
} gisa_facet_kind;

const char *gisa_facet_name(gisa_facet_kind kind);
gisa_facet_kind gisa_facet_parse(gisa_str name); /* GISA_FACET_COUNT: no such facet */

typedef struct gisa_facet {
    gisa_str key;   /* outlet key, section, 2025-02, author, entity id or text */
    gisa_str label; /* outlet name, the entity's usual spelling; else the key */
    uint64_t n;     /* articles */
} gisa_facet;

typedef struct gisa_facets {
    gisa_arena arena;
    gisa_facet *items;
    size_t n;
    uint64_t others;  /* values left out by the limit */
    uint64_t matches; /* articles of the query */
    uint64_t without; /* of these, articles without such a value */
} gisa_facets;

typedef struct gisa_facet_opts {
    uint64_t limit; /* values; 0: 20 */
    bool exact;
    bool keep_copies;
} gisa_facet_opts;

/* Counts the values of one facet over what matches all words of a query; an empty query matches
 * everything. Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_facet_run(gisa_store *s, gisa_str query, gisa_facet_kind kind,
                           const gisa_facet_opts *opts, gisa_facets *out, gisa_error *err);
void gisa_facets_clear(gisa_facets *f);

typedef struct gisa_names_opts {
    gisa_str query; /* only articles that match; GISA_NONE: all */
    bool typed;     /* only names of `type` */
    gisa_entity_type type;
    bool has_from, has_to;
    int64_t from_day, to_day; /* KST days since 1970-01-01, inclusive */
    uint64_t limit;           /* 0: 20 */
    bool keep_copies;
} gisa_names_opts;

typedef struct gisa_name {
    gisa_str id;   /* gazetteer id, or GISA_NONE */
    gisa_str text; /* the most frequent spelling in the store */
    gisa_entity_type type;
    uint64_t articles, mentions;
    int64_t first_day, last_day; /* of dated articles; 0, -1: none */
} gisa_name;

typedef struct gisa_names {
    gisa_arena arena;
    gisa_name *items; /* by articles, then mentions, then text */
    size_t n;
    uint64_t others;  /* names left out by the limit */
    uint64_t matches; /* articles looked at */
} gisa_names;

/* The names (entities) of a query and a time. Dates, times and quantities (DT, TI, QT) are left out
 * unless asked for by type. Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_names_run(gisa_store *s, const gisa_names_opts *opts, gisa_names *out,
                           gisa_error *err);
void gisa_names_clear(gisa_names *n);

#endif
