#include "index/query/search.h"

#include "base/utf8.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void fill(gisa_store *s)
{
    static const struct {
        const char *id, *published, *outlet, *title, *body;
    } rows[] = {
        {"a1", "2025-01-27T10:00", "hanbit", "딥시크 충격",
         "딥시크 앱이 1위에 올랐다. 시장이 놀랐다."},
        {"a2", "2025-01-28T10:00", "dasan", "DeepSeek tops the store", "미국 시장이 흔들렸다."},
        {"a3", "2025-02-03", "hanbit", "오픈-소스 바람",
         "기업이 오픈-소스 모델을 낸다. 값이 싸다."},
        {"a4", "2025-02-10T09:30", "mirae", "시장 전망",
         "오픈 소스 흐름이 시장을 바꾼다. 딥시크 뒤의 일이다."},
        {"a5", NULL, "mirae", "날짜 없는 글", "시장 이야기 하나."},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        tiny_add(s, tiny_record(rows[i].id, rows[i].published, rows[i].outlet, rows[i].title,
                                rows[i].body));
}

static const struct {
    const char *name, *query,
        *want; /* ids in order of time, or of rank where only one order is right */
    bool exact;
} rows[] = {
    {"a word is found in title and body", "충격", "a1", false},
    {"a known name is found in all its spellings", "딥시크", "a1 a2 a4", false},
    {"exact leaves the other spellings out", "딥시크", "a1 a4", true},
    {"words side by side are all wanted", "딥시크 시장", "a4", true},
    {"an excluded word takes articles away", "시장이 -미국", "a1", false},
    {"only excluded words leave the rest", "-시장이 -시장을", "a3 a5", false},
    {"OR joins its neighbours", "충격 OR 전망", "a1 a4", false},
    {"OR binds closer than standing side by side", "딥시크 충격 OR 전망", "a1 a4", true},
    {"title: looks at titles only", "title:시장", "a4", false},
    {"a phrase wants its words side by side", "\"오픈 소스\"", "a3 a4", false},
    {"a phrase in another order is not found", "\"소스 오픈\"", "", false},
    {"a compound is found by its parts", "소스", "a3 a4", false},
    {"a compound is found written apart", "오픈-소스", "a3 a4", false},
    {"two words are found written as one", "오픈 소스", "a3 a4", false},
    {"a word is found written as two", "시장전망", "a4", false},
    {"outlet: takes a key", "outlet:hanbit", "a1 a3", false},
    {"-outlet: leaves it out", "시장이 -outlet:hanbit", "a2", false},
    {"two outlets joined by OR", "outlet:dasan OR outlet:mirae", "a2 a4 a5", false},
    {"from: begins with its first day", "from:2025-02", "a3 a4", false},
    {"to: ends with its last day", "to:2025-01-27", "a1", false},
    {"from: and to: hold together", "from:2025-01-28 to:2025-02-03", "a2 a3", false},
    {"nothing is found by an unknown outlet", "시장이 outlet:none", "", false},
    {"nothing is found by an unknown word", "없는말", "", false},
    {"a question finds any of its words", "미국 주식 값이 어떻게 움직이나 궁금", "a2 a3", false},
    {"operators of FTS5 are words", "NEAR AND NOT ( ) * ^ : \" ' ; --", "", false},
    {"a lone colon is data", ": 제목: 충격", "a1", false},
};

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void ids_of(const gisa_hits *hits, char out[256])
{
    const char *ids[32];
    size_t n = 0;
    for (size_t i = 0; i < hits->n && n < 32; i++) ids[n++] = hits->items[i].id.p;
    qsort(ids, n, sizeof *ids, by_text);
    out[0] = 0;
    for (size_t i = 0; i < n; i++) {
        if (i) strcat(out, " ");
        strcat(out, ids[i]);
    }
}

static void test_rows(gisa_store *s)
{
    gisa_hits hits = {0};
    gisa_error err = {0};
    char ids[256];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_search_opts opts = {.exact = rows[i].exact};
        WENT(gisa_search(s, gisa_str_from(rows[i].query), &opts, &hits, &err), err, rows[i].name);
        ids_of(&hits, ids);
        SAME_C(gisa_str_from(ids), rows[i].want, rows[i].name);
    }
    gisa_hits_clear(&hits);
}

