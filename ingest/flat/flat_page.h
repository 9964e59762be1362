/* A flattened page on its way to an article, shared by the parts of flat.c. */
#ifndef GISA_INGEST_FLAT_FLAT_PAGE_H
#define GISA_INGEST_FLAT_FLAT_PAGE_H

#include "ingest/extract_work.h"
#include "ingest/flat/crawler_head.h"

enum { GISA_FLAT_HEAD = 60 };

typedef struct gisa_flat_page {
    gisa_extract_work *w;
    const gisa_explain *explain; /* NULL: nobody asks */
    gisa_lines *l;
    gisa_story_lines *story;
    gisa_str portal;        /* that the page is of, by its pictures; GISA_NONE: none */
    gisa_crawler_head head; /* its title, if it has one, is line 0 */
    bool single;            /* the page came on one line */
    size_t title;           /* line; l->n: none */
    size_t start;           /* first line of the story */
    size_t cut;             /* one past its last */
} gisa_flat_page;

static inline gisa_str gisa_flat_line(const gisa_flat_page *f, size_t i)
{
    return gisa_line_text(f->l, i);
}

static inline bool gisa_flat_has_rule(const gisa_flat_page *f, size_t i, gisa_line_rule rule)
{
    return f->l->items[i].rule == rule;
}

/* Says what a rule that is of no single line did, by the text it was about. */
static inline void gisa_flat_note(const gisa_flat_page *f, gisa_str text, const char *rule,
                                  bool kept)
{
    if (f->explain) f->explain->put(f->explain->ctx, &(gisa_explained){text, rule, kept});
}

/* Finds the line of the title, above the densest run of running text (f->r). */
void gisa_flat_find_title(gisa_flat_page *f);

/* Whether a line names a reporter or a date, as those below a headline do. */
bool gisa_flat_signs(const gisa_flat_page *f, size_t i);

/* The title's line without the names of site and section that a page's head puts around it. */
gisa_str gisa_flat_title(const gisa_flat_page *f);

/* The name of the portal whose servers hold a page's pictures; GISA_NONE: no portal's do. */
gisa_str gisa_flat_portal(const gisa_extractor *x, gisa_str page);

/* Fills the fields but title, body and captions: the story must be known. Errors: GISA_ENOMEM. */
gisa_status gisa_flat_fields(gisa_flat_page *f, const gisa_extract_opts *opts, gisa_article *out);

#endif
