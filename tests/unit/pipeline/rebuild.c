#include "pipeline/rebuild.h"

#include "index/store/saved.h"
#include "tests/unit/scratch_corpus.h"

typedef struct heard {
    const scratch_corpus *s;
    int lost, salvaged, made;
    bool old_there, making; /* a new database is on its way */
    char salvage[1024];     /* what was said of it */
} heard;

static void on_warning(void *ctx, gisa_pipeline_warning kind, gisa_str text)
{
    heard *h = ctx;
    size_t n = strlen(h->salvage);
    h->lost += kind == GISA_WARN_SEARCHES_LOST;
    h->salvaged += kind == GISA_WARN_SALVAGED;
    if (kind == GISA_WARN_SALVAGED)
        snprintf(h->salvage + n, sizeof h->salvage - n, "%.*s\n", GISA_ARG(text));
}

static void on_progress(void *ctx, uint64_t done)
{
    heard *h = ctx;
    (void)done;
    h->old_there = h->old_there && gisa_file_exists(h->s->db);
    h->old_there = h->old_there && h->making;
}

static void on_making(void *ctx, const char *database)
{
    heard *h = ctx;
    h->making = database != NULL;
    h->made += database && gisa_str_ends(gisa_str_from(database), GISA_STR("news.db.new"));
}

static gisa_status rebuild(const scratch_corpus *s, heard *h, gisa_pipeline_report *report,
                           gisa_error *err)
{
    const gisa_pipeline_opts opts = {.events = {on_warning, NULL, on_progress, on_making, h}};
    *h = (heard){.s = s, .old_there = true};
    gisa_pipeline_report_clear(report);
    return gisa_pipeline_rebuild(s->db, &opts, report, err);
}

static bool is_there(const scratch_corpus *s, const char *name)
{
    char *path = gisa_path_join(s->dir, name);
    bool there = gisa_file_exists(path);
    gisa_free(path);
    return there;
}

static void save_search(const scratch_corpus *s)
{
    gisa_error err = {0};
    gisa_store *store = NULL;
    const gisa_saved search = {.name = GISA_STR("고래"), .query = GISA_STR("고래")};
    WENT(gisa_store_open(s->db, NULL, &store, &err), err, "the database opens");
    WENT(gisa_saved_put(store, &search, false, &err), err, "a search is saved");
    gisa_store_close(store);
}

/* An import does not go on. */
static void pipeline_refuses(const scratch_corpus *s, gisa_cause cause)
{
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    EQUAL(scratch_import(s, 20, 21, NULL, &report, &err), GISA_ECORRUPT, "nothing is added");
    EQUAL(err.cause, cause, "and why is said");
    gisa_pipeline_report_clear(&report);
}

/* Flips a bit of the capture of an article, where the archive is damaged then. */
static void damage(const scratch_corpus *s, const char *sql)
{
    gisa_buf bytes = {0};
    gisa_error err = {0};
    long long place = scratch_count(s, sql);
    WENT(gisa_file_read(s->archive, 1 << 20, &bytes, &err), err, "the archive is read");
    bytes.p[place + 50] ^= 0x20;
    WENT(gisa_file_write(s->archive, gisa_buf_view(&bytes), &err), err, "and damaged");
    gisa_buf_clear(&bytes);
}

/* Damage within the archive is found when it is read. */
static void test_damage(void)
{
    scratch_corpus s;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    heard h;
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 9, NULL, &report, &err), err, "an import");
    WENT(rebuild(&s, &h, &report, &err), err, "a rebuild of what is whole");
    EQUAL(h.salvaged, 0, "salvages nothing");
    damage(&s, "SELECT capture FROM article WHERE url LIKE '%/3'");
    WENT(rebuild(&s, &h, &report, &err), err, "a rebuild of what is damaged");
    EQUAL(h.salvaged, 2, "tells of it");
    OK(strstr(h.salvage, ": 1 damaged part left out; it is kept as "), "of the damage");
    OK(strstr(h.salvage, "\n1 article of captures that are lost kept from the database\n"),
       "and of what is not lost");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), 8, "which are all articles");
    damage(&s, "SELECT capture FROM article WHERE url LIKE '%/2'");
    damage(&s, "SELECT capture FROM article WHERE url LIKE '%/5'");
    WENT(rebuild(&s, &h, &report, &err), err, "another one");
    OK(strstr(h.salvage, ": 2 damaged parts left out"), "of two parts");
    OK(strstr(h.salvage, "\n2 articles of captures that are lost kept"), "and two articles");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), 8, "has them as well");
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