static void test_notes(gisa_store *s)
{
    gisa_hits hits = {0};
    gisa_error err = {0};
    gisa_search(s, GISA_STR("deepseek"), NULL, &hits, &err);
    EQUAL(hits.n_widened, 1, "a widened name is reported");
    if (hits.n_widened) {
        SAME_C(hits.widened[0].typed, "deepseek", "as it was typed");
        EQUAL(hits.widened[0].n, 3, "with all its spellings");
    }
    OK(!hits.any_word && !hits.fell_back, "all words were wanted");
    gisa_search(s, GISA_STR("충격 전망"), NULL, &hits, &err);
    OK(hits.fell_back && hits.any_word, "too few hits fall back to any word, and it is reported");
    EQUAL(hits.n, 2, "then any word is found");
    gisa_search_opts typed = {.exact = true};
    gisa_search(s, GISA_STR("딥시크 시장을 바꾼다"), &typed, &hits, &err);
    OK(hits.fell_back && hits.all_words == 1, "few with all of three words leave room for others");
    SAME_C(hits.items[0].id, "a4", "those with all of them come first");
    OK(hits.n > 1, "then those with some");
    gisa_search(s, GISA_STR("충격 \"시장이\" 없는말 하나 둘 셋"), &typed, &hits, &err);
    OK(hits.n > 1, "quotation marks around one word want nothing more than the word");
    gisa_search(s, GISA_STR("딥시크 앱이 미국 시장을 어떻게 바꾼다"), NULL, &hits, &err);
    OK(hits.any_word && !hits.fell_back, "a sentence goes to any word at once");
    gisa_search_opts newest = {.sort = GISA_SORT_DATE, .limit = 2};
    gisa_search(s, GISA_STR("딥시크"), &newest, &hits, &err);
    EQUAL(hits.total, 3, "the total counts what the limit leaves out");
    SAME_C(hits.items[0].id, "a4", "the newest comes first by date");
    SAME_C(hits.items[1].id, "a2", "then the one before");
    gisa_hits_clear(&hits);
}

/* A query as long as a sentence goes on with what does not have its phrase. */
static void test_phrases_of_sentences(gisa_store *s)
{
    static const struct {
        const char *name, *query, *first;
        size_t n;
        bool exact;
    } sentences[] = {
        {"those with the phrase come first", "\"시장 이야기\" 딥시크 앱이 미국 1위에 충격", "a5", 4,
         false},
        {"and alone when nothing is widened", "\"시장 이야기\" 딥시크 앱이 미국 1위에 충격", "a5",
         1, true},
        {"the words of a phrase make a sentence, too", "충격 \"시장 이야기 하나\" 앱이", "a5", 3,
         false},
        {"and go on where an article has them all", "글 날짜 \"시장 이야기 하나\"", "a5", 2, false},
        {"and not when nothing is widened", "글 날짜 \"시장 이야기 하나\"", "a5", 1, true},
        {"beside a word or two a phrase is wanted", "충격 \"시장 이야기\"", "a5", 1, false},
        {"title: is still wanted", "title:충격 \"시장 이야기\" 딥시크 미국 앱이 1위에", "a1", 1,
         false},
        {"a phrase of a sentence that nothing has counts by its words",
         "\"딥시크 앱이 미국 시장을 흔들었다\"", "a1", 3, false},
    };
    gisa_hits hits = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        gisa_search_opts opts = {.exact = sentences[i].exact};
        WENT(gisa_search(s, gisa_str_from(sentences[i].query), &opts, &hits, &err), err,
             sentences[i].name);
        EQUAL(hits.n, sentences[i].n, sentences[i].name);
        SAME_C(hits.items[0].id, sentences[i].first, sentences[i].name);
    }
    gisa_search_opts full = {.limit = 1};
    gisa_search(s, gisa_str_from(sentences[0].query), &full, &hits, &err);
    EQUAL(hits.total, 1, "where there is no room for others, none are looked for");
    gisa_hits_clear(&hits);
}

static void test_join(gisa_store *s)
{
    static const struct {
        const char *name, *query, *want;
        gisa_join join;
        gisa_sort sort;
    } joins[] = {
        {"all wants every word, and finds nothing where none has them", "충격 전망", "",
         GISA_JOIN_ALL, GISA_SORT_RELEVANCE},
        {"any wants one of two words", "충격 시장을", "a1 a4", GISA_JOIN_ANY, GISA_SORT_RELEVANCE},
        {"all wants every word of a sentence too", "딥시크 앱이 미국 시장을 어떻게 바꾼다", "",
         GISA_JOIN_ALL, GISA_SORT_RELEVANCE},
        {"the order by date leaves the choice as it is", "충격 전망", "a1 a4", GISA_JOIN_AUTO,
         GISA_SORT_DATE},
        {"all by date", "충격 전망", "", GISA_JOIN_ALL, GISA_SORT_DATE},
    };
    gisa_hits hits = {0};
    gisa_error err = {0};
    char ids[256];
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        gisa_search_opts opts = {.join = joins[i].join, .sort = joins[i].sort, .exact = true};
        WENT(gisa_search(s, gisa_str_from(joins[i].query), &opts, &hits, &err), err, joins[i].name);
        ids_of(&hits, ids);
        SAME_C(gisa_str_from(ids), joins[i].want, joins[i].name);
        OK(hits.any_word == (joins[i].join != GISA_JOIN_ALL), joins[i].name);
    }
    gisa_hits_clear(&hits);
}

