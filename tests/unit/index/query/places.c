#include "index/query/places.h"

#include "base/buf.h"
#include "index/store/snapshot.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const struct {
    const char *name, *query, *text, *want;
    bool title;
} rows[] = {
    {"every place of a word, in characters", "딥시크", "딥시크 그 딥시크", "0-3 6-9", false},
    {"of any word", "딥시크 모델", "그 모델 딥시크", "2-4 5-8", false},
    {"none of a word that is left out", "딥시크 -모델", "모델 딥시크", "3-6", false},
    {"the other spellings of a name", "딥시크", "DeepSeek deepseek", "0-8 9-17", false},
    {"a phrase as a whole", "\"오픈 소스\"", "오픈 소스 소스 오픈", "0-5", false},
    {"not across the end of a sentence", "\"오픈 소스\"", "오픈. 소스 오픈 소스", "7-12", false},
    {"but where it is typed so", "\"오픈. 소스\"", "소스 오픈. 소스", "3-9", false},
    {"over a paragraph too", "\"오픈. 소스\"", "소스 오픈.\n소스", "3-9", false},
    {"a compound and its part", "소스", "오픈-소스", "3-5", false},
    {"those that overlap are one", "오픈-소스 소스", "오픈-소스", "0-5", false},
    {"those side by side are two", "오픈 OR 소스", "그 오픈-소스", "2-4 5-7", false},
    {"a word with a star", "소*", "소스 소나무 속", "0-2 3-6", false},
    {"title: not in a body", "title:딥시크", "딥시크", "", false},
    {"but in a title", "title:딥시크", "딥시크", "0-3", true},
    {"the words of groups", "(딥시크 모델) OR (소스 -오픈)", "소스 딥시크 모델 오픈", "0-2 3-6 7-9",
     false},
    {"sentences without a word count on", "모델", "다른 글. 새 글. 모델. 글. 새 모델. 글\n글. 모델",
     "11-13 20-22 29-31", false},
    {"the first and the last may have one", "모델", "모델 글. 다른 글. 글 모델", "0-2 14-16",
     false},
    {"those side by side are one stretch", "모델", "글. 모델. 모델. 글", "3-5 7-9", false},
    {"a text that says none is read as a whole", "모델", "글.\n글", "", false},
    {"paragraphs count on", "모델", "첫 글\n다른 글\n새 모델", "11-13", false},
    {"no words have no places", "outlet:가", "가", "", false},
};

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_plan plan = {0};
    gisa_buf got = {0};
    gisa_arena arena = {0};
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    tiny_add(s, tiny_record("1", NULL, NULL, "글",
                            "딥시크 DeepSeek 모델 오픈-소스 오픈. 소스 오픈 소스 소나무 그"));
    gisa_store_need_roll(s, &err);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_places *w = NULL;
        gisa_hit_match *found = NULL;
        size_t n = 0, cap = 0;
        gisa_arena_reset(&arena);
        gisa_buf_reset(&got);
        WENT(gisa_plan_make(s, gisa_str_from(rows[i].query), &(gisa_plan_opts){0}, &plan, &err),
             err, rows[i].name);
        WENT(gisa_places_open(s, &plan, &w, &err), err, rows[i].name);
        WENT(gisa_places_find(w, gisa_str_from(rows[i].text), rows[i].title, &arena, &found, &n,
                              &cap, &err),
             err, rows[i].name);
        for (size_t k = 0; k < n; k++)
            gisa_buf_addf(&got, "%s%u-%u", k ? " " : "", found[k].start, found[k].end);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        for (size_t k = 0; k < n; k++) OK(found[k].title == rows[i].title, "in its field");
        gisa_places_close(w);
    }
    gisa_plan_clear(&plan);
    gisa_buf_clear(&got);
    gisa_arena_clear(&arena);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
