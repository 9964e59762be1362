/* The story among lines: features, the densest run, the choice by weights. */
#include "ingest/flat/story_lines.h"

#include "corpus/data.h"
#include "tests/unit/test.h"

#define LONG1                                                                                      \
    "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다."
#define LONG2 "업계는 이 계획을 반겼다. 다만 비용이 걱정이라는 목소리도 적지 않게 나온다."

static const struct {
    const char *name, *text, *story; /* story: + for every line of it */
} rows[] = {
    {"headlines above and below are none of it",
     "정치\n경제\n사회\n가나시 새 다리 놓는다\n다라군 축제 열린다\n마바구 도서관 연다\n" LONG1
     "\n" LONG2 "\n" LONG1 "\n" LONG2 "\n사아동 시장 새 단장\n자차면 길 넓힌다\n닫기\n맨위로",
     "------++++----"},
    {"a subhead is carried by its neighbours",
     "메뉴\n" LONG1 "\n" LONG2 "\n비용이 관건\n" LONG1 "\n" LONG2 "\n" LONG1 "\n닫기", "-++++++-"},
    {"nothing but menus is no story", "메뉴\n정치\n경제\n사회\n닫기", "-----"},
};

static gisa_status run(gisa_story_lines *r, gisa_lines *l, const char *text,
                       const gisa_story_weights *w, gisa_error *err)
{
    gisa_status st = gisa_lines_split(l, gisa_str_from(text), err);
    if (st < 0 || (st = gisa_story_lines_start(r, l, err)) < 0) return st;
    for (size_t i = 0; i < r->n; i++) r->lines[i].times = 1;
    gisa_story_lines_measure(r, l);
    gisa_story_lines_choose(r, l, w);
    return GISA_OK;
}

static void reads_weights(void)
{
    gisa_story_weights w;
    gisa_error err;
    WENT(gisa_story_weights_read(&w, gisa_data_find("lexicon/region.tsv"), &err), err,
         "the shipped table names known features only");
    OK(w.enter > 0, "a return to the story costs something");
    WENT(gisa_story_weights_read(&w, GISA_STR("# c\nenter\t2\nabove: runs\t-0.5\n"), &err), err,
         "comments, the cost and a neighbour's feature");
    EQUAL(w.enter * 10, 20, "the cost as written");
    OK(gisa_story_weights_read(&w, GISA_STR("bias\t1\nno such feature\t1\n"), &err) == GISA_EINVAL,
       "an unknown feature is an error");
    OK(strstr(err.text, "region.tsv:2"), "with its line");
    OK(gisa_story_weights_read(&w, GISA_STR("bias\tx\n"), &err) == GISA_EINVAL,
       "so is a weight that is no number");
}

static void names_signs(void)
{
    char a[64], b[64];
    bool differ = true;
    for (size_t i = 0; i < GISA_STORY_FEATURES; i++) {
        gisa_story_feature_name(i, a, sizeof a);
        for (size_t k = 0; k < i; k++) {
            gisa_story_feature_name(k, b, sizeof b);
            differ = differ && strcmp(a, b) != 0;
        }
        differ = differ && a[0];
    }
    OK(differ, "every feature has a name of its own");
}

/* Weights by hand: running text for, everything else against. */
static void weighs_returns(void)
{
    gisa_story_weights w;
    gisa_error err;
    gisa_story_lines r = {0};
    gisa_lines l = {0};
    const char *text = LONG1 "\n메뉴\n메뉴\n메뉴\n" LONG2;
    WENT(gisa_story_weights_read(
             &w, GISA_STR("enter\t1\nends in a declarative\t3\nends in a letter\t-0.5\n"), &err),
         err, "a table by hand");
    WENT(run(&r, &l, text, &w, &err), err, "five lines");
    OK(r.lines[0].story && !r.lines[2].story && r.lines[4].story,
       "a cheap return leaves the lines between out");
    w.enter = 2;
    WENT(run(&r, &l, text, &w, &err), err, "the same");
    OK(!(r.lines[0].story && !r.lines[2].story && r.lines[4].story),
       "a dear one keeps the story whole");
    gisa_story_lines_clear(&r);
    gisa_lines_clear(&l);
}

int main(void)
{
    gisa_story_weights w;
    gisa_story_lines r = {0};
    gisa_lines l = {0};
    gisa_error err;
    reads_weights();
    names_signs();
    weighs_returns();
    WENT(gisa_story_weights_read(&w, gisa_data_find("lexicon/region.tsv"), &err), err, "weights");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char story[64] = "";
        WENT(run(&r, &l, rows[i].text, &w, &err), err, rows[i].name);
        for (size_t k = 0; k < r.n; k++) story[k] = r.lines[k].story ? '+' : '-';
        SAME_C(gisa_str_from(story), rows[i].story, rows[i].name);
    }
    gisa_story_lines_clear(&r);
    gisa_lines_clear(&l);
    return test_end();
}
