/* Characters that act on a screen instead of being on it: what a page must not send to a terminal,
 * and the marks that people see in their place.
 *
 * They are C0 and C1 with DEL (ECMA-48: escape sequences, titles, the cursor), the line and
 * paragraph separators, the property Bidi_Control (Unicode Standard Annex 9: what turns the order
 * of text around), and the deprecated format characters U+206A to U+206F. */
#ifndef GISA_BASE_CONTROL_H
#define GISA_BASE_CONTROL_H

#include "base/buf.h"

/* What a control becomes: "<U+001B>". */
enum { GISA_CONTROL_COLUMNS = 8 };

typedef enum gisa_control_keep {
    GISA_KEEP_NONE,   /* one line without a tab */
    GISA_KEEP_LAYOUT, /* \n and \t stay what they are */
} gisa_control_keep;

bool gisa_is_control(uint32_t cp);

/* Whether the text holds a control (white space that is kept aside) or ill-formed UTF-8. */
bool gisa_control_find(gisa_str text, gisa_control_keep keep);

/* Appends the text with a mark for each control; ill-formed bytes become U+FFFD. */
void gisa_control_mark(gisa_buf *out, gisa_str text, gisa_control_keep keep);

/* The text as it may be shown: itself when it holds no control, else with marks, in *room. */
gisa_str gisa_control_shown(gisa_str text, gisa_control_keep keep, gisa_buf *room);

/* Appends the text as the inside of a JSON string may have it: each control that JSON need not
 * escape (all but C0) as \uXXXX. On JSON that is whole it changes no value. */
void gisa_control_escape(gisa_buf *out, gisa_str text);

/* Appends the text without controls but those that are kept: a run of white-space ones is one
 * blank, the others go. */
void gisa_control_strip(gisa_buf *out, gisa_str text, gisa_control_keep keep);

#endif
