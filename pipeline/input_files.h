/* The files that a command's arguments name: a folder stands for what it holds. */
#ifndef GISA_PIPELINE_INPUT_FILES_H
#define GISA_PIPELINE_INPUT_FILES_H

#include <stddef.h>

#include "base/buf.h"

#define GISA_PASSED_KINDS 32

/* Files of one kind that folders hold and that are no pages. */
typedef struct gisa_passed_kind {
    char kind[8]; /* the ending of the name in capitals: "PDF" */
    size_t n;
    char *first; /* its path; owned */
} gisa_passed_kind;

typedef struct gisa_input_files {
    char **paths; /* owned, as are the strings */
    size_t n, room;
    gisa_passed_kind passed[GISA_PASSED_KINDS]; /* in the order in which they were met */
    size_t n_passed;                            /* kinds; files of further ones are not counted */
} gisa_input_files;

/* Adds the paths in the order given. A folder adds the pages below it (.html, .htm, .xhtml, .txt,
 * .md, .json, .jsonl, .ndjson, .csv, .tsv, .warc, each also with .gz), in byte order, folders in
 * the place of their names; hidden names, robots.txt and links to folders are left out; files of
 * another ending are passed over and counted. Other paths are added as they are, unseen.
 *
 * A folder that cannot be read, or holds no page, is added itself, so that whoever opens it says
 * so.
 *
 * Errors: GISA_EINVAL for folders nested deeper than 64; GISA_ENOMEM. */
gisa_status gisa_input_files_add(gisa_input_files *w, const char *const *args, size_t n_args,
                                 gisa_error *err);
void gisa_input_files_clear(gisa_input_files *w);

/* Appends what was passed over, for people: "2 PDF (first: a/b.pdf), 1 XLSX (first: a/c.xlsx)". */
void gisa_input_files_add_passed(const gisa_input_files *w, gisa_buf *out);

#endif
