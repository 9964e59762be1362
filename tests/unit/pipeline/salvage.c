#include "pipeline/salvage.h"

#include "corpus/archive_origin.h"
#include "tests/unit/scratch_corpus.h"

/* Where the capture of article i is. */
static uint64_t place(const scratch_corpus *s, int i)
{
    char sql[128];
    snprintf(sql, sizeof sql, "SELECT capture FROM article WHERE url = 'https://naru.example/%d'",
             i);
    return (uint64_t)scratch_count(s, sql);
}

static void damage(const scratch_corpus *s, uint64_t at)
{
    gisa_buf bytes = {0};
    gisa_error err = {0};
    WENT(gisa_file_read(s->archive, 1 << 24, &bytes, &err), err, "the archive is read");
    bytes.p[at] ^= 0x20;
    WENT(gisa_file_write(s->archive, gisa_buf_view(&bytes), &err), err, "and damaged");
    gisa_buf_clear(&bytes);
}

/* The addresses of the captures of an archive, their last digits. */
static gisa_buf walk(const scratch_corpus *s)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_error err = {0};
    gisa_buf out = {0};
    gisa_status st = gisa_archive_read(s->archive, 0, &a, &err);
    while (st == GISA_OK && (st = gisa_archive_next(a, &c, &err)) == GISA_OK)
        if (c.type == GISA_CAPTURE_RESOURCE)
            gisa_buf_addf(&out, "%.*s%s ", GISA_ARG(gisa_str_cut(c.uri, 17, c.uri.n)),
                          c.no_learn ? "!" : "");
    EQUAL(st, GISA_END, "all of it can be read");
    gisa_archive_close(a);
    return out;
}

static void make_whole(const scratch_corpus *s, bool with_database, gisa_salvage *out)
{
    gisa_store *old = NULL;
    gisa_archive *held = NULL, *other = NULL;
    gisa_error err = {0};
    gisa_salvage_clear(out);
    if (with_database) gisa_store_open(s->db, &(gisa_store_opts){.read_only = true}, &old, &err);
    WENT(gisa_salvage_archive(s->archive, NULL, old, &held, out, &err), err, "it is made whole");
    EQUAL(gisa_archive_open(s->archive, &other, NULL, &err), GISA_EBUSY, "and held");
    gisa_archive_close(held);
    gisa_store_close(old);
}

/* The new archive is the one that the database names, by its first record or by its caller. */
static void test_name(void)
{
    static const char given[] = "urn:uuid:01234567-89ab-4def-8123-456789abcdef";
    scratch_corpus s;
    gisa_archive_origin first, now;
    gisa_store *store = NULL;
    gisa_pipeline_report report = {0};
    gisa_archive *held = NULL;
    gisa_salvage got = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 5, NULL, &report, &err), err, "an import");
    WENT(gisa_archive_origin_read(s.archive, &first, &err), err, "its archive has a name");
    damage(&s, place(&s, 2) + 50);
    WENT(gisa_salvage_archive(s.archive, NULL, NULL, &held, &got, &err), err, "it is made whole");
    SAME_C(gisa_str_from(gisa_archive_id(held)), first.id, "and keeps its name");
    OK(gisa_str_ends(gisa_buf_view(&got.kept_as), GISA_STR(".warc.gz.damaged")),
       "beside the damaged one");
    gisa_archive_close(held);
    damage(&s, 40);
    gisa_salvage_clear(&got);
    WENT(gisa_salvage_archive(s.archive, given, NULL, &held, &got, &err), err,
         "a damaged first record");
    gisa_archive_close(held);
    WENT(gisa_archive_origin_read(s.archive, &now, &err), err, "is written anew");
    SAME_C(gisa_str_from(now.id), given, "with the name that is given");
    unlink(s.archive);
    gisa_salvage_clear(&got);
    EQUAL(gisa_salvage_archive(s.archive, given, NULL, &held, &got, &err), GISA_ECORRUPT,
          "without archive and database there is nothing");
    WENT(gisa_store_open(s.db, &(gisa_store_opts){.read_only = true}, &store, &err), err,
         "with it");
    WENT(gisa_salvage_archive(s.archive, NULL, store, &held, &got, &err), err, "one is made");
    EQUAL(strlen(gisa_archive_id(held)), GISA_ARCHIVE_ID_CHARS, "which has a name of its own");
    gisa_archive_close(held);
    gisa_store_close(store);
    gisa_salvage_clear(&got);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

/* An archive of which nothing can be read stays. */
static void test_nothing(void)
{
    scratch_corpus s;
    gisa_archive *held = NULL;
    gisa_pipeline_report report = {0};
    gisa_salvage got = {0};
    gisa_buf before = {0}, after = {0};
    gisa_error err = {0};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 2, NULL, &report, &err), err, "an article");
    damage(&s, 40);
    damage(&s, place(&s, 1) + 50);
    WENT(gisa_file_read(s.archive, 1 << 20, &before, &err), err, "all of the archive is damaged");
    EQUAL(gisa_salvage_archive(s.archive, NULL, NULL, &held, &got, &err), GISA_ECORRUPT,
          "nothing of it can be read");
    OK(!held && !got.kept_as.n, "so nothing takes its place");
    WENT(gisa_file_read(s.archive, 1 << 20, &after, &err), err, "it is there");
    SAME(gisa_buf_view(&after), gisa_buf_view(&before), "as it was");
    gisa_buf_clear(&before);
    gisa_buf_clear(&after);
    gisa_salvage_clear(&got);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

