/* Long output on a terminal goes through PAGER (less when it is not set). */
#ifndef GISA_CLI_PAGER_H
#define GISA_CLI_PAGER_H

#include "cli/cli.h"

/* Writes the buffer to stdout and empties it; through the pager when stdout is a terminal with
 * fewer lines. PAGER="" or "cat" turns that off.
 *
 * Returns: false when stdout can take no more. */
bool cli_page(const cli *c, cli_format form, gisa_buf *out);

#endif
