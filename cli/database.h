/* The database that --db, GISA_DB or the XDG folder names, and what is said of it. */
#ifndef GISA_CLI_DATABASE_H
#define GISA_CLI_DATABASE_H

#include "cli/cli.h"
#include "ingest/fetch/frontier.h"
#include "pipeline/reader.h"

/* Opens it for reading, and warns when another analyser made its index. gisa_reader_close
 * afterwards, also when it fails. Errors: GISA_ENOTFOUND (the message says how to fill one), and
 * the store's. */
gisa_status cli_database_open(cli *c, gisa_reader *r, gisa_error *err);

/* The same for a command that also writes: a database of an older gisa is brought up to date. */
gisa_status cli_database_open_current(cli *c, gisa_reader *r, gisa_error *err);

/* Opens it for a small change of what gisa itself keeps there (saved searches); without a
 * tokenizer. A reader has found it before, so that none is made. gisa_store_close. Errors: the
 * store's. */
gisa_status cli_database_open_to_write(cli *c, gisa_store **out, gisa_error *err);

/* Opens what the crawler remembers of it, to look at; NULL: nothing was ever crawled.
 * gisa_frontier_close. Errors: those of gisa_frontier_look. */
gisa_status cli_frontier_look(cli *c, gisa_frontier **out, gisa_error *err);

/* Has an error say what to do about a damaged frontier, if it is of one: SQLite's errors are the
 * same for it and for the database. */
void cli_frontier_blame(cli *c, gisa_error *err);

/* Says on stderr that nothing was found; of an empty database, that it is and how to fill it. */
void cli_database_say_nothing(const cli *c, const gisa_reader *r);

#endif
