#include "index/query/alert.h"

#include "base/mem.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

#define STORY                                                                                                                      \
    "등대를 지키던 이들이 모여 빛의 높이를 다시 쟀다고 밝혔다. 섬에 남은 등대는 열두 곳이고, " \
    "그 가운데 셋은 사람이 지킨다. 조사단은 낡은 거울을 바꾸는 데 드는 값도 함께 적었다. 섬 "   \
    "주민은 불빛이 낮아지면 고깃배가 길을 잃는다고 걱정했다."

#define DAY(n) (20089 + (n)) /* of 2025, from 0 */

static gisa_saved lamp = {.name = {"lamp", 4}, .query = {"등대를", sizeof "등대를" - 1}};
static uint64_t captures;

static void arrive(gisa_store *s, const char *id, const char *published, const char *title,
                   const char *body)
{
    gisa_record r = tiny_record(id, published, "hanbit", title, body);
    r.capture = captures += 100;
    tiny_add(s, r);
}

/* What a search is reported, "id" or "id*" for a changed one, "xN" for N folded copies, "(N)" for
 * repeats; and moves it. */
static gisa_str tell(gisa_store *s, gisa_saved *search, const gisa_alert_opts *opts)
{
    static gisa_buf text;
    gisa_alert news = {0};
    gisa_error err = {0};
    gisa_buf_reset(&text);
    gisa_buf_add(&text, GISA_STR("|"));
    WENT(gisa_alert_run(s, search, opts, &news, &err), err, "the search runs");
    for (size_t i = 0; i < news.n; i++) {
        gisa_buf_add(&text, news.items[i].hit.id);
        if (news.items[i].changed) gisa_buf_addf(&text, "*%u", news.items[i].version);
        if (news.items[i].hit.copies) gisa_buf_addf(&text, "x%d", (int)news.items[i].hit.copies);
        gisa_buf_add_char(&text, '|');
    }
    if (news.repeats) gisa_buf_addf(&text, "(%d)", (int)news.repeats);
    search->position = news.position;
    gisa_alert_clear(&news);
    return gisa_buf_view(&text);
}

/* What the saved search "days" is reported, and what it leaves; noted as gisa alert does. */
static gisa_str advance(gisa_store *s, const gisa_alert_opts *opts)
{
    static gisa_buf text;
    gisa_saved_list list = {0};
    gisa_alert news = {0};
    gisa_error err = {0};
    size_t moved = 0;
    gisa_saved_load(s, &list, &err);
    const gisa_saved *search = gisa_saved_find(&list, GISA_STR("days"));
    gisa_saved told = *search;
    gisa_buf_reset(&text);
    gisa_buf_add(&text, tell(s, &told, opts));
    WENT(gisa_alert_run(s, search, opts, &news, &err), err, "the search runs again");
    if (news.n_left) gisa_buf_addf(&text, "(%zu left)", news.n_left);
    const gisa_saved_step step = {search->name, search->position, news.position,
                                  news.n,       news.left,        news.n_left};
    WENT(gisa_saved_advance(s, &step, 1, 7, &moved, &err), err, "and is moved on");
    EQUAL(moved, 1, "it alone");
    gisa_saved_load(s, &list, &err);
    EQUAL(gisa_saved_find(&list, GISA_STR("days"))->left, news.n_left, "with what it left");
    gisa_alert_clear(&news);
    gisa_saved_clear(&list);
    return gisa_buf_view(&text);
}

static void test_arrivals(gisa_store *s)
{
    gisa_saved late = lamp, all = lamp;
    gisa_error err = {0};
    arrive(s, "0001", "2025-03-01", "옛 글", "등대를 고쳤다");
    WENT(gisa_saved_now(s, &lamp.position, &err), err, "the store knows its position");
    SAME_C(tell(s, &lamp, NULL), "|", "what was there when it was saved is not new");
    arrive(s, "0002", "2025-03-02", "새 글", "등대를 옮긴다");
    arrive(s, "0003", "1999-01-01", "늦게 온 옛 글", "등대를 그렸다");
    arrive(s, "0004", NULL, "날짜 없는 글", "등대를 본 사람");
    arrive(s, "0005", "2025-03-02", "딴 글", "부두를 고쳤다");
    gisa_saved peek = lamp;
    SAME_C(tell(s, &peek, NULL), "|0002|0003|0004|",
           "what came in is reported, the newest first, however old or undated");
    SAME_C(tell(s, &lamp, NULL), "|0002|0003|0004|",
           "a search that was not moved is reported again");
    SAME_C(tell(s, &lamp, NULL), "|", "one that was moved is reported once");
    SAME_C(tell(s, &late, NULL), "|0002|0001|0003|0004|", "each search has its own position");
    all.query = GISA_NONE;
    SAME_C(tell(s, &all, NULL), "|0005|0002|0001|0003|0004|", "an empty query is reported of all");
    lamp.position = 1u << 30;
    SAME_C(tell(s, &lamp, NULL), "|",
           "a position past the end of a shorter archive reports nothing");
    EQUAL(lamp.position, captures + 1, "and goes back to where the archive ends");
}

