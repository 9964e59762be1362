#include "corpus/annotation.h"
#include "tests/unit/test.h"

int main(void)
{
    EQUAL(gisa_tag_parse(GISA_STR("JKS")), GISA_TAG_JKS, "a tag by its name");
    EQUAL(gisa_tag_parse(GISA_STR("XYZ")), GISA_TAG_COUNT, "no such tag");
    int wrong = 0;
    for (unsigned t = 0; t < GISA_TAG_COUNT; t++)
        wrong += gisa_tag_parse(gisa_str_from(gisa_tag_name((gisa_tag)t))) != (gisa_tag)t;
    EQUAL(wrong, 0, "every tag's name leads back to it");
    SAME_C(gisa_str_from(gisa_entity_type_name(GISA_ENTITY_MODEL)), "MODEL", "a type has a name");
    EQUAL(gisa_entity_type_parse(GISA_STR("OG")), GISA_ENTITY_OG, "and is found by it");
    EQUAL(gisa_entity_type_parse(GISA_STR("XYZ")), GISA_ENTITY_COUNT, "no such type");
    SAME_C(gisa_str_from(gisa_tag_name(GISA_TAG_COUNT)), "?", "what is no tag has no name");
    SAME_C(gisa_str_from(gisa_entity_type_name(GISA_ENTITY_COUNT)), "?", "nor what is no type");
    EQUAL(gisa_speaker_kind_parse(GISA_STR("role")), GISA_SPEAKER_ROLE, "a kind of speaker");
    EQUAL(gisa_speaker_kind_parse(GISA_NONE), GISA_SPEAKER_COUNT, "none is one of them by name");
    SAME_C(gisa_str_from(gisa_speaker_kind_name(GISA_SPEAKER_ANONYMOUS)), "anonymous", "and back");
    SAME_C(gisa_str_from(gisa_speaker_kind_name(GISA_SPEAKER_COUNT)), "?", "what is no kind");
    EQUAL(gisa_bound_parse(GISA_STR("at_most")), GISA_BOUND_AT_MOST, "a bound by its name");
    EQUAL(gisa_bound_parse(GISA_NONE), GISA_BOUND_NONE, "an exact figure has none");
    EQUAL(gisa_bound_parse(GISA_STR("roughly")), GISA_BOUND_COUNT, "no such bound");
    SAME_C(gisa_str_from(gisa_bound_name(GISA_BOUND_RANGE)), "range", "and back");
    gisa_token tokens[] = {{.span = {0, 3}}, {.span = {4, 7}}, {.span = {8, 9}}};
    gisa_morph morphs[] = {{.span = {0, 3}}, {.span = {4, 7}}, {.span = {4, 7}}};
    const gisa_annotation some = {.tokens = tokens, .n_tokens = 3, .morphs = morphs, .n_morphs = 3};
    EQUAL(gisa_tokens_from(&some, 2), 0, "a place inside a token is that token's");
    EQUAL(gisa_tokens_from(&some, 3), 1, "its end is the next one's");
    EQUAL(gisa_tokens_from(&some, 9), 3, "behind the last there is none");
    EQUAL(gisa_morphs_from(&some, 4), 1, "of morphemes that begin there the first");
    EQUAL(gisa_morphs_from(&some, 5), 3, "none begins later");
    EQUAL(gisa_entities_from(&some, 0), 0, "nor is there one where there are none");
    gisa_annotation a = {0};
    a.sentences = gisa_arena_alloc(&a.arena, sizeof *a.sentences);
    a.n_sentences = 1;
    gisa_annotation_reset(&a);
    OK(a.n_sentences == 0 && a.sentences == NULL, "a reset annotation is empty");
    gisa_annotation_clear(&a);
    SAME_C(gisa_span_text((gisa_span){3, 6}, GISA_STR("가나다")), "나", "a span's text");
    return test_end();
}
