/* Does everything in the store agree with everything else? */
#ifndef GISA_INDEX_STORE_CHECK_H
#define GISA_INDEX_STORE_CHECK_H

#include "index/store/store.h"

/* Takes one finding, in words: what is wrong, where. */
typedef struct gisa_check_sink {
    void (*finding)(void *ctx, gisa_str text);
    void *ctx;
} gisa_check_sink;

typedef struct gisa_check_report {
    uint64_t articles; /* versions whose text was compared with its digest */
    uint64_t captures; /* records of the archive whose digest was compared */
    uint64_t findings;
} gisa_check_report;

/* Checks the database: its pages (PRAGMA integrity_check), its references, the posting lists
 * against the articles through the tokenizer, every article against its digest, the counts of days,
 * names and the roll. Damage is a finding, not an error.
 *
 * report: added to.
 * Errors: GISA_ENOMEM, GISA_EBUSY. */
gisa_status gisa_check_store(gisa_store *s, const gisa_check_sink *sink, gisa_check_report *report,
                             gisa_error *err);

/* Checks the archive: every record readable, every digest right, and every capture that the store
 * speaks of there. A missing archive is a finding when the store has captures.
 *
 * Errors: GISA_ENOMEM, GISA_EBUSY. */
gisa_status gisa_check_archive(gisa_store *s, const char *path, const gisa_check_sink *sink,
                               gisa_check_report *report, gisa_error *err);

#endif
