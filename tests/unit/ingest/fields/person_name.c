#include "ingest/fields/person_name.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *outlet;
    bool person, surnamed, foreign;
} rows[] = {
    {"three syllables with a family name", "문소담", "", true, true, false},
    {"two syllables with one", "차돌", "", true, true, false},
    {"four syllables with a family name of two", "남궁다솔", "", true, true, false},
    {"four syllables with one of one", "문소담다", "", true, false, false},
    {"three syllables without a family name", "달팽이", "", true, false, false},
    {"five syllables", "문소담다라", "", false, false, false},
    {"one syllable", "문", "", false, false, false},
    {"an office", "홍보팀", "", false, false, false},
    {"a department", "총무과", "", false, false, false},
    {"its officer", "공보관", "", false, false, false},
    {"who runs a site", "관리자", "", false, false, false},
    {"a person whose name begins like an office", "홍보람", "", true, true, false},
    {"a name that ends like a room", "이진실", "", true, true, false},
    {"a desk", "전국부", "", false, false, false},
    {"a name that ends like a word of pages", "감우리", "", true, true, false},
    {"the word itself", "우리", "", false, false, false},
    {"with another before it", "온라인영상", "", false, false, false},
    {"who serves somewhere", "한의원", "", false, false, false},
    {"a label", "조회수", "", false, false, false},
    {"a kind of text", "인터뷰", "", false, false, false},
    {"a profession", "시인", "", true, false, false},
    {"a word of news", "문화재", "", true, false, false},
    {"the outlet", "문소담", "문소담", false, false, false},
    {"a part of the outlet's name", "별빛타", "별빛타임", false, false, false},
    {"English", "Ann Lee", "", true, false, false},
    {"small words in it", "Juan de la Cruz", "", true, false, false},
    {"a particle", "Luc d’Arcy", "", true, false, false},
    {"a particle before a small letter", "Luc d’arcy", "", false, false, false},
    {"small letters", "ann lee", "", false, false, false},
    {"letters with accents", "María Núñez-Ruiz", "", true, false, false},
    {"six words", "Ann Bee Cee Dee Eff Gee", "", false, false, false},
    {"a newsroom", "News Team", "", false, false, false},
    {"an abbreviation", "SBS News", "", false, false, false},
    {"foreign in Hangul", "제임스 하트웰", "", false, false, true},
    {"foreign, three words", "아나 마리 코스타", "", false, false, true},
    {"a name and a title", "스미스 교수", "", false, false, false},
    {"two Korean words", "문소담 이야기", "", false, false, false},
    {"one foreign word", "제임스", "", true, true, false},
    {"nothing", "", "", false, false, false},
};

static void test_shouted(void)
{
    OK(gisa_is_shouted_name(GISA_STR("JANE O'DOE-ROE")), "capitals are a name where one is meant");
    OK(gisa_is_shouted_name(GISA_STR("J. R. DOE")), "with letters for names");
    OK(!gisa_is_shouted_name(GISA_STR("JANE")), "one word is none");
    OK(!gisa_is_shouted_name(GISA_STR("JANE Doe")), "nor are small letters");
    OK(!gisa_is_shouted_name(GISA_STR("STAFF REPORT DESK")), "nor is a desk");
    OK(!gisa_is_shouted_name(GISA_STR("ROOM 12")), "nor are figures");
    OK(!gisa_is_shouted_name(GISA_STR("JANE - DOE ROE")), "nor are marks");
    OK(!gisa_is_shouted_name(GISA_STR("ONE TWO SIX TEN ALL")), "nor is a sentence");
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str s = gisa_str_from(rows[i].text), outlet = gisa_str_from(rows[i].outlet);
        EQUAL(gisa_is_person_name(s, outlet), rows[i].person, rows[i].name);
        EQUAL(gisa_is_surnamed(s, outlet), rows[i].surnamed, rows[i].name);
        EQUAL(gisa_is_foreign_name(s), rows[i].foreign, rows[i].name);
    }
    EQUAL(gisa_hangul_syllables(GISA_STR("문소담")), 3, "syllables are counted");
    EQUAL(gisa_hangul_syllables(GISA_STR("문 소담")), 0, "a blank is none");
    test_shouted();
    return test_end();
}
