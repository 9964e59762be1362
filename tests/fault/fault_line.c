/* The whole line with the n-th allocation failing: extract, analyse, archive. Every run must end in
 * GISA_ENOMEM or well, and leak nothing (the sanitizer build sees leaks). */
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "pipeline/page_record.h"
#include "tests/unit/test.h"

static const char html_page[] =
    "<html><head><title>미르AI, 공개 모델 '가온-1' 발표 - 새벽IT</title>"
    "<meta property=\"og:title\" content=\"미르AI, 공개 모델 '가온-1' 발표\">"
    "<meta property=\"article:published_time\" content=\"2025-07-03T09:00:00+09:00\">"
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"미르AI 발표\","
    "\"author\":{\"name\":\"홍길동\"}}</script></head><body><div class=\"menu\"><a "
    "href=\"/\">홈</a>"
    "</div><article><div itemprop=\"articleBody\"><p>(서울=한빛통신) 홍길동 기자 = 미르AI가 3일 "
    "매개변수 "
    "700억개 규모의 공개 모델 가온-1을 내놓았다. 회사는 \"연구자가 자유롭게 고쳐 쓸 수 있다\"고 "
    "밝혔다.</p>"
    "<p>성춘향 미르AI 대표는 \"딥시크와 큐원에 견줄 만하다\"고 말했다. 개발에는 3조5000억원 가운데 "
    "26.1%가 들었다.</p><p>gildong@saebyeok.example</p><p>무단전재 및 재배포 "
    "금지</p></div></article>"
    "</body></html>";

static gisa_status once(const char *payload, const char *type, gisa_error *err, size_t *titles)
{
    gisa_extractor *x = NULL;
    gisa_analyzer *a = NULL;
    gisa_page_worker w = {0};
    gisa_page_record p = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:a.html"),
                      .content_type = gisa_str_from(type),
                      .payload = gisa_str_from(payload)};
    gisa_status st = gisa_extractor_open(&x, err);
    if (st >= 0) st = gisa_analyzer_open(NULL, &a, err);
    if (st >= 0) st = gisa_page_worker_open(x, a, &w, err);
    if (st >= 0) st = gisa_page_record_make(&w, &c, &p, err);
    if (st >= 0) *titles = p.record.article.title.n;
    gisa_page_record_clear(&p);
    gisa_page_worker_close(&w);
    gisa_analyzer_close(a);
    gisa_extractor_close(x);
    return st;
}

/* Every allocation up to a first stretch, then ever larger steps: opening the gazetteer alone asks
 * for thousands. */
static void run(const char *payload, const char *type, const char *name)
{
    gisa_error err = {0};
    gisa_status st = GISA_ENOMEM;
    size_t titles = 0;
    int wrong = 0, runs = 0;
    for (uint64_t allowed = 0; st == GISA_ENOMEM && runs < 2000; runs++) {
        gisa_mem_fail_after(allowed);
        st = once(payload, type, &err, &titles);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st < 0 && st != GISA_ENOMEM;
        allowed += allowed < 300 ? 1 : allowed / 64;
    }
    EQUAL(wrong, 0, name);
    OK(runs > 10 && st == GISA_OK && titles > 0, "with enough memory the article is whole");
}

int main(void)
{
    run(html_page, "text/html", "an HTML page: every allocation may fail, cleanly");
    run("미르AI, 공개 언어모델 가온-1 발표\n입력 2025-07-03 09:00\n홍길동 기자\n미르AI가 3일 공개 "
        "모델 가온-1을 "
        "내놓았다. "
        "회사는 연구자가 자유롭게 고쳐 쓸 수 있다고 밝혔다. 여러 대학이 참여했다.\n닫기\n댓글 0",
        "text/plain", "flattened text: every allocation may fail, cleanly");
    run("{\"title\":\"제목\",\"body\":\"딥시크가 공개했다.\"}", "application/json",
        "a line of JSONL: every allocation may fail, cleanly");
    return test_end();
}
