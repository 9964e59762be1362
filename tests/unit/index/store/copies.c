#include "index/store/copies.h"

#include "index/query/articles.h"
#include "index/query/counts.h"
#include "index/query/search.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

#define STORY                                                                                                                            \
    "한빛연구소는 3일 새 언어 모델을 공개했다고 밝혔다. 이 모델은 기존 모델보다 절반의 비용으로 "  \
    "훈련되었으며, 누구나 내려받아 고칠 수 있다. 연구소는 학습에 쓴 자료의 목록도 함께 냈다. "       \
    "업계에서는 값싼 모델이 시장의 판도를 바꿀 것이라는 기대와, 안전성 검증이 부족하다는 우려가 " \
    "엇갈린다."

#define RAIN                                                                                                                        \
    "남쪽 바다에서 올라온 비구름이 밤사이 섬 지방에 백 밀리미터가 넘는 비를 뿌렸다. 바닷길은 " \
    "끊겼고 "                                                                                                                    \
    "하늘길도 절반만 열렸다. 군청은 낮은 곳에 사는 주민 서른 가구를 마을회관으로 옮기고 둑을 " \
    "살피는 "                                                                                                                    \
    "중이다. 비는 내일 낮에 그치겠지만 바람은 모레까지 이어진다."

static gisa_hits hits;

static const gisa_hits *search(gisa_store *s, const char *query, bool keep)
{
    gisa_error err = {0};
    gisa_search_opts opts = {.keep_copies = keep};
    WENT(gisa_search(s, gisa_str_from(query), &opts, &hits, &err), err, query);
    return &hits;
}

static void test_finding(gisa_store *s)
{
    gisa_error err = {0};
    tiny_add(s, tiny_record("0001", "2025-02-03T10:00", "wire", "원문", STORY));
    tiny_add(s, tiny_record("0002", "2025-02-03T11:00", "a", "전재", STORY " 끝에 붙인 말."));
    tiny_add(s, tiny_record("0003", "2025-02-04T11:00", "b", "딴 글", "모델을 다르게 본 짧은 글"));
    tiny_add(s, tiny_record("0004", "2025-04-04", "c", "두 달 뒤", STORY));
    EQUAL(search(s, "모델을", false)->n, 2, "copies are folded");
    EQUAL(search(s, "모델을", true)->n, 4, "unless all are wanted");
    search(s, "원문 OR 전재", false);
    EQUAL(hits.n, 1, "one represents the group");
    SAME_C(hits.items[0].id, "0001", "the source");
    EQUAL(hits.items[0].copies, 1, "with the number of the others");
    search(s, "전재", false);
    SAME_C(hits.items[0].id, "0002", "a copy that matches alone stays");
    gisa_counts counts = {0};
    gisa_counts_opts daily = {.period = GISA_PERIOD_DAY};
    gisa_counts_run(s, GISA_STR("모델을"), &daily, &counts, &err);
    EQUAL(counts.items[0].n, 1, "copies count once");
    EQUAL(counts.items[0].total, 1, "in the total too");
    gisa_counts_clear(&counts);
}

static void test_changes(gisa_store *s)
{
    gisa_stored a = {0};
    gisa_error err = {0};
    tiny_add(s, tiny_record("0000", "2025-02-03T09:00", "wire", "더 이른 원문", STORY));
    gisa_article_find(s, GISA_STR("0000"), 0, &a, &err);
    int64_t first = a.row;
    gisa_article_find(s, GISA_STR("0001"), 0, &a, &err);
    EQUAL(a.copy_of, first, "an earlier source that comes later takes over");
    gisa_article_find(s, GISA_STR("0002"), 0, &a, &err);
    EQUAL(a.copy_of, first, "with all the copies");
    tiny_add(s, tiny_record("0000", "2025-02-03T09:00", "wire", "더 이른 원문", "이제 다른 글"));
    gisa_article_find(s, GISA_STR("0001"), 0, &a, &err);
    EQUAL(a.copy_of, 0, "a source that changes lets its copies go");
    gisa_article_find(s, GISA_STR("0002"), 0, &a, &err);
    OK(a.copy_of > 0, "which find each other");
    gisa_stored_clear(&a);
}

/* Pretends that far more fingerprints are stored, so that a batch waits. */
static void test_waiting(gisa_store *s)
{
    gisa_stored a = {0};
    gisa_error err = {0};
    bool wait = false;
    gisa_sql_run(&s->sql, "UPDATE meta SET value = 100000000 WHERE key = 'copies_bytes'", &err);
    tiny_add(s, tiny_record("0010", "2026-02-03T11:00", "a", "전재", RAIN " 끝에 붙인 말."));
    tiny_add(s, tiny_record("0011", "2026-02-03T10:00", "wire", "원문", RAIN));
    tiny_add(s, tiny_record("0012", "2026-02-03T12:00", "b", "또 전재", RAIN " 그리고."));
    gisa_article_find(s, GISA_STR("0010"), 0, &a, &err);
    EQUAL(a.copy_of, 0, "a small batch waits when much is stored");
    gisa_copies_wait(s, &wait, &err);
    OK(wait, "which can be asked");
    tiny_add(s, tiny_record("0012", "2026-02-03T12:00", "b", "또 전재", "딴 글이 되었다"));
    WENT(gisa_store_settle(s, &err), err, "the end of a run links what waits");
    gisa_copies_wait(s, &wait, &err);
    OK(!wait, "nothing waits then");
    gisa_article_find(s, GISA_STR("0011"), 0, &a, &err);
    int64_t source = a.row;
    EQUAL(a.copy_of, 0, "the source is found");
    gisa_article_find(s, GISA_STR("0010"), 0, &a, &err);
    EQUAL(a.copy_of, source, "and its copy");
    gisa_article_find(s, GISA_STR("0012"), 0, &a, &err);
    EQUAL(a.copy_of, 0, "but not the text that a version had before");
    tiny_add(s, tiny_record("0013", "2026-02-03T13:00", "c", "늦은 전재", RAIN " 또."));
    tiny_add(s, tiny_record("0011", "2026-02-03T10:00", "wire", "원문", "원문이 바뀌었다"));
    gisa_article_find(s, GISA_STR("0010"), 0, &a, &err);
    int64_t first = a.row;
    EQUAL(a.copy_of, 0, "a source that changes lets its copies go");
    gisa_article_find(s, GISA_STR("0013"), 0, &a, &err);
    EQUAL(a.copy_of, first, "and what waited is linked with them");
    gisa_stored_clear(&a);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    test_finding(s);
    test_changes(s);
    test_waiting(s);
    gisa_hits_clear(&hits);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
