#include "corpus/record.h"
#include "tests/unit/test.h"

int main(void)
{
    gisa_record r = {0};
    gisa_error err;
    gisa_article_set(&r.article, &r.article.title, GISA_STR("제목"));
    gisa_article_set(&r.article, &r.article.body, GISA_STR("본문"));
    EQUAL(gisa_record_text(&r, &err), GISA_OK, "a text is made");
    SAME_C(gisa_buf_view(&r.text), "제목\n본문", "of title and body");
    gisa_article_clear(&r.article);
    gisa_record_text(&r, &err);
    SAME_C(gisa_buf_view(&r.text), "\n",
           "an article without either has an empty text of two parts");
    gisa_record_clear(&r);
    OK(r.text.p == NULL && r.article.arena.head == NULL, "clearing frees all parts");
    return test_end();
}
