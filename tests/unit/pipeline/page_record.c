#include "pipeline/page_record.h"

#include "base/file.h"
#include "base/mem.h"
#include "corpus/identity.h"
#include "pipeline/capture_source.h"
#include "tests/unit/test.h"

#define PAGE                                                                                                            \
    "<html><head><title>가온 공개</title></head><body><article><p>미르AI가 3일 공개 모델 가온을 "        \
    "내놓았다.</p><p>성춘향 대표는 \"연구자가 고쳐 쓸 수 있다\"고 말했다.</p></article></body>" \
    "</html>"
#define JSON                                                                                            \
    "{\"id\":\"0000000000000001\",\"title\":\"딥시크 공개\",\"body\":\"딥시크가 300억원을 " \
    "들였다.\"}"

static gisa_extractor *extractor;
static gisa_analyzer *analyzer;

static gisa_page_record make(const gisa_capture *c)
{
    gisa_page_worker w = {0};
    gisa_page_record p = {0};
    gisa_error err = {0};
    WENT(gisa_page_worker_open(extractor, analyzer, &w, &err), err, "a worker opens");
    WENT(gisa_page_record_make(&w, c, &p, &err), err, "whatever a page holds is no error");
    gisa_page_worker_close(&w);
    return p;
}

static void test_kinds(void)
{
    static const struct {
        const char *name, *type, *payload, *reason; /* NULL: an article */
        gisa_capture_type capture;
        int status;
        gisa_page_kind kind;
    } rows[] = {
        {"a page is an article", "text/html", PAGE, NULL, GISA_CAPTURE_RESOURCE, 0,
         GISA_PAGE_ARTICLE},
        {"JSON is an article", "application/json", JSON, NULL, GISA_CAPTURE_RESOURCE, 0,
         GISA_PAGE_ARTICLE},
        {"what is fetched and found is an article", "text/html; charset=utf-8", PAGE, NULL,
         GISA_CAPTURE_RESPONSE, 200, GISA_PAGE_ARTICLE},
        {"an error page is none", "text/html", PAGE, "HTTP status 404", GISA_CAPTURE_RESPONSE, 404,
         GISA_PAGE_NONE},
        {"a revisit is none", "text/html", "", "unchanged since the last visit",
         GISA_CAPTURE_REVISIT, 0, GISA_PAGE_NONE},
        {"a page without an article is skipped", "text/html", "<p>메뉴</p>", "",
         GISA_CAPTURE_RESOURCE, 0, GISA_PAGE_SKIPPED},
        {"broken JSON is skipped", "application/json", "{\"title\":", "not JSON",
         GISA_CAPTURE_RESOURCE, 0, GISA_PAGE_SKIPPED},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const gisa_capture c = {.type = rows[i].capture,
                                .http_status = rows[i].status,
                                .uri = GISA_STR("https://mir.example/1"),
                                .content_type = gisa_str_from(rows[i].type),
                                .payload = gisa_str_from(rows[i].payload)};
        gisa_page_record p = make(&c);
        EQUAL(p.kind, rows[i].kind, rows[i].name);
        if (rows[i].reason) OK(!p.record.text.p, "what is no article is not analysed");
        if (rows[i].reason)
            OK(*p.reason && strncmp(p.reason, rows[i].reason, strlen(rows[i].reason)) == 0,
               rows[i].name);
        else
            OK(p.record.title_terms.n && p.record.body_terms.n, "an article has its terms");
        gisa_page_record_clear(&p);
    }
}

static void test_annotation(void)
{
    const gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                            .uri = GISA_STR("https://mir.example/1"),
                            .content_type = GISA_STR("text/html"),
                            .payload = GISA_STR(PAGE)};
    gisa_page_record p = make(&c);
    const gisa_annotation *a = &p.record.annotation;
    EQUAL(a->n_quotes, 1, "the quote of a page is kept");
    EQUAL(a->n_dates, 1, "and its date");
    EQUAL(a->n_tokens, 0, "the tokens are not");
    EQUAL(p.bytes_in, c.payload.n, "the page's size is told");
    SAME_C(p.record.article.url, "https://mir.example/1", "and its address");
    gisa_page_record_clear(&p);
    OK(p.kind == GISA_PAGE_NONE && !p.record.text.p, "a cleared record is empty");
}

