/* The schema and its history: a table of steps, each of which brings a database from one version
 * (PRAGMA user_version) to the next. docs/FORMATS.md describes the result. */
#ifndef GISA_INDEX_STORE_SCHEMA_H
#define GISA_INDEX_STORE_SCHEMA_H

#include "base/sql.h"

#define GISA_SCHEMA_VERSION 10

/* PRAGMA application_id of a database of gisa: "gisa". */
#define GISA_SCHEMA_APPLICATION 0x67697361

/* The version a database has; 0 for an empty one.
 *
 * Errors: GISA_ECORRUPT (not a database, or somebody else's), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_schema_version(gisa_sql *q, int *out, gisa_error *err);

/* Brings the database to version `to`, in one transaction, by the steps in between. The tokenizer
 * "gisa" must be registered.
 *
 * Errors: GISA_EINVAL (it is newer), GISA_EIO, GISA_EBUSY, GISA_ENOMEM. */
gisa_status gisa_schema_migrate(gisa_sql *q, int to, gisa_error *err);

#endif
