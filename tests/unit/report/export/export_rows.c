#include "report/export/export_inside.h"

#include "tests/unit/press.h"

static void fill(gisa_export_item *item)
{
    *item = (gisa_export_item){0};
    item->stored.version = 2;
    item->stored.digest = GISA_STR("d1");
    item->stored.record = press_record("id1", 0, 1, "hanbit", "딥시크, 말하다",
                                       "성춘향은 “그렇다, \"네\"”고 했다.\n300억원이다.");
    gisa_article_add_author(&item->stored.record.article, GISA_STR("이몽룡"), GISA_STR("m@x"));
    gisa_article_add_author(&item->stored.record.article, GISA_STR("월매"), GISA_NONE);
    gisa_annotation *a = &item->stored.record.annotation;
    a->quotes[0].kind = GISA_SPEAKER_PERSON;
    a->quotes[0].medium = a->entities[0].span;
    a->figures[0].bound = GISA_BOUND_RANGE;
    a->figures[0].low = 3e10;
    a->figures[0].high = 4e10;
    a->figures[0].owner = a->entities[0].span;
    item->words = (gisa_export_words){.tokens = 7, .distinct = 6, .n_keywords = 2};
    item->words.keywords[0] = GISA_STR("말");
    item->words.keywords[1] = GISA_STR("글");
}

static void clear(gisa_export_item *item)
{
    gisa_stored_clear(&item->stored);
    for (int t = 0; t < GISA_TABLE_COUNT; t++) gisa_buf_clear(&item->rows[t]);
}

static void test_json(void)
{
    gisa_export_item item;
    gisa_export_opts opts = {0};
    gisa_error err;
    fill(&item);
    WENT(gisa_export_rows(&opts, &item, &err), err, "rows");
    const gisa_buf *row = &item.rows[GISA_TABLE_ARTICLES];
    OK(press_has(row, "\"authors\":[{\"name\":\"이몽룡\",\"email\":null},"), "no e-mail address");
    OK(press_has(row, "\"published\":\"2025-01-07T09:01:00+09:00\""), "the time in Korea");
    OK(press_has(row, "{\"id\":\"id1\",\"former_ids\":[],\"url\""), "every key, in every line");
    OK(press_has(row, "\"day\":\"2025-01-07\",\"week\":\"2025-W02\",\"rights\""),
       "the day and the week in Seoul");
    OK(press_has(row, "\"version\":2,\"digest\":\"d1\",\"near_duplicate\":false,"), "the version");
    OK(press_has(row, "\"paragraphs\":2,\"tokens\":7,\"distinct_tokens\":6,\"entities\":2,"
                      "\"quotes\":1,\"dates\":0,\"figures\":1,\"keywords\":[\"말\",\"글\"]}\n"),
       "counts and keywords");
    opts.full_text = true;
    WENT(gisa_export_rows(&opts, &item, &err), err, "rows with text");
    OK(press_has(row, "\"email\":\"m@x\"") && press_has(row, "\"body\":\"성춘향은"), "have it");
    SAME_C(gisa_buf_view(&item.rows[GISA_TABLE_ENTITIES]),
           "id1,0,3,MODEL,deepseek,딥시크\r\nid1,9,12,PS,,성춘향\r\n",
           "spans count code points of title, line end, body");
    SAME_C(gisa_buf_view(&item.rows[GISA_TABLE_QUOTES]),
           "id1,15,23,1,person,성춘향,9,12,,딥시크,\"그렇다, \"\"네\"\"\"\r\n",
           "a quote with its speaker, medium and words");
    SAME_C(gisa_buf_view(&item.rows[GISA_TABLE_FIGURES]),
           "id1,30,35,30000000000,KRW,range,30000000000,40000000000,,딥시크,300억원\r\n",
           "a figure in its unit, from where to where, and whose");
    clear(&item);
}

