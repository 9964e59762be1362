/* gisa sources add URL: the block of the sources file for an outlet. */
#ifndef GISA_CLI_SOURCES_ADD_H
#define GISA_CLI_SOURCES_ADD_H

#include "cli/cli.h"

typedef struct sources_add_opts {
    const char *sources_path, *name, *contact, *connect_to, *agent; /* NULL: not said */
    bool write, json, csv;
} sources_add_opts;

/* Returns: the exit code. */
int sources_add(cli *c, const sources_add_opts *opts, const char *url);

#endif
