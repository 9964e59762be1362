#include "index/query/counts.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void fill(gisa_store *s)
{
    static const struct {
        const char *id, *published, *outlet, *body, *author;
    } rows[] = {
        {"0001", "2024-12-31T23:59", "a", "모델 이야기", NULL},
        {"0002", "2025-01-01T00:00", "a", "모델 발표", "김하늘"},
        {"0003", "2025-01-01T12:00", "b", "다른 글", "김하늘"},
        {"0004", "2025-01-06", "b", "모델 출시", NULL},
        {"0005", "2025-03-02", "a", "모델", NULL},
        {"0006", "2025-03", "a", "모델 한 달", NULL},
        {"0007", NULL, "a", "모델 때 모름", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_record r = tiny_record(rows[i].id, rows[i].published, rows[i].outlet, "글",
                                    rows[i].body);
        if (rows[i].author)
            gisa_article_add_author(&r.article, gisa_str_from(rows[i].author), GISA_NONE);
        tiny_add(s, r);
    }
}

static void show(const gisa_counts *c, gisa_period p, gisa_buf *out)
{
    char day[GISA_PERIOD_CHARS];
    gisa_buf_reset(out);
    for (size_t i = 0; i < c->n; i++) {
        if (!c->items[i].n && !c->items[i].total) continue;
        gisa_period_format(p, c->items[i].day, day);
        gisa_buf_addf(out, "%s %d/%d, ", day, (int)c->items[i].n, (int)c->items[i].total);
    }
    gisa_buf_addf(out, "undated %d/%d", (int)c->undated, (int)c->undated_total);
}

static const struct {
    const char *name, *query, *want;
    gisa_period period;
} rows[] = {
    {"midnight in Korea parts the days", "모델",
     "2024-12-31 1/1, 2025-01-01 1/2, 2025-01-06 1/1, 2025-03-02 1/1, undated 2/2",
     GISA_PERIOD_DAY},
    {"weeks begin on Monday", "모델", "2024-12-30 2/3, 2025-01-06 1/1, 2025-02-24 1/1, undated 2/2",
     GISA_PERIOD_WEEK},
    {"a month is fine enough for months", "모델",
     "2024-12 1/1, 2025-01 2/3, 2025-03 2/2, undated 1/1", GISA_PERIOD_MONTH},
    {"years", "모델", "2024 1/1, 2025 4/5, undated 1/1", GISA_PERIOD_YEAR},
    {"the share is of what passes the filters", "모델 outlet:b", "2025-01 1/2, undated 0/0",
     GISA_PERIOD_MONTH},
    {"nothing asked for counts everything", "",
     "2024-12 1/1, 2025-01 3/3, 2025-03 2/2, undated 1/1", GISA_PERIOD_MONTH},
    {"but author: and entity: are asked for, not filters of the total", "author:김하늘",
     "2024-12 0/1, 2025-01 2/3, 2025-03 0/2, undated 0/1", GISA_PERIOD_MONTH},
    {"as are those with a minus", "-author:김하늘",
     "2024-12 1/1, 2025-01 1/3, 2025-03 2/2, undated 1/1", GISA_PERIOD_MONTH},
    {"bounds cut it", "모델 from:2025-01-02 to:2025-01", "2025-01 1/1, undated 0/0",
     GISA_PERIOD_MONTH},
    {"an unknown word leaves the totals", "없는말", "2024 0/1, 2025 0/5, undated 0/1",
     GISA_PERIOD_YEAR},
};

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_counts c = {0};
    gisa_buf out = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    WENT(gisa_counts_run(s, GISA_STR("모델"), NULL, &c, &err), err,
         "an empty store can be counted");
    EQUAL(c.n, 0, "and has no periods");
    fill(s);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_counts_opts opts = {.period = rows[i].period};
        WENT(gisa_counts_run(s, gisa_str_from(rows[i].query), &opts, &c, &err), err, rows[i].name);
        show(&c, rows[i].period, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_counts_opts daily = {.period = GISA_PERIOD_DAY};
    gisa_counts_run(s, GISA_STR("모델"), &daily, &c, &err);
    EQUAL(c.n, 62, "periods without an article are there too");
    EQUAL(gisa_period_next(GISA_PERIOD_MONTH, gisa_days_from_civil(2024, 12, 15)),
          gisa_days_from_civil(2025, 1, 1), "January follows December");
    gisa_counts_clear(&c);
    gisa_buf_clear(&out);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
