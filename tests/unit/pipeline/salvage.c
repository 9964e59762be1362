#include "pipeline/salvage.h"

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
    return test_end();
}
