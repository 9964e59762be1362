/* Running text for a terminal or a mail: lines are broken between words by display width (a Hangul
 * syllable takes two columns). */
#ifndef GISA_CLI_WRAP_H
#define GISA_CLI_WRAP_H

#include "cli/cli.h"
#include "corpus/annotation.h"

typedef struct wrapping {
    size_t columns;   /* of a line; 0: the text stays one line */
    size_t used;      /* columns of the first line that are taken */
    size_t indent;    /* blanks in front of every line but the first */
    bool whole_words; /* none is broken, so that a path can be copied */
    const gisa_span *marks;
    size_t n_marks;
    const char *on, *off; /* around the bytes that marks name; NULL: nothing */
} wrapping;

/* Appends the text, without a line end after it. A word that is wider than a line is broken
 * between characters, unless it is an address: those stay whole. Line ends in the text are blanks.
 */
void wrap_add(gisa_buf *out, gisa_str text, const wrapping *w);

/* The same for the lines of a terminal, all of them indented by `indent` columns, of which the
 * caller has filled the first line's; where standard output is none the text stays one line. */
void wrap_to_terminal(gisa_buf *out, const cli *c, gisa_str text, size_t indent);

/* A line of parts, two blanks between them, that goes on in a new line where one does not fit. A
 * part that is wider than a line is wrapped. Begins as {.out = out, .columns = cli_room(c)}. */
typedef struct wrap_line {
    gisa_buf *out;
    size_t columns; /* 0: all in one line */
    size_t used;    /* columns that are taken */
    size_t indent;  /* of the lines after the first */
    size_t gap;     /* blanks between parts; 0: two */
    bool any;       /* a part is in it */
} wrap_line;

void wrap_part(wrap_line *line, gisa_str text);

/* A line "name  text" whose text begins after `indent` columns, as do the lines it is wrapped to.
 */
void wrap_field(gisa_buf *out, const cli *c, const char *name, gisa_str text, size_t indent);

#endif
