/* The store: one SQLite database (WAL, foreign keys, schema version with migrations) that holds
 * articles with their versions, what analysis found in them, and FTS5 posting lists. Everything in
 * it can be rebuilt from the archive.
 *
 * One writer at a time; any number of readers, also during a write. A handle belongs to one thread;
 * threads open one each. docs/FORMATS.md documents the schema. */
#ifndef GISA_STORE_H
#define GISA_STORE_H

#include "gisa/record.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_store gisa_store;

typedef struct gisa_store_opts {
    gisa_tokenizer tokenizer; /* {0}: no search and no new articles; all else works */
    bool read_only;           /* no file is created or changed */
    bool any_schema;          /* read_only: one of an older schema as well, for what it has */
    uint64_t cache_bytes;     /* SQLite's page cache; 0: 64 MB */
} gisa_store_opts;

/* Opens a database. Unless read_only, creates it (with its folder) when it is not there, and
 * migrates an older schema.
 *
 * opts:   copied; the tokenizer's context must outlive the store. NULL: all defaults.
 * Errors: GISA_ENOTFOUND (read_only and no such file), GISA_EIO, GISA_ECORRUPT (not a gisa
 * database), GISA_EBUSY, GISA_EINVAL (made by a newer gisa, or old and read_only), GISA_ENOMEM. */
GISA_API gisa_status gisa_store_open(const char *path, const gisa_store_opts *opts,
                                     gisa_store **out, gisa_error *err);
GISA_API void gisa_store_close(gisa_store *s); /* NULL is fine; rolls back what is open */

/* Whether no article is stored, in any version. Errors: GISA_EIO. */
GISA_API gisa_status gisa_store_is_empty(gisa_store *s, bool *out, gisa_error *err);

/* What the store holds. days count from 1970-01-01 in Seoul. */
typedef struct gisa_store_size {
    uint64_t articles; /* newest versions */
    uint64_t versions; /* with the old ones */
    uint64_t undated;  /* of articles */
    uint64_t captures;
    int64_t first_day, last_day; /* of dated articles; 0, -1: none */
} gisa_store_size;

/* Errors: GISA_EIO, GISA_ENOMEM. */
GISA_API gisa_status gisa_store_size_find(gisa_store *s, gisa_store_size *out, gisa_error *err);

/* --- Stored articles, whole, one after another in row order (oldest first, undated ones first of
 * all) --- */

/* A stored version of an article. */
typedef struct gisa_stored {
    int64_t row;
    uint32_t version;   /* 1: the first */
    bool current;       /* the newest version */
    uint64_t capture;   /* offset of its capture in the archive */
    int64_t copy_of;    /* row of the article this one is a near-duplicate of; 0: none */
    gisa_str digest;    /* gisa_article_digest */
    gisa_record record; /* article and text; of the annotation entities, quotes, dates, figures;
                           no terms */
} gisa_stored;

GISA_API void gisa_stored_clear(gisa_stored *a);

typedef struct gisa_articles_opts {
    gisa_str query; /* what matches all its words; GISA_NONE: everything */
    bool exact;
    gisa_days days; /* a bound excludes undated ones */
    bool newest_first;
    bool no_copies;     /* near-duplicates are one: the source if it is there, else the earliest */
    bool no_annotation; /* faster: the annotation stays empty */
    bool history;       /* old versions too (only without a query) */
} gisa_articles_opts;

typedef struct gisa_articles gisa_articles;

/* Starts an iteration that sees the store as it is now, whatever is written during it.
 *
 * opts:   NULL: everything, oldest first.
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
GISA_API gisa_status gisa_articles_open(gisa_store *s, const gisa_articles_opts *opts,
                                        gisa_articles **out, gisa_error *err);

/* Moves to the next article.
 *
 * out:     the caller's, cleared and filled; keep it between calls to reuse its memory.
 * Returns: GISA_OK, GISA_END.
 * Errors:  GISA_EIO, GISA_ENOMEM, GISA_ECORRUPT. */
GISA_API gisa_status gisa_articles_next(gisa_articles *it, gisa_stored *out, gisa_error *err);

/* How many articles the iteration gives in all. */
GISA_API uint64_t gisa_articles_total(const gisa_articles *it);
GISA_API void gisa_articles_close(gisa_articles *it); /* NULL is fine */

/* One article by its id, or by the start of its id if that identifies it (at least 4 digits).
 *
 * version: 0: the newest.
 * Returns: GISA_OK.
 * Errors:  GISA_ENOTFOUND, GISA_EINVAL (several ids begin so), GISA_EIO, GISA_ENOMEM. */
GISA_API gisa_status gisa_article_find(gisa_store *s, gisa_str id, uint32_t version,
                                       gisa_stored *out, gisa_error *err);

/* --- Consistency of the store and its archive --- */

/* Receives one finding, in words: what is wrong, and where. */
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
GISA_API gisa_status gisa_check_store(gisa_store *s, const gisa_check_sink *sink,
                                      gisa_check_report *report, gisa_error *err);

/* Checks the archive: every record is readable, every digest is right, and every capture that the
 * store refers to is there. A missing archive is a finding when the store has captures.
 *
 * Errors: GISA_ENOMEM, GISA_EBUSY. */
GISA_API gisa_status gisa_check_archive(gisa_store *s, const char *path,
                                        const gisa_check_sink *sink, gisa_check_report *report,
                                        gisa_error *err);

#ifdef __cplusplus
}
#endif

#endif
