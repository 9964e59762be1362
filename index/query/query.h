/* The query language; gisa-query(7) is its manual.
 *
 *     word "a phrase" -not a OR b title:word outlet:key author:name entity:name
 *     from:2025 to:2025-03
 *
 * Words side by side are all wanted, as with AND; OR joins its two neighbours; NOT item is -item.
 * Anything else is data, except that from: and to: need a date and must not be reversed, a filter
 * needs a value, a name that is nearly a filter's is an error, and so are marks alone. Parsing
 * knows nothing of the store; words become terms later (index/query/plan.h). */
#ifndef GISA_INDEX_QUERY_QUERY_H
#define GISA_INDEX_QUERY_QUERY_H

#include "base/arena.h"
#include "gisa/search.h"

typedef enum gisa_query_field {
    GISA_FIELD_TEXT,  /* title or body */
    GISA_FIELD_TITLE, /* title:word, title:"a phrase" */
    GISA_FIELD_OUTLET,
    GISA_FIELD_AUTHOR,
    GISA_FIELD_ENTITY,
} gisa_query_field;

typedef struct gisa_query_item {
    gisa_query_field field;
    gisa_str text;
    bool phrase; /* typed in quotation marks */
    bool not_;   /* -item */
    bool or_;    /* joined to the item before it by OR */
} gisa_query_item;

typedef struct gisa_query {
    gisa_arena arena;
    gisa_str text; /* as typed */
    gisa_query_item *items;
    size_t n;
    size_t n_words;     /* wanted words and phrases of title and body */
    gisa_days days;     /* from: and to: */
    gisa_str no_filter; /* the first name before a colon that is none, and was taken as text */
    uint32_t ignored;   /* items beyond GISA_QUERY_ITEMS, and ORs that join unlike things */
} gisa_query;

#define GISA_QUERY_ITEMS 256   /* more are counted in `ignored` */
#define GISA_QUERY_BYTES 65536 /* a longer text is cut at a character before it */

/* Parses a query into *out (cleared first). Invalid UTF-8 is replaced.
 *
 * Errors: GISA_ENOMEM, GISA_EINVAL (see above). */
gisa_status gisa_query_parse(gisa_str text, gisa_query *out, gisa_error *err);
void gisa_query_clear(gisa_query *q);

/* Takes away the days that `also` does not have. */
void gisa_days_narrow(gisa_days *days, const gisa_days *also);

/* The days of a query, narrowed by `also`. Errors: as above; GISA_EINVAL also where the two do not
 * meet. */
gisa_status gisa_query_days(gisa_str query, const gisa_days *also, gisa_days *out, gisa_error *err);

#endif
