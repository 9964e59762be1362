#include "ingest/fields/opinion_writer.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *line, *want;
} lines[] = {
    {"a university between name and title", "편지율 한결대 조경학과 교수", "편지율"},
    {"a slash, the subject after the title", "편지율/한결대 교수·조경학", "편지율"},
    {"brackets", "모시란(시인)", "모시란"},
    {"two professions in brackets", "모시란(시인·문학평론가)", "모시란"},
    {"a mark before it", "▶ 편지율 가람환경연구소장", "편지율"},
    {"a label before it", "글 편지율 변호사", "편지율"},
    {"a rank of the paper", "두리번 논설위원", "두리번"},
    {"no title", "편지율 한결대", ""},
    {"no name", "한결대 조경학과 교수", ""},
    {"a name that ends like a university", "편지대 한결대 교수", "편지대"},
    {"a name alone", "편지율", ""},
    {"a sentence", "편지율 교수가 말했다", ""},
    {"an office", "홍보실 담당 과장", ""},
    {"nothing", "", ""},
};

static const struct {
    const char *name, *title, *section;
    bool opinion;
} titles[] = {
    {"a kind in brackets", "[시론] 몇 걸음", "", true},
    {"a name with it", "[두리번 칼럼] 몇 걸음", "", true},
    {"glued to a name", "[물빛에세이] 몇 걸음", "", true},
    {"before a bar", "기고ㅣ몇 걸음", "", true},
    {"in angles", "<기고> 몇 걸음", "", true},
    {"a section", "몇 걸음", "사설·칼럼", true},
    {"a reader's letter", "[독자의 소리] 몇 걸음", "", true},
    {"an interview", "[인터뷰] 몇 걸음", "", false},
    {"an exclusive", "[단독] 몇 걸음", "사회", false},
    {"a column that is spoken of", "신문 칼럼을 모은 책", "", false},
    {"an open bracket", "[칼럼 몇 걸음", "", false},
    {"no title", "", "", false},
};

static const struct {
    const char *name, *line, *want;
} letters[] = {
    {"a place in brackets", "변을순 (고을군 산밑면)", "변을순"},
    {"a place after a slash", "변을순 / 나루시", "변을순"},
    {"a name alone", "변을순", "변을순"},
    {"a profession", "변을순 (농부)", ""},
    {"a place alone", "고을군 산밑면", ""},
    {"nothing", "", ""},
};

int main(void)
{
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        gisa_str got = gisa_letter_writer(gisa_str_from(letters[i].line), GISA_NONE);
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), letters[i].want, letters[i].name);
    }
    OK(gisa_is_reader_letter(GISA_STR("[독자] 몇 걸음")), "a reader's");
    OK(!gisa_is_reader_letter(GISA_STR("독자가 쓴 몇 걸음")), "one about readers");
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        gisa_str got = gisa_signed_name(gisa_str_from(lines[i].line), GISA_NONE);
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), lines[i].want, lines[i].name);
    }
    for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
        EQUAL(gisa_is_opinion(gisa_str_from(titles[i].title), gisa_str_from(titles[i].section)),
              titles[i].opinion, titles[i].name);
    gisa_str title = GISA_STR("[도미솔의 골목경제] 천원짜리 빵");
    OK(gisa_label_names(title, GISA_STR("도미솔")), "a label with the name");
    OK(!gisa_label_names(title, GISA_STR("천원짜")), "the title itself is no label");
    OK(!gisa_label_names(title, GISA_NONE), "nobody");
    return test_end();
}
