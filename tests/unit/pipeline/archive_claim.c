#include "pipeline/archive_claim.h"

#include "pipeline/rebuild.h"
#include "tests/unit/scratch_corpus.h"

/* What a claim says of the database and what is at its archive's place. */
static gisa_status claim(const scratch_corpus *s, gisa_error *err)
{
    gisa_store *store = NULL;
    char id[GISA_ARCHIVE_ID_CHARS + 1];
    gisa_status st = gisa_store_open(s->db, NULL, &store, err);
    if (st >= 0) st = gisa_archive_claim(store, s->archive, id, err);
    gisa_store_close(store);
    return st;
}

static void forget(const scratch_corpus *s, const char *sql)
{
    gisa_buf done = scratch_ask(s, sql);
    gisa_buf_clear(&done);
}

#define UNNAME "DELETE FROM meta WHERE key = 'made_from'"
#define EMPTY  "DELETE FROM capture; DELETE FROM meta WHERE key = 'archive_mark'"

static void move(const scratch_corpus *s, const char *from, const char *to)
{
    char command[192];
    snprintf(command, sizeof command, "cd %s && mv %s %s", s->dir, from, to);
    EQUAL(system(command), 0, "a file is moved");
}

static void import(const scratch_corpus *s, int from, int end)
{
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    WENT(scratch_import(s, from, end, NULL, &report, &err), err, "an import");
    gisa_pipeline_report_clear(&report);
}

static void test_own(void)
{
    scratch_corpus s;
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    WENT(claim(&s, &err), err, "a new database names the archive that it will have");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM meta WHERE key = 'made_from'"), 1, "in itself");
    gisa_buf name = scratch_ask(&s, "SELECT value FROM meta WHERE key = 'made_from'");
    WENT(gisa_file_write(s.archive, GISA_STR("\x1f\x8b\x08\x04"), &err), err, "killed at once");
    WENT(claim(&s, &err), err, "what a kill left of the first record is its own");
    import(&s, 1, 4);
    WENT(claim(&s, &err), err, "its archive is its own");
    gisa_buf later = scratch_ask(&s, "SELECT value FROM meta WHERE key = 'made_from'");
    SAME(gisa_buf_view(&later), gisa_buf_view(&name), "under that name");
    forget(&s, UNNAME);
    WENT(claim(&s, &err), err, "an earlier version's is known by its captures");
    gisa_buf known = scratch_ask(&s, "SELECT value FROM meta WHERE key = 'made_from'");
    SAME(gisa_buf_view(&known), gisa_buf_view(&name), "and named from then on");
    forget(&s, EMPTY);
    WENT(claim(&s, &err), err, "one that was only fetched is known by its name");
    gisa_buf_clear(&known);
    gisa_buf_clear(&later);
    gisa_buf_clear(&name);
    scratch_close(&s);
}

static void test_others(void)
{
    scratch_corpus s, other;
    gisa_error err = {0};
    char command[192];
    if (!scratch_open(&s) || !scratch_open(&other)) return;
    import(&s, 1, 4);
    import(&other, 4, 9);
    move(&s, "news.warc.gz", "mine");
    EQUAL(claim(&s, &err), GISA_ENOTFOUND, "an archive that is gone is missed");
    EQUAL(err.cause, GISA_CAUSE_ARCHIVE_GONE, "and said to be");
    WENT(gisa_file_write(s.archive, GISA_STR(""), &err), err, "an empty file");
    EQUAL(claim(&s, &err), GISA_ENOTFOUND, "does not stand for it");
    WENT(gisa_file_write(s.archive, GISA_STR("my diary\n"), &err), err, "some other file");
    EQUAL(claim(&s, &err), GISA_EINVAL, "is refused");
    EQUAL(err.cause, GISA_CAUSE_FOREIGN_ARCHIVE, "as another program's");
    snprintf(command, sizeof command, "cp %s %s", other.archive, s.archive);
    EQUAL(system(command), 0, "the archive of another database");
    EQUAL(claim(&s, &err), GISA_EINVAL, "is refused");
    EQUAL(err.cause, GISA_CAUSE_OTHER_ARCHIVE, "as that");
    forget(&s, UNNAME);
    EQUAL(claim(&s, &err), GISA_EINVAL, "also by a database of an earlier version");
    EQUAL(err.cause, GISA_CAUSE_OTHER_ARCHIVE, "which does not find its captures there");
    forget(&s, EMPTY);
    EQUAL(claim(&s, &err), GISA_EINVAL, "and by a new one");
    EQUAL(err.cause, GISA_CAUSE_UNNAMED_ARCHIVE, "which is told to be rebuilt");
    scratch_close(&s);
    scratch_close(&other);
}

/* What the database says of its last capture must be what the archive holds there. */
static void test_last_capture(void)
{
    scratch_corpus s;
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    import(&s, 1, 3);
    forget(&s, "UPDATE meta SET value = value + 1 WHERE key = 'archive_mark'");
    EQUAL(claim(&s, &err), GISA_ECORRUPT, "an archive that ends before the database was read to");
    EQUAL(err.cause, GISA_CAUSE_SHORT_ARCHIVE, "is too short");
    forget(&s, "UPDATE meta SET value = value - 1 WHERE key = 'archive_mark'");
    WENT(claim(&s, &err), err, "one that ends there is not");
    forget(&s, "UPDATE capture SET digest = 'sha256:' || start");
    EQUAL(claim(&s, &err), GISA_ECORRUPT, "another record at the place of the last");
    EQUAL(err.cause, GISA_CAUSE_DAMAGED_ARCHIVE, "is damage where the archive bears the name");
    forget(&s, UNNAME);
    EQUAL(claim(&s, &err), GISA_EINVAL, "and else");
    EQUAL(err.cause, GISA_CAUSE_OTHER_ARCHIVE, "another archive");
    scratch_close(&s);
}

/* An older copy of the archive lacks what the database has of it. */
static void test_older_copy(void)
{
    scratch_corpus s;
    gisa_error err = {0};
    char command[192];
    if (!scratch_open(&s)) return;
    import(&s, 1, 3);
    snprintf(command, sizeof command, "cp %s %s/old", s.archive, s.dir);
    EQUAL(system(command), 0, "a backup");
    import(&s, 3, 6);
    move(&s, "old", "news.warc.gz");
    EQUAL(claim(&s, &err), GISA_ECORRUPT, "put back it is refused");
    EQUAL(err.cause, GISA_CAUSE_SHORT_ARCHIVE, "for what it lacks");
    gisa_pipeline_report report = {0};
    WENT(gisa_pipeline_rebuild(s.db, NULL, &report, &err), err, "until the database is rebuilt");
    WENT(claim(&s, &err), err, "by which it is its own again");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), 5,
          "with what it holds and what the database had of the rest");
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

int main(void)
{
    test_own();
    test_others();
    test_last_capture();
    test_older_copy();
    return test_end();
}
