#include "nlp/keyword.h"

#include "tests/unit/test.h"

static uint64_t count(void *ctx, gisa_str form)
{
    (void)ctx;
    return gisa_str_is(form, "모델") ? 99 : 1;
}

static gisa_span at(gisa_str text, const char *word, size_t from)
{
    size_t start = gisa_str_find(text, gisa_str_from(word), from);
    return (gisa_span){(uint32_t)start, (uint32_t)(start + strlen(word))};
}

int main(void)
{
    gisa_str text = GISA_STR("딥시크 공개\n모델 가중치와 가중치, 모델 전력수요와 딥시크 값");
    size_t body = gisa_str_find(text, GISA_STR("모델"), 0);
    gisa_entity entities[] = {{.span = at(text, "딥시크", 0), .type = GISA_ENTITY_OG},
                              {.span = at(text, "딥시크", body), .type = GISA_ENTITY_OG}};
    gisa_span second = at(text, "가중치", body + 20);
    gisa_morph morphs[] = {{at(text, "딥시크", 0), GISA_TAG_NNP, GISA_NONE},
                           {at(text, "공개", 0), GISA_TAG_NNG, GISA_NONE},
                           {at(text, "모델", 0), GISA_TAG_NNG, GISA_NONE},
                           {at(text, "가중치", 0), GISA_TAG_NNG, GISA_NONE},
                           {second, GISA_TAG_NNG, GISA_NONE},
                           {at(text, "모델", second.start), GISA_TAG_NNG, GISA_NONE},
                           {at(text, "전력", 0), GISA_TAG_NNG, GISA_NONE},
                           {at(text, "수요", 0), GISA_TAG_NNG, GISA_NONE},
                           {at(text, "값", 0), GISA_TAG_NNG, GISA_NONE}};
    gisa_annotation a = {.entities = entities, .n_entities = 2, .morphs = morphs, .n_morphs = 9};
    gisa_word_counts counts = {.articles = 100, .count = count};
    gisa_arena arena = {0};
    gisa_keywords k;
    OK(gisa_keywords_find(text, body, &a, &counts, 10, &arena, &k, NULL) == GISA_OK, "it runs");
    EQUAL(k.n, 5, "a form counts once, a single syllable not at all");
    SAME_C(k.items[0].form, "딥시크", "a name of the title that recurs is the first");
    EQUAL(k.items[0].count, 2, "a name counts as often as it stands there");
    SAME_C(k.items[1].form, "가중치", "then the word that recurs");
    SAME_C(k.items[2].form, "공개", "then the word of the title");
    SAME_C(k.items[3].form, "전력수요", "nouns that stand together are one");
    SAME_C(k.items[4].form, "모델", "what stands in every article is the last");
    OK(gisa_keywords_find(text, body, &a, NULL, 2, &arena, &k, NULL) == GISA_OK && k.n == 2,
       "without a corpus, and no more than asked for");
    gisa_sentence lead = {{(uint32_t)body, second.start}, 0, 0};
    a.sentences = &lead;
    a.n_sentences = 1;
    counts.count = NULL;
    OK(gisa_keywords_find(text, body, &a, &counts, 10, &arena, &k, NULL) == GISA_OK, "with a lead");
    SAME_C(k.items[1].form, "모델", "a word of the first sentences gains");
    a = (gisa_annotation){0};
    OK(gisa_keywords_find(GISA_STR(""), 0, &a, &counts, 5, &arena, &k, NULL) == GISA_OK && k.n == 0,
       "an empty text has none");
    gisa_arena_clear(&arena);
    return test_end();
}
