/* Local files as captures: pages, flattened text, articles as JSON or CSV (a capture each), WARC
 * and ARC; also gzipped.
 *
 * What a file is is decided by its content, decoded; its name only tells JSON Lines and tables that
 * nothing else does. What is none of these is refused by name and never archived. */
#ifndef GISA_PIPELINE_INTAKE_H
#define GISA_PIPELINE_INTAKE_H

#include "ingest/extract.h"
#include "pipeline/capture_source.h"
#include "pipeline/input.h"
#include "pipeline/json_cut.h"
#include "pipeline/table_cut.h"

typedef struct gisa_intake {
    char **paths; /* "-" is standard input */
    size_t n_paths, at;
    gisa_format format;                 /* AUTO: by content and name */
    const char *columns;                /* of CSV: gisa_import_opts.columns */
    const gisa_pipeline_events *events; /* NULL: nobody is told of columns that no field takes */
    gisa_map *passed; /* what records of WARC files are passed over as → how many;
                         NULL: nobody counts */
    /* The file that is being read. */
    gisa_archive *warc;
    gisa_input input;
    gisa_json_cut cut;
    gisa_table_cut table;
    bool in_values, in_rows;
    gisa_buf uri;
} gisa_intake;

/* The source over *in: an unreadable file, or row of a table, gives GISA_SKIP with its reason, and
 * the next call goes on after it. */
gisa_capture_source gisa_intake_source(gisa_intake *in);
void gisa_intake_clear(gisa_intake *in);

/* What an input that was opened is: what was stated, unless that is AUTO, else by its first bytes
 * and its name. */
gisa_format gisa_intake_guess(gisa_format stated, const char *path, const gisa_input *input);

/* The format a user names: auto, html, text, jsonl, csv, warc; false for anything else. */
bool gisa_intake_format_parse(const char *name, gisa_format *out);

#endif
