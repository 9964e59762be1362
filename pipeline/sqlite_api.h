/* Sends the SQLite calls of a file through the host's table of functions. The build includes this
 * file before index/store/fts.c when it compiles that for the loadable extension, so that
 * gisa_fts5.so uses the SQLite that loads it, whichever that is, and links to none. */
#ifndef GISA_PIPELINE_SQLITE_API_H
#define GISA_PIPELINE_SQLITE_API_H

#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3

#endif
