#include "index/store/schema.h"

#include <stdio.h>

/* Version 1. Metadata and body live in tables of their own, so that reading the metadata of many
 * articles does not drag their texts along. */
static const char step_1[] =
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;"

    "CREATE TABLE outlet (outlet INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT);"
    "CREATE TABLE section (section INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);"

    "CREATE TABLE article ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL, version INTEGER NOT NULL, current INTEGER NOT NULL, digest TEXT NOT NULL,"
    "  url TEXT, canonical_url TEXT,"
    "  outlet INTEGER REFERENCES outlet, section INTEGER REFERENCES section,"
    "  title TEXT, subtitle TEXT,"
    "  published INTEGER, published_precision TEXT NOT NULL,"
    "  modified INTEGER, modified_precision TEXT NOT NULL,"
    "  lang TEXT, rights_notice TEXT, rights_redistribution TEXT, rights_ai_training TEXT,"
    "  via TEXT, source TEXT, capture INTEGER NOT NULL, copy_of INTEGER REFERENCES article,"
    "  UNIQUE (id, version));"
    "CREATE INDEX article_copy ON article (copy_of) WHERE copy_of IS NOT NULL;"
    "CREATE INDEX article_digest ON article (digest);"

    "CREATE TABLE body (row INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, text TEXT);"
    "CREATE TABLE author (row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    "  position INTEGER NOT NULL, name TEXT, email TEXT, PRIMARY KEY (row, position))"
    "  WITHOUT ROWID;"
    "CREATE INDEX author_name ON author (name);"
    "CREATE TABLE caption (row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    "  position INTEGER NOT NULL, text TEXT, PRIMARY KEY (row, position)) WITHOUT ROWID;"

    "CREATE TABLE capture (start INTEGER PRIMARY KEY, digest TEXT, uri TEXT, fetched INTEGER,"
    "  http_status INTEGER, outcome TEXT NOT NULL, reason TEXT);"
    "CREATE INDEX capture_digest ON capture (digest);"

    "CREATE TABLE name (name INTEGER PRIMARY KEY, type TEXT NOT NULL, id TEXT, text TEXT NOT NULL);"
    "CREATE UNIQUE INDEX name_known ON name (type, id) WHERE id IS NOT NULL;"
    "CREATE UNIQUE INDEX name_text ON name (type, text) WHERE id IS NULL;"
    "CREATE INDEX name_spelling ON name (text);"
    "CREATE TABLE mention (row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    "  start INTEGER NOT NULL, end INTEGER NOT NULL, name INTEGER NOT NULL REFERENCES name,"
    "  PRIMARY KEY (row, start, end, name)) WITHOUT ROWID;"
    "CREATE TABLE name_article (name INTEGER NOT NULL REFERENCES name,"
    "  row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, mentions INTEGER NOT NULL,"
    "  PRIMARY KEY (name, row)) WITHOUT ROWID;"
    "CREATE TABLE quote (row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    "  start INTEGER NOT NULL, end INTEGER NOT NULL, speaker_start INTEGER, speaker_end INTEGER,"
    "  speaker TEXT, direct INTEGER NOT NULL, PRIMARY KEY (row, start, end)) WITHOUT ROWID;"
    "CREATE INDEX quote_speaker ON quote (speaker) WHERE speaker IS NOT NULL;"
    "CREATE TABLE date (row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    "  start INTEGER NOT NULL, end INTEGER NOT NULL, value TEXT, PRIMARY KEY (row, start, end))"
    "  WITHOUT ROWID;"
    "CREATE TABLE figure (row INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,"
    "  start INTEGER NOT NULL, end INTEGER NOT NULL, value REAL, unit TEXT,"
    "  PRIMARY KEY (row, start, end)) WITHOUT ROWID;"

    "CREATE TABLE day_total (day INTEGER PRIMARY KEY, articles INTEGER NOT NULL);"
    "CREATE TABLE row_block (block INTEGER PRIMARY KEY, entries BLOB NOT NULL);"
    "CREATE TABLE term_frequency (term TEXT PRIMARY KEY, articles INTEGER NOT NULL) WITHOUT ROWID;"

    "CREATE VIEW article_document AS SELECT a.row AS row, a.title AS title, b.text AS body"
    "  FROM article a JOIN body b ON b.row = a.row WHERE a.current = 1;"
    "CREATE VIRTUAL TABLE article_fts USING fts5(title, body, content='article_document',"
    "  content_rowid='row', tokenize='gisa', columnsize=0);"
    "INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 16777216);";