/* What is imported has no address on the web. */
static void test_files(void)
{
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:a.html"),
                      .content_type = GISA_STR("text/html"),
                      .payload = GISA_STR(PAGE)};
    gisa_page_record p = make(&c);
    OK(!p.record.article.url.n, "a file has no address");
    gisa_page_record_clear(&p);
    c.type = GISA_CAPTURE_RESPONSE;
    c.http_status = 200;
    c.uri = GISA_STR("HTTPS://mir.example/1");
    p = make(&c);
    OK(p.record.article.url.n, "what a server sent has one, however it is written");
    gisa_page_record_clear(&p);
}

/* Articles under one headline may be versions of one article, unless they are to be kept. */
static void test_keep_apart(void)
{
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:a.json#L1"),
                      .content_type = GISA_STR("application/json"),
                      .payload = GISA_STR("{\"title\":\"같은 제목\",\"body\":\"같은 글이다.\"}")};
    gisa_page_record one = make(&c);
    c.keep_duplicates = true;
    gisa_page_record two = make(&c);
    c.payload = GISA_STR(
        "{\"title\":\"같은 제목\",\"url\":\"https://mir.example/1\",\"body\":\"글.\"}");
    gisa_page_record three = make(&c);
    OK(!one.record.apart && two.record.apart, "what is to be kept is a version of nothing");
    SAME(one.record.article.id, two.record.article.id, "its id is that of its text");
    EQUAL(two.record.article.n_former_ids, 1, "edition 1 of ids gave it one");
    OK(!gisa_str_eq(two.record.article.former_ids[0], one.record.article.former_ids[0]),
       "of its own, with the body in it");
    char apart[GISA_ARTICLE_ID_CHARS + 1];
    gisa_error err = {0};
    WENT(gisa_identity_first(&one.record.article, GISA_NONE, true, apart, &err), err, "which is");
    SAME_C(two.record.article.former_ids[0], apart, "that of an article that was kept");
    OK(!one.record.article.url.p, "where it came from is no address");
    EQUAL(three.record.article.n_former_ids, 0, "but not where the address decides");
    gisa_page_record_clear(&one);
    gisa_page_record_clear(&two);
    gisa_page_record_clear(&three);
}

/* A reservation that the server sends binds, whatever the page allows. */
static void test_signals(void)
{
    gisa_capture c = {.type = GISA_CAPTURE_RESPONSE,
                      .http_status = 200,
                      .uri = GISA_STR("https://mir.example/1"),
                      .content_type = GISA_STR("text/html"),
                      .http_head = GISA_STR("HTTP/1.1 200 OK\r\ntdm-reservation: 1\r\n"),
                      .payload = GISA_STR(PAGE)};
    gisa_page_record p = make(&c);
    SAME_C(p.record.article.rights.ai_training, "prohibited", "a header reserves training");
    gisa_page_record_clear(&p);
    c.http_head = GISA_STR("HTTP/1.1 200 OK\r\n");
    p = make(&c);
    OK(!p.record.article.rights.ai_training.p, "no header reserves nothing");
    gisa_page_record_clear(&p);
    c.http_head = GISA_STR("HTTP/1.1 200 OK\r\ntdm-reservation: 0\r\n");
    p = make(&c);
    SAME_C(p.record.article.rights.ai_training, "allowed", "a header allows what no page forbids");
    gisa_page_record_clear(&p);
    c.type = GISA_CAPTURE_RESOURCE;
    c.content_type = GISA_STR("application/json");
    c.payload = GISA_STR("{\"title\":\"글\",\"body\":\"글.\",\"rights\":"
                         "{\"ai_training\":\"prohibited\"}}");
    p = make(&c);
    SAME_C(p.record.article.rights.ai_training, "prohibited", "but not what one forbids");
    gisa_page_record_clear(&p);
}

#define PLEA  "나루일보는 제보를 기다립니다."
#define STORY "{\"outlet\":\"naru\",\"title\":\"고래\",\"body\":\"고래가 지나갔다.\\n" PLEA "\"}"

