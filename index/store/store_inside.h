/* What a store is made of: for the files of index/ only. */
#ifndef GISA_INDEX_STORE_STORE_INSIDE_H
#define GISA_INDEX_STORE_STORE_INSIDE_H

#include "base/map.h"
#include "index/postings/fts.h"
#include "index/store/roll.h"
#include "index/store/row.h"
#include "index/store/sql.h"
#include "index/store/store.h"

/* One article of the batch that waits for its commit. */
typedef struct gisa_batch_item {
    gisa_record record;
    int64_t row;
    int64_t replaces; /* stored row of the version before; 0: none */
    size_t same_id;   /* index + 1 of the item before with the same id; 0: none */
    uint32_t version;
    bool superseded; /* a later item of this batch is a newer version */
    uint32_t length; /* for the roll */
    char digest[65];
} gisa_batch_item;

typedef struct gisa_batch {
    bool open;
    gisa_batch_item *items;
    size_t n, cap;
    gisa_map ids;  /* id to index + 1 of its newest item */
    gisa_map rows; /* first row id of a slot to the next free one */
} gisa_batch;

struct gisa_store {
    gisa_sql sql;
    gisa_fts fts;
    bool read_only;
    gisa_batch batch;
    gisa_map names;   /* "TYPE\x1fid\x1ftext" to name, for the writer */
    gisa_rows rows;   /* how this database lays row ids out */
    bool title_first; /* column 0 of article_fts is the title: begun before schema 6 */
    gisa_roll roll;
    int64_t counted;       /* articles when frequent terms were counted; loaded with the roll */
    int64_t roll_seen;     /* PRAGMA data_version the roll was loaded at; -1: not loaded */
    int64_t articles;      /* newest versions; -1: not counted */
    int64_t articles_seen; /* PRAGMA data_version they were counted at */
    uint64_t commits;      /* of this store, which data_version does not count */
    uint64_t roll_commits;
};

/* Brings store->roll up to what the open transaction sees. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_store_need_roll(gisa_store *s, gisa_error *err);

/* How many newest versions there are; counted once, then kept by the batches. Errors: GISA_EIO. */
gisa_status gisa_store_count_articles(gisa_store *s, int64_t *out, gisa_error *err);

/* Makes sure of temp.article_term, the terms of the index and how many articles have each (SQLite's
 * fts5vocab, kind "row"). Errors: GISA_EIO. */
gisa_status gisa_store_need_terms(gisa_store *s, gisa_error *err);

/* Reads see one moment between these two; fine inside a batch. */
gisa_status gisa_store_begin_read(gisa_store *s, bool *began, gisa_error *err);
void gisa_store_end_read(gisa_store *s, bool began);

/* A number in the table meta. Errors: GISA_EIO. */
gisa_status gisa_meta_number(gisa_store *s, const char *key, int64_t otherwise, int64_t *out,
                             gisa_error *err);
gisa_status gisa_meta_set_number(gisa_store *s, const char *key, int64_t value, gisa_error *err);

/* Writes the batch's rows in order of their ids (write.c). */
gisa_status gisa_batch_write(gisa_store *s, gisa_error *err);
void gisa_batch_clear(gisa_batch *b);

/* Runs an SQL text of one parameter, a row. */
gisa_status gisa_sql_run_on(gisa_store *s, const char *sql, int64_t row, gisa_error *err);

/* Puts a newest version into the posting lists, and takes it out again with its counts of names,
 * while its text and its mentions are still there. */
gisa_status gisa_index_record(gisa_store *s, const gisa_record *r, int64_t row, gisa_error *err);
gisa_status gisa_unindex(gisa_store *s, int64_t row, gisa_error *err);

/* Positions of a record's terms: its length for the roll. */
uint32_t gisa_terms_positions(const gisa_terms *title, const gisa_terms *body);

/* Writes one article's rows besides the posting lists. */
gisa_status gisa_write_article(gisa_store *s, const gisa_batch_item *item, uint32_t outlet,
                               uint32_t section, gisa_error *err);

/* A time from three columns: its instant, its precision, and the offset of its clock. */
gisa_time gisa_stored_time(sqlite3_stmt *stmt, int column);

/* Writes what analysis found in one article. */
gisa_status gisa_write_annotation(gisa_store *s, const gisa_batch_item *item, gisa_error *err);

#endif
