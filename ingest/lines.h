/* The readable lines of a page: runs of text between block boundaries and <br>, with what body
 * detection needs of each. Lines are in document order, so a node's lines are a range.
 *
 * Words are runs of letters and digits; a Hangul eojeol carries more than an English word, so
 * weights count syllables: weight = Latin words + 0.55 a syllable of Hangul or Hanja. */
#ifndef GISA_INGEST_LINES_H
#define GISA_INGEST_LINES_H

#include "ingest/line_rule.h"
#include "ingest/page/tree.h"

enum {
    GISA_LINE_HEADING = 1u << 0,
    GISA_LINE_ITEM = 1u << 1,    /* in a list */
    GISA_LINE_CELL = 1u << 2,    /* a row of a table of facts */
    GISA_LINE_CAPTION = 1u << 3, /* figcaption, caption */
    GISA_LINE_QUOTE = 1u << 4,
    GISA_LINE_BOLD = 1u << 5,   /* all of it */
    GISA_LINE_HIDDEN = 1u << 6, /* not shown until a script says so */
    GISA_LINE_NOISE = 1u << 7,  /* in navigation, footer, form, or a box named like one */
    GISA_LINE_BREAK = 1u << 8,  /* ended by <br> */
    GISA_LINE_PARA = 1u << 9,   /* in <p> */
    GISA_LINE_PRE = 1u << 10,
    GISA_LINE_DOUBT = 1u << 11, /* noise by a name that bodies have too ("banner", "share") */
    GISA_LINE_TAIL = 1u << 12,  /* no body when nothing but its like follows */
    GISA_LINE_OTHER = 1u << 13, /* of another story that the page prints whole */
    GISA_LINE_CARD = 1u << 14,  /* of one that it links to */
    GISA_LINE_BELOW_PICTURE = 1u
                              << 15, /* nothing but a picture is between it and the line before */
};

typedef struct gisa_line {
    uint32_t at, len; /* part of lines->text */
    uint32_t node;    /* the innermost block that holds it */
    uint32_t first;   /* its first text node */
    uint32_t words;
    float weight;
    float link_weight; /* the part inside links */
    uint16_t ends;     /* sentence ends */
    uint16_t flags;
    uint16_t n_links;
    bool keep; /* filled by the line pass */
    gisa_line_rule rule;
} gisa_line;

static inline void gisa_line_drop(gisa_line *line, gisa_line_rule rule)
{
    line->keep = false;
    line->rule = rule;
}

typedef struct gisa_lines {
    gisa_line *items;
    size_t n, cap;
    gisa_buf text;
    uint32_t *plain; /* of nodes: bytes of text outside links before it */
    size_t cap_plain;
} gisa_lines;

/* Collects the lines of [from, nodes[from].end). Earlier contents go.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_lines_collect(gisa_lines *l, const gisa_tree *t, size_t from, gisa_error *err);

/* Collects the lines of plain text, one a line of input; a mark of gisa_markdown_strip stays.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_lines_split(gisa_lines *l, gisa_str text, gisa_error *err);
void gisa_lines_clear(gisa_lines *l);

static inline gisa_str gisa_line_text(const gisa_lines *l, size_t i)
{
    return (gisa_str){l->text.p + l->items[i].at, l->items[i].len};
}

/* Counts words, weight and sentence ends of a text. */
void gisa_line_measure(gisa_str s, gisa_line *line);

#endif