static void test_days(void)
{
    static const struct {
        const char *name, *published, *want;
    } rows[] = {
        {"an early morning in Seoul", "2025-02-03T04:37:00+09:00",
         "\"2025-02-03\",\"week\":\"2025-W06\""},
        {"an evening in London", "2025-02-02T20:00:00Z", "\"2025-02-03\",\"week\":\"2025-W06\""},
        {"the last day of a year", "2024-12-30", "\"2024-12-30\",\"week\":\"2025-W01\""},
        {"a month", "2025-02", "null,\"week\":null"},
        {"no date", "", "null,\"week\":null"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_export_item item;
        gisa_export_opts opts = {0};
        gisa_error err;
        char want[80];
        fill(&item);
        item.stored.record.article.published = (gisa_time){0};
        gisa_time_parse_iso(gisa_str_from(rows[i].published),
                            &item.stored.record.article.published);
        WENT(gisa_export_rows(&opts, &item, &err), err, rows[i].name);
        snprintf(want, sizeof want, "\"day\":%s,", rows[i].want);
        OK(press_has(&item.rows[GISA_TABLE_ARTICLES], want), rows[i].name);
        clear(&item);
    }
}

static void test_ids(void)
{
    static const struct {
        const char *name, *id, *want;
    } rows[] = {
        {"an id of digits", "0012345678901234", "g0012345678901234"},
        {"an id that is a number with an exponent", "12e4567890123456", "g12e4567890123456"},
        {"an id that begins with a letter, as all are", "deadbeef01234567", "gdeadbeef01234567"},
        {"a number that was stated for one", "20250301", "g20250301"},
        {"a name that was stated for one", "news-1", "news-1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char out[GISA_EXPORT_ID_CHARS];
        gisa_str shown = gisa_export_id(gisa_str_from(rows[i].id), out);
        SAME_C(shown, rows[i].want, rows[i].name);
        SAME_C(gisa_article_id_plain(shown), rows[i].id, "comes back as it was");
    }
    SAME_C(gisa_article_id_plain(GISA_STR("gamma")), "gamma", "a name with a g is no marked id");
}

static size_t count_cells(gisa_str row)
{
    size_t n = 1;
    bool quoted = false;
    for (size_t i = 0; i < row.n; i++) {
        if (row.p[i] == '"') quoted = !quoted;
        n += row.p[i] == ',' && !quoted;
    }
    return n;
}

static void test_csv(void)
{
    for (int full = 0; full < 2; full++) {
        gisa_export_item item;
        gisa_export_opts opts = {.format = GISA_EXPORT_CSV, .full_text = full};
        gisa_error err;
        fill(&item);
        WENT(gisa_export_rows(&opts, &item, &err), err, "rows");
        for (int t = 0; t < GISA_TABLE_COUNT; t++) {
            gisa_buf head = {0};
            gisa_str rest = gisa_buf_view(&item.rows[t]);
            gisa_export_header(&opts, (gisa_export_table)t, &head);
            if (item.n_rows[t]) {
                size_t end = t == GISA_TABLE_ARTICLES ? rest.n : gisa_str_find_byte(rest, '\r', 0);
                EQUAL(count_cells(gisa_str_cut(rest, 0, end)), count_cells(gisa_buf_view(&head)),
                      gisa_export_name(&opts, (gisa_export_table)t));
            }
            gisa_buf_clear(&head);
        }
        OK(press_has(&item.rows[GISA_TABLE_ARTICLES], ",이몽룡 | 월매,"), "authors share a cell");
        clear(&item);
    }
}

int main(void)
{
    test_json();
    test_csv();
    test_days();
    test_ids();
    EQUAL(gisa_export_right(GISA_STR("prohibited")), GISA_RIGHT_PROHIBITED, "a right is read");
    EQUAL(gisa_export_right(GISA_NONE), GISA_RIGHT_UNKNOWN, "no word is no right");
    return test_end();
}
