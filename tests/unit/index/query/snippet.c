#include "index/query/snippet.h"

#include "base/utf8.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const struct {
    const char *name, *query, *body, *want; /* marks in [ ] */
    size_t chars;
} rows[] = {
    {"the sentence with most of the query", "모델 공개",
     "처음 문장이다. 모델 이야기. 모델 공개 소식. 끝.", "[모델] [공개] 소식. 끝.", 20},
    {"words of a phrase are not marked across the end of a sentence", "\"모델 공개\"",
     "모델. 공개 이야기.", "모델. 공개 이야기.", 40},
    {"the earliest of two as good", "모델", "모델 하나. 모델 둘.", "[모델] 하나. [모델] 둘.", 40},
    {"a long sentence is cut around the match", "바늘",
     "가나다 가나다 가나다 가나다 가나다 가나다 바늘 라마바 라마바 라마바 라마바 라마바.",
     "…가나다 [바늘] 라마바 라마바 라…", 18},
    {"line ends are blanks", "모델", "모델 하나\n다음 줄", "[모델] 하나 다음 줄", 40},
    {"marks do not care for case", "deepmind", "구글 DeepMind 발표", "구글 [DeepMind] 발표", 40},
    {"what is not in the body gives its beginning", "없는말", "첫 문장. 둘째 문장.",
     "첫 문장. 둘째 문장.", 40},
    {"an empty body gives nothing", "모델", "", NULL, 40},
    {"a full stop in a number ends nothing", "다음", "금리는 3.5 수준. 다음 문장", "[다음] 문장",
     10},
};

static void show(gisa_str text, const gisa_span *marks, size_t n, gisa_buf *out)
{
    size_t at = 0;
    gisa_buf_reset(out);
    for (size_t i = 0; i < n; i++) {
        gisa_buf_add(out, gisa_str_cut(text, at, marks[i].start));
        gisa_buf_add_char(out, '[');
        gisa_buf_add(out, gisa_span_text(marks[i], text));
        gisa_buf_add_char(out, ']');
        at = marks[i].end;
    }
    gisa_buf_add(out, gisa_str_cut(text, at, text.n));
}

static void test_row(gisa_store *s, size_t i)
{
    gisa_plan plan = {0};
    gisa_snippets *w = NULL;
    gisa_arena arena = {0};
    gisa_buf out = {0};
    gisa_str text;
    gisa_span *marks;
    size_t n;
    gisa_error err = {0};
    gisa_plan_opts how = {0};
    gisa_store_need_roll(s, &err);
    gisa_plan_make(s, gisa_str_from(rows[i].query), &how, &plan, &err);
    gisa_snippets_open(s, &plan, &w, &err);
    WENT(gisa_snippets_make(w, gisa_str_from(rows[i].body), rows[i].chars, &arena, &text, &marks,
                            &n, &err),
         err, rows[i].name);
    show(text, marks, n, &out);
    if (rows[i].want)
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    else
        SAME(text, GISA_NONE, rows[i].name);
    OK(gisa_utf8_bad(text) == GISA_NPOS, "no character is cut");
    gisa_snippets_close(w);
    gisa_plan_clear(&plan);
    gisa_arena_clear(&arena);
    gisa_buf_clear(&out);
}

/* Of a sentence of megabytes only what is around the match is analysed. */
static void test_endless(gisa_store *s)
{
    gisa_plan plan = {0};
    gisa_snippets *w = NULL;
    gisa_arena arena = {0};
    gisa_buf body = {0}, out = {0};
    gisa_str text;
    gisa_span *marks;
    size_t n;
    gisa_error err = {0};
    for (int i = 0; i < 300000; i++) gisa_buf_add_c(&body, "가나 ");
    gisa_buf_add_c(&body, "바늘");
    for (int i = 0; i < 300000; i++) gisa_buf_add_c(&body, " 다라");
    gisa_store_need_roll(s, &err);
    gisa_plan_make(s, GISA_STR("바늘"), &(gisa_plan_opts){0}, &plan, &err);
    gisa_snippets_open(s, &plan, &w, &err);
    WENT(gisa_snippets_make(w, gisa_buf_view(&body), 20, &arena, &text, &marks, &n, &err), err,
         "a text without an end");
    show(text, marks, n, &out);
    SAME_C(gisa_buf_view(&out), "…가나 [바늘] 다라 다라 다라 다라…", "is cut around its match");
    gisa_snippets_close(w);
    gisa_plan_clear(&plan);
    gisa_arena_clear(&arena);
    gisa_buf_clear(&body);
    gisa_buf_clear(&out);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", NULL, NULL, "글", "모델 공개 바늘 다음 deepmind"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) test_row(s, i);
    test_endless(s);
    gisa_str text = GISA_STR("“좋다.” 그는 갔다.");
    EQUAL(gisa_sentence_end(text, 0), sizeof "“좋다.”" - 1,
          "a closing mark belongs to its sentence");
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
