/* The workspace of extraction, shared by its parts. Not for users of extract.h. */
#ifndef GISA_INGEST_EXTRACT_WORK_H
#define GISA_INGEST_EXTRACT_WORK_H

#include <pthread.h>

#include "ingest/extract.h"
#include "ingest/flat/story_lines.h"
#include "ingest/page/body.h"
#include "ingest/page/line_filter.h"
#include "ingest/page/meta.h"
#include "ingest/page/prescan.h"
#include "ingest/page/script.h"

struct gisa_extractor {
    gisa_profiles *profiles;
    pthread_mutex_t opening;          /* of the rules */
    gisa_line_rules *rules;           /* NULL until a page comes */
    gisa_story_weights story_weights; /* of corpus/lexicon/region.tsv */
};

struct gisa_extract_work {
    const gisa_extractor *x;
    const gisa_line_rules *rules; /* from the first page on */
    gisa_line_match *match;
    gisa_buf text; /* the decoded page */
    gisa_prescan scan;
    gisa_tree tree;
    gisa_lines lines;
    gisa_body_sums body_sums;
    gisa_map seen;
    gisa_story_lines story; /* of flattened text */
    gisa_buf out;           /* scratch for one field at a time */
    gisa_arena arena;       /* texts of one page */
    gisa_meta meta;
    gisa_str first_canonical; /* as edition 1 of ids took it */
    gisa_script_data script;
    gisa_tree state_tree; /* of a body found in a script */
    gisa_lines state_lines;
};

/* HTML in work->text to an article. As gisa_extract. */
gisa_status gisa_extract_html(gisa_extract_work *w, const gisa_extract_opts *opts,
                              gisa_article *out, gisa_error *err);

/* Flattened text in work->text to an article. As gisa_extract. */
gisa_status gisa_extract_flat(gisa_extract_work *w, const gisa_extract_opts *opts,
                              gisa_article *out, gisa_error *err);

#endif
