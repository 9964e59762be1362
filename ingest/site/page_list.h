/* A list of articles over numbered pages, as sites of news have for each section: the address of
 * one has "{page}" where the number is, "http://a.example/list?page={page}". */
#ifndef GISA_INGEST_SITE_PAGE_LIST_H
#define GISA_INGEST_SITE_PAGE_LIST_H

#include "base/buf.h"

typedef struct gisa_page_list { /* views into an address in normal form; {0}: it is one page */
    gisa_str before, after;     /* the number */
} gisa_page_list;

/* Finds the place of the number in an address in normal form. Returns: false when it has none. */
bool gisa_page_list_find(gisa_str url, gisa_page_list *out);

/* Replaces out by the address of a page. */
void gisa_page_list_put(const gisa_page_list *l, uint64_t number, gisa_buf *out);

/* Whether the address is one of its pages, and of which number. */
bool gisa_page_list_number(const gisa_page_list *l, gisa_str url, uint64_t *number);

#endif
