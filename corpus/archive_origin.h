/* Whose an archive is: told by its first record.
 *
 * gisa's archives begin with a warcinfo record that names gisa as the software. That record's
 * WARC-Record-ID is the archive's identity, which the database that is made from it names as well.
 * Every archive has one: it is a random UUID, and was one of date and text in archives of earlier
 * versions. */
#ifndef GISA_CORPUS_ARCHIVE_ORIGIN_H
#define GISA_CORPUS_ARCHIVE_ORIGIN_H

#include "base/status.h"
#include "base/str.h"

#define GISA_ARCHIVE_ID_CHARS 45 /* "urn:uuid:" and 36 more */

typedef enum gisa_archive_owner {
    GISA_OWNER_NOBODY,  /* there is no file, or an empty one */
    GISA_OWNER_UNCLEAR, /* begins as gisa begins a record, which is cut off */
    GISA_OWNER_DAMAGED, /* a member as gisa writes them, which is damaged */
    GISA_OWNER_GISA,
    GISA_OWNER_OTHERS,
} gisa_archive_owner;

typedef struct gisa_archive_origin {
    gisa_archive_owner owner;
    char id[GISA_ARCHIVE_ID_CHARS + 1]; /* "" unless gisa's */
    uint64_t bytes;                     /* of the file */
} gisa_archive_origin;

/* Reads whose the file is; nothing is changed. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_archive_origin_read(const char *path, gisa_archive_origin *out, gisa_error *err);

/* Refuses a file that gisa did not write, and one whose first record is damaged: GISA_EINVAL with
 * GISA_CAUSE_FOREIGN_ARCHIVE, GISA_ECORRUPT. */
gisa_status gisa_archive_origin_check(const gisa_archive_origin *o, const char *path,
                                      gisa_error *err);
gisa_status gisa_archive_fail_foreign(const char *path, gisa_error *err);

/* A new identity, of random bits. Errors: GISA_EIO. */
gisa_status gisa_archive_id_make(char out[GISA_ARCHIVE_ID_CHARS + 1], gisa_error *err);

#endif
