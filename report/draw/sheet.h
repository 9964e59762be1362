/* A page being written, as HTML or as CommonMark, by the same calls. All texts are data: they are
 * escaped for their format, and only http and https addresses become links. */
#ifndef GISA_REPORT_DRAW_SHEET_H
#define GISA_REPORT_DRAW_SHEET_H

#include "base/buf.h"
#include "report/lang.h"

typedef enum gisa_sheet_form { GISA_SHEET_HTML, GISA_SHEET_MARKDOWN } gisa_sheet_form;

typedef struct gisa_sheet {
    gisa_buf *out; /* borrowed; ask it whether all went well */
    gisa_sheet_form form;
    gisa_lang lang;
    bool ordered;      /* the open list */
    unsigned item;     /* number of the open item */
    unsigned columns;  /* of the open table */
    unsigned column;   /* next cell */
    const bool *right; /* columns aligned right */
} gisa_sheet;

/* Head of the page with its style, title and a line below it; gisa_sheet_close ends the page. */
void gisa_sheet_open(gisa_sheet *s, gisa_str title, gisa_str below);
void gisa_sheet_close(gisa_sheet *s);

void gisa_sheet_section(gisa_sheet *s, const char *title);

/* A paragraph: class is "", "note" or "lead" (HTML only). */
void gisa_sheet_para(gisa_sheet *s, const char *class);
void gisa_sheet_para_end(gisa_sheet *s);

/* Running text, strong text, small print, a line break, a quotation, a link (plain text when the
 * address is not http or https). */
void gisa_sheet_text(gisa_sheet *s, gisa_str text);
void gisa_sheet_c(gisa_sheet *s, const char *text);
void gisa_sheet_strong(gisa_sheet *s, gisa_str text);
void gisa_sheet_small(gisa_sheet *s, gisa_str text);
void gisa_sheet_break(gisa_sheet *s);
void gisa_sheet_quote(gisa_sheet *s, gisa_str text);
void gisa_sheet_link(gisa_sheet *s, gisa_str text, gisa_str url);

void gisa_sheet_list(gisa_sheet *s, bool ordered);
void gisa_sheet_item(gisa_sheet *s);
void gisa_sheet_item_end(gisa_sheet *s);
void gisa_sheet_list_end(gisa_sheet *s);

/* A table: names and alignment of its columns, then its cells one by one; a row begins by itself.
 * A cell's contents are written between gisa_sheet_cell and the next cell or the end. */
void gisa_sheet_table(gisa_sheet *s, const char *const *names, const bool *right, unsigned n);
void gisa_sheet_cell(gisa_sheet *s);
void gisa_sheet_table_end(gisa_sheet *s);

/* Large numbers side by side. */
void gisa_sheet_tiles(gisa_sheet *s);
void gisa_sheet_tile(gisa_sheet *s, gisa_str number, const char *label);
void gisa_sheet_tiles_end(gisa_sheet *s);

/* Our own markup, written as it is, in HTML only. */
void gisa_sheet_raw(gisa_sheet *s, gisa_str html);

#endif
