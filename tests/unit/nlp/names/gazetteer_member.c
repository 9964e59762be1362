#include "nlp/names/gazetteer_member.h"

#include "tests/unit/test.h"

static gisa_arena arena;
static gisa_gazetteer *g;

/* "id of family" for the first name of a text. */
static const char *member(const char *text)
{
    static char out[96];
    gisa_gazetteer_hits hits = {0};
    gisa_entity e;
    gisa_error err;
    gisa_str t = gisa_str_from(text);
    if (gisa_gazetteer_find(g, t, &arena, &hits, &err) < 0 || !hits.n ||
        gisa_gazetteer_member(g, &hits.items[0], t, &arena, &e) < 0)
        return "nothing";
    snprintf(out, sizeof out, "%.*s of %.*s", GISA_ARG(e.id), GISA_ARG(e.family));
    return out;
}

#define IS(text, id) SAME_C(gisa_str_from(member(text)), id, text)

static void test_members(void)
{
    IS("딥시크는 새 모델이다", "deepseek of ");
    IS("딥시크-R1을 냈다", "deepseek-r1 of deepseek");
    IS("DeepSeek R1을 냈다", "deepseek-r1 of deepseek");
    IS("딥시크가 낸 R1", "deepseek of ");
    IS("R1은 딥시크의 추론 모델이다", "deepseek-r1 of deepseek");
    IS("GPT-4o를 쓴다", "gpt-4o of gpt");
    IS("GPT-4o 미니를 쓴다", "gpt-4o-mini of gpt");
    IS("GPT-5.1을 쓴다", "gpt-5.1 of gpt");
    IS("QwQ-32B를 쓴다", "qwq-32b of qwen");
    IS("o3-프로를 쓴다", "o3-pro of openai-o");
    IS("o3를 쓴다. 오픈AI의 추론 모델이다", "o3 of openai-o");
    IS("o-시리즈는 오픈AI의 추론 모델이다", "openai-o of ");
    IS("하이퍼클로바X 시드 14B를 냈다", "hyperclova-x-seed-14b of hyperclova");
    IS("GPT-6 아스트라를 냈다", "gpt-6-astra of gpt");
    IS("솔·루나는 GPT-6의 모델이다", "gpt-sol of gpt");
    IS("K-엑사원 2.0을 냈다", "k-exaone-2.0 of exaone");
}

static void test_spellings_of_one(void)
{
    IS("제미나이 2.5 프로", "gemini-2.5-pro of gemini");
    IS("제미나이 프로 2.5", "gemini-2.5-pro of gemini");
    IS("Gemini 2.5 Pro", "gemini-2.5-pro of gemini");
    IS("라마 70B 3.3 인공지능", "llama-3.3-70b of llama");
    IS("클로드 씽킹", "claude-thinking of claude");
    IS("제미나이 3 딥씽크", "gemini-3-deep-think of gemini");
    IS("Gemini 3 Deep Think", "gemini-3-deep-think of gemini");
    IS("페이블 5를 앤트로픽이", "claude-fable-5 of claude");
    IS("Claude Fable 5", "claude-fable-5 of claude");
    IS("클로드 4 오퍼스", "claude-opus-4 of claude");
    IS("Claude Opus 4", "claude-opus-4 of claude");
    IS("에이닷엑스 케이원", "ax-k1 of ax");
    IS("A.X K1", "ax-k1 of ax");
}

static void test_entity_is_of(void)
{
    gisa_str id = GISA_STR("qwen-2.5-max"), family = GISA_STR("qwen");
    OK(gisa_entity_is_of(id, family, GISA_STR("qwen-2.5-max")), "itself");
    OK(gisa_entity_is_of(id, family, GISA_STR("qwen")), "of its family");
    OK(gisa_entity_is_of(id, family, GISA_STR("qwen-2.5")), "of a member between");
    OK(!gisa_entity_is_of(id, family, GISA_STR("qwen-2")), "not of one that begins alike");
    OK(!gisa_entity_is_of(id, family, GISA_STR("qwen-2.5-max-exp")), "nor of a longer one");
    OK(!gisa_entity_is_of(GISA_STR("naver-cloud"), GISA_NONE, GISA_STR("naver")),
       "a firm is no member of another");
    OK(!gisa_entity_is_of(GISA_NONE, GISA_NONE, GISA_NONE), "nothing is of nothing");
}

int main(void)
{
    gisa_error err;
    WENT(gisa_gazetteer_open(GISA_NONE, &g, &err), err, "the names that ship");
    test_members();
    test_spellings_of_one();
    test_entity_is_of();
    gisa_gazetteer_close(g);
    gisa_arena_clear(&arena);
    return test_end();
}
