/* Whether the file at an archive's place is the one that a database was made from. */
#ifndef GISA_PIPELINE_ARCHIVE_CLAIM_H
#define GISA_PIPELINE_ARCHIVE_CLAIM_H

#include "corpus/archive_origin.h"
#include "index/store/store.h"

/* Finds the identity of the store's archive, before a byte is read from it or written to it. A
 * store without one names the archive that it will have, and one of an earlier version that of
 * which it knows captures. What the archive holds is compared with the last capture that the store
 * knows.
 *
 * id:     of the archive at `path`, which may not be there yet.
 * Errors: GISA_EINVAL (a file of another program, an archive of gisa that a new store does not
 * name, that of another database, an older copy), GISA_ENOTFOUND (the store has captures of an
 *         archive that is gone), GISA_EIO, GISA_EBUSY, GISA_ENOMEM. Nothing is changed then. */
gisa_status gisa_archive_claim(gisa_store *s, const char *path, char id[GISA_ARCHIVE_ID_CHARS + 1],
                               gisa_error *err);

#endif
