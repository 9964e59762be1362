#include "ingest/fetch/placeholder.h"

#include "tests/unit/test.h"

int main(void)
{
    static const struct {
        const char *name;
        int status;
        const char *body;
        bool page;
    } rows[] = {
        {"a page is one", 200, "<p>한빛연구소가 새 모델을 공개했다.</p>", true},
        {"a part of one is none", 206, "<p>한빛연구소가</p>", false},
        {"an empty answer is none", 200, "", false},
        {"spaces are empty", 200, " \r\n ", false},
        {"tags alone may be filled by a script", 200, "<div id=app></div>", true},
        {"a notice of maintenance is none", 200,
         "<html><title>안내</title><p>서비스 점검 중입니다.<br>이용에 불편을 드려 죄송합니다.</p>",
         false},
        {"nor is one in English", 200, "<h1>Site under maintenance</h1>", false},
        {"nor one that asks to come back", 200, "<p>잠시 후 다시 시도해 주세요.</p>", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        OK((gisa_placeholder_why(rows[i].status, gisa_str_from(rows[i].body), GISA_NONE) == NULL) ==
               rows[i].page,
           rows[i].name);
    gisa_buf body = {0};
    gisa_buf_add_c(&body, "<p>포털의 서비스 점검 중에 기사가 늦어졌다.</p>");
    for (int i = 0; i < 20; i++) gisa_buf_add_c(&body, "<p>회사는 원인을 찾고 있다고 밝혔다.</p>");
    OK(!gisa_placeholder_why(200, gisa_buf_view(&body), GISA_NONE),
       "an article may speak of maintenance");
    gisa_buf_clear(&body);
    OK(gisa_placeholder_why(200,
                            GISA_STR("<p>\xBC\xAD\xBA\xF1\xBD\xBA \xC1\xA1\xB0\xCB \xC1\xDF"
                                     "\xC0\xD4\xB4\xCF\xB4\xD9</p>"),
                            GISA_STR("text/html; charset=euc-kr")),
       "a notice in another character set is one, too");
    return test_end();
}
