/* The query language; gisa-query(7) is its manual.
 *
 *     word "a phrase" word* -not a OR b (a b) OR c title:word outlet:key author:name entity:name
 *     from:2025 to:2025-03
 *
 * Words side by side are all wanted, as with AND; OR joins its two neighbours; NOT item is -item.
 * A parenthesis before an item opens a group, unless its word goes on after it was closed, as in
 * (주)가온. Anything else is data, except that from: and to: need a date and must not be reversed,
 * a filter needs a value, a name that is nearly a filter's is an error, and so are marks alone, a
 * group that is not closed, and a word that is as long as no word is. Parsing knows nothing of the
 * store; words become terms later (index/query/plan.h). */
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
    bool phrase;  /* typed in quotation marks */
    bool prefix;  /* word*: whatever begins so; the text is without the mark */
    bool not_;    /* -item; of a grouped one: it is below an odd number of NOTs */
    bool or_;     /* joined to the item before it by OR */
    bool grouped; /* the nodes say how it is wanted */
    uint32_t run; /* items of one number are side by side: no OR and no parenthesis between */
} gisa_query_item;

/* An item or a group in parentheses (index/query/group.h). */
typedef struct gisa_query_node {
    uint32_t item;
    uint32_t first, next; /* nodes: the first in the group, the next beside this; 0: none */
    bool not_, or_;
} gisa_query_node;

typedef struct gisa_query {
    gisa_arena arena;
    gisa_str text; /* as typed */
    gisa_query_item *items;
    size_t n;
    size_t n_words;     /* wanted words and phrases of title and body */
    gisa_days days;     /* from: and to: */
    gisa_str no_filter; /* the first name before a colon that is none, and was taken as text */
    uint32_t ignored;   /* empty items, and those beyond GISA_QUERY_ITEMS */
    gisa_str *notes;    /* of what was taken for data and may be meant otherwise */
    size_t n_notes, cap_notes;
    gisa_query_node *nodes;
    size_t n_nodes, cap_nodes;
    bool grouped; /* parentheses matter: the articles are those that the nodes want */
} gisa_query;

#define GISA_QUERY_ITEMS 256   /* more are counted in `ignored` */
#define GISA_QUERY_WORD  512   /* characters without a blank: more are an error */
#define GISA_QUERY_BYTES 65536 /* a longer text is cut at a character before it */

/* Parses a query into *out (cleared first). Invalid UTF-8 is replaced.
 *
 * Errors: GISA_ENOMEM, GISA_EINVAL (see above). */
gisa_status gisa_query_parse(gisa_str text, gisa_query *out, gisa_error *err);
void gisa_query_clear(gisa_query *q);

/* How many words are wanted, each word of a phrase counted. */
size_t gisa_query_length(const gisa_query *q);

/* Takes away the days that `also` does not have. */
void gisa_days_narrow(gisa_days *days, const gisa_days *also);

/* The days of a query, narrowed by `also`. Errors: as above; GISA_EINVAL also where the two do not
 * meet. */
gisa_status gisa_query_days(gisa_str query, const gisa_days *also, gisa_days *out, gisa_error *err);

#endif
