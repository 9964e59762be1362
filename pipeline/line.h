/* The straight line: capture → decode → extract → article → annotate → store.
 *
 * Captures come from the archive or are put into it first; several threads analyse; one writer
 * commits batches in the order of the captures. After a kill at any point the next run goes on
 * where the last commit stood. */
#ifndef GISA_PIPELINE_LINE_H
#define GISA_PIPELINE_LINE_H

#include "base/map.h"
#include "cli/cli.h"
#include "corpus/archive.h"
#include "index/store/store.h"
#include "ingest/extract.h"
#include "nlp/annotate.h"
#include "pipeline/learning.h"

typedef struct line_state {
    const cli *c;
    char *archive_path;
    gisa_extractor *extractor;
    gisa_analyzer *analyzer;
    gisa_store *store;
    gisa_archive *archive; /* for appending; NULL until line_open_archive */
    gisa_learning learn;   /* what the store has learned, once a run has begun */
    bool no_learn;         /* what is taken in stands aside from learning */
} line_state;

/* What a run did. Times are CPU-bound nanoseconds summed over the threads. */
typedef struct line_report {
    uint64_t captures, added, same, changed, skipped, known, failed;
    uint64_t bytes_in, bytes_kept; /* of pages that became articles: text in, title and body out */
    gisa_learning_report learned;
    gisa_map reasons; /* why captures were skipped → how often */
    uint64_t archive_ns, extract_ns, annotate_ns, terms_ns, store_ns;
} line_report;

/* Opens analyser, extractor and store (made when it is not there). *l is {0} before; line_close
 * afterwards, also when it fails. */
gisa_status line_open(cli *c, line_state *l, gisa_error *err);

/* Opens the archive for appending and reports a torn end that was cut. */
gisa_status line_open_archive(line_state *l, gisa_error *err);
void line_close(line_state *l);

/* Gives captures one by one: GISA_OK with *out borrowed until the next call, GISA_SKIP (go on),
 * GISA_END. With a source the captures are new and are put into the archive first. */
typedef struct line_source {
    gisa_status (*next)(void *ctx, gisa_capture *out, gisa_error *err);
    void *ctx;
    bool keep_known; /* also payloads that the archive already holds */
} line_source;

/* Takes captures in from a source, archives them, and stores what they hold.
 *
 * report: added to; cleared by line_report_clear.
 * Errors: those of archive and store; what was committed stays. */
gisa_status line_take(line_state *l, const line_source *source, line_report *report,
                      gisa_error *err);

/* Ingests what the archive holds beyond the store's mark. */
gisa_status line_catch_up(line_state *l, line_report *report, gisa_error *err);

/* Says on stderr what was taken in, what was stripped, and why pages were skipped. */
void line_report_say(const line_state *l, const line_report *report);
void line_report_clear(line_report *report);

/* The content type of a capture whose article may have the id of another ("--keep-duplicates"). */
#define LINE_KEEP_PARAMETER "; gisa=keep"

#endif
