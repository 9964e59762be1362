/* What is said on stderr while pages are taken in, and in the end. */
#ifndef GISA_CLI_TAKEN_IN_H
#define GISA_CLI_TAKEN_IN_H

#include <stdatomic.h>

#include "cli/cli.h"
#include "pipeline/pipeline.h"

typedef struct taken_in { /* {.c = c} before */
    const cli *c;
    const gisa_pipeline_report *counted; /* NULL, or what an interruption says of this run */
    bool unattended; /* crawling, again and again: what is known of one's own words is not said */
    bool beside;     /* another thread's work: nothing is said before taken_in_say_held */
    atomic_uint_fast64_t n_beside; /* pages taken in so */
    gisa_buf held;
    uint64_t n_unheld; /* lines that are too many to be kept */
    cli_progress progress;
} taken_in;

/* The options of a pipeline that says what happens: warnings, skipped pages, progress. *t lives as
 * long as the pipeline. */
gisa_pipeline_opts taken_in_opts(taken_in *t);

/* Says what was to be said while `beside` was set, which is over. */
void taken_in_say_held(taken_in *t);

/* Wipes the progress line; before anything else is said. */
void taken_in_end(taken_in *t);

/* Says what was taken in, what was stripped, and why pages were skipped. */
void taken_in_report(const cli *c, const gisa_pipeline_report *report);

#endif
