/* gisa fetch --watch: run after run, each when something is due. */
#ifndef GISA_CLI_FETCH_WATCH_H
#define GISA_CLI_FETCH_WATCH_H

#include "cli/fetch_run.h"

/* Goes on until a signal asks it to stop, which is GISA_OK. Between two runs nothing is held open,
 * so that others may write, and the sources file is read anew when it has changed.
 * Errors: those of fetch_run, another writer aside, for whom it waits. */
gisa_status fetch_watch(fetch *f, int *code, gisa_error *err);

#endif