/* Version 2: near-duplicates. Articles stored before have no fingerprint and are no copies; gisa
 * rebuild gives them one. */
static const char step_2[] =
    "CREATE TABLE shingle_block (block INTEGER PRIMARY KEY, entries BLOB NOT NULL);";

/* Version 3: saved searches. Arrivals since are known by their place in the archive, which a
 * rebuild does not change. */
static const char step_3[] =
    "CREATE TABLE saved_search (name TEXT PRIMARY KEY, query TEXT NOT NULL,"
    "  exact INTEGER NOT NULL, keep_copies INTEGER NOT NULL, position INTEGER NOT NULL,"
    "  saved INTEGER NOT NULL, ran INTEGER, found INTEGER, told INTEGER NOT NULL) WITHOUT ROWID;"
    "CREATE INDEX article_capture ON article (capture);";

/* Version 4: lines learned from a site. Nothing was learned from articles stored before, and they
 * keep theirs; gisa rebuild starts over. */
static const char step_4[] =
    "ALTER TABLE article ADD COLUMN origin TEXT;"
    "CREATE TABLE site_line (site TEXT NOT NULL, line TEXT NOT NULL, capture INTEGER NOT NULL,"
    "  PRIMARY KEY (site, line)) WITHOUT ROWID;"
    "CREATE TABLE site_block (site TEXT PRIMARY KEY, entries BLOB NOT NULL);";

/* Version 5: the clock of an article's times, in seconds east of UTC; NULL is
 * Korea's. */
static const char step_5[] = "ALTER TABLE article ADD COLUMN published_offset INTEGER;"
                             "ALTER TABLE article ADD COLUMN modified_offset INTEGER;";

/* Version 6: another layout of row ids and posting lists. Changing it would mean to analyse every
 * article again, so a database keeps the layout it was created with, and gisa rebuild gives it the
 * new one. */
static const char step_6[] = "INSERT INTO meta (key, value) VALUES ('layout', 1);";

/* Version 7: ids of earlier editions (corpus/identity.h). They come with gisa rebuild, as every
 * article stored before has an id of edition 1. */
static const char step_7[] =
    "CREATE TABLE former_id (former TEXT NOT NULL, id TEXT NOT NULL, capture INTEGER NOT NULL,"
    "  PRIMARY KEY (former, id)) WITHOUT ROWID;"
    "CREATE INDEX former_id_present ON former_id (id);";

/* Version 8: what saved searches were run past, but have not reported. */
static const char step_8[] =
    "CREATE TABLE saved_left (name TEXT NOT NULL REFERENCES saved_search ON DELETE CASCADE,"
    "  capture INTEGER NOT NULL, PRIMARY KEY (name, capture)) WITHOUT ROWID;";

/* Version 9: the family of a name, what a speaker is and who carried a quote, how exactly a figure
 * is meant and of what.
 * Articles stored before are told apart by NULL; gisa rebuild fills it in. */
static const char step_9[] = "ALTER TABLE name ADD COLUMN family TEXT;"
                             "CREATE INDEX name_family ON name (family) WHERE family IS NOT NULL;"
                             "ALTER TABLE quote ADD COLUMN kind TEXT;"
                             "ALTER TABLE quote ADD COLUMN medium_start INTEGER;"
                             "ALTER TABLE quote ADD COLUMN medium_end INTEGER;"
                             "ALTER TABLE quote ADD COLUMN medium TEXT;"
                             "ALTER TABLE quote ADD COLUMN affiliation_start INTEGER;"
                             "ALTER TABLE quote ADD COLUMN affiliation_end INTEGER;"
                             "ALTER TABLE quote ADD COLUMN affiliation TEXT;"
                             "ALTER TABLE figure ADD COLUMN bound TEXT;"
                             "ALTER TABLE figure ADD COLUMN low REAL;"
                             "ALTER TABLE figure ADD COLUMN high REAL;"
                             "ALTER TABLE figure ADD COLUMN noun_start INTEGER;"
                             "ALTER TABLE figure ADD COLUMN noun_end INTEGER;"
                             "ALTER TABLE figure ADD COLUMN noun TEXT;"
                             "ALTER TABLE figure ADD COLUMN owner_start INTEGER;"
                             "ALTER TABLE figure ADD COLUMN owner_end INTEGER;"
                             "ALTER TABLE figure ADD COLUMN owner TEXT;";