/* Captures that are no damage, and a database that lacks what an article does not need. */
static void test_odd(void)
{
    scratch_corpus s;
    gisa_archive *a = NULL;
    gisa_pipeline_report report = {0};
    gisa_salvage got = {0};
    gisa_error err = {0};
    const gisa_capture coded = {.type = GISA_CAPTURE_RESPONSE,
                                .uri = GISA_STR("https://naru.example/9"),
                                .content_type = GISA_STR("text/html"),
                                .fetched_utc = 1741000000,
                                .http_head = GISA_STR("HTTP/1.1 200 OK\r\nContent-Encoding: zstd"),
                                .payload = GISA_STR("\x28\xB5\x2F\xFD\1")};
    if (!scratch_open(&s)) return;
    WENT(scratch_import(&s, 1, 4, NULL, &report, &err), err, "an import");
    scratch_count(&s, "UPDATE capture SET uri = 'file:x' WHERE start ="
                      " (SELECT capture FROM article WHERE url LIKE '%/2')");
    scratch_count(&s, "ALTER TABLE mention RENAME TO gone");
    make_whole(&s, true, &got);
    gisa_buf all = walk(&s);
    SAME_C(gisa_buf_view(&all), "1 2 ! 3 ", "what was where another is now comes after it");
    EQUAL(got.articles, 1, "from a database without names");
    EQUAL(got.damaged, 0, "and nothing is damaged");
    gisa_buf_clear(&all);
    WENT(gisa_archive_open(s.archive, &a, NULL, &err), err, "the archive");
    WENT(gisa_archive_put(a, &coded, NULL, &err), err, "gets a page that cannot be decoded");
    gisa_archive_close(a);
    make_whole(&s, false, &got);
    EQUAL(got.damaged, 0, "which is no damage");
    gisa_salvage_clear(&got);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
}

int main(void)
{
    scratch_corpus s;
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    gisa_salvage got = {0};
    uint64_t at[9];
    if (!scratch_open(&s)) return test_end();
    WENT(scratch_import(&s, 1, 9, NULL, &report, &err), err, "an import");
    for (int i = 1; i < 9; i++) at[i] = place(&s, i);

    damage(&s, at[3] + 50);
    damage(&s, at[4] + 50);
    damage(&s, at[8] + 50);
    make_whole(&s, true, &got);
    gisa_buf all = walk(&s);
    SAME_C(gisa_buf_view(&all), "1 2 3! 4! 5 6 7 8! ", "articles take the place of lost captures");
    EQUAL(got.damaged, 3, "each stretch is counted");
    EQUAL(got.articles, 3, "and each article");
    OK(gisa_file_exists(got.kept_as.p), "the old archive is kept");
    EQUAL(gisa_salvage_place(&got, at[2]), at[2], "what is before the damage keeps its place");
    OK(gisa_salvage_place(&got, at[3]) < gisa_salvage_place(&got, at[4]) &&
           gisa_salvage_place(&got, at[4]) < gisa_salvage_place(&got, at[5]),
       "the rest keeps its order");
    EQUAL(gisa_salvage_place(&got, at[6]) - gisa_salvage_place(&got, at[5]), at[6] - at[5],
          "and its distances");
    OK(gisa_salvage_place(&got, at[5] + 1) == gisa_salvage_place(&got, at[5]) + 1, "byte by byte");
    OK(gisa_salvage_place(&got, at[8]) < got.end, "the last lost one has a place");
    EQUAL(gisa_salvage_place(&got, at[8] + 1), got.end, "after it is the end");
    gisa_buf_clear(&all);

    damage(&s, 40);
    make_whole(&s, false, &got);
    all = walk(&s);
    SAME_C(gisa_buf_view(&all), "1 2 3! 4! 5 6 7 8! ", "a new warcinfo does for a damaged one");
    OK(gisa_str_ends(gisa_buf_view(&got.kept_as), GISA_STR(".damaged.2")),
       "each damaged archive is kept");
    gisa_buf_clear(&all);

    damage(&s, gisa_salvage_place(&got, at[2]) + 50);
    make_whole(&s, false, &got);
    all = walk(&s);
    SAME_C(gisa_buf_view(&all), "1 3! 4! 5 6 7 8! ", "without a database a record is lost");
    EQUAL(got.articles, 0, "and no article kept");
    gisa_buf_clear(&all);

    unlink(s.archive);
    make_whole(&s, true, &got);
    all = walk(&s);
    SAME_C(gisa_buf_view(&all), "1! 2! 3! 4! 5! 6! 7! 8! ",
           "a lost archive comes from the database");
    OK(!got.kept_as.n, "and nothing is kept of it");
    gisa_buf_clear(&all);
    gisa_salvage_clear(&got);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
    test_name();
    test_nothing();
    test_odd();
    return test_end();
}
