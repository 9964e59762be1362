#include "pipeline/reader.h"

#include "tests/unit/scratch_corpus.h"

static void test_empty(const scratch_corpus *s)
{
    gisa_error err = {0};
    gisa_store *store = NULL;
    gisa_reader r = {0};
    EQUAL(gisa_reader_open(s->db, NULL, &r, &err), GISA_ENOTFOUND, "a reader makes no database");
    OK(!gisa_file_exists(s->db), "not even an empty file");
    OK(!gisa_reader_is_empty(&r), "what is not open is not called empty");
    gisa_reader_close(&r);
    WENT(gisa_store_open(s->db, NULL, &store, &err), err, "somebody makes one");
    gisa_store_close(store);
    WENT(gisa_reader_open(s->db, NULL, &r, &err), err, "which opens");
    OK(gisa_reader_is_empty(&r), "and is empty");
    OK(gisa_store_begin(r.store, &err) < 0, "and cannot be written to");
    gisa_reader_close(&r);
}

static void test_filled(const scratch_corpus *s)
{
    gisa_error err = {0};
    gisa_reader r = {0};
    gisa_pipeline_report report = {0};
    WENT(scratch_import(s, 1, 4, NULL, &report, &err), err, "an import");
    WENT(gisa_reader_open(s->db, NULL, &r, &err), err, "a filled database opens");
    OK(!gisa_reader_is_empty(&r), "and is not empty");
    EQUAL(r.edition, GISA_EDITION_SAME, "this analyser indexed it");
    gisa_reader_close(&r);
    gisa_buf done = scratch_ask(s, "UPDATE meta SET value = 'another' WHERE key = 'analyser'");
    gisa_buf_clear(&done);
    WENT(gisa_reader_open(s->db, NULL, &r, &err), err,
         "one that another analyser indexed opens too");
    EQUAL(r.edition, GISA_EDITION_OTHER, "and says so");
    gisa_reader_close(&r);
    gisa_pipeline_report_clear(&report);
}

/* A database of the schema before: it is read only once a writer has brought it up to date. */
static void test_older(const scratch_corpus *s)
{
    gisa_error err = {0};
    gisa_reader r = {0};
    char command[160];
    snprintf(command, sizeof command, "gzip -dc tests/data/schema-4.db.gz >%s/old.db", s->dir);
    EQUAL(system(command), 0, "a database of an older gisa");
    char *path = gisa_path_join(s->dir, "old.db");
    EQUAL(gisa_reader_open(path, NULL, &r, &err), GISA_EINVAL, "a reader leaves it alone");
    gisa_reader_close(&r);
    gisa_store *any = NULL;
    const gisa_store_opts opts = {.read_only = true, .any_schema = true};
    WENT(gisa_store_open(path, &opts, &any, &err), err, "unless it wants what there is");
    gisa_store_close(any);
    WENT(gisa_reader_open_current(path, NULL, &r, &err), err,
         "who also writes brings it up to date");
    OK(!gisa_reader_is_empty(&r), "with its articles");
    gisa_reader_close(&r);
    WENT(gisa_reader_open(path, NULL, &r, &err), err, "for every reader after that");
    gisa_reader_close(&r);
    gisa_free(path);
}

int main(void)
{
    scratch_corpus s;
    if (!scratch_open(&s)) return test_end();
    test_empty(&s);
    test_filled(&s);
    test_older(&s);
    scratch_close(&s);
    return test_end();
}