int main(void)
{
    scratch_corpus s;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    heard h;
    if (!scratch_open(&s)) return test_end();
    EQUAL(rebuild(&s, &h, &report, &err), GISA_ENOTFOUND, "without an archive nothing is rebuilt");
    OK(!is_there(&s, "news.db") && !is_there(&s, "news.db.new"), "and nothing is made");
    WENT(scratch_import(&s, 1, 12, NULL, &report, &err), err, "an import");
    save_search(&s);
    gisa_buf before = scratch_dump(&s);

    WENT(rebuild(&s, &h, &report, &err), err, "a rebuild");
    gisa_buf after = scratch_dump(&s);
    SAME(gisa_buf_view(&after), gisa_buf_view(&before), "gives the same rows");
    OK(h.old_there, "and keeps the old ones until it is done");
    EQUAL(report.searches_kept, 1, "a saved search is kept");
    EQUAL(h.lost, 0, "and none is said to be lost");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM saved_search WHERE query = '고래'"), 1,
          "with its query");
    OK(h.made == 1 && !h.making, "where the new one is made is said, and when it no longer is");
    OK(!is_there(&s, "news.db.new"), "the new database has taken the old one's place");
    gisa_buf_clear(&after);

    gisa_archive *writer = NULL;
    WENT(gisa_archive_open(s.archive, &writer, NULL, &err), err, "somebody else appends");
    char *other = gisa_path_join(s.dir, "news.db.new");
    WENT(gisa_file_write(other, GISA_STR("another rebuild is at it"), &err), err, "or rebuilds");
    EQUAL(rebuild(&s, &h, &report, &err), GISA_EBUSY, "so nothing is rebuilt");
    EQUAL(h.made, 0, "nor begun");
    OK(is_there(&s, "news.db.new"), "and what the other one makes stays");
    gisa_free(other); /* the file stays, as a kill may leave it */
    gisa_archive_close(writer);
    after = scratch_dump(&s);
    SAME(gisa_buf_view(&after), gisa_buf_view(&before), "and nothing is lost");
    gisa_buf_clear(&after);

    WENT(gisa_file_write(s.db, GISA_STR("this is no database at all"), &err), err, "damage");
    WENT(rebuild(&s, &h, &report, &err), err, "a damaged database is rebuilt");
    EQUAL(h.lost, 1, "with a warning that saved searches are lost");
    EQUAL(report.searches_kept, 0, "none was kept");
    after = scratch_dump(&s);
    SAME(gisa_buf_view(&after), gisa_buf_view(&before), "and all articles are back");
    gisa_buf_clear(&after);
    save_search(&s);
    scratch_count(&s, "UPDATE saved_search SET position = (SELECT max(capture) FROM article)");
    long long cut = scratch_count(&s, "SELECT capture + 9 FROM article WHERE url LIKE '%/6'");
    OK(truncate(s.archive, (off_t)cut) == 0, "the archive loses its end");
    pipeline_refuses(&s, GISA_CAUSE_SHORT_ARCHIVE);
    WENT(rebuild(&s, &h, &report, &err), err, "it is rebuilt from both");
    EQUAL(h.salvaged, 1, "which is told");
    EQUAL(scratch_count(&s, "SELECT count(*) FROM article"), 11, "and no article is lost");
    EQUAL(scratch_count(&s, "SELECT position = (SELECT max(capture) FROM article)"
                            " FROM saved_search"),
          1, "a saved search keeps its place among the captures");
    gisa_buf_clear(&before);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
    test_damage();
    return test_end();
}
