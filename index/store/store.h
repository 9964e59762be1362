/* The store: one SQLite database (WAL, foreign keys, schema version with migrations) that holds
 * articles with their versions, what analysis found in them, and FTS5 posting lists. Everything in
 * it can be rebuilt from the archive.
 *
 * Row ids are in the order of publication, so that newest-first and counts by day come straight
 * from the posting lists (index/store/row.h). One writer at a time; any number of readers, also
 * during a write. A store belongs to one thread. docs/FORMATS.md documents the schema. */
#ifndef GISA_INDEX_STORE_STORE_H
#define GISA_INDEX_STORE_STORE_H

#include "corpus/archive.h"
#include "corpus/archive_origin.h"
#include "corpus/record.h"
#include "gisa/store.h"

typedef enum gisa_put_result {
    GISA_PUT_ADDED,   /* no article had this id */
    GISA_PUT_SAME,    /* this version is already stored */
    GISA_PUT_CHANGED, /* a new version; the old one is kept as history */
} gisa_put_result;

/* A batch is one transaction: begin, put many, commit. 500 to 5,000 articles are a good size. The
 * batch is sorted by row id and written at the commit. The order of arrival matters only among
 * articles of the same slot (index/store/row.h).
 *
 * Errors: GISA_EBUSY (another writer, after 30 s of waiting), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_store_begin(gisa_store *s, gisa_error *err);

/* Takes a record into the batch. On GISA_OK its contents belong to the store and *record is {0};
 * otherwise it is untouched. title_terms and body_terms are replayed into FTS5; with both empty
 * the store's tokenizer makes them at the commit.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (no id). */
gisa_status gisa_store_put(gisa_store *s, gisa_record *record, gisa_put_result *result,
                           gisa_error *err);

/* Writes what was put so far without committing it: the batch stays open. After an error roll
 * back. Errors: as gisa_store_commit. */
gisa_status gisa_store_flush(gisa_store *s, gisa_error *err);

/* Writes and commits the batch; on an error everything since begin is undone.
 *
 * Errors: GISA_EIO (also a full disk), GISA_ENOMEM, and those of the tokenizer. */
gisa_status gisa_store_commit(gisa_store *s, gisa_error *err);
void gisa_store_rollback(gisa_store *s);

/* How far the archive has been ingested: the offset of the next capture to read, 0 at first. Set it
 * between begin and commit, so that it is committed with the batch. Errors: GISA_EIO. */
gisa_status gisa_store_archive_mark(gisa_store *s, uint64_t *offset, gisa_error *err);
gisa_status gisa_store_set_archive_mark(gisa_store *s, uint64_t offset, gisa_error *err);

/* The identity of the archive it is made from (corpus/archive_origin.h); "": it names none.
 * Errors: GISA_EIO. */
gisa_status gisa_store_archive_id(gisa_store *s, char out[GISA_ARCHIVE_ID_CHARS + 1],
                                  gisa_error *err);

/* Names the archive, unless it has a name: two programs may do so at once. Outside a batch.
 *
 * id:     the name that the archive has from now on.
 * Errors: GISA_EIO, GISA_EBUSY. */
gisa_status gisa_store_name_archive(gisa_store *s, const char *name,
                                    char id[GISA_ARCHIVE_ID_CHARS + 1], gisa_error *err);

/* The capture that stands last in the archive, of those that the store knows: where, and its digest
 * in *digest (emptied first). *any: it knows one. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_store_last_capture(gisa_store *s, uint64_t *start, gisa_buf *digest, bool *any,
                                    gisa_error *err);

#define GISA_STORE_EDITION_MAX 32

/* Which analyser made the index: any short text, "" when unknown. Set it inside a batch.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_store_edition(gisa_store *s, char out[GISA_STORE_EDITION_MAX + 1],
                               gisa_error *err);
gisa_status gisa_store_set_edition(gisa_store *s, const char *edition, gisa_error *err);

/* The edition of its ids (corpus/identity.h); 1 when it does not say. Set it inside a batch, of an
 * empty store. Errors: GISA_EIO. */
gisa_status gisa_store_id_edition(gisa_store *s, int *out, gisa_error *err);
gisa_status gisa_store_set_id_edition(gisa_store *s, int edition, gisa_error *err);

/* Whether a payload with this digest ("sha256:<hex>") has been put as a capture.
 *
 * aside: captures that are of the archive alone count as well. Errors: GISA_EIO. */
gisa_status gisa_store_has_capture(gisa_store *s, gisa_str digest, bool aside, bool *out,
                                   gisa_error *err);

/* Records a capture of the archive and its outcome, inside a batch. The same offset again replaces
 * the record.
 *
 * outcome: "article", "same", "changed", "skipped", "aside", "other": one word.
 * reason:  why it was skipped; GISA_NONE otherwise.
 * Errors:  GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_store_put_capture(gisa_store *s, const gisa_capture *capture, const char *outcome,
                                   gisa_str reason, gisa_error *err);

/* Whether the capture at a place gave no article; *known: the store has taken it in.
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_store_capture_is_empty(gisa_store *s, uint64_t offset, bool *known, bool *empty,
                                        gisa_error *err);

/* Between two batches of a long import: once the articles have doubled, merges posting lists and
 * counts frequent terms, so that searches meanwhile, or after a kill, are fast.
 *
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ENOMEM. */
gisa_status gisa_store_keep_up(gisa_store *s, gisa_error *err);

/* Does what a killed import left undone: links the near-duplicates that wait, and merges and counts
 * when the articles have grown by a quarter. Cheap when there is nothing to do.
 *
 * Errors: as gisa_store_optimize. */
gisa_status gisa_store_settle(gisa_store *s, gisa_error *err);

/* Makes the next search fast: settles, merges some posting lists, empties the write-ahead log. Call
 * it at the end of an import; answers are right without it, except that the last near-duplicates
 * are not linked yet.
 *
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ENOMEM. */
gisa_status gisa_store_optimize(gisa_store *s, gisa_error *err);

#endif