/* Version 10: bounds on what frequent terms add to scores (index/postings/bounds.h). Rows written
 * since they were made have a flag in the roll, which an older gisa would not set. */
static const char step_10[] =
    "CREATE TABLE term_bound (term TEXT PRIMARY KEY, bounds BLOB NOT NULL) WITHOUT ROWID;";

static const char *const steps[GISA_SCHEMA_VERSION] = {step_1, step_2, step_3, step_4, step_5,
                                                       step_6, step_7, step_8, step_9, step_10};

/* What only a new database gets. FTS5 marks the column of a position unless it is the first one, so
 * the body, which has nearly all of them, is the first. */
static const char fresh[] =
    "DROP TABLE article_fts;"
    "CREATE VIRTUAL TABLE article_fts USING fts5(body, title, content='article_document',"
    "  content_rowid='row', tokenize='gisa', columnsize=0);"
    "INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 16777216);"
    "UPDATE meta SET value = 2 WHERE key = 'layout';";

static gisa_status pragma(gisa_sql *q, const char *text, int64_t *out, gisa_error *err)
{
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v2(q->db, text, -1, &stmt, NULL);
    if (code != SQLITE_OK) return gisa_sql_fail(q->db, code, err);
    gisa_status st = gisa_sql_step(q, stmt, err);
    *out = st == GISA_OK ? sqlite3_column_int64(stmt, 0) : 0;
    sqlite3_finalize(stmt);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_schema_version(gisa_sql *q, int *out, gisa_error *err)
{
    int64_t application, version, objects;
    gisa_status st = pragma(q, "PRAGMA application_id", &application, err);
    if (st == GISA_OK) st = pragma(q, "PRAGMA user_version", &version, err);
    if (st == GISA_OK) st = pragma(q, "SELECT count(*) FROM sqlite_schema", &objects, err);
    if (st < 0) return st;
    if (application != GISA_SCHEMA_APPLICATION && (application || version || objects))
        return gisa_fail(err, GISA_ECORRUPT, "%s: a database, but not one of gisa",
                         sqlite3_db_filename(q->db, "main"));
    *out = (int)version;
    return GISA_OK;
}

static gisa_status run_steps(gisa_sql *q, int from, int to, gisa_error *err)
{
    gisa_status st = GISA_OK;
    char text[96];
    for (int v = from; v < to && st == GISA_OK; v++) st = gisa_sql_run(q, steps[v], err);
    if (st == GISA_OK && from == 0 && to == GISA_SCHEMA_VERSION) st = gisa_sql_run(q, fresh, err);
    snprintf(text, sizeof text, "PRAGMA application_id=%d; PRAGMA user_version=%d",
             GISA_SCHEMA_APPLICATION, to);
    return st < 0 ? st : gisa_sql_run(q, text, err);
}

gisa_status gisa_schema_migrate(gisa_sql *q, int to, gisa_error *err)
{
    int version;
    gisa_status st = gisa_sql_run(q, "BEGIN IMMEDIATE", err);
    if (st < 0) return st;
    st = gisa_schema_version(q, &version, err); /* another process may have migrated it */
    if (st == GISA_OK && version > to)
        st = gisa_fail(err, GISA_EINVAL, "%s: made by a newer gisa (schema %d, this one knows %d)",
                       sqlite3_db_filename(q->db, "main"), version, to);
    if (st == GISA_OK && version < to) st = run_steps(q, version, to, err);
    if (st == GISA_OK) st = gisa_sql_run(q, "COMMIT", err);
    if (st < 0) sqlite3_exec(q->db, "ROLLBACK", NULL, NULL, NULL);
    return st;
}
