#include "index/query/roster.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void fill(gisa_store *s)
{
    static const struct {
        const char *id, *published, *outlet, *body;
    } rows[] = {
        {"0001", "2024-12-31T23:59", "a", "모델 이야기"},
        {"0002", "2025-01-01T00:00", "a", "모델 발표, 모델 공개"},
        {"0003", "2025-01-01T12:00", "b", "다른 글"},
        {"0004", "2025-03", "b", "모델 한 달"},
        {"0005", NULL, NULL, "모델 때 모름"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        tiny_add(s,
                 tiny_record(rows[i].id, rows[i].published, rows[i].outlet, "모델", rows[i].body));
}

/* "outlet mentions/words*", a star for a hit. */
static void show(const gisa_roster *r, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < r->n; i++) {
        gisa_str outlet = r->outlets[r->items[i].outlet];
        gisa_buf_addf(out, "%.*s %u/%u%s, ", outlet.p ? (int)outlet.n : 1,
                      outlet.p ? outlet.p : "-", r->items[i].mentions, r->items[i].words,
                      r->items[i].hit ? "*" : "");
    }
}

static const struct {
    const char *name, *query, *want;
    gisa_roster_opts opts;
} rows[] = {
    {"undated ones first, then in order of time",
     "모델",
     "- 0/4*, a 0/3*, a 0/5*, b 0/3*, b 0/4*, ",
     {0}},
    {"an article that does not match is there",
     "이야기",
     "- 0/4, a 0/3*, a 0/5, b 0/3, b 0/4, ",
     {0}},
    {"places are counted in title and body",
     "모델",
     "- 2/4*, a 2/3*, a 3/5*, b 1/3*, b 2/4*, ",
     {.mentions = true}},
    {"only of the outlets that are asked for", "outlet:b 한", "b 0/3, b 0/4*, ", {0}},
    {"only of the days", "이야기", "a 0/5, b 0/3, ", {.days = {true, true, 20089, 20089}}},
};

static void test_precision(void)
{
    const gisa_roster_item day = {.day = 1, .precision = GISA_PRECISION_DAY};
    const gisa_roster_item month = {.day = 1, .precision = GISA_PRECISION_MONTH};
    const gisa_roster_item none = {.day = INT64_MIN, .precision = GISA_PRECISION_YEAR};
    OK(gisa_roster_dated(&day, GISA_PERIOD_WEEK), "a day is fine enough for weeks");
    OK(!gisa_roster_dated(&month, GISA_PERIOD_WEEK), "a month is not");
    OK(gisa_roster_dated(&month, GISA_PERIOD_MONTH), "but for months");
    OK(!gisa_roster_dated(&none, GISA_PERIOD_YEAR), "no date is for nothing");
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_roster r = {0};
    gisa_buf out = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    fill(s);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str query = gisa_str_from(rows[i].query);
        WENT(gisa_roster_run(s, query, &rows[i].opts, &r, &err), err, rows[i].name);
        show(&r, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    OK(r.first <= r.last && r.days.has_from, "the days of the store and of the question are known");
    test_precision();
    gisa_roster_clear(&r);
    gisa_buf_clear(&out);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
