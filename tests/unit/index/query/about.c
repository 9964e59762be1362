#include "index/query/about.h"

#include "base/mem.h"
#include "index/store/snapshot.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const char title[] = "마을 지진 소식";
static const char body[] = "어제 3명이 다쳤다. 다른 날도 있다.\n"
                           "새 지진 은 4.0이다. 5명이 놀랐다. 6명이 갔다.\n"
                           "날씨는 7도다.\n"
                           "도서관 지진 책 8권. 가온 은 9권이다.";

static const struct {
    const char *name, *query, *want; /* the sentences, by their digits; T: the title */
} rows[] = {
    {"no words: all of them", "outlet:a", "T3다456789"},
    {"words of the title: all of them", "지진 소식", "T3다456789"},
    {"a word: its sentence, and the next that names nobody", "새", "45"},
    {"the next one names somebody", "책", "8"},
    {"the next one begins a paragraph", "날씨는", "7"},
    {"two words, one of them in the title", "지진 도서관", "8"},
    {"the rest of the words in the title", "지진 놀랐다", "56"},
    {"the rest of the words in the sentence before", "새 놀랐다", "56"},
    {"words that one paragraph does not have", "날씨는 권", ""},
    {"one word or another", "날씨는 OR 책", "78"},
    {"an unwanted word is none", "날씨는 -없다", "7"},
    {"an entity", "entity:가온", "9"},
    {"by its id in any case", "entity:Gaon-2.5-Max", "9"},
    {"of what it is a variant of", "entity:gaon-2.5", "9"},
    {"in any case as well", "entity:Gaon-2.5", "9"},
    {"of its family", "entity:GAON", "9"},
    {"not of one that begins alike", "entity:gaon-2", "T3다456789"},
    {"an entity that no place has", "entity:나래", "T3다456789"},
};

static void check(gisa_store *s, const gisa_stored *a, size_t row)
{
    const char *const sentences[] = {"마을", "어제", "다른", "새 ",  "5명",
                                     "6명",  "날씨", "도서", "가온 "};
    const char *const marks[] = {"T", "3", "다", "4", "5", "6", "7", "8", "9"};
    gisa_about *w = NULL;
    gisa_error err = {0};
    gisa_buf got = {0};
    const gisa_span *spans;
    size_t n = 0;
    gisa_str text = gisa_buf_view(&a->record.text);
    gisa_buf_add_c(&got, "");
    WENT(gisa_about_open(s, gisa_str_from(rows[row].query), false, &w, &err), err, "it opens");
    WENT(gisa_about_find(w, a, &spans, &n, &err), err, rows[row].name);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < sizeof sentences / sizeof *sentences; k++)
            if (gisa_str_begins(gisa_span_text(spans[i], text), sentences[k]))
                gisa_buf_add_c(&got, marks[k]);
    SAME_C(gisa_buf_view(&got), rows[row].want, rows[row].name);
    gisa_about_close(w);
    gisa_buf_clear(&got);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_stored a = {.record = tiny_record("0001", "2025-01-01", "a", title, body)};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", "a", title, body));
    gisa_str text = gisa_buf_view(&a.record.text);
    size_t at = gisa_str_find(text, GISA_STR("가온"), 0);
    gisa_entity somebody = {.span = {(uint32_t)at, (uint32_t)at + 6},
                            .type = GISA_ENTITY_OG,
                            .id = GISA_STR("gaon-2.5-max"),
                            .family = GISA_STR("gaon")};
    a.record.annotation.entities = &somebody;
    a.record.annotation.n_entities = 1;
    bool began;
    WENT(gisa_store_begin_read(s, &began, &err), err, "a read begins");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) check(s, &a, i);
    uint64_t allowed = 0;
    gisa_status st = GISA_ENOMEM;
    for (; st == GISA_ENOMEM && allowed < 10000; allowed++) {
        gisa_about *w = NULL;
        const gisa_span *spans;
        size_t n;
        gisa_mem_fail_after(allowed);
        st = gisa_about_open(s, GISA_STR("책 entity:가온"), false, &w, &err);
        if (st == GISA_OK) st = gisa_about_find(w, &a, &spans, &n, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_about_close(w);
    }
    OK(st == GISA_OK && allowed > 1, "every allocation may fail, cleanly");
    gisa_store_end_read(s, began);
    a.record.annotation.n_entities = 0;
    a.record.annotation.entities = NULL;
    gisa_record_clear(&a.record);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
