#include "report/digest/digest_text.h"

#include "tests/unit/test.h"

static void test_clip(void)
{
    static const struct {
        const char *name, *text;
        size_t chars;
        const char *want;
    } rows[] = {
        {"a short text stays", "짧은 글", 10, "짧은 글"},
        {"a long one is cut at a blank", "아주 긴 문장을 자른다", 9, "아주 긴 문장을…"},
        {"without a blank inside a word", "가나다라마바사", 4, "가나다…"},
        {"nothing stays nothing", "", 5, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_arena arena = {0};
        gisa_str out;
        OK(gisa_digest_clip(&arena, gisa_str_from(rows[i].text), rows[i].chars, &out) == GISA_OK,
           rows[i].name);
        SAME_C(out, rows[i].want, rows[i].name);
        gisa_arena_clear(&arena);
    }
}

static void test_first_sentence(void)
{
    static const struct {
        const char *name, *body, *want;
    } rows[] = {
        {"a sentence of thirty characters is enough",
         "새 언어 모델이 나왔다고 한빛연구소가 삼월 삼일 아침에 밝혔다. 값은 없다.",
         "새 언어 모델이 나왔다고 한빛연구소가 삼월 삼일 아침에 밝혔다."},
        {"a shorter one takes the next with it",
         "모델이 나왔다. 새 언어 모델은 한빛연구소가 삼월 삼일 아침에 밝혔다. 값은 없다.",
         "모델이 나왔다. 새 언어 모델은 한빛연구소가 삼월 삼일 아침에 밝혔다."},
        {"a decimal point ends nothing",
         "새 언어 모델은 앞의 것보다 값이 열두 달 만에 지난해의 3. 5배로 올랐다. 끝.",
         "새 언어 모델은 앞의 것보다 값이 열두 달 만에 지난해의 3. 5배로 올랐다."},
        {"a mark of the trade is no paragraph", "<앵커>\n새 언어 모델이 나왔다고 한빛이 밝혔다",
         "새 언어 모델이 나왔다고 한빛이 밝혔다"},
        {"where a wire story comes from is left out",
         "(서울=한빛통신) 성춘향 기자 = 새 언어 모델이 나왔다고 한빛이 밝혔다",
         "새 언어 모델이 나왔다고 한빛이 밝혔다"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        SAME_C(gisa_digest_first_sentence(gisa_str_from(rows[i].body)), rows[i].want, rows[i].name);
}

int main(void)
{
    test_clip();
    test_first_sentence();
    return test_end();
}
