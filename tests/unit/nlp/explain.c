#include "nlp/explain.h"

#include "base/mem.h"
#include "nlp/tagger/feature.h"
#include "tests/unit/analyzed.h"

static gisa_arena arena;
static gisa_explanation x;

/* Explains the eojeol of a text that begins with a word. */
static bool explain(const char *text, const char *word)
{
    gisa_str t = gisa_str_from(text), w = gisa_str_from(word);
    if (gisa_annotate(work, t, NULL, &a, NULL) < 0) return false;
    for (size_t i = 0; i < a.n_tokens; i++)
        if (gisa_str_starts(gisa_span_text(a.tokens[i].span, t), w))
            return gisa_explain(work, a.tokens[i].span, 5, &arena, &x, NULL) == GISA_OK;
    return false;
}

static const gisa_reason *reason(gisa_reason_kind kind)
{
    for (size_t i = 0; i < x.n_reasons; i++)
        if (x.reasons[i].kind == kind) return &x.reasons[i];
    return NULL;
}

static void test_reasons(void)
{
    OK(explain("여기 딥시크가 있다", "딥시크") && reason(GISA_REASON_GAZETTEER), "a known name");
    SAME_C(reason(GISA_REASON_GAZETTEER)->text, "deepseek, OG", "is named by its id");
    OK(explain("값은 3.5조원이다", "3.5") && reason(GISA_REASON_PATTERN), "a number is a pattern");
    OK(explain("여기 챗GPT가 있다", "챗GPT") && reason(GISA_REASON_USER), "챗GPT is a listed word");
    SAME_C(reason(GISA_REASON_USER)->text, "NNP", "with its tag");
    OK(explain("정부는 새를 보았다", "새") && reason(GISA_REASON_WORD), "새 is in the word list");
    OK(explain("오픈소스 회사 도깨비랩의 셈법이다. 도깨비랩은 22일 밝혔다. 도깨비랩은 올해 "
               "뽑는다. 도깨비랩이 이겼다.",
               "도깨비랩의"),
       "a name that recurs");
    OK(!reason(GISA_REASON_GAZETTEER) && !reason(GISA_REASON_USER), "is in no list");
}

static void test_margin(void)
{
    OK(explain("나는 새를 보았다", "나는") && x.decided, "two readings");
    EQUAL(x.margin, x.readings.items[0].score - x.readings.items[1].score,
          "the margin is between the first two");
    const gisa_reason *f = reason(GISA_REASON_FEATURE);
    OK(f && f->weight != 0, "features speak for or against");
    int32_t last = INT32_MAX;
    bool falls = true;
    for (; f && f < x.reasons + x.n_reasons; f++) {
        int32_t size = f->weight < 0 ? -f->weight : f->weight;
        falls = falls && size <= last;
        last = size;
    }
    OK(falls, "the strongest first");
}

/* nlp/explain.c names the local features by their order. */
static void test_names(void)
{
    static gisa_tagger_line line;
    uint64_t hash[GISA_LOCAL_MAX];
    const uint32_t cp[] = {0xAC00, 0xB098, 0xB2E4};
    const uint8_t begins[] = {1, 0, 0};
    gisa_tagger_line_set(&line, cp, begins, 3, (gisa_wordset){0}, 0);
    EQUAL(gisa_feature_local(&line, 1, GISA_FEATURE_LONG, hash), 27 + 6,
          "27 features of characters and eojeol, 6 of the word list: as nlp/explain.c names them");
}

static void test_memory(void)
{
    gisa_str text = GISA_STR("딥시크가 왔다");
    OK(gisa_annotate(work, text, NULL, &a, NULL) == GISA_OK, "a text");
    for (uint64_t allowed = 0; allowed < 300; allowed++) {
        gisa_arena own = {0};
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_explain(work, a.tokens[1].span, 3, &own, &x, NULL);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_arena_clear(&own);
        if (st == GISA_OK) break;
        EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
    }
}

int main(void)
{
    if (!analyzed_open()) return test_end();
    test_reasons();
    test_margin();
    test_names();
    test_memory();
    gisa_arena_clear(&arena);
    analyzed_close();
    return test_end();
}
