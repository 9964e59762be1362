/* A page as an array of nodes in document order: node 0 is the root, the subtree of node i is
 * [i, nodes[i].end). libxml2's HTML parser reports tags and text; the array takes the place of its
 * own tree, which costs an allocation a node. */
#ifndef GISA_INGEST_PAGE_TREE_H
#define GISA_INGEST_PAGE_TREE_H

#include "base/buf.h"
#include "base/status.h"
#include "base/str.h"

typedef enum gisa_tag {
    GISA_TAG_OTHER = 0,
    GISA_TAG_TEXT, /* a text node */
    GISA_TAG_A,
    GISA_TAG_ABBR,
    GISA_TAG_ADDRESS,
    GISA_TAG_ARTICLE,
    GISA_TAG_ASIDE,
    GISA_TAG_AUDIO,
    GISA_TAG_B,
    GISA_TAG_BASE,
    GISA_TAG_BLOCKQUOTE,
    GISA_TAG_BODY,
    GISA_TAG_BR,
    GISA_TAG_BUTTON,
    GISA_TAG_CAPTION,
    GISA_TAG_CENTER,
    GISA_TAG_CITE,
    GISA_TAG_CODE,
    GISA_TAG_DD,
    GISA_TAG_DETAILS,
    GISA_TAG_DIALOG,
    GISA_TAG_DIV,
    GISA_TAG_DL,
    GISA_TAG_DT,
    GISA_TAG_EM,
    GISA_TAG_FIGCAPTION,
    GISA_TAG_FIGURE,
    GISA_TAG_FONT,
    GISA_TAG_FOOTER,
    GISA_TAG_FORM,
    GISA_TAG_H1,
    GISA_TAG_H2,
    GISA_TAG_H3,
    GISA_TAG_H4,
    GISA_TAG_H5,
    GISA_TAG_H6,
    GISA_TAG_HEAD,
    GISA_TAG_HEADER,
    GISA_TAG_HR,
    GISA_TAG_HTML,
    GISA_TAG_I,
    GISA_TAG_IMG,
    GISA_TAG_INPUT,
    GISA_TAG_LABEL,
    GISA_TAG_LI,
    GISA_TAG_LINK,
    GISA_TAG_MAIN,
    GISA_TAG_MENU,
    GISA_TAG_META,
    GISA_TAG_NAV,
    GISA_TAG_NOSCRIPT,
    GISA_TAG_OL,
    GISA_TAG_OPTION,
    GISA_TAG_P,
    GISA_TAG_PRE,
    GISA_TAG_Q,
    GISA_TAG_S,
    GISA_TAG_SECTION,
    GISA_TAG_SELECT,
    GISA_TAG_SMALL,
    GISA_TAG_SPAN,
    GISA_TAG_STRONG,
    GISA_TAG_SUB,
    GISA_TAG_SUMMARY,
    GISA_TAG_SUP,
    GISA_TAG_TABLE,
    GISA_TAG_TBODY,
    GISA_TAG_TD,
    GISA_TAG_TEMPLATE,
    GISA_TAG_TEXTAREA,
    GISA_TAG_TFOOT,
    GISA_TAG_TH,
    GISA_TAG_THEAD,
    GISA_TAG_TIME,
    GISA_TAG_TITLE,
    GISA_TAG_TR,
    GISA_TAG_U,
    GISA_TAG_UL,
    GISA_TAG_VIDEO,
} gisa_tag;

typedef struct gisa_node {
    uint8_t tag;
    uint16_t n_attrs;
    uint32_t parent;
    uint32_t end;        /* one past the subtree */
    uint32_t first_attr; /* into tree->attrs */
    uint32_t text, len;  /* of a text node, or of an element's name: a part of tree->text */
} gisa_node;

typedef struct gisa_attr {
    uint32_t name, name_len, value, value_len; /* parts of tree->text */
} gisa_attr;

typedef struct gisa_tree {
    gisa_node *nodes;
    size_t n, cap;
    gisa_attr *attrs;
    size_t n_attrs, cap_attrs;
    gisa_buf text;
    bool cut; /* a ceiling was reached; the rest of the page is missing */
} gisa_tree;

/* Parses valid UTF-8. Elements deeper than 512 and nodes over 400,000 are left out, their text is
 * kept in the nearest ancestor as long as there is room. Earlier contents go.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_tree_parse(gisa_tree *t, gisa_str html, gisa_error *err);
void gisa_tree_clear(gisa_tree *t);

/* Views into the tree, dead after the next parse. An attribute that is not there is GISA_NONE. */
gisa_str gisa_node_text(const gisa_tree *t, size_t node);
gisa_str gisa_node_attr(const gisa_tree *t, size_t node, const char *name);

/* Whether an element begins a line of its own. */
bool gisa_tag_is_block(unsigned tag);

/* Whether two nodes are boxes of one kind: the same tag and class. */
bool gisa_node_is_alike(const gisa_tree *t, size_t a, size_t b);

/* h1 to h6. */
static inline bool gisa_tag_is_heading(unsigned tag)
{
    return tag >= GISA_TAG_H1 && tag <= GISA_TAG_H6;
}

/* Whether a node is `above` or inside its subtree. */
static inline bool gisa_node_inside(const gisa_tree *t, size_t node, size_t above)
{
    return node >= above && node < t->nodes[above].end;
}

/* All text below a node, white space collapsed; appended to out. */
void gisa_node_collect(const gisa_tree *t, size_t node, gisa_buf *out);

/* Appends s with white space collapsed (also U+00A0 and the like) and zero-width characters
 * dropped; a leading space only when out does not end in white space. */
void gisa_text_collapse(gisa_str s, gisa_buf *out);

#endif
