/* What a page states about itself in its head: meta elements, links, title, headings, times. Values
 * are views into the tree, or into the collector's arena where white space had to be collapsed. */
#ifndef GISA_INGEST_PAGE_META_H
#define GISA_INGEST_PAGE_META_H

#include "base/arena.h"
#include "ingest/page/tree.h"

enum { GISA_META_VALUES_MAX = 12 };

typedef struct gisa_meta_list {
    gisa_str items[GISA_META_VALUES_MAX];
    size_t n;
} gisa_meta_list;

typedef struct gisa_meta {
    gisa_str title; /* <title> */
    gisa_str og_title;
    gisa_str twitter_title;
    gisa_str site_name;
    gisa_str description;
    gisa_str base; /* what relative addresses start from */
    gisa_str canonical;
    gisa_str og_url;
    gisa_str og_type;
    gisa_str section;
    gisa_str lang;
    gisa_str robots;
    gisa_str tdm;             /* tdm-reservation */
    bool stamped;             /* the head states when the page was published */
    gisa_str origin;          /* link to the original story, on a portal */
    gisa_str press;           /* the story's outlet, as a portal states it */
    gisa_meta_list published; /* machine-readable times, the most reliable first */
    gisa_meta_list modified;
    gisa_meta_list times; /* of <time> and microdata within the page */
    size_t time_nodes[GISA_META_VALUES_MAX];
    gisa_meta_list authors;
    gisa_meta_list headings; /* h1 to h4 and boxes named title or headline, in document order */
    size_t heading_nodes[GISA_META_VALUES_MAX];
} gisa_meta;

/* Fills *m from a tree. Errors: GISA_ENOMEM. */
gisa_status gisa_meta_collect(const gisa_tree *t, gisa_arena *arena, gisa_meta *m, gisa_error *err);

/* All text below a node, white space collapsed, copied into the arena; GISA_NONE when empty. */
gisa_status gisa_meta_text(const gisa_tree *t, size_t node, gisa_arena *arena, gisa_str *out);

#endif