static void test_changes(gisa_store *s)
{
    gisa_saved two = lamp;
    arrive(s, "0002", "2025-03-02", "고친 새 글", "등대를 옮긴다고 한다");
    two.position = 0;
    SAME_C(tell(s, &two, &(gisa_alert_opts){.no_changed = true}), "|0002|0001|0003|0004|",
           "to a search that knows no version a changed article is new");
    two = lamp;
    SAME_C(tell(s, &two, &(gisa_alert_opts){.no_changed = true}), "|",
           "changed articles may be passed over");
    SAME_C(tell(s, &lamp, NULL), "|0002*2|", "a changed article is reported again, as changed");
    arrive(s, "0001", "2025-03-01", "옛 글", "부두를 고쳤다");
    SAME_C(tell(s, &lamp, NULL), "|", "one that no longer matches is not");
    arrive(s, "0006", "2025-03-05", "글", "등대를 칠한다");
    arrive(s, "0006", "2025-03-05", "글", "등대를 희게 칠한다");
    SAME_C(tell(s, &lamp, NULL), "|0006|", "one that came and changed since is new, once");
}

/* Runs with days of their own: each leaves what is of other days. */
static void test_left(gisa_store *s)
{
    const gisa_alert_opts march = {.days = {true, true, DAY(59), DAY(89)}};
    const gisa_alert_opts may = {.days = {true, false, DAY(120), 0}};
    gisa_saved search = {.name = GISA_STR("days"), .query = lamp.query};
    gisa_error err = {0};
    WENT(gisa_saved_now(s, &search.position, &err), err, "the store knows its position");
    WENT(gisa_saved_put(s, &search, false, &err), err, "a search is saved");
    arrive(s, "0021", "2025-03-07", "삼월", "등대를 세운다");
    arrive(s, "0022", "2025-05-07", "오월", "등대를 칠한다");
    arrive(s, "0023", "1998-05-07", "옛날", "등대를 그린다");
    arrive(s, "0024", "1998-05-08", "딴 글", "부두를 그린다");
    SAME_C(advance(s, &march), "|0021|(2 left)", "other days are left");
    arrive(s, "0023", "1998-05-07", "옛날", "등대를 그린다고 한다");
    arrive(s, "0021", "2025-03-07", "삼월", "등대를 세운다고 한다");
    SAME_C(advance(s, &may), "|0022|(2 left)", "a run for some of them reports these, once");
    SAME_C(advance(s, &may), "|(2 left)", "and keeps the others");
    SAME_C(advance(s, NULL), "|0021*2|0023*2|",
           "a run for all reports the rest, as changed what changed since");
    SAME_C(advance(s, NULL), "|", "once");
}

static void test_copies(gisa_store *s)
{
    gisa_saved apart = lamp;
    apart.keep_copies = true;
    arrive(s, "0011", "2025-04-01T10:00", "원문", STORY);
    arrive(s, "0012", "2025-04-01T11:00", "전재", STORY " 전재.");
    gisa_saved both = lamp;
    SAME_C(tell(s, &both, NULL), "|0011x1|", "copies that come together are folded");
    SAME_C(tell(s, &lamp, NULL), "|0011x1|", "for every search");
    arrive(s, "0013", "2025-04-02T09:00", "또 전재", STORY " 또 전재.");
    arrive(s, "0014", "2025-03-31T09:00", "더 이른 원문", STORY);
    SAME_C(tell(s, &lamp, NULL), "|(2)", "what repeats a known story is counted, not told");
    SAME_C(tell(s, &apart, NULL), "|0013|0012|0011|0014|", "unless copies are kept");
    arrive(s, "0014", "2025-03-31T09:00", "고친 원문", STORY " 고쳤다.");
    SAME_C(tell(s, &lamp, NULL), "|0014*2|", "a source that changed is no repeat of its copies");
}

static void test_memory(gisa_store *s)
{
    gisa_saved all = lamp;
    gisa_alert news = {0};
    gisa_error err;
    gisa_status st = GISA_ENOMEM;
    all.position = 0;
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 5000; allowed++) {
        gisa_mem_fail_after(allowed);
        st = gisa_alert_run(s, &all, NULL, &news, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0 && (news.n || news.position)) OK(false, "a failed run reports nothing");
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
    OK(news.n > 0, "and in the end all is reported");
    gisa_alert_clear(&news);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    test_arrivals(s);
    test_changes(s);
    test_copies(s);
    test_left(s);
    test_memory(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
