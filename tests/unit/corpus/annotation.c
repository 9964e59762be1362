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
    gisa_annotation a = {0};
    a.sentences = gisa_arena_alloc(&a.arena, sizeof *a.sentences);
    a.n_sentences = 1;
    gisa_annotation_reset(&a);
    OK(a.n_sentences == 0 && a.sentences == NULL, "a reset annotation is empty");
    gisa_annotation_clear(&a);
    SAME_C(gisa_span_text((gisa_span){3, 6}, GISA_STR("가나다")), "나", "a span's text");
    return test_end();
}
