/* The sources file (ingest/site/source.h), where it is looked for. */
#ifndef GISA_CLI_SOURCES_FILE_H
#define GISA_CLI_SOURCES_FILE_H

#include "cli/cli.h"
#include "ingest/site/source.h"

/* Where it is, or would be written: the path that was named, or the first of the places below;
 * freed by gisa_free. NULL: see *err. */
char *sources_file_path(cli *c, const char *named, gisa_error *err);

/* Reads the file that was named, or else the database's name with ".sources" for ".db", or else
 * gisa/sources in $XDG_CONFIG_HOME or ~/.config.
 *
 * named:  NULL when none was.
 * Errors: GISA_ENOTFOUND (the message says where to write one), GISA_EINVAL (a fault in it, with
 *         its line), GISA_EIO, GISA_ENOMEM. */
gisa_status sources_file_read(cli *c, const char *named, gisa_sources *out, gisa_error *err);

#endif
