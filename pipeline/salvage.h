/* An archive with damage made whole again. What can be read of it is copied as it is, in its order.
 * Articles of captures that are lost are taken from the database, if it has them, and put in the
 * place of those captures, as articles in JSON that stand aside from learning. */
#ifndef GISA_PIPELINE_SALVAGE_H
#define GISA_PIPELINE_SALVAGE_H

#include "base/buf.h"
#include "corpus/archive.h"
#include "gisa/store.h"

/* A part of the old archive that is in the new one, or a lost capture whose article is. */
typedef struct gisa_moved_part {
    uint64_t from, to; /* in the old archive */
    uint64_t now;      /* where `from` is in the new one */
} gisa_moved_part;

typedef struct gisa_salvage {
    uint64_t damaged;  /* stretches that could not be read */
    uint64_t articles; /* versions of articles that came from the database */
    bool unread;       /* the database could not be read to its end */
    gisa_buf kept_as;  /* the path of the old archive; empty: there was none */
    gisa_moved_part *parts;
    size_t n_parts, cap_parts;
    uint64_t end; /* of the new archive */
} gisa_salvage;

/* Writes the new archive beside the old one and puts it in its place. The old one is kept under
 * the name with ".damaged" after it.
 *
 * id:     what the archive is called; NULL: as it says itself.
 * old:    the database that was made from it, or NULL.
 * held:   the new archive, with its lock; closed by the caller.
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ENOMEM, GISA_ECORRUPT (nothing can be read); the old archive
 * is in its place then. */
gisa_status gisa_salvage_archive(const char *path, const char *id, gisa_store *old,
                                 gisa_archive **held, gisa_salvage *out, gisa_error *err);

/* Where in the new archive what came at or after a place of the old one begins. */
uint64_t gisa_salvage_place(const gisa_salvage *s, uint64_t old);

void gisa_salvage_clear(gisa_salvage *s);

#endif
