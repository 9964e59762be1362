#include "index/store/settle.h"

#include "corpus/identity.h"
#include "index/query/articles.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

#define LONG                                                                                                                           \
    "느티나무도서관은 3일 새 열람실을 열었다고 밝혔다. 열람실에는 좌석 120석과 공개 모델로 만든 " \
    "검색대가 있다. 관장은 주민 누구나 쓸 수 있다고 말했다."
#define EDITED                                                                                                                         \
    "느티나무도서관은 4일 새 열람실을 열었다고 밝혔다. 열람실에는 좌석 120석과 공개 모델로 만든 " \
    "검색대가 있다. 관장은 주민 누구나 쓸 수 있다고 말했다."
#define OTHER                                                                                                                           \
    "고래 박물관이 동해에 문을 열었다. 첫날에 이백 명이 다녀갔고, 다음 달에는 어린이실도 연다고 " \
    "박물관은 전했다."

static uint64_t n_captures;

/* Puts an article as the pipeline does; its id. */
static gisa_str put(gisa_store *s, const char *day, const char *url, const char *title,
                    const char *given, const char *body, bool apart, gisa_put_result *result)
{
    static char id[24];
    gisa_error err = {0};
    gisa_record r = {0};
    gisa_article *a = &r.article;
    gisa_article_set(a, &a->outlet, GISA_STR("hangang"));
    gisa_article_set(a, &a->title, gisa_str_from(title));
    gisa_article_set(a, &a->body, gisa_str_from(body));
    if (url) gisa_article_set(a, &a->url, gisa_str_from(url));
    if (day) gisa_time_parse_iso(gisa_str_from(day), &a->published);
    gisa_article_identify(a, &err);
    if (given) {
        gisa_article_set(a, &a->id, gisa_str_from(given));
        a->n_former_ids = 0;
    }
    r.apart = apart;
    r.capture = ++n_captures;
    gisa_record_text(&r, &err);
    WENT(gisa_store_settle_id(s, &r, a->body, &err), err, title);
    snprintf(id, sizeof id, "%.*s", GISA_ARG(a->id));
    WENT(gisa_store_put(s, &r, result, &err), err, title);
    gisa_record_clear(&r);
    return gisa_str_from(id);
}

/* The same rows come to one batch, and each to a batch of its own. */
static void test_rows(bool one_batch)
{
    static const struct {
        const char *name, *day, *url, *title, *given, *body;
        bool apart;
        gisa_put_result want;
    } rows[] = {
        {"the first of its title", "2025-03-03", NULL, "열람실", NULL, LONG, false, GISA_PUT_ADDED},
        {"the same again", "2025-03-03", NULL, "열람실", NULL, LONG, false, GISA_PUT_SAME},
        {"its edited text", "2025-03-03", NULL, "열람실", NULL, EDITED, false, GISA_PUT_CHANGED},
        {"the first text again", "2025-03-03", NULL, "열람실", NULL, LONG, false, GISA_PUT_SAME},
        {"the edited one again", "2025-03-03", NULL, "열람실", NULL, EDITED, false, GISA_PUT_SAME},
        {"another text of that title", "2025-03-03", NULL, "열람실", NULL, OTHER, false,
         GISA_PUT_ADDED},
        {"the text of a month later", "2025-04-03", NULL, "열람실", NULL, LONG, false,
         GISA_PUT_ADDED},
        {"an edited text that is kept apart", "2025-03-03", NULL, "열람실", NULL, LONG " 끝.", true,
         GISA_PUT_ADDED},
        {"the text under another title", "2025-03-03", NULL, "새 열람실", NULL, LONG, false,
         GISA_PUT_ADDED},
        {"the text at an address", "2025-03-03", "https://hangang.example/1", "열람실", NULL, LONG,
         false, GISA_PUT_ADDED},
        {"whatever stands there later", "2025-03-03", "https://hangang.example/1", "박물관", NULL,
         OTHER, false, GISA_PUT_CHANGED},
        {"a stated id", NULL, NULL, "쌀값", "1", OTHER, false, GISA_PUT_ADDED},
        {"that of an article of that title", NULL, NULL, "쌀값", "1", LONG, false,
         GISA_PUT_CHANGED},
        {"or of that text", NULL, NULL, "쌀값 올라", "1", EDITED, false, GISA_PUT_CHANGED},
        {"the number of another file's line", NULL, NULL, "다리", "1",
         "하천 다리 두 곳을 다시 놓는다고 시는 밝혔다. 공사는 가을까지 이어진다.", false,
         GISA_PUT_ADDED},
        {"a stated id at an address", NULL, "https://hangang.example/2", "가", "2", LONG, false,
         GISA_PUT_ADDED},
        {"at the same address", NULL, "https://m.hangang.example/2", "나", "2", OTHER, false,
         GISA_PUT_CHANGED},
        {"at another address", NULL, "https://hangang.example/3", "나", "2", OTHER, false,
         GISA_PUT_ADDED},
    };
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_put_result result;
    char folder[64];
    if (!OK(tiny_folder(folder) != NULL, "a scratch folder")) return;
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    gisa_store_begin(s, &err);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        put(s, rows[i].day, rows[i].url, rows[i].title, rows[i].given, rows[i].body, rows[i].apart,
            &result);
        EQUAL(result, rows[i].want, rows[i].name);
        if (one_batch) continue;
        WENT(gisa_store_commit(s, &err), err, "a batch");
        gisa_store_begin(s, &err);
    }
    WENT(gisa_store_commit(s, &err), err, "the last batch");
    gisa_store_close(s);
    tiny_remove(folder);
}

/* Former ids lead to every article that edition 1 had under them. */
static void test_former(void)
{
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_put_result result;
    gisa_stored a = {0};
    char folder[64], first[GISA_ARTICLE_ID_CHARS + 1], id[24];
    const gisa_article titled = {.outlet = GISA_STR("hangang"), .title = GISA_STR("열람실")};
    if (!OK(tiny_folder(folder) != NULL, "a scratch folder")) return;
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    gisa_identity_first(&titled, GISA_NONE, false, first, &err);
    gisa_store_begin(s, &err);
    put(s, NULL, NULL, "열람실", NULL, LONG, false, &result);
    gisa_str last = put(s, NULL, NULL, "열람실", NULL, OTHER, false, &result);
    snprintf(id, sizeof id, "%.*s", GISA_ARG(last));
    put(s, NULL, NULL, "열람실", NULL, LONG, false, &result);
    EQUAL(result, GISA_PUT_SAME, "a text that is there");
    WENT(gisa_store_commit(s, &err), err, "a batch");
    WENT(gisa_article_find(s, gisa_str_from(first), 0, &a, &err), err, "a former id finds");
    SAME_C(a.record.article.id, id, "the article that came last, as edition 1 showed");
    EQUAL(a.record.article.n_former_ids, 1, "which says that it had it");
    SAME_C(a.record.article.former_ids[0], first, "by name");
    WENT(gisa_article_find(s, gisa_str_cut(gisa_str_from(first), 0, 8), 0, &a, &err), err,
         "and so does its beginning");
    gisa_stored_clear(&a);
    gisa_store_close(s);
    tiny_remove(folder);
}

int main(void)
{
    test_rows(false);
    test_rows(true);
    test_former();
    return test_end();
}
