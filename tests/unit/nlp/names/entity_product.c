#include "nlp/names/entity_product.h"

#include "tests/unit/names_found.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"letters with a number before a word of a product", "그는 KX9 자주포를 샀다.", "KX9/PRODUCT "},
    {"a hyphen is of them", "저 QF-35B 전투기다.", "QF-35B/PRODUCT "},
    {"and whatever follows is not", "모두 KX9는 비쌌다.", ""},
    {"they are one everywhere", "모두 KX9는 비쌌다. 그는 KX9 자주포를 샀다.",
     "KX9/PRODUCT KX9/PRODUCT "},
    {"five digits are no version", "그는 KX90210 자주포를 샀다.", ""},
    {"small letters are none", "그는 kx9 자주포를 샀다.", ""},
    {"a list is of one kind", "그는 QS6 세단을 샀다. QS6, QV70과 QXC60은 비쌌다.",
     "QS6/PRODUCT QS6/PRODUCT QV70/PRODUCT QXC60/PRODUCT "},
    {"from its end, too", "그는 QV70과 QS6을 봤다. QS6 세단이 좋다.",
     "QV70/PRODUCT QS6/PRODUCT QS6/PRODUCT "},
    {"so is what has the same letters", "그는 QX7 세단을 샀다. 모두 QX5는 비쌌다.",
     "QX7/PRODUCT QX5/PRODUCT "},
    {"but one letter is too little", "그는 Q7 세단을 샀다. 모두 Q5는 비쌌다.", "Q7/PRODUCT "},
    {"but not what stands apart", "그는 QV70 다음 QS6을 봤다. QS6 세단이 좋다.",
     "QS6/PRODUCT QS6/PRODUCT "},
    {"a name with small letters", "저 NaruDori 앱은 좋다.", "NaruDori/PRODUCT "},
    {"but no acronym", "저 QPS 앱은 좋다.", ""},
    {"a proper noun of Hangul", "어제 나루비 미사일을 봤다.", "나루비/PRODUCT "},
    {"but no common noun", "어제 장미 미사일을 봤다.", ""},
    {"nor a place", "가람시 미사일은 컸다.", "가람시/LC "},
    {"nor somebody", "어제 홍길동 앱은 웃었다.", "홍길동/PS "},
    {"a noun that needs more says nothing of Hangul", "어제 두룸돌 시리즈를 봤다.", ""},
    {"but of letters with a number", "어제 KX9 시리즈를 봤다.", "KX9/PRODUCT "},
    {"in marks", "저 ‘모루비’ 앱은 좋다.", "모루비/PRODUCT "},
    {"in plain marks", "저 'KX9' 자주포는 좋다.", "KX9/PRODUCT "},
    {"a model of language", "저 NaruDori 언어모델은 좋다.", "NaruDori/MODEL "},
    {"what is brought out", "내일 나루비를 출시한다.", "나루비/PRODUCT "},
    {"in the passive", "내일 나루비가 출시된다.", "나루비/PRODUCT "},
    {"but not who does it", "내일 나루비가 출시한다.", ""},
    {"nor what is done for it", "내일 나루비를 시작한다.", ""},
    {"what is called a product", "저 NaruDori라는 앱을 봤다.", "NaruDori/PRODUCT "},
    {"whatever stands in marks", "저 “찾아가는 나루비”라는 앱을 봤다.", "찾아가는 나루비/PRODUCT "},
    {"but not what is called another thing", "저 “찾아가는 나루비”라는 말을 했다.", ""},
    {"nor words of several marks", "저 ‘찾아’ 가는 ‘나루비’라는 말을 했다.", ""},
    {"a code of a maker", "저 오픈AI의 Q9은 비쌌다.", "Q9/PRODUCT "},
    {"with nothing between when it is longer", "저 오픈AI QX9은 비쌌다.", "QX9/PRODUCT "},
    {"and not when it is shorter", "저 오픈AI Q9은 비쌌다.", ""},
    {"nor when it is known as something else", "저 오픈AI의 G20은 비쌌다.", ""},
    {"the gazetteer knows better", "저 큐원 앱은 좋다.", ""},
};

int main(void)
{
    if (!OK(found_open(), "a small model opens")) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        found_same(rows[i].name, rows[i].text, rows[i].want);
    found_without_memory(GISA_STR("그는 QS6 세단과 QV70을 샀다."));
    found_close();
    return test_end();
}
