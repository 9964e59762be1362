/* Local files as captures: pages, flattened text, article JSON (a capture a value), WARC. */
#ifndef GISA_PIPELINE_INTAKE_H
#define GISA_PIPELINE_INTAKE_H

#include "ingest/extract.h"
#include "pipeline/capture_source.h"
#include "pipeline/json_cut.h"

typedef struct gisa_intake {
    char **paths; /* "-" is standard input */
    size_t n_paths, at;
    gisa_format format; /* AUTO: by content and name */
    /* The file that is being read. */
    gisa_archive *warc;
    gisa_buf whole;   /* a page, or what was read of standard input and is not done */
    bool goes_on;     /* standard input has more after `rest` */
    gisa_str map;     /* of a JSONL file */
    gisa_str rest;    /* of the values */
    size_t forgotten; /* of map: bytes that were let go of */
    gisa_json_cut cut;
    bool in_values;
    gisa_buf uri;
} gisa_intake;

/* The source over *in: an unreadable file gives GISA_SKIP with its reason, and the next
 * call goes on with the next file. */
gisa_capture_source gisa_intake_source(gisa_intake *in);
void gisa_intake_clear(gisa_intake *in);

/* The format a user names: auto, html, text, jsonl, warc; false for anything else. */
bool gisa_intake_format_parse(const char *name, gisa_format *out);

#endif
