#include "index/query/hit.h"

#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_arena arena = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    gisa_record r = tiny_record("0001", "2025-01-27T10:00", "hanbit", "등대", "등대를 고쳤다.");
    gisa_article_add_author(&r.article, GISA_STR("허생"), GISA_NONE);
    gisa_article_add_author(&r.article, GISA_NONE, GISA_STR("desk@hanbit.example"));
    gisa_article_add_author(&r.article, GISA_STR("가실"), GISA_NONE);
    tiny_add(s, r);
    gisa_store_need_roll(s, &err);
    gisa_hit hit = {.row = s->roll.items[0].row, .score = 0.5, .copies = 2};
    WENT(gisa_hit_fill(s, NULL, 0, &arena, &hit, &err), err, "a stored row gives its fields");
    SAME_C(hit.id, "0001", "the id");
    SAME_C(hit.title, "등대", "the headline");
    SAME_C(hit.outlet, "hanbit", "the outlet's key");
    OK(!hit.outlet_name.p && !hit.url.p, "what the article does not say is unknown");
    EQUAL(hit.n_authors, 2, "the authors that have a name");
    SAME_C(hit.authors[0], "허생", "in the order of the byline");
    SAME_C(hit.authors[1], "가실", "which is not that of the letters");
    EQUAL(hit.published.precision, GISA_PRECISION_MINUTE, "the time with its precision");
    OK(!hit.snippet.p && !hit.n_title_marks, "without snippets neither sentence nor marks");
    OK(hit.score == 0.5 && hit.copies == 2, "what the search knows stays");
    hit.row++;
    EQUAL(gisa_hit_fill(s, NULL, 0, &arena, &hit, &err), GISA_ECORRUPT,
          "a row that is only in the index is damage");
    OK(strstr(err.text, "not in the store") != NULL, "and the message says so");
    gisa_arena_clear(&arena);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
