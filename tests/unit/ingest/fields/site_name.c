#include "ingest/fields/site_name.h"

#include "tests/unit/test.h"

static const gisa_site_names known = {.items = {{"미르 테크", sizeof "미르 테크" - 1}}, .n = 1};

static const struct {
    const char *name, *title, *want;
} trims[] = {
    {"a known name after a dash", "값은 반으로 - 미르 테크", "값은 반으로"},
    {"in other spelling", "값은 반으로 | 미르테크", "값은 반으로"},
    {"before it", "미르 테크 :: 값은 반으로", "값은 반으로"},
    {"an outlet that nobody named", "값은 반으로-정치ㅣ가나일보", "값은 반으로"},
    {"a path", "값은 반으로 < 사회 < 기사본문 - 나루신문", "값은 반으로"},
    {"a path from the front page on", "홈 > 경제 > 값은 반으로", "값은 반으로"},
    {"brackets", "값은 반으로 [나루신문]", "값은 반으로"},
    {"brackets before it", "[나루신문] 값은 반으로", "값은 반으로"},
    {"a label in brackets before it", "[카드뉴스] 값은 반으로", "[카드뉴스] 값은 반으로"},
    {"a mark without spaces", "값은 반으로_나루신문", "값은 반으로"},
    {"hyphens of its own", "GPT-4와 가온-1의 값은 반", "GPT-4와 가온-1의 값은 반"},
    {"brackets of its own", "값은 반으로 [영상]", "값은 반으로 [영상]"},
    {"a label before a bar", "칼럼 | 값은 반으로", "칼럼 | 값은 반으로"},
    {"what is no name after a dash", "값은 반으로 - 왜 지금인가", "값은 반으로 - 왜 지금인가"},
    {"too little would be left", "값 - 나루신문", "값 - 나루신문"},
    {"nothing", "", ""},
};

static const struct {
    const char *name, *text;
    bool site;
} names[] = {
    {"a known name", "미르 테크", true},
    {"an outlet's", "가나일보", true},
    {"of two words", "오늘의 뉴스", true},
    {"with a Latin ending", "나루TV", true},
    {"that ends like a section", "나루경제", true},
    {"a section of two words", "한국 경제", false},
    {"a section", "경제", false},
    {"a headline that ends so", "되살아난 마을의 작은 신문", false},
    {"a headline", "값은 반으로", false},
    {"an English headline", "Good News", false},
    {"nothing", "", false},
};

int main(void)
{
    for (size_t i = 0; i < sizeof trims / sizeof trims[0]; i++) {
        gisa_str got = gisa_site_names_trim(&known, gisa_str_from(trims[i].title));
        SAME_C(((gisa_str){got.p ? got.p : "", got.n}), trims[i].want, trims[i].name);
    }
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        EQUAL(gisa_site_names_has(&known, gisa_str_from(names[i].text)), names[i].site,
              names[i].name);
    return test_end();
}
