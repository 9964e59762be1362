/* What a store is made of: for the files of index/ only. */
#ifndef GISA_INDEX_STORE_STORE_HANDLE_H
#define GISA_INDEX_STORE_STORE_HANDLE_H

#include "base/map.h"
#include "base/sql.h"
#include "index/store/batch.h"
#include "index/store/copy_links.h"
#include "index/store/fts.h"
#include "index/store/ranges.h"
#include "index/store/roll.h"
#include "index/store/row.h"

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
    gisa_bounds bounds;    /* loaded when they are first needed with this roll */
    gisa_copy_links links; /* of near-duplicates, loaded when many are asked for */
    gisa_map frequencies;  /* of terms since the roll was loaded, as bits of doubles */
    int64_t articles;      /* newest versions; -1: not counted */
    int64_t articles_seen; /* PRAGMA data_version they were counted at */
    uint64_t commits;      /* of this store, which data_version does not count */
    uint64_t roll_commits;
};

#endif
