#include "ingest/fetch/reservation.h"

#include "base/mem.h"
#include "tests/unit/test.h"

#define STORY                                                                                                      \
    "<article><h1>가온 공개</h1><p>미르AI가 3일 공개 모델 가온을 내놓았다.</p><p>연구자가 " \
    "자유롭게 고쳐 쓸 수 있다고 회사는 밝혔다.</p></article>"

static const struct {
    const char *name, *field, *body, *by; /* by NULL: nothing */
} rows[] = {
    {"a page that says nothing", "", "<html>" STORY, NULL},
    {"a field of its head", "TDM-Reservation: 1", "<html>" STORY, "TDM-Reservation"},
    {"one that reserves nothing", "TDM-Reservation: 0", "<html>" STORY, NULL},
    {"noai in its head", "X-Robots-Tag: noai", "<html>" STORY, "X-Robots-Tag"},
    {"what its site says goes with it", "X-Archive-Closed-To: CCBot", "<html>" STORY, "robots.txt"},
    {"a meta element", "", "<html><head><meta name=robots content=noai></head>" STORY,
     "the page itself"},
    {"another one", "", "<html><head><meta name=tdm-reservation content=1></head>" STORY,
     "the page itself"},
    {"another value", "", "<html><head><meta name=tdm-reservation content=0></head>" STORY, NULL},
    {"a page without an article says so, too", "",
     "<html><head><meta name=robots content=noai></head><a href=/1>1</a>", "the page itself"},
    {"a printed notice", "", "<html>" STORY "<p>ⓒ 나루일보, 무단 전재 및 AI 학습 이용 금지</p>",
     "the page itself"},
    {"a notice against copies alone", "", "<html>" STORY "<p>ⓒ 나루일보, 무단 전재 금지</p>", NULL},
    {"no page at all", "", "\xFF\xD8\xFF\xE0", NULL},
    {"nothing", "", "", NULL},
};

static gisa_status find(gisa_reservation_reader *reader, size_t i, const char **by, gisa_error *err)
{
    char head[200];
    snprintf(head, sizeof head, "HTTP/1.1 200 OK\r\n%s\r\n", rows[i].field);
    const gisa_fetch_result r = {.outcome = GISA_FETCH_DONE,
                                 .url = GISA_STR("http://a.example/1"),
                                 .status = 200,
                                 .head = gisa_str_from(head),
                                 .body = gisa_str_from(rows[i].body),
                                 .content_type = GISA_STR("text/html; charset=utf-8")};
    return gisa_reservation_find(reader, &r, by, err);
}

int main(void)
{
    gisa_reservation_reader reader = {0};
    gisa_error err = {0};
    const char *by;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        WENT(find(&reader, i, &by, &err), err, rows[i].name);
        SAME(gisa_str_from(by), gisa_str_from(rows[i].by), rows[i].name);
    }
    gisa_reservation_reader_clear(&reader);
    gisa_status st = GISA_ENOMEM;
    for (size_t n = 0; st == GISA_ENOMEM && n < 100000; n += n < 50 ? 1 : 97) {
        gisa_mem_fail_after(n);
        st = find(&reader, 5, &by, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_reservation_reader_clear(&reader);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
    return test_end();
}