static void test_snippet(gisa_store *s)
{
    gisa_hits hits = {0};
    gisa_error err = {0};
    gisa_search_opts opts = {.snippet_chars = 12};
    gisa_search(s, GISA_STR("싸다"), &opts, &hits, &err);
    SAME_C(hits.items[0].snippet, "값이 싸다.", "the sentence that matches is the snippet");
    EQUAL(hits.items[0].n_marks, 1, "with one mark");
    SAME_C(gisa_span_text(hits.items[0].marks[0], hits.items[0].snippet), "싸다",
           "on what matches");
    gisa_search(s, GISA_STR("오픈 모델을"), &opts, &hits, &err);
    OK(gisa_utf8_bad(hits.items[0].snippet) == GISA_NPOS, "no character is cut");
    gisa_search(s, GISA_STR("충격"), NULL, &hits, &err);
    EQUAL(hits.items[0].n_title_marks, 1, "the title is marked too");
    gisa_hits_clear(&hits);
}

/* Articles that score less than others, and come first nevertheless. */
static void test_order(void)
{
    static const struct {
        const char *id, *title, *body;
    } articles[] = {
        {"often", "봄 바다 소식", "봄 바다 봄 바다 봄 바다"},
        {"title", "봄, 바다.",
         "이 글에는 다른 말만 길게 이어져 있고 그 뒤에도 더 이어져 끝이 없다"},
        {"all", "긴 글",
         "이 글에는 다른 말만 길게 이어져 있고 봄 그 바다 조개 하나 더 이어져 끝이 없다"},
        {"some", "조개 조개", "조개 봄"},
        {"song", "바다의 봄", "노래"},
    };
    static const struct {
        const char *name, *query, *want;
        gisa_join join;
    } orders[] = {
        {"an article whose title is the query is first", "봄 바다", "title often all",
         GISA_JOIN_AUTO},
        {"also of one word", "노래 바다의", "song", GISA_JOIN_AUTO},
        {"also where any word counts", "봄 바다", "title often all song some", GISA_JOIN_ANY},
        {"those that have all the words are before those that have some", "봄 바다 조개",
         "all some often title song", GISA_JOIN_AUTO},
        {"by date nothing else counts", "봄 바다", "all title often", GISA_JOIN_ALL},
    };
    char folder[64], got[256];
    gisa_store *s = NULL;
    gisa_hits hits = {0};
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        tiny_add(s, tiny_record(articles[i].id, NULL, NULL, articles[i].title, articles[i].body));
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        gisa_search_opts how = {.join = orders[i].join,
                                .sort = orders[i].join == GISA_JOIN_ALL ? GISA_SORT_DATE
                                                                        : GISA_SORT_RELEVANCE};
        WENT(gisa_search(s, gisa_str_from(orders[i].query), &how, &hits, &err), err,
             orders[i].name);
        got[0] = 0;
        for (size_t k = 0; k < hits.n; k++)
            snprintf(got + strlen(got), sizeof got - strlen(got), "%s%s", k ? " " : "",
                     hits.items[k].id.p);
        SAME_C(gisa_str_from(got), orders[i].want, orders[i].name);
        for (size_t k = 0; k < hits.n; k++)
            OK(hits.items[k].score >= 0 && hits.items[k].score < 1,
               "a score is a part of the best");
    }
    WENT(gisa_search(s, GISA_STR("봄 바다"), NULL, &hits, &err), err, "a search");
    OK(hits.items[0].score < hits.items[1].score, "the order is not put into the score");
    WENT(gisa_search(s, GISA_STR("봄 바다 조개"), NULL, &hits, &err), err, "one that falls back");
    OK(hits.items[0].score < hits.items[1].score, "nor that of levels");
    gisa_hits_clear(&hits);
    gisa_store_close(s);
    tiny_remove(folder);
}

int main(void)
{
    test_order();
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a new store opens");
    fill(s);
    test_rows(s);
    test_notes(s);
    test_phrases_of_sentences(s);
    test_join(s);
    test_snippet(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