/* Lines that are known to recur leave the body, and what it was is noted. */
static void test_learned(void)
{
    gisa_boilerplate *known = NULL;
    gisa_error err = {0};
    static const struct {
        const char *name, *payload, *want;
        bool no_learn;
        size_t dropped;
    } rows[] = {
        {"a line that is known", STORY, "고래가 지나갔다.", false, 1},
        {"where nothing is learned", STORY, "고래가 지나갔다.\n" PLEA, true, 0},
        {"no line that is known",
         "{\"outlet\":\"naru\",\"title\":\"고래\",\"body\":\"고래가 지나갔다.\"}",
         "고래가 지나갔다.", false, 0},
    };
    WENT(gisa_boilerplate_open(&known, &err), err, "what is known");
    WENT(gisa_boilerplate_load_line(known, GISA_STR("naru"), GISA_STR(PLEA), &err), err, "a line");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                                .uri = GISA_STR("file:a.json"),
                                .content_type = GISA_STR("application/json"),
                                .no_learn = rows[i].no_learn,
                                .payload = gisa_str_from(rows[i].payload)};
        gisa_page_worker w = {0};
        gisa_page_record p = {0};
        WENT(gisa_page_worker_open(extractor, analyzer, &w, &err), err, "a worker opens");
        w.known = known;
        WENT(gisa_page_record_make(&w, &c, &p, &err), err, rows[i].name);
        SAME_C(p.record.article.body, rows[i].want, rows[i].name);
        EQUAL(p.dropped, rows[i].dropped, rows[i].name);
        EQUAL(*p.record.origin != 0, rows[i].dropped, "only a body that lost lines was another");
        SAME_C(gisa_buf_view(&p.site), rows[i].no_learn ? "" : "naru", "its site is noted");
        gisa_page_record_clear(&p);
        gisa_page_worker_close(&w);
    }
    gisa_boilerplate_close(known);
}

/* What the archive keeps aside is not even looked at. */
static void test_aside(void)
{
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:a.json"),
                      .content_type = GISA_STR("application/json"),
                      .payload = gisa_str_from(STORY)};
    gisa_page_record p = make(&c);
    EQUAL(p.kind, GISA_PAGE_ARTICLE, "a capture is taken in");
    gisa_page_record_clear(&p);
    c.aside = true;
    p = make(&c);
    EQUAL(p.kind, GISA_PAGE_ASIDE, "unless it is of the archive alone");
    SAME_C(gisa_str_from(p.reason), "archived only, as their use is reserved", "which is said");
    EQUAL(p.record.article.body.n, 0, "and nothing of it is there");
    c.http_status = 404;
    c.type = GISA_CAPTURE_RESPONSE;
    gisa_page_record_clear(&p);
    p = make(&c);
    EQUAL(p.kind, GISA_PAGE_NONE, "and what is no page is none");
    gisa_page_record_clear(&p);
}

/* Terms of the body are of the body alone. */
static void test_terms(void)
{
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("file:a.json"),
                      .content_type = GISA_STR("application/json"),
                      .payload = GISA_STR("{\"title\":\"고래\",\"body\":\"바다.\"}")};
    gisa_page_record one = make(&c);
    c.payload = GISA_STR("{\"title\":\"고래 A\",\"body\":\"바다.\"}");
    gisa_page_record two = make(&c);
    EQUAL(two.record.body_terms.n, one.record.body_terms.n, "a title adds none to them");
    OK(two.record.title_terms.n > one.record.title_terms.n, "but to its own");
    c.payload = GISA_STR("{\"title\":\"A\",\"body\":\"바다.\"}");
    gisa_page_record three = make(&c);
    EQUAL(three.record.body_terms.n, one.record.body_terms.n, "however short it is");
    gisa_page_record_clear(&one);
    gisa_page_record_clear(&two);
    gisa_page_record_clear(&three);
}

int main(void)
{
    gisa_error err = {0};
    WENT(gisa_extractor_open(&extractor, &err), err, "an extractor opens");
    WENT(gisa_analyzer_open(NULL, &analyzer, &err), err, "an analyser opens");
    test_kinds();
    test_annotation();
    test_files();
    test_keep_apart();
    test_signals();
    test_learned();
    test_aside();
    test_terms();
    gisa_analyzer_close(analyzer);
    gisa_extractor_close(extractor);
    return test_end();
}
