/* What --help prints, in the lines of the terminal. */
#ifndef GISA_CLI_HELP_H
#define GISA_CLI_HELP_H

#include "cli/cli.h"

/* Appends a command's help: its usage, its options and the global ones, and its details, of which
 * lines are prose, joined and wrapped, unless they begin with a blank: those are examples. */
void help_format(const cli *c, const cli_usage *u, const cli_option *global, size_t n_global,
                 gisa_buf *out);

/* Prints it on standard output. Returns: the exit code. */
int help_print(const cli *c, const cli_usage *u, const cli_option *global, size_t n_global);

/* The commands: where it was asked for, on standard output; else on standard error, as a usage
 * error. Returns: the exit code. */
int help_overview(const cli *c, bool asked);

/* "gisa 1.2.3" on standard output. Returns: the exit code. */
int help_version(const cli *c);

#endif
