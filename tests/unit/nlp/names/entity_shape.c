#include "nlp/names/entity_shape.h"

#include "tests/unit/test.h"

/* found: what the recogniser found, the first such place of the text. */
static const struct {
    const char *name, *text, *found;
    gisa_entity_type type;
    bool known;
    const char *want;
} rows[] = {
    {"a name goes to the end of its word", "나래우알라에서", "나래우", GISA_ENTITY_LC, false,
     "나래우알라/LC"},
    {"but not one that a list has", "가람지하철", "가람", GISA_ENTITY_LC, true, "가람/LC"},
    {"nor into a josa that does not fit", "가람당를", "가람당", GISA_ENTITY_OG, false, "가람당/OG"},
    {"nor when it is one syllable", "남북을", "남", GISA_ENTITY_OG, false, "남/OG"},
    {"nor into the area around it", "가람권", "가람", GISA_ENTITY_LC, false, "가람/LC"},
    {"nor behind what looks like a person", "홍길동표", "홍길동", GISA_ENTITY_PS, false,
     "홍길동/PS"},
    {"a title in the word is none of it", "구본충 부교육감은", "구본충 부교", GISA_ENTITY_OG, false,
     "구본충/PS"},
    {"nor is the title of a body's head", "가람활협회장은", "가람활협회", GISA_ENTITY_OG, false,
     "가람활협회/OG"},
    {"a title alone is no name", "가람시교육감이", "가람시교", GISA_ENTITY_LC, false, ""},
    {"a title that is a word of its own goes", "아게르 총리는", "아게르 총리", GISA_ENTITY_PS,
     false, "아게르/PS"},
    {"with a surname there is no name left", "윤 총장은", "윤 총장", GISA_ENTITY_PS, false, ""},
    {"a body leaves its titles too", "미르원 위원은", "미르원 위원", GISA_ENTITY_OG, false,
     "미르원/OG"},
    {"a department is not its university", "한빛대 교육학과는", "한빛대 교육학과", GISA_ENTITY_OG,
     false, "한빛대/OG"},
    {"one of another body is it", "미르원 정책학과는", "미르원 정책학과", GISA_ENTITY_OG, false,
     "미르원 정책학과/OG"},
    {"a common word after a place goes", "가온산 화산이", "가온산 화산", GISA_ENTITY_LC, false,
     "가온산/LC"},
    {"and one before it", "중부 가온주에", "중부 가온주", GISA_ENTITY_LC, false, "가온주/LC"},
    {"a direction alone is no place", "북부에서", "북부", GISA_ENTITY_LC, false, ""},
    {"the kind of a foreign place is part of it", "파라 주에서", "파라", GISA_ENTITY_LC, false,
     "파라 주/LC"},
    {"not when it begins a word", "파라 주민이", "파라", GISA_ENTITY_LC, false, "파라/LC"},
    {"the ending tells what a name is", "가람산업은", "가람산업", GISA_ENTITY_PS, false,
     "가람산업/OG"},
    {"of a place too", "가람장터에서", "가람장터", GISA_ENTITY_OG, false, "가람장터/LC"},
    {"not the whole word", "재단은", "재단", GISA_ENTITY_PS, false, "재단/PS"},
    {"numbers stay as they are", "3년 화산이", "3년 화산", GISA_ENTITY_DT, false, "3년 화산/DT"},
};

int main(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        uint32_t at = (uint32_t)(strstr(rows[i].text, rows[i].found) - rows[i].text);
        gisa_entity e = {.span = {at, at + (uint32_t)strlen(rows[i].found)}, .type = rows[i].type};
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        if (gisa_name_shape(text, rows[i].known, &e)) {
            gisa_buf_add(&out, gisa_span_text(e.span, text));
            gisa_buf_addf(&out, "/%s", gisa_entity_type_name(e.type));
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&out);
    return test_end();
}
